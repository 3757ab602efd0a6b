package kr.pgsdk.toss;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.HttpResponse;
import kr.pgsdk.core.internal.http.Sender;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.toss.model.TossPayment;
import org.jspecify.annotations.Nullable;

/**
 * Toss's endpoints as requests and answers; {@link TossClient} and {@link TossGateway} call them.
 */
final class TossApi {
  private final Sender sender;
  private final TossResponses answers;
  private final @Nullable String testCode;
  private final boolean english;

  TossApi(Sender sender, TossResponses answers, @Nullable String testCode, boolean english) {
    this.sender = sender;
    this.answers = answers;
    this.testCode = testCode;
    this.english = english;
  }

  TossApi with(CallOptions options) {
    return new TossApi(sender.with(options), answers, testCode, english);
  }

  /** What sends them: for tokens, deadlines, pauses and closing. */
  Sender sender() {
    return sender;
  }

  TossReply confirm(TossConfirmRequest request, Deadline deadline) {
    HttpRequest post =
        with(HttpRequest.keyed("confirm", request.idempotencyKey(), "v1", "payments", "confirm"))
            .body(request.toJson())
            .about(PaymentLookup.byPaymentId(request.paymentKey()))
            .build();
    return send(
        post,
        answer -> TossReply.ofConfirm(answer, post, deadline.spent(), answers.redaction()),
        deadline);
  }

  TossReply cancel(TossCancelRequest request, Deadline deadline) {
    HttpRequest post = cancel(request).build();
    return send(post, answer -> cancelled(post, answer), deadline);
  }

  /**
   * As {@link #cancel}, but a 5xx ends it: before it is sent again the caller looks.
   *
   * @param seen is shown every answer, a refusal too
   */
  TossReply cancelUntilServerError(
      TossCancelRequest request, Consumer<HttpResponse> seen, Deadline deadline) {
    HttpRequest post = cancel(request).endsAtServerError().build();
    return sender.send(
        post,
        answer -> {
          seen.accept(answer);
          return answers.read(post, answer, ok -> cancelled(post, ok));
        },
        deadline);
  }

  private TossReply cancelled(HttpRequest post, HttpResponse answer) {
    TossReply.requireEcho(answer, post);
    return TossReply.ofCancel(answer, answers.redaction());
  }

  private HttpRequest.Builder cancel(TossCancelRequest request) {
    String paymentKey = request.paymentKey().value();
    return with(HttpRequest.keyed(
            "cancel", request.idempotencyKey(), "v1", "payments", paymentKey, "cancel"))
        .hide(request.personal())
        .body(request.toJson())
        .about(PaymentLookup.byPaymentId(request.paymentKey()));
  }

  TossPayment payment(PaymentLookup lookup, Deadline deadline) {
    return send(get(lookup), answer -> asked(answer, lookup), deadline);
  }

  /** A payment that was looked up, and when; null if the answer has no date. */
  record Seen(TossPayment payment, @Nullable Instant at) {}

  /** Returns the payment; empty only if Toss itself says that there is none. */
  Optional<Payment> find(PaymentLookup lookup, Deadline deadline) {
    return see(lookup, deadline).map(seen -> seen.payment().toPayment());
  }

  /** As {@link #find}, with the time of the answer. */
  Optional<Seen> see(PaymentLookup lookup, Deadline deadline) {
    HttpRequest get = get(lookup);
    return sender.send(
        get,
        answer ->
            TossResponses.saysNotFound(answer)
                ? Optional.empty()
                : Optional.of(
                    new Seen(answers.read(get, answer, ok -> asked(ok, lookup)), answer.date())),
        deadline);
  }

  /** Sends a request the caller made up, and returns the answer's body as JSON, or nothing. */
  String open(HttpRequest.Builder request, Deadline deadline) {
    return send(
        with(request).answeredByList().build(),
        answer -> answer.isEmpty() ? "" : Json.text(answer),
        deadline);
  }

  private HttpRequest get(PaymentLookup lookup) {
    PaymentId paymentKey = lookup.paymentId().orElse(null);
    HttpRequest.Builder get =
        paymentKey != null
            ? HttpRequest.safe("payment", "GET", "v1", "payments", paymentKey.value())
            : HttpRequest.safe(
                "paymentByOrderId",
                "GET",
                "v1",
                "payments",
                "orders",
                lookup.orderId().orElseThrow().value());
    return with(get).about(lookup).build();
  }

  /** Reads a payment, and sees that it is the one that was asked for. */
  private TossPayment asked(HttpResponse answer, PaymentLookup lookup) {
    TossPayment payment = TossPayment.read(Json.object(answer), answers.redaction());
    if (!lookup.equals(PaymentLookup.byPaymentId(payment.paymentKey()))
        && !lookup.equals(PaymentLookup.byOrderId(payment.orderId()))) {
      String path = lookup.paymentId().isPresent() ? "$.paymentKey" : "$.orderId";
      throw new JsonProblem(path, "is not the one that was asked for");
    }
    return payment;
  }

  private <T> T send(HttpRequest request, Function<HttpResponse, T> success, Deadline deadline) {
    return sender.send(request, answer -> answers.read(request, answer, success), deadline);
  }

  private HttpRequest.Builder with(HttpRequest.Builder request) {
    return request
        .header("TossPayments-Test-Code", testCode)
        .header("Accept-Language", english ? "en-US" : null);
  }
}
