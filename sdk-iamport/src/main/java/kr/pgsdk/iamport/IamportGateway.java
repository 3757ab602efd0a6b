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
 * Iamport (PortOne V1) as a {@link PaymentGateway}. Its checkout captures by itself, so {@link
 * #confirm} fetches and verifies; money is moved by {@link #cancel} alone.
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
   * <p>Here: the checkout has captured, so this only reads, and a lost response is asked for again.
   *
   * @throws kr.pgsdk.core.error.MalformedResponseException if the response can't be read; as from
   *     every read, for nothing has moved by this call
   */
  @Override
  public Confirmation confirm(ConfirmRequest request) {
    return verbs.confirm(request);
  }

  @Override
  public Cancellation cancel(CancelRequest request) {
    return verbs.cancel(request, () -> {});
  }

  /** Billing keys and charges by them. The two share everything; closing this closes both. */
  public BillingGateway billing() {
    return IamportBilling.verbs(
        client, settings.channelKey(), settings.acceptedPromotions(), settings.open());
  }

  /**
   * What moved, day by day, made of Iamport's lists of paid and of cancelled payments. A payment
   * that was cancelled since stands in the latter only, at the time of its last cancel; so a day's
   * list reads all that was cancelled from that day until now, and a day long ago takes long. Which
   * payments of the day were listed is kept in memory, some 100 bytes each. Payments of the test
   * channel are left out unless the gateway accepts them.
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
     * The ids of the card promotions with which a payment may count as paid, though less than the
     * price was paid: if amount and discount make the price. None by default: such a payment is
     * {@code NotConfirmed(MISMATCH)}, and never refunded by itself.
     */
    public Builder acceptPromotions(Set<String> promotionIds) {
      this.acceptedPromotions = Set.copyOf(promotionIds);
      return this;
    }

    /**
     * The channel that the checkout's window opens for, unless a request names another ({@code
     * channelKey} or {@code pg} as a parameter of its {@link kr.pgsdk.core.CheckoutOptions}), and
     * through which {@link #billing()} issues billing keys and charges them; its key as the console
     * shows it. Issuing needs one.
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
     * Whether a partial cancel without a reference of the shop's gets one in front of its reason;
     * true by default. Without one, two refunds of one amount can hardly be told apart: a part
     * whose response is lost then mostly stays in doubt.
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
