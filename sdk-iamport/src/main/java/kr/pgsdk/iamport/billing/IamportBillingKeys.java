package kr.pgsdk.iamport.billing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.ResponseMatch;
import kr.pgsdk.iamport.internal.CustomerUid;
import kr.pgsdk.iamport.internal.IamportCalls;
import kr.pgsdk.iamport.internal.NumberedPages;
import kr.pgsdk.iamport.model.IamportPayment;
import org.jspecify.annotations.Nullable;

/**
 * Billing keys, named by the shop's {@code customer_uid}, and payments by them. What changes
 * something is sent once.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.iamport.IamportClient} throw. They refuse
 * a {@code customer_uid} that is blank or longer than 80 characters.
 */
public final class IamportBillingKeys {
  private static final String CUSTOMERS = "customers";

  /** A missing key is documented as a 404, and was seen as 200 with code 1 and these words. */
  private static final String NO_SUCH_KEY = "등록된 정보를 찾을 수 없습니다";

  private final IamportCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public IamportBillingKeys(IamportCalls calls) {
    this.calls = calls;
  }

  /** {@code GET /subscribe/customers/{customer_uid}}; empty if there is none. */
  public Optional<IamportBillingKey> find(String customerUid) {
    return calls.find(
        HttpRequest.safe("billing key", "GET", path(customerUid)).hide(customerUid),
        about(customerUid),
        NO_SUCH_KEY);
  }

  /**
   * {@code GET /subscribe/customers}: several keys.
   *
   * @param customerUids at least one
   * @return the keys that exist, in no fixed order
   */
  public List<IamportBillingKey> find(List<String> customerUids) {
    if (customerUids.isEmpty()) {
      throw new IllegalArgumentException("customer_uid must be at least one");
    }
    HttpRequest.Builder request = HttpRequest.safe("billing keys", "GET", "subscribe", CUSTOMERS);
    for (String customerUid : customerUids) {
      request.query("customer_uid[]", CustomerUid.checked(customerUid)).hide(customerUid);
    }
    return calls.list(
        request, ResponseMatch.aboutOneOf(CustomerUid.NAME, customerUids, IamportBillingKey::new));
  }

  /**
   * {@code POST /subscribe/customers/{customer_uid}}: issues a key from card data. No money moves.
   * Issuing again under the same {@code customer_uid} replaces the key, and doesn't end the old one
   * at the payment company.
   *
   * @throws kr.pgsdk.core.error.GatewayException if Iamport or the payment company refuses, as for
   *     a wrong card
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if it may have been issued: {@link #find}
   *     tells
   */
  public IamportBillingKey issue(IamportBillingKeyRequest request) {
    String customerUid = request.customerUid();
    return calls.object(
        HttpRequest.once("issue billing key", "POST", path(customerUid))
            .hide(customerUid)
            .body(RequestFields.of(request)),
        about(customerUid));
  }

  /**
   * {@code DELETE /subscribe/customers/{customer_uid}}: deletes a key.
   *
   * @throws kr.pgsdk.core.error.GatewayException if there is none, or the payment company refuses
   */
  public IamportBillingKey delete(String customerUid) {
    return delete(customerUid, null, null);
  }

  /**
   * Like {@link #delete(String)}.
   *
   * @param reason {@code reason}: why; null for none
   * @param requester {@code extra[requester]}: who asked for it, for Naver Pay; null for the shop
   */
  public IamportBillingKey delete(
      String customerUid, @Nullable String reason, @Nullable String requester) {
    return calls.object(
        deletion(customerUid).query("reason", reason).query("extra[requester]", requester),
        about(customerUid));
  }

  /**
   * As {@link #delete(String)}; empty if there is no such key.
   *
   * @hidden
   */
  public Optional<IamportBillingKey> deleteIfThere(String customerUid) {
    return calls.find(deletion(customerUid), about(customerUid), NO_SUCH_KEY);
  }

  private static HttpRequest.Builder deletion(String customerUid) {
    return HttpRequest.once("delete billing key", "DELETE", path(customerUid)).hide(customerUid);
  }

  /**
   * {@code GET /subscribe/customers/{customer_uid}/payments}: the payments by a key. The SDK
   * fetches each page when you read it. Close the stream, with try-with-resources; a stream that is
   * read to its end closes itself. The stream is sequential, and for one thread. Reading it throws
   * the exceptions of a call.
   */
  public Stream<IamportPayment> payments(String customerUid) {
    String[] path = {"subscribe", CUSTOMERS, CustomerUid.checked(customerUid), "payments"};
    return calls.stream(
        new NumberedPages<>(
            page ->
                HttpRequest.safe("payments of billing key", "GET", path)
                    .hide(customerUid)
                    .query("page", page),
            ResponseMatch.aboutIfNamed(
                CustomerUid.NAME, customerUid, json -> calls.payment(json, payment -> true)),
            payment -> payment.paymentId().value()));
  }

  /**
   * {@code POST /subscribe/payments/again}. <strong>Moves money</strong>, and is sent once.
   *
   * @return the payment. A declined card is a normal answer: its status is {@code failed}. So check
   *     the status.
   * @throws kr.pgsdk.core.error.GatewayException if Iamport refuses the request, as for an unknown
   *     key
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if it may have been executed: look the
   *     order up before anything else
   */
  public IamportPayment charge(IamportChargeRequest request) {
    return calls.payment(
        HttpRequest.once("charge", "POST", "subscribe", "payments", "again")
            .about(PaymentLookup.byOrderId(request.orderId()))
            .body(RequestFields.of(request)),
        payment -> payment.orderId().equals(request.orderId()));
  }

  private static String[] path(String customerUid) {
    return new String[] {"subscribe", CUSTOMERS, CustomerUid.checked(customerUid)};
  }

  private static Function<JsonObject, IamportBillingKey> about(String customerUid) {
    return ResponseMatch.about(CustomerUid.NAME, customerUid, IamportBillingKey::new);
  }
}
