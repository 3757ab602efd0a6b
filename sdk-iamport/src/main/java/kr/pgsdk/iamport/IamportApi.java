package kr.pgsdk.iamport;

import java.util.Objects;
import java.util.function.Function;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.iamport.billing.IamportBillingKeys;
import kr.pgsdk.iamport.internal.IamportCalls;
import kr.pgsdk.iamport.internal.OrderPayments;
import kr.pgsdk.iamport.model.IamportPayment;
import kr.pgsdk.iamport.payment.IamportPayments;
import kr.pgsdk.iamport.virtualaccount.IamportVirtualAccounts;
import org.jspecify.annotations.Nullable;

/** The REST calls that the verbs are made of: path, retry mode, body and reader of each. */
final class IamportApi {
  private static final String RESPONSE = "response";

  /** What {@code GET /payments/{imp_uid}} found; the refusal says why there is no payment. */
  record Found(@Nullable IamportPayment payment, @Nullable GatewayException refusal) {
    IamportPayment orElseThrow() {
      if (payment == null) {
        throw Objects.requireNonNull(refusal);
      }
      return payment;
    }
  }

  private final IamportCalls calls;

  IamportApi(IamportCalls calls) {
    this.calls = calls;
  }

  /** Fetches a payment; the response may be about another one. */
  Found payment(PaymentId paymentId, boolean includeSandbox) {
    return fetch(paymentId, includeSandbox, json -> calls.payment(json, any -> true));
  }

  /** Fetches a payment; a response about another one is unreadable. */
  Found samePayment(PaymentId paymentId, boolean includeSandbox) {
    return fetch(
        paymentId,
        includeSandbox,
        json -> calls.payment(json, p -> p.paymentId().equals(paymentId)));
  }

  /** Fetches a payment with what its payment company adds. */
  IamportPayment paymentWithExtension(PaymentId paymentId, boolean includeSandbox) {
    return calls.payment(
        request(paymentId, includeSandbox).query("extension", true),
        p -> p.paymentId().equals(paymentId));
  }

  private Found fetch(
      PaymentId paymentId, boolean includeSandbox, Function<JsonObject, IamportPayment> reader) {
    Found found =
        calls.send(
            request(paymentId, includeSandbox),
            body -> new Found(reader.apply(body.requiredObject(RESPONSE)), null),
            refusal -> IamportCalls.isNotFound(refusal) ? new Found(null, refusal) : null);
    if (found.payment() == null && !includeSandbox) {
      TestChannel.logNotFound(paymentId);
    }
    return found;
  }

  private static HttpRequest.Builder request(PaymentId paymentId, boolean includeSandbox) {
    return HttpRequest.safe("payment", "GET", "payments", paymentId.value())
        .about(PaymentLookup.byPaymentId(paymentId))
        .adviceIfNotFound(includeSandbox ? null : TestChannel.NOT_FOUND)
        .query("include_sandbox", includeSandbox ? true : null);
  }

  OrderPayments ofOrder(OrderId orderId) {
    return OrderPayments.fetch(calls, orderId);
  }

  IamportPayments payments() {
    return new IamportPayments(calls);
  }

  IamportBillingKeys billingKeys() {
    return new IamportBillingKeys(calls);
  }

  IamportPayment cancel(IamportCancelRequest request) {
    return calls.payment(
        HttpRequest.once("cancel", "POST", "payments", "cancel")
            .body(RequestFields.of(request))
            .about(request.payment()),
        request::isAbout);
  }

  IamportPayment revoke(PaymentId paymentId) {
    return new IamportVirtualAccounts(calls).revoke(paymentId);
  }

  /** Sends a request the caller made up, and returns the response's content as JSON. */
  String custom(HttpRequest.Builder request) {
    return calls.send(request, body -> Objects.requireNonNullElse(body.json(RESPONSE), "null"));
  }
}
