package kr.pgsdk.portone;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.HttpResponse;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.internal.PortOneCalls;
import kr.pgsdk.portone.internal.PortOneFields;
import kr.pgsdk.portone.internal.PortOneReply;
import kr.pgsdk.portone.model.PortOneCancellation;
import kr.pgsdk.portone.model.PortOneErrorCode;
import kr.pgsdk.portone.model.PortOnePayment;
import kr.pgsdk.portone.model.PortOnePaymentSummary;
import org.jspecify.annotations.Nullable;

/** PortOne's REST calls about a payment, under one deadline: path, retry mode, body and reader. */
final class PortOneApi {
  /** Before PortOne was: without it a list begins 90 days ago (PaymentFilterInput.from). */
  private static final String FOR_EVER = "2010-01-01T00:00:00Z";

  private static final int MOST_FOUND = 100;

  private final PortOneCalls calls;

  PortOneApi(PortOneCalls calls) {
    this.calls = calls;
  }

  void preRegister(OrderId paymentId, Money total, @Nullable Money taxFree) {
    RequestFields fields = new RequestFields();
    PortOneFields.amount(fields, "totalAmount", total);
    if (taxFree != null) {
      PortOneFields.part(fields, "taxFreeAmount", taxFree, total);
    }
    fields.text("currency", total.currency());
    // No money moves: whoever sends it again says the same.
    calls.done(
        HttpRequest.safe("pre-register", "POST", "payments", paymentId.value(), "pre-register")
            .body(calls.inBody(fields))
            .about(PaymentLookup.byOrderId(paymentId)));
  }

  /** The payment with the shop's own id. */
  PortOnePayment payment(OrderId paymentId) {
    return calls.object(get(paymentId), json -> asked(json, paymentId));
  }

  /** As {@link #payment}; empty only if PortOne itself says that there is none. */
  Optional<PortOnePayment> find(OrderId paymentId) {
    return calls.find(get(paymentId), json -> asked(json, paymentId));
  }

  private HttpRequest.Builder get(OrderId paymentId) {
    return calls
        .inQuery(HttpRequest.safe("payment", "GET", "payments", paymentId.value()))
        .about(PaymentLookup.byOrderId(paymentId));
  }

  /** Reads a payment, and sees that it is the one that was asked for. */
  private PortOnePayment asked(JsonObject json, OrderId paymentId) {
    PortOnePayment payment = PortOnePayment.read(json, calls.redaction());
    if (!payment.paymentId().equals(paymentId)) {
      throw json.problem("id", "is not the one that was asked for");
    }
    return payment;
  }

  /**
   * The payment with PortOne's id, which has no lookup of its own: it is searched for among all.
   * Whether the search takes a part of an id for the whole isn't documented, so each is compared.
   */
  Optional<PortOnePayment> find(PaymentId transactionId) {
    RequestFields search =
        new RequestFields().text("field", "TX_ID").text("value", transactionId.value());
    RequestFields filter =
        calls
            .inBody(new RequestFields())
            .text("from", FOR_EVER)
            .objects("textSearch", List.of(search));
    RequestFields page =
        new RequestFields().number("number", 0, 0, 0).number("size", MOST_FOUND, 1, MOST_FOUND);
    RequestFields body = new RequestFields().object("page", page).object("filter", filter);
    return calls.object(
        HttpRequest.safe("payments", "GET", "payments")
            .query("requestBody", body)
            .responseIsList()
            .about(PaymentLookup.byPaymentId(transactionId)),
        json -> only(json, transactionId));
  }

  /** Reads the payment with that id; others, which a search by parts has found, are passed over. */
  private Optional<PortOnePayment> only(JsonObject json, PaymentId transactionId) {
    return json.requiredObjects("items", item -> item).stream()
        .filter(item -> transactionId.value().equals(item.text("transactionId")))
        .findFirst()
        .map(item -> PortOnePayment.read(item, calls.redaction()));
  }

  /**
   * As {@link #find(PaymentId)}, where the shop's own id may be known as well: by the latter first,
   * and by a search only if that shows another payment.
   */
  Optional<PortOnePayment> find(PaymentId transactionId, @Nullable OrderId order) {
    return Optional.ofNullable(order)
        .flatMap(this::find)
        .filter(payment -> payment.transactionId().equals(transactionId))
        .or(() -> find(transactionId));
  }

  /** There is no payment with PortOne's id. */
  static GatewayException none(PaymentId transactionId) {
    return Errors.make()
        .gateway(
            "portone: no payment has the transactionId " + transactionId,
            ErrorDetails.builder(PortOnePayment.TERMS.gateway())
                .gatewayCode(PortOneErrorCode.PAYMENT_NOT_FOUND.text())
                .build());
  }

  /** Confirms: captures, or issues the virtual account. */
  PortOneReply confirm(PortOneConfirmRequest request) {
    return calls.reply(
        PortOneCalls.change("confirm", request.paymentId(), request.idempotencyKey(), "confirm")
            .executedOnceInAnyCase() // a payment succeeds once
            .body(calls.inBody(RequestFields.of(request))),
        PortOnePaymentSummary::new);
  }

  /** What PortOne answered to a cancel. */
  record Cancelled(PortOneCancellation cancellation, boolean followsDoubt) {}

  PortOneCancellation cancel(PortOneCancelRequest request) {
    return calls.send(post(request), response -> cancelled(request, response).cancellation());
  }

  /** As {@link #cancel}, with what else the flow needs. */
  Cancelled cancelled(PortOneCancelRequest request) {
    return calls.send(post(request), response -> cancelled(request, response));
  }

  private static Cancelled cancelled(PortOneCancelRequest request, HttpResponse response) {
    return new Cancelled(
        new PortOneCancellation(
            Json.object(response.json()).requiredObject("cancellation"), request.currency()),
        response.followsDoubt());
  }

  private HttpRequest.Builder post(PortOneCancelRequest request) {
    return PortOneCalls.change("cancel", request.paymentId(), request.idempotencyKey(), "cancel")
        .body(calls.inBody(RequestFields.of(request)));
  }

  /** Closes a virtual account without a deposit; returns when it was closed. */
  Optional<Instant> closeAccount(OrderId paymentId, String key) {
    return calls.object(
        calls.inQuery(
            PortOneCalls.change("close account", paymentId, key, "virtual-account", "close")),
        json -> {
          // Whatever else a 200 holds is another request's answer, and closes nothing.
          json.requiredText("closedAt");
          return Optional.ofNullable(json.koreanTime("closedAt"));
        });
  }

  /** Sends a request the caller made up, and returns the response's body as JSON, or nothing. */
  String custom(HttpRequest.Builder request) {
    return calls.send(
        request.responseIsList(), response -> response.isEmpty() ? "" : Json.text(response.json()));
  }
}
