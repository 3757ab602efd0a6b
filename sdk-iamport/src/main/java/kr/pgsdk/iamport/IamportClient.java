package kr.pgsdk.iamport;

import java.time.Instant;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.internal.http.CustomRequest;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.Sender;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.iamport.benepia.IamportBenepia;
import kr.pgsdk.iamport.billing.IamportBillingKeys;
import kr.pgsdk.iamport.billing.IamportCardPayments;
import kr.pgsdk.iamport.certification.IamportCertifications;
import kr.pgsdk.iamport.code.IamportBanks;
import kr.pgsdk.iamport.code.IamportCards;
import kr.pgsdk.iamport.cvs.IamportConvenienceStores;
import kr.pgsdk.iamport.escrow.IamportEscrow;
import kr.pgsdk.iamport.internal.IamportCalls;
import kr.pgsdk.iamport.kcpquick.IamportKcpQuick;
import kr.pgsdk.iamport.merchant.IamportChannels;
import kr.pgsdk.iamport.merchant.IamportTiers;
import kr.pgsdk.iamport.model.IamportPayment;
import kr.pgsdk.iamport.naverpay.IamportNaverPay;
import kr.pgsdk.iamport.partner.IamportPartners;
import kr.pgsdk.iamport.payco.IamportPayco;
import kr.pgsdk.iamport.payment.IamportPayments;
import kr.pgsdk.iamport.paymentwall.IamportPaymentwall;
import kr.pgsdk.iamport.receipt.IamportCashReceipts;
import kr.pgsdk.iamport.schedule.IamportSchedules;
import kr.pgsdk.iamport.virtualaccount.IamportVirtualAccounts;
import org.jspecify.annotations.Nullable;

/**
 * Iamport's REST calls, one method for each, with Iamport's own names, and {@link #request} for all
 * others. To take payments use {@link IamportGateway}, which also verifies payments, and looks them
 * up after lost responses.
 *
 * <p>Calls block, until their deadline at most. They throw the exceptions of {@link
 * kr.pgsdk.core.PaymentGateway}: a {@code GatewayException} for a {@code code} other than 0,
 * whatever the HTTP status, and for 429. After {@link #close} they throw {@link
 * IllegalStateException}. Thread-safe: use one for each merchant account, for the life of the
 * application.
 */
public final class IamportClient implements AutoCloseable {
  private final IamportCalls calls;
  private final boolean acceptTestPayments;

  IamportClient(IamportCalls calls, boolean acceptTestPayments) {
    this.calls = calls;
    this.acceptTestPayments = acceptTestPayments;
  }

  /** Starts a client. */
  public static Builder builder(IamportCredentials credentials) {
    return new Builder(credentials);
  }

  /** Returns the token that the next request would carry: the cached one, or a new one. */
  public AuthToken getToken() {
    return sender().token();
  }

  /**
   * {@code GET /payments/{imp_uid}}. Finds payments of the test channel only if the client was
   * built with {@link Builder#acceptTestPayments}.
   *
   * @throws kr.pgsdk.core.error.GatewayException with HTTP status 404 if there is none
   */
  public IamportPayment payment(PaymentId paymentId) {
    return payment(paymentId, acceptTestPayments);
  }

  /**
   * Like {@link #payment(PaymentId)}, with the test channel chosen by the argument.
   *
   * @param includeSandbox whether to find a payment of the test channel too
   */
  public IamportPayment payment(PaymentId paymentId, boolean includeSandbox) {
    return api().samePayment(paymentId, includeSandbox).orElseThrow();
  }

  /**
   * {@code GET /payments/{imp_uid}} with {@code extension=true}: as {@link #payment(PaymentId)},
   * with the payment company's own fields in {@link IamportPayment#extension()}, if it has any.
   *
   * @throws kr.pgsdk.core.error.GatewayException with HTTP status 404 if there is none
   */
  public IamportPayment paymentWithExtension(PaymentId paymentId) {
    return api().paymentWithExtension(paymentId, acceptTestPayments);
  }

  /**
   * {@code POST /payments/cancel}. <strong>Moves money</strong>, and is sent once. If the returned
   * payment's history doesn't have the cancel, the payment company is still working on it.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if it may have been executed: look the
   *     payment up before anything else
   */
  public IamportPayment cancel(IamportCancelRequest request) {
    return api().cancel(request);
  }

  /** Payments in lists, searches for them, and amounts registered in advance. */
  public IamportPayments payments() {
    return new IamportPayments(calls);
  }

  /** Billing keys, and payments by them. */
  public IamportBillingKeys billingKeys() {
    return new IamportBillingKeys(calls);
  }

  /** Payments by card data that the shop took in itself. */
  public IamportCardPayments cardPayments() {
    return new IamportCardPayments(calls);
  }

  /** Scheduled payments by billing keys. */
  public IamportSchedules schedules() {
    return new IamportSchedules(calls);
  }

