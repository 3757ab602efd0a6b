package kr.pgsdk.iamport;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.Preparation;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.auth.TokenStore;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.internal.flow.CancelFlow;
import kr.pgsdk.core.internal.flow.ClaimedRows;
import kr.pgsdk.core.internal.flow.ConfirmFlow;
import kr.pgsdk.core.internal.http.Transport;
import kr.pgsdk.core.internal.time.Environment;
import kr.pgsdk.iamport.model.IamportPayment;
import kr.pgsdk.iamport.model.IamportPreparedPayment;

/**
 * Iamport (PortOne V1) as a {@link PaymentGateway}. Its checkout captures by itself, so {@link
 * #confirm} fetches and verifies; money is moved by {@link #cancel} alone.
 */
public final class IamportGateway implements PaymentGateway {
  private static final int MAX_NAME_LENGTH = 40; // IMP.request_pay, name (payrq)

  private final IamportClient client;
  private final Settings settings;
  private final CancelFlow cancels;
  private final ConfirmFlow confirms;

  /** What a gateway object passes on to those made from it. */
  private record Settings(
      boolean makesReferences, Set<String> acceptedPromotions, ClaimedRows claims) {}

  private IamportGateway(IamportClient client, Settings settings) {
    this.client = client;
    this.settings = settings;
    this.cancels =
        new CancelFlow(new IamportCancel(client, settings.makesReferences()), settings.claims());
    this.confirms =
        ConfirmFlow.reading(new IamportConfirm(client, settings.acceptedPromotions()), cancels);
  }

  /** Starts a gateway. */
  public static Builder builder(IamportCredentials credentials) {
    return new Builder(credentials);
  }

  /** Every REST call, typed; shares token and connections with this, and closing. */
  public IamportClient client() {
    return client;
  }

  @Override
  public AuthToken getToken() {
    return client.getToken();
  }

  /**
   * {@inheritDoc}
   *
   * <p>Here: {@code merchant_uid} and order name must have at most 40 characters; the result is a
   * {@link Preparation.Registered}.
   */
  @Override
  public Preparation prepare(PrepareRequest request) {
    return client.watch().call("prepare", request.orderId(), null, () -> prepareWatched(request));
  }

  private Preparation prepareWatched(PrepareRequest request) {
    OrderId orderId = request.orderId();
    Money money = request.money();
    IamportClient.requirePreparable(orderId, money);
    Map<String, Object> checkout = checkout(request);
    IamportApi calls = client.calls(client.deadline());
    try {
      calls.prepare(orderId, money);
    } catch (GatewayException refusal) {
      afterRefusal(calls, request, refusal);
    }
    return new Preparation.Registered(orderId, money, checkout);
  }

  private static Map<String, Object> checkout(PrepareRequest request) {
    Map<String, Object> checkout = new LinkedHashMap<>();
    checkout.put("merchant_uid", request.orderId().value());
    checkout.put("amount", request.money().amount());
    checkout.put("currency", request.money().currency());
    request
        .orderName()
        .ifPresent(
            name -> {
              if (name.length() > MAX_NAME_LENGTH) {
                throw new IllegalArgumentException(
                    "order name (name) must have at most "
                        + MAX_NAME_LENGTH
                        + " characters: it has "
                        + name.length());
              }
              checkout.put("name", name);
            });
    return checkout;
  }

  /** Returns if the amount is registered after all. */
  private static void afterRefusal(
      IamportApi calls, PrepareRequest request, GatewayException refusal) {
    if (refusal.httpStatus().orElse(0) == 429) {
      throw refusal;
    }
    IamportPreparedPayment registered;
    try {
      registered = calls.prepared(request.orderId()).orElseThrow(() -> refusal);
    } catch (PaymentException e) {
      if (e != refusal) {
        e.addSuppressed(refusal);
      }
      throw e;
    }
    if (registered.isFor(request.money())) {
      return;
    }
    if (!request.replaceAmount()) {
      throw new GatewayException(
          "merchant_uid "
              + request.orderId()
              + " is registered with another amount: "
              + registered.amount().toPlainString()
              + registered.currency().map(currency -> " " + currency).orElse("")
              + ", not "
              + request.money()
              + ". Ask for replaceAmount(true), or take a new order id.",
          refusal.toDetails().build());
    }
    calls.changePrepared(request.orderId(), request.money());
  }

