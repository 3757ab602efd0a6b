package kr.pgsdk.portone;

import java.util.Optional;
import kr.pgsdk.core.BillingGateway;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.CheckoutParameters;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.Preparation;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.core.TransactionList;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.internal.flow.OpenWork;
import kr.pgsdk.core.internal.flow.Verbs;
import kr.pgsdk.core.internal.text.Texts;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.portone.model.PortOnePayment;
import org.jspecify.annotations.Nullable;

/**
 * {@link PaymentGateway} over PortOne V2.
 *
 * <p>The shop's order id is PortOne's {@code paymentId}, and the payment id its {@code
 * transactionId} ({@code txId} in the browser). Through most channels the checkout captures, and
 * {@link #confirm} looks the payment up and verifies it. Through a channel with manual confirmation
 * the checkout brings a {@linkplain ConfirmRequest.Builder#paymentToken token} back, and a confirm
 * with this token captures. The SDK repeats confirm and cancel only with the same idempotency key,
 * and only while PortOne surely keeps the key (three hours).
 */
public final class PortOneGateway implements PaymentGateway {
  private final PortOneClient client;
  private final Settings settings;
  private final Verbs verbs;

  /** What a gateway object passes on to those made from it. */
  private record Settings(
      String fingerprint,
      boolean acceptsTestPayments,
      boolean makesReferences,
      @Nullable String storeId,
      @Nullable String channelKey,
      OpenWork open) {}

  private PortOneGateway(PortOneClient client, Settings settings) {
    this.client = client;
    this.settings = settings;
    this.verbs =
        new Verbs(
            client.sender(),
            new PortOneConfirm(client, settings.acceptsTestPayments()),
            new PortOneCancel(client, settings.makesReferences()),
            settings.open());
  }

  /** Starts a gateway for a merchant. */
  public static Builder builder(PortOneApiSecret apiSecret) {
    return new Builder(apiSecret);
  }

  /**
   * Returns the client of this gateway, with one method for each REST call. Closing either closes
   * both.
   */
  public PortOneClient client() {
    return client;
  }

  /** {@inheritDoc} It is made from the API secret, and never expires. */
  @Override
  public AuthToken getToken() {
    return client.getToken();
  }

  /**
   * {@inheritDoc}
   *
   * <p>Here: registers the amount with PortOne. PortOne documents neither what this protects nor
   * what a second registration does, so the result is a {@link Preparation.ClientSideOnly}. The
   * {@link Preparation#checkout} has the argument of {@code PortOne.requestPayment}, without {@code
   * storeId} or {@code channelKey} if the gateway was built without them. The buyer pays by card
   * unless the request says otherwise. On phones the script leaves the page and needs a return URL.
   *
   * @throws IllegalArgumentException if the order id isn't 6 to 40 letters, digits, - and _, the
   *     order name longer than 100 characters, or the amount no whole number of minor units
   * @throws kr.pgsdk.core.error.GatewayException also if the order is paid already ({@code
   *     ALREADY_PAID})
   */
  @Override
  public Preparation prepare(PrepareRequest request) {
    return verbs.prepare(request, () -> prepared(request));
  }

  @Override
  public void check(PrepareRequest request) {
    CheckoutParameters unused = checkout(request);
  }

  private CheckoutParameters checkout(PrepareRequest request) {
    PortOneRules.preparable(request);
    return PortOneCheckoutPage.of(request, settings.storeId(), settings.channelKey());
  }

  private Preparation prepared(PrepareRequest request) {
    CheckoutParameters checkout = checkout(request);
    client.preRegister(request.orderId(), request.money());
    return new Preparation.ClientSideOnly(request.orderId(), request.money(), checkout);
  }

  @Override
  public Optional<Payment> find(PaymentLookup lookup) {
    return verbs.find(lookup, deadline -> find(lookup, deadline));
  }

  private Optional<Payment> find(PaymentLookup lookup, Deadline deadline) {
    PortOneApi api = client.api(deadline);
    OrderId orderId = lookup.orderId().orElse(null);
    Optional<PortOnePayment> found =
        orderId != null ? api.find(orderId) : api.find(lookup.paymentId().orElseThrow());
    return found.map(PortOnePayment::toPayment);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Here: with a payment token this call captures the money. Without one the checkout has
   * captured already, and this call only reads.
   */
  @Override
  public Confirmation confirm(ConfirmRequest request) {
    return verbs.confirm(request);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException also if an amount is no whole number of minor units
   */
  @Override
  public Cancellation cancel(CancelRequest request) {
    return verbs.cancel(request, () -> PortOneRules.cancel(request));
  }

  /**
   * Billing keys and charges by them. The two share everything; closing the gateway closes both.
   */
  public BillingGateway billing() {
    return PortOneBilling.verbs(
        client, settings.channelKey(), settings.acceptsTestPayments(), settings.open());
  }

  /**
   * The captures and cancels of a day, made from PortOne's list of payments. A payment is in that
   * list at the time of its last change of status. So for a day, the SDK reads all payments that
   * changed from that day until now, 60,000 at most; a day long ago takes a long time. The SDK
   * keeps in memory which payments of the day it has listed, about 100 bytes for each. Payments of
   * test channels are left out unless the gateway accepts them.
   */
  public TransactionList transactions() {
    return new PortOneTransactionList(client, settings.acceptsTestPayments());
  }

  /**
   * False: through most channels the checkout has captured. A confirm with a payment token still
   * captures, and only once for an order, because PortOne accepts one payment for an order.
   */
  @Override
  public boolean capturesOnConfirm() {
    return false;
  }

  @Override
  public String name() {
    return PortOnePayment.TERMS.gateway();
  }

  @Override
  public Optional<String> credentialFingerprint() {
    return Optional.of(settings.fingerprint());
  }

  @Override
  public PortOneGateway with(CallOptions options) {
    return new PortOneGateway(client.with(options), settings);
  }

  @Override
  public void close() {
    client.close();
  }

  /** Builds a {@link PortOneGateway}. */
  public static final class Builder extends PortOneBuilder<Builder> {
    private boolean acceptTestPayments;
    private boolean makesReferences = true;
    private @Nullable String channelKey;

    private Builder(PortOneApiSecret apiSecret) {
      super(apiSecret);
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * Whether payments through a test channel may count as paid; off by default, because the
     * buyer's browser chooses the channel.
     */
    public Builder acceptTestPayments(boolean acceptTestPayments) {
      this.acceptTestPayments = acceptTestPayments;
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
     * The channel key, {@code channel-key-...}, as the console shows it. The checkout opens this
     * channel, unless a request names another ({@code channelKey} or {@code channelGroupId} as a
     * parameter of its {@link kr.pgsdk.core.CheckoutOptions}). {@link #billing()} issues billing
     * keys through this channel.
     *
     * @throws IllegalArgumentException if it can't be one
     */
    public Builder channelKey(String channelKey) {
      this.channelKey = Texts.id(channelKey, "channelKey");
      return this;
    }

    /**
     * Returns the gateway.
     *
     * @throws IllegalArgumentException if the base URL names another host of PortOne, another
     *     gateway's, or a path at {@code api.portone.io}
     * @throws IllegalStateException if the OkHttp on the class path is too old
     */
    public PortOneGateway build() {
      return new PortOneGateway(
          client(),
          new Settings(
              fingerprint(),
              acceptTestPayments,
              makesReferences,
              storeId(),
              channelKey,
              new OpenWork()));
    }
  }
}
