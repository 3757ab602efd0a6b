package kr.pgsdk.toss;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.HttpResponse;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.toss.internal.TossCalls;
import kr.pgsdk.toss.internal.TossNames;
import kr.pgsdk.toss.internal.TossReply;
import kr.pgsdk.toss.model.TossPayment;
import org.jspecify.annotations.Nullable;

/** The REST calls that the verbs are made of: path, retry mode, body and reader of each. */
final class TossApi {
  private final TossCalls calls;

  TossApi(TossCalls calls) {
    this.calls = calls;
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
    return calls.reply(
        HttpRequest.keyed("confirm", request.idempotencyKey(), "v1", "payments", "confirm")
            .executedOnceInAnyCase() // a payment that is captured: ALREADY_PROCESSED_PAYMENT
            .body(request.toJson())
            .about(PaymentLookup.byPaymentId(request.paymentKey())),
        asked);
  }

  /** Cancels; a response about another payment is unreadable. */
  TossPayment cancel(TossCancelRequest request) {
    return calls.payment(
        post(request), payment -> payment.paymentKey().equals(request.paymentKey()));
  }

  /**
   * Cancels for the flow, for which the response may be about another payment.
   *
   * @param seen is shown every response, a refusal too
   */
  TossReply cancelled(TossCancelRequest request, Consumer<HttpResponse> seen) {
    HttpRequest post = calls.with(post(request)).build();
    return calls.send(
        post,
        response -> {
          seen.accept(response);
          return calls.read(post, response, ok -> TossReply.ofCancel(ok, calls.redaction()));
        });
  }

  private HttpRequest.Builder post(TossCancelRequest request) {
    String paymentKey = request.paymentKey().value();
    return HttpRequest.keyed(
            "cancel", request.idempotencyKey(), "v1", "payments", paymentKey, "cancel")
        .body(RequestFields.of(request))
        .about(PaymentLookup.byPaymentId(request.paymentKey()));
  }

  TossPayment payment(PaymentLookup lookup) {
    return calls.send(get(lookup), response -> asked(response, lookup));
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
    return calls.find(get(lookup), response -> new Seen(asked(response, lookup), response));
  }

  private HttpRequest.Builder get(PaymentLookup lookup) {
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
    return get.about(lookup);
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
}