  @Override
  public Optional<Payment> find(PaymentLookup lookup) {
    OrderId orderId = lookup.orderId().orElse(null);
    PaymentId paymentId = lookup.paymentId().orElse(null);
    return client.watch().call("find", orderId, paymentId, () -> findWatched(lookup));
  }

  private Optional<Payment> findWatched(PaymentLookup lookup) {
    IamportApi calls = client.calls(client.deadline());
    PaymentId paymentId = lookup.paymentId().orElse(null);
    if (paymentId != null) {
      IamportPayment found = calls.samePayment(paymentId, client.acceptsTestPayments()).payment();
      return found == null ? Optional.empty() : Optional.of(found.toPayment());
    }
    return OrderPayments.fetch(calls, lookup.orderId().orElseThrow()).mostTelling();
  }

  /**
   * {@inheritDoc}
   *
   * <p>Here: the checkout has captured, so this only reads, and a lost answer is asked for again.
   *
   * @throws kr.pgsdk.core.error.MalformedResponseException if the answer can't be read; as from
   *     every read, for nothing has moved by this call
   */
  @Override
  public Confirmation confirm(ConfirmRequest request) {
    return client
        .watch()
        .call(
            "confirm",
            request.orderId(),
            request.paymentId(),
            () -> confirms.confirm(request, client::deadline));
  }

  @Override
  public Cancellation cancel(CancelRequest request) {
    return client
        .watch()
        .call(
            "cancel",
            request.orderId().orElse(null),
            request.paymentId(),
            () -> cancels.cancel(request, client::deadline));
  }

  @Override
  public String name() {
    return IamportPayment.TERMS.gateway();
  }

  @Override
  public IamportGateway with(CallOptions options) {
    return new IamportGateway(client.with(options), settings);
  }

  @Override
  public void close() {
    client.close();
  }

  /** Builds an {@link IamportGateway}. */
  public static final class Builder {
    private final IamportClient.Builder client;
    private boolean makesReferences = true;
    private Set<String> acceptedPromotions = Set.of();

    private Builder(IamportCredentials credentials) {
      this.client = IamportClient.builder(credentials);
    }

    /** Address, timeouts, repetition, the caller's own client. */
    public Builder http(HttpOptions http) {
      client.http(http);
      return this;
    }

    /**
     * Whether a payment of Iamport's test channel may count as paid; off by default, for the
     * channel is chosen in the buyer's browser.
     */
    public Builder acceptTestPayments(boolean acceptTestPayments) {
      client.acceptTestPayments(acceptTestPayments);
      return this;
    }

    /**
     * The ids of the card promotions with which a payment may count as paid, though less than the
     * price was paid: if amount and discount make the price. None by default: such a payment is
     * {@code NotConfirmed(MISMATCH)}, and never refunded by itself.
     */
    public Builder acceptPromotions(Set<String> promotionIds) {
      this.acceptedPromotions = Set.copyOf(promotionIds);
      return this;
    }

    /**
     * Whether a partial cancel without a reference of the shop's gets one in front of its reason;
     * true by default. Without one, two refunds of one amount can hardly be told apart: a part
     * whose answer is lost then mostly stays in doubt.
     */
    public Builder references(boolean references) {
      this.makesReferences = references;
      return this;
    }

    /** Where several processes share the token; each has its own by default. */
    public Builder tokenStore(TokenStore tokenStore) {
      client.tokenStore(tokenStore);
      return this;
    }

    /** The sub-merchant all calls are for; none by default. */
    public Builder tier(IamportTier tier) {
      client.tier(tier);
      return this;
    }

    /** How the token is written; {@link IamportTokenHeader#BEARER} by default. */
    public Builder tokenHeader(IamportTokenHeader tokenHeader) {
      client.tokenHeader(tokenHeader);
      return this;
    }

    /** For tests: clock, sleeper and randomness. */
    Builder environment(Environment environment) {
      client.environment(environment);
      return this;
    }

    /** For tests: what stands in for the network. */
    Builder exchange(Transport exchange) {
      client.exchange(exchange);
      return this;
    }

    /**
     * Returns the gateway.
     *
     * @throws IllegalStateException if the OkHttp on the class path is too old
     */
    public IamportGateway build() {
      return new IamportGateway(
          client.build(), new Settings(makesReferences, acceptedPromotions, new ClaimedRows()));
    }
  }
}
