package kr.pgsdk.iamport;

import java.util.Optional;
import java.util.Set;
import kr.pgsdk.core.BillingGateway;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.CheckoutParameters;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.Preparation;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.core.TransactionList;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.internal.flow.OpenWork;
import kr.pgsdk.core.internal.flow.Verbs;
import kr.pgsdk.iamport.model.IamportPayment;
import org.jspecify.annotations.Nullable;

/**
 * Iamport (PortOne V1) as a {@link PaymentGateway}. Its checkout captures the money, so {@link
 * #confirm} only looks the payment up and verifies it. {@link #cancel}, {@code onMismatch(CANCEL)}
 * and {@link #billing()} move money.
 */
public final class IamportGateway implements PaymentGateway {
  private final IamportClient client;
  private final Settings settings;
  private final Verbs verbs;

  /** What a gateway object passes on to those made from it. */
  private record Settings(
      String fingerprint,
      boolean makesReferences,
      Set<String> acceptedPromotions,
      @Nullable String channelKey,
      OpenWork open) {}

  private IamportGateway(IamportClient client, Settings settings) {
    this.client = client;
    this.settings = settings;
    this.verbs =
        new Verbs(
            client.sender(),
            new IamportConfirm(client, settings.acceptedPromotions()),
            new IamportCancel(client, settings.makesReferences()),
            settings.open());
  }

  /** Starts a gateway. */
  public static Builder builder(IamportCredentials credentials) {
    return new Builder(credentials);
  }

  /**
   * Returns the client of this gateway, with one method for each REST call. The two share token and
   * connections; closing either closes both.
   */
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
   * {@link Preparation.Registered}. Its {@link Preparation#checkout} has the argument of {@code
   * IMP.request_pay}. On phones the script leaves the page and needs a return URL.
   */
  @Override
  public Preparation prepare(PrepareRequest request) {
    return verbs.prepare(request, () -> preparing().prepare(request));
  }

  private IamportPrepare preparing() {
    return new IamportPrepare(client, settings.channelKey());
  }

  @Override
  public void check(PrepareRequest request) {
    CheckoutParameters unused = preparing().checked(request);
  }

  @Override
  public Optional<Payment> find(PaymentLookup lookup) {
    return verbs.find(lookup, deadline -> find(lookup, client.api(deadline)));
  }

  private Optional<Payment> find(PaymentLookup lookup, IamportApi api) {
    PaymentId paymentId = lookup.paymentId().orElse(null);
    if (paymentId == null) {
      return api.ofOrder(lookup.orderId().orElseThrow()).mostTelling();
    }
    return Optional.ofNullable(api.samePayment(paymentId, client.acceptsTestPayments()).payment())
        .map(IamportPayment::toPayment);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Here: the checkout has captured already, so confirm only reads, and repeats the request
   * after a lost response.
   *
   * @throws kr.pgsdk.core.error.MalformedResponseException if the response can't be read; this call
   *     moved no money
   */
  @Override
  public Confirmation confirm(ConfirmRequest request) {
    return verbs.confirm(request);
  }

  @Override
  public Cancellation cancel(CancelRequest request) {
    return verbs.cancel(request, () -> {});
  }

  /**
   * Billing keys and charges by them. The two share everything; closing the gateway closes both.
   */
  public BillingGateway billing() {
    return IamportBilling.verbs(
        client, settings.channelKey(), settings.acceptedPromotions(), settings.open());
  }

  /**
   * The captures and cancels of a day, made from Iamport's lists of paid and of cancelled payments.
   * A payment that was cancelled later is only in the list of cancelled payments, at the time of
   * its last cancel. So for a day, the SDK reads all cancels from that day until now; a day long
   * ago takes a long time. The SDK keeps in memory which payments of the day it has listed, about
   * 100 bytes for each. Payments of the test channel are left out unless the gateway accepts them.
   */
  public TransactionList transactions() {
    return new IamportTransactionList(client);
  }

  /** False: the checkout has captured. */
  @Override
  public boolean capturesOnConfirm() {
    return false;
  }

  @Override
  public String name() {
    return IamportPayment.TERMS.gateway();
  }

  @Override
  public Optional<String> credentialFingerprint() {
    return Optional.of(settings.fingerprint());
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
  public static final class Builder extends IamportBuilder<Builder> {
    private boolean makesReferences = true;
    private Set<String> acceptedPromotions = Set.of();
    private @Nullable String channelKey;

    private Builder(IamportCredentials credentials) {
      super(credentials);
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * The ids of the accepted card promotions. A payment with such a promotion counts as paid if
     * its amount and discount together are the price. By default none is accepted: a payment with a
     * promotion is {@code NotConfirmed(MISMATCH)}, and the SDK never refunds it automatically.
     */
    public Builder acceptPromotions(Set<String> promotionIds) {
      this.acceptedPromotions = Set.copyOf(promotionIds);
      return this;
    }

    /**
     * The key of the channel, as the console shows it. The checkout's window opens for this
     * channel, unless a request names another ({@code channelKey} or {@code pg} as a parameter of
     * its {@link kr.pgsdk.core.CheckoutOptions}). {@link #billing()} issues and charges billing
     * keys through this channel; to issue a key, a channel is required.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public Builder channelKey(String channelKey) {
      if (channelKey.isBlank()) {
        throw new IllegalArgumentException("channelKey must not be empty or blank");
      }
      this.channelKey = channelKey;
      return this;
    }

    /**
     * Whether the SDK puts a reference in front of the reason of a partial cancel for which the
     * shop gave none; true by default. Without a reference, two refunds of the same amount can
     * hardly be told apart: a partial cancel whose response is lost then usually stays in doubt.
     */
    public Builder references(boolean references) {
      this.makesReferences = references;
      return this;
    }

    /**
     * Returns the gateway.
     *
     * @throws IllegalArgumentException if the base URL ends in a path of the API, such as {@code
     *     /payments}
     * @throws IllegalStateException if the OkHttp on the class path is too old
     */
    public IamportGateway build() {
      return new IamportGateway(
          client(),
          new Settings(
              fingerprint(), makesReferences, acceptedPromotions, channelKey, new OpenWork()));
    }
  }
}
