package kr.pgsdk.toss;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.HttpResponse;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.toss.internal.TossCalls;
import kr.pgsdk.toss.internal.TossNames;
import kr.pgsdk.toss.internal.TossReply;
import kr.pgsdk.toss.internal.TossResponses;
import kr.pgsdk.toss.model.TossPayment;
import org.jspecify.annotations.Nullable;

/** The REST calls that the verbs are made of: path, retry mode, body and reader of each. */
final class TossApi {
  private final TossCalls calls;
  private final Deadline deadline;

  TossApi(TossCalls calls, Deadline deadline) {
    this.calls = calls;
    this.deadline = deadline;
  }

  /** Confirms; the response may be about another payment, under a key that was used for it. */
  TossReply confirm(TossConfirmRequest request) {
    return confirm(request, any -> true);
  }

  /** As {@link #confirm(TossConfirmRequest)}; a response about another payment is unreadable. */
  TossPayment confirmSame(TossConfirmRequest request) {
    return confirm(
            request,
            payment ->
                payment.paymentKey().equals(request.paymentKey())
                    && payment.orderId().equals(request.orderId()))
        .payment();
  }

  private TossReply confirm(TossConfirmRequest request, Predicate<TossPayment> asked) {
    HttpRequest post =
        calls
            .with(
                HttpRequest.keyed("confirm", request.idempotencyKey(), "v1", "payments", "confirm"))
            .executedOnceInAnyCase() // a payment that is captured: ALREADY_PROCESSED_PAYMENT
            .body(request.toJson())
            .about(PaymentLookup.byPaymentId(request.paymentKey()))
            .build();
    return send(
        post,
        response -> {
          TossReply reply =
              TossReply.ofConfirm(response, post, deadline.spent(), calls.redaction());
          TossPayment unused = TossCalls.requireAsked(reply.payment(), asked);
          return reply;
        });
  }

  /** Cancels; a response about another payment is unreadable. */
  TossPayment cancel(TossCancelRequest request) {
    HttpRequest post = post(request).build();
    return send(
        post,
        response ->
            TossCalls.requireAsked(
                cancelled(post, response).payment(),
                payment -> payment.paymentKey().equals(request.paymentKey())));
  }

  /**
   * Cancels for the flow, for which the response may be about another payment.
   *
   * @param seen is shown every response, a refusal too
   */
  TossReply cancelled(TossCancelRequest request, Consumer<HttpResponse> seen) {
    HttpRequest post = post(request).build();
    return calls.send(
        post,
        response -> {
          seen.accept(response);
          return calls.read(post, response, ok -> cancelled(post, ok));
        });
  }

  private TossReply cancelled(HttpRequest post, HttpResponse response) {
    TossReply.requireEcho(response, post);
    return TossReply.ofCancel(response, calls.redaction());
  }

  private HttpRequest.Builder post(TossCancelRequest request) {
    String paymentKey = request.paymentKey().value();
    return calls
        .with(
            HttpRequest.keyed(
                "cancel", request.idempotencyKey(), "v1", "payments", paymentKey, "cancel"))
        .hide(request.personal())
        .body(request.toJson())
        .about(PaymentLookup.byPaymentId(request.paymentKey()));
  }

  TossPayment payment(PaymentLookup lookup) {
    return send(get(lookup), response -> asked(response, lookup));
  }

  /** A payment that was looked up, and the response that it was in. */
  record Seen(TossPayment payment, HttpResponse response) {
    /** When it was looked up; null if the response has no date. */
    @Nullable Instant at() {
      return response.date();
    }
  }

  /** Returns the payment; empty only if Toss itself says that there is none. */
  Optional<Payment> find(PaymentLookup lookup) {
    return see(lookup).map(seen -> seen.payment().toPayment());
  }

  /** As {@link #find}, with the time of the response. */
  Optional<Seen> see(PaymentLookup lookup) {
    HttpRequest get = get(lookup);
    return calls.send(
        get,
        response ->
            TossResponses.saysNotFound(response)
                ? Optional.empty()
                : Optional.of(
                    new Seen(calls.read(get, response, ok -> asked(ok, lookup)), response)));
  }

  /** Sends a request the caller made up, and returns the response's body as JSON, or nothing. */
  String open(HttpRequest.Builder request) {
    return send(
        calls.with(request).responseIsList().build(),
        response -> response.isEmpty() ? "" : Json.text(response.json()));
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
    return calls.with(get).about(lookup).build();
  }

  /** Reads a payment, and sees that it is the one that was asked for. */
  private TossPayment asked(HttpResponse response, PaymentLookup lookup) {
    TossPayment payment =
        TossPayment.read(Json.object(response.json(), TossNames.PAYMENT), calls.redaction());
    if (!lookup.equals(PaymentLookup.byPaymentId(payment.paymentKey()))
        && !lookup.equals(PaymentLookup.byOrderId(payment.orderId()))) {
      String path = lookup.paymentId().isPresent() ? "$.paymentKey" : "$.orderId";
      throw new JsonProblem(path, "is not the one that was asked for");
    }
    return payment;
  }

  private <T> T send(HttpRequest request, Function<HttpResponse, T> success) {
    return calls.send(request, response -> calls.read(request, response, success));
  }
}
