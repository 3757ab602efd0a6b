package kr.pgsdk.toss;

import java.util.Optional;
import java.util.function.Function;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.Deadline;
import kr.pgsdk.core.internal.HttpAnswer;
import kr.pgsdk.core.internal.Json;
import kr.pgsdk.core.internal.JsonProblem;
import kr.pgsdk.core.internal.JsonText;
import kr.pgsdk.core.internal.RestRequest;
import kr.pgsdk.core.internal.Sender;
import org.jspecify.annotations.Nullable;

/**
 * Toss's endpoints as requests and answers; {@link TossClient} and {@link TossGateway} call them.
 */
final class TossCalls {
  private final Sender sender;
  private final TossAnswers answers;
  private final @Nullable String testCode;
  private final boolean english;

  TossCalls(Sender sender, TossAnswers answers, @Nullable String testCode, boolean english) {
    this.sender = sender;
    this.answers = answers;
    this.testCode = testCode;
    this.english = english;
  }

  TossCalls with(CallOptions options) {
    return new TossCalls(sender.with(options), answers, testCode, english);
  }

  /** What sends them: for tokens, deadlines, pauses and closing. */
  Sender sender() {
    return sender;
  }

  Answered confirm(TossConfirmRequest request, Deadline deadline) {
    RestRequest post =
        with(RestRequest.keyed("confirm", request.idempotencyKey(), "v1", "payments", "confirm"))
            .body(request.toJson())
            .about(PaymentLookup.byPaymentId(request.paymentKey()))
            .build();
    return send(post, answer -> Answered.ofConfirm(answer, deadline.spent()), deadline);
  }

  Answered cancel(TossCancelRequest request, Deadline deadline) {
    return send(cancel(request).build(), Answered::ofCancel, deadline);
  }

  /** As {@link #cancel}, but a 5xx ends it: before it is sent again the caller looks. */
  Answered cancelUntilServerError(TossCancelRequest request, Deadline deadline) {
    return send(cancel(request).endsAtServerError().build(), Answered::ofCancel, deadline);
  }

  private RestRequest.Builder cancel(TossCancelRequest request) {
    String paymentKey = request.paymentKey().value();
    return with(RestRequest.keyed(
            "cancel", request.idempotencyKey(), "v1", "payments", paymentKey, "cancel"))
        .hide(request.personal())
        .body(request.toJson())
        .about(PaymentLookup.byPaymentId(request.paymentKey()));
  }

  TossPayment payment(PaymentId paymentKey, Deadline deadline) {
    return send(byKey(paymentKey), answer -> ofKey(answer, paymentKey), deadline);
  }

  TossPayment paymentByOrderId(OrderId orderId, Deadline deadline) {
    return send(byOrder(orderId), answer -> ofOrder(answer, orderId), deadline);
  }

  /** Returns the payment; empty only if Toss itself says that there is none. */
  Optional<TossPayment> find(PaymentLookup lookup, Deadline deadline) {
    PaymentId paymentKey = lookup.paymentId().orElse(null);
    if (paymentKey != null) {
      return find(byKey(paymentKey), answer -> ofKey(answer, paymentKey), deadline);
    }
    OrderId orderId = lookup.orderId().orElseThrow();
    return find(byOrder(orderId), answer -> ofOrder(answer, orderId), deadline);
  }

  private Optional<TossPayment> find(
      RestRequest get, Function<HttpAnswer, TossPayment> success, Deadline deadline) {
    return sender.send(
        get,
        answer ->
            TossAnswers.saysNotFound(answer)
                ? Optional.empty()
                : Optional.of(answers.reader(get, success).read(answer)),
        deadline);
  }

  /** Sends a request the caller made up, and returns the answer's body as JSON, or nothing. */
  String open(RestRequest.Builder request, Deadline deadline) {
    return send(
        with(request).build(),
        answer -> answer.isEmpty() ? "" : JsonText.of(Json.document(answer)),
        deadline);
  }

  private RestRequest byKey(PaymentId paymentKey) {
    return with(RestRequest.safe("payment", "GET", "v1", "payments", paymentKey.value()))
        .about(PaymentLookup.byPaymentId(paymentKey))
        .build();
  }

  private RestRequest byOrder(OrderId orderId) {
    return with(RestRequest.safe(
            "paymentByOrderId", "GET", "v1", "payments", "orders", orderId.value()))
        .about(PaymentLookup.byOrderId(orderId))
        .build();
  }

  private static TossPayment ofKey(HttpAnswer answer, PaymentId asked) {
    TossPayment payment = TossPayment.read(Json.object(answer));
    if (!payment.paymentKey().equals(asked)) {
      throw new JsonProblem("$.paymentKey", "is not the one that was asked for");
    }
    return payment;
  }

  private static TossPayment ofOrder(HttpAnswer answer, OrderId asked) {
    TossPayment payment = TossPayment.read(Json.object(answer));
    if (!payment.orderId().equals(asked)) {
      throw new JsonProblem("$.orderId", "is not the one that was asked for");
    }
    return payment;
  }

  private <T> T send(RestRequest request, Function<HttpAnswer, T> success, Deadline deadline) {
    return sender.send(request, answers.reader(request, success), deadline);
  }

  private RestRequest.Builder with(RestRequest.Builder request) {
    return request
        .header("TossPayments-Test-Code", testCode)
        .header("Accept-Language", english ? "en-US" : null);
  }
}
