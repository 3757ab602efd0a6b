package kr.pgsdk.iamport;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.OpenRequest;
import kr.pgsdk.core.internal.http.Sender;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.iamport.billing.IamportBillingKeys;
import kr.pgsdk.iamport.internal.IamportCalls;
import kr.pgsdk.iamport.model.IamportBalance;
import kr.pgsdk.iamport.model.IamportPayment;
import kr.pgsdk.iamport.model.IamportPreparedPayment;
import org.jspecify.annotations.Nullable;

/**
 * Iamport's REST calls, one method each, in Iamport's own terms, and {@link #request} for the rest.
 * To take payments use {@link IamportGateway}, which also verifies, and looks up what was lost.
 *
 * <p>Calls block, until their deadline at most. They throw the exceptions of {@link
 * kr.pgsdk.core.PaymentGateway}: a {@code GatewayException} for a {@code code} other than 0,
 * whatever the HTTP status, and for 429. After {@link #close} they throw {@link
 * IllegalStateException}. Thread-safe: use one for each merchant account, for the life of the
 * application.
 */
public final class IamportClient extends IamportFeatures implements AutoCloseable {
  static final int MAX_PAYMENTS_AT_ONCE = 100; // v1.openapi.json, GET /payments

  private final boolean acceptTestPayments;

  IamportClient(IamportCalls calls, boolean acceptTestPayments) {
    super(calls);
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
   * {@code GET /payments}: several payments by payment id, by order id, or both; 1 to 100 ids
   * together.
   *
   * @return the payments that exist, in no fixed order: match them by id
   */
  public List<IamportPayment> payments(List<PaymentId> paymentIds, List<OrderId> orderIds) {
    int count = paymentIds.size() + orderIds.size();
    if (count < 1 || count > MAX_PAYMENTS_AT_ONCE) {
      throw new IllegalArgumentException(
          "imp_uid and merchant_uid must be 1 to " + MAX_PAYMENTS_AT_ONCE + " together: " + count);
    }
    return api().payments(List.copyOf(paymentIds), List.copyOf(orderIds));
  }

  /**
   * {@code GET /payments/find/{merchant_uid}[/{status}]}: the first of an order's payments. It may
   * be a failed try that came after a paid one: to learn whether the order is paid, use {@link
   * IamportStatusFilter#PAID}. Iamport may reject an id with a slash here; {@link #payments(List,
   * List)} takes any id.
   */
  public Optional<IamportPayment> find(
      OrderId orderId, IamportStatusFilter status, IamportSorting sorting) {
    return api().find(orderId, status, sorting);
  }

  /**
   * {@code GET /payments/status/{status}}: all payments in a status from {@code from} to {@code
   * to}, both included. Pages are fetched as they are read, each with a deadline of its own; a list
   * of any length takes little memory. Iamport lists at most 90 days at once: a longer time is
   * listed in steps of 90 days, the last first, and sorted within each. Which time counts depends
   * on the status: when a payment was started (ready), paid, cancelled or failed. A payment that
   * changes its status meanwhile may be missing, or come twice.
   *
   * <p>Close the stream, with try-with-resources; one that is read to its end closes itself. It is
   * sequential, and for one thread. Nothing is sent before it is read; reading it throws what a
   * call throws, and a {@code TransportException} says how many were read before.
   *
   * @throws IllegalArgumentException if {@code to} is before {@code from}, or that before 1970
   */
  public Stream<IamportPayment> allPayments(
      IamportStatusFilter status, Instant from, Instant to, IamportSorting sorting) {
    return calls.stream(
        new PaymentsByStatus(
            status, from, to, sorting, json -> calls.payment(json, payment -> true)));
  }

  /**
   * {@code GET /payments}: the payments of any number of orders, 100 orders in a request. Orders
   * without a payment are left out; match the payments by order id. The stream is as that of {@link
   * #allPayments(IamportStatusFilter, Instant, Instant, IamportSorting)}.
   *
   * @throws IllegalArgumentException if there is no order id
   */
  public Stream<IamportPayment> allPayments(Collection<OrderId> orderIds) {
    return calls.stream(new OrderBatchPages(calls, orderIds));
  }

  /**
   * {@code GET /payments/findAll/{merchant_uid}[/{status}]}: an order's payments, failed tries
   * included. An id with a slash: as with {@link #find}. The stream is as that of {@link
   * #allPayments(IamportStatusFilter, Instant, Instant, IamportSorting)}.
   */
  public Stream<IamportPayment> allPayments(
      OrderId orderId, IamportStatusFilter status, IamportSorting sorting) {
    return api().all(orderId, status, sorting);
  }

  /** {@code GET /payments/{imp_uid}/balance}: PAYCO and KCP only; others refuse. */
  public IamportBalance balance(PaymentId paymentId) {
    return api().balance(paymentId);
  }

  /**
   * {@code POST /payments/prepare}: registers an amount. Iamport refuses an order that is
   * registered already, also with the same amount. So after a lost response, the repetition may be
   * refused.
   *
   * @throws IllegalArgumentException if the order id has more than 40 characters, or the amount is
   *     zero
   */
  public IamportPreparedPayment prepare(OrderId orderId, Money money) {
    IamportRules.preparable(orderId, money);
    return api().prepare(orderId, money);
  }

  /** {@code GET /payments/prepare/{merchant_uid}}: empty if nothing is registered. */
  public Optional<IamportPreparedPayment> prepared(OrderId orderId) {
    return api().prepared(orderId);
  }

  /**
   * {@code PUT /payments/prepare}: registers another amount.
   *
   * @throws IllegalArgumentException as {@link #prepare} does
   * @throws kr.pgsdk.core.error.GatewayException if nothing is registered
   */
  public IamportPreparedPayment changePrepared(OrderId orderId, Money money) {
    IamportRules.preparable(orderId, money);
    return api().changePrepared(orderId, money);
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

  /**
   * Calls an endpoint that has no method here, with the same token and the same rules for responses
   * and errors: any method, path, query and JSON body. A GET is repeated like every read. The SDK
   * assumes that any other request moves money, and sends it once: after an {@code
   * OutcomeUnknownException}, look the payment up before you send it again.
   *
   * <p>What answers with a payment is read like this:
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
    HttpRequest.Builder request = OpenRequest.of(method, path, jsonBody);
    if (jsonBody != null) {
      IamportRules.body(jsonBody);
    }
    return api().open(request);
  }

  /**
   * Returns a client with other options. The two share token and connections; closing either closes
   * both.
   */
  public IamportClient with(CallOptions options) {
    return new IamportClient(calls.by(sender().with(options)), acceptTestPayments);
  }

  /** Ends waiting calls. A caller's {@code OkHttpClient} stays open. Idempotent. */
  @Override
  public void close() {
    sender().close();
  }

  /** How late it is. */
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

  /** Billing keys, under a deadline. */
  IamportBillingKeys billingKeys(Deadline deadline) {
    return new IamportBillingKeys(calls.within(deadline));
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
