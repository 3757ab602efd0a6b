package kr.pgsdk.toss;

import java.util.Objects;
import java.util.Optional;
import kr.pgsdk.core.BillingGateway;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.CheckoutParameters;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.Preparation;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.core.TransactionList;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.internal.flow.OpenWork;
import kr.pgsdk.core.internal.flow.Verbs;
import kr.pgsdk.toss.model.TossPayment;

/**
 * {@link PaymentGateway} over Toss Payments v1.
 *
 * <p>A confirm captures the money, with the order id and amount that the shop expects, never with
 * those that the browser brought. Confirm and cancel are repeated only with the same idempotency
 * key. A confirm's key is made from payment id, order id and amount, so another server sends the
 * same key.
 */
public final class TossGateway implements PaymentGateway {
  private final TossClient client;
  private final Settings settings;
  private final Verbs verbs;

  /** What a gateway object passes on to those made from it. */
  private record Settings(
      String fingerprint, boolean makesReferences, TossScript script, OpenWork open) {}

  private TossGateway(TossClient client, Settings settings) {
    this.client = client;
    this.settings = settings;
    this.verbs =
        new Verbs(
            client.sender(),
            new TossConfirm(client),
            new TossCancel(client, settings.makesReferences()),
            settings.open());
  }

  /** Starts a gateway for a merchant. */
  public static Builder builder(TossSecretKey secretKey) {
    return new Builder(secretKey);
  }

  /**
   * Returns the client of this gateway, with one method for each REST call. Closing either closes
   * both.
   */
  public TossClient client() {
    return client;
  }

  /** {@inheritDoc} It is made from the secret key, and never expires. */
  @Override
  public AuthToken getToken() {
    return client.getToken();
  }

  /**
   * {@inheritDoc} The {@link Preparation#checkout} has the arguments of the {@link TossScript} that
   * the gateway was built for. The buyer is a guest ({@code TossPayments.ANONYMOUS}) and pays by
   * card unless the request says otherwise. Without a return URL the script stays on the page and
   * resolves its promise, which Toss supports on desktops only.
   *
   * @throws IllegalArgumentException if the order id isn't 6 to 64 letters, digits, - _ =, the
   *     order name, the buyer's name or email is longer than 100 characters, or the customer key
   *     isn't 2 to 50 letters, digits, - _ = . @
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
    return new TossCheckoutPage(settings.script()).of(request);
  }

  private Preparation prepared(PrepareRequest request) {
    return new Preparation.ClientSideOnly(request.orderId(), request.money(), checkout(request));
  }

  @Override
  public Optional<Payment> find(PaymentLookup lookup) {
    return verbs.find(lookup, deadline -> client.api(deadline).find(lookup));
  }

  @Override
  public Confirmation confirm(ConfirmRequest request) {
    return verbs.confirm(request);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException also if the request has a VAT part or a refund phone, which
   *     Toss doesn't take, or a refund account that Toss would refuse
   */
  @Override
  public Cancellation cancel(CancelRequest request) {
    return verbs.cancel(request, () -> TossRules.cancel(request));
  }

  /**
   * Billing keys and charges by them. The two share everything; closing the gateway closes both.
   */
  public BillingGateway billing() {
    return TossBilling.verbs(client, settings.open());
  }

  /**
   * The captures and cancels of a day, from Toss's own list. A row is a cancel if the payment's
   * status after it is {@code CANCELED} or {@code PARTIAL_CANCELED}, or if its amount is negative;
   * otherwise it is a capture. Rows of amount 0 are left out, such as the row of a newly issued
   * account.
   */
  public TransactionList transactions() {
    return new TossTransactionList(client.transactions());
  }

  /** True: nothing is captured before confirm. */
  @Override
  public boolean capturesOnConfirm() {
    return true;
  }

  @Override
  public String name() {
    return TossPayment.TERMS.gateway();
  }

  @Override
  public boolean keepsCancelReasons() {
    return true;
  }

  @Override
  public Optional<String> credentialFingerprint() {
    return Optional.of(settings.fingerprint());
  }

  @Override
  public TossGateway with(CallOptions options) {
    return new TossGateway(client.with(options), settings);
  }

  @Override
  public void close() {
    client.close();
  }

  /** Builds a {@link TossGateway}. */
  public static final class Builder extends TossBuilder<Builder> {
    private boolean makesReferences = true;
    private TossScript script;

    private Builder(TossSecretKey secretKey) {
      super(secretKey);
      this.script = TossScript.of(secretKey);
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * Whether the SDK puts a reference in front of the reason of a partial cancel for which the
     * shop gave none; true by default. Without a reference, nothing that Toss shows tells two
     * refunds of the same amount apart: a partial cancel whose response is lost then stays in
     * doubt.
     */
    public Builder references(boolean references) {
      this.makesReferences = references;
      return this;
    }

    /**
     * The script that the shop's page calls: {@link Preparation#checkout} has the arguments for
     * this script. By default the widget for a secret key {@code _gsk_}, and the window for any
     * other key.
     */
    public Builder script(TossScript script) {
      this.script = Objects.requireNonNull(script, "script");
      return this;
    }

    /**
     * Returns the gateway.
     *
     * @throws IllegalArgumentException if the base URL ends in an API version, such as {@code /v1}
     * @throws IllegalStateException if the OkHttp on the class path is too old
     */
    public TossGateway build() {
      return new TossGateway(
          client(), new Settings(fingerprint(), makesReferences, script, new OpenWork()));
    }
  }
}