  /** Cash receipts, of payments and of money received elsewhere. */
  public IamportCashReceipts cashReceipts() {
    return new IamportCashReceipts(calls);
  }

  /** Virtual accounts: issue, change, revoke. */
  public IamportVirtualAccounts virtualAccounts() {
    return new IamportVirtualAccounts(calls);
  }

  /** Barcodes to pay at convenience stores. */
  public IamportConvenienceStores convenienceStores() {
    return new IamportConvenienceStores(calls);
  }

  /** Identity verifications. */
  public IamportCertifications certifications() {
    return new IamportCertifications(calls);
  }

  /** Deliveries of escrow payments. */
  public IamportEscrow escrow() {
    return new IamportEscrow(calls);
  }

  /** The standard codes of banks. */
  public IamportBanks banks() {
    return new IamportBanks(calls);
  }

  /** The standard codes of card companies. */
  public IamportCards cards() {
    return new IamportCards(calls);
  }

  /** The channels set up in the console. */
  public IamportChannels channels() {
    return new IamportChannels(calls);
  }

  /** Sub-merchants. */
  public IamportTiers tiers() {
    return new IamportTiers(calls);
  }

  /** Receipts that name sub-merchants. */
  public IamportPartners partners() {
    return new IamportPartners(calls);
  }

  /** Orders of Payco. */
  public IamportPayco payco() {
    return new IamportPayco(calls);
  }

  /** Deliveries of Paymentwall. */
  public IamportPaymentwall paymentwall() {
    return new IamportPaymentwall(calls);
  }

  /** Payments with Benepia points. */
  public IamportBenepia benepia() {
    return new IamportBenepia(calls);
  }

  /** KCP's quickpay. */
  public IamportKcpQuick kcpQuick() {
    return new IamportKcpQuick(calls);
  }

  /** Naver Pay: orders, returns, reviews, points. */
  public IamportNaverPay naverPay() {
    return new IamportNaverPay(calls);
  }

  /**
   * Calls an endpoint that has no method here, with the same token and the same rules for responses
   * and errors: any method, path, query and JSON body. A GET is repeated like every read. The SDK
   * assumes that any other request moves money, and sends it once: after an {@code
   * OutcomeUnknownException}, look the payment up before you send it again.
   *
   * <p>If the response is a payment, read it like this:
   *
   * <pre>{@code
   * IamportPayment payment =
   *     IamportPayment.parse(client.request("GET", "/payments/imp_1?include_sandbox=true", null));
   * }</pre>
   *
   * <p><strong>These move money</strong>: POST to {@code /payments/cancel}, {@code
   * /subscribe/payments/onetime}, {@code /subscribe/payments/again} and {@code
   * /subscribe/payments/schedule/{merchant_uid}/retry}; a POST to {@code
   * /subscribe/payments/schedule} does at its time. A declined card is a normal response there:
   * read the payment's status. Prefer the methods of this client and of {@link IamportGateway}.
   *
   * @param method GET, POST, PUT, PATCH or DELETE
   * @param path such as {@code /subscribe/customers/abc?page=1}: begins with one slash,
   *     percent-encoded, never a URL
   * @param jsonBody a JSON object of at most 1 MiB; null for none, as GET has it
   * @return the {@code response} part as JSON text; {@code null} as text if there is none
   * @throws IllegalArgumentException if one of these is otherwise
   */
  public String request(String method, String path, @Nullable String jsonBody) {
    HttpRequest.Builder request = CustomRequest.of(method, path, jsonBody);
    if (jsonBody != null) {
      IamportRules.body(jsonBody);
    }
    return api().custom(request);
  }

  /**
   * Returns a client with other options. The two share token and connections; closing either closes
   * both.
   */
  public IamportClient with(CallOptions options) {
    return new IamportClient(calls.by(sender().with(options)), acceptTestPayments);
  }

  /** Ends running calls. A caller's {@code OkHttpClient} stays open. Idempotent. */
  @Override
  public void close() {
    sender().close();
  }

  /** The time now. */
  Instant now() {
    return calls.now();
  }

  /** What sends its requests, for the verbs that are made of several. */
  Sender sender() {
    return calls.sender();
  }

  /** Whether a payment of the test channel is found, and may count as paid. */
  boolean acceptsTestPayments() {
    return acceptTestPayments;
  }

  /** The REST calls, under a deadline. */
  IamportApi api(Deadline deadline) {
    return new IamportApi(calls.within(deadline));
  }

  private IamportApi api() {
    return new IamportApi(calls);
  }

  /** Builds an {@link IamportClient}. */
  public static final class Builder extends IamportBuilder<Builder> {
    private Builder(IamportCredentials credentials) {
      super(credentials);
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * Returns the client.
     *
     * @throws IllegalArgumentException if the base URL ends in a path of the API, such as {@code
     *     /payments}
     * @throws IllegalStateException if the OkHttp on the class path is too old
     */
    public IamportClient build() {
      return client();
    }
  }
}
