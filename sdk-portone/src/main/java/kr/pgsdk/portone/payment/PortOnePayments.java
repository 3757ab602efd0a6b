package kr.pgsdk.portone.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.CursorPages;
import kr.pgsdk.portone.internal.ItemPages;
import kr.pgsdk.portone.internal.PortOneCalls;
import kr.pgsdk.portone.internal.PortOneFields;
import kr.pgsdk.portone.internal.PortOneKey;
import kr.pgsdk.portone.model.PortOnePayment;
import kr.pgsdk.portone.model.PortOnePaymentSummary;
import kr.pgsdk.portone.model.PortOneWebhookDelivery;
import org.jspecify.annotations.Nullable;

/**
 * Lists of payments, and other operations on a payment than the five verbs.
 *
 * <p>Calls block, and throw the exceptions of {@link kr.pgsdk.portone.PortOneClient}. The SDK
 * fetches each page of a list when you read it. Close its stream, with try-with-resources; a stream
 * that is read to its end closes itself. The stream is sequential, and for one thread. Reading it
 * throws the exceptions of a call.
 */
public final class PortOnePayments {
  private static final String PAYMENTS = "payments";

  private final PortOneCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public PortOnePayments(PortOneCalls calls) {
    this.calls = calls;
  }

  /** {@code GET /payments}: the payments that fit, 60,000 at most. */
  public Stream<PortOnePayment> list(PortOnePaymentFilter filter) {
    RequestFields wanted =
        new RequestFields().object("filter", calls.inBody(RequestFields.of(filter)));
    return calls.stream(
        new ItemPages<>(
            PAYMENTS,
            PAYMENTS,
            wanted,
            json -> PortOnePayment.read(json, calls.redaction()),
            row -> row.paymentId().value()));
  }

  /**
   * {@code GET /payments-by-cursor}: all payments of a time, however many. PortOne calls this
   * operation unstable: it may change without a new version.
   *
   * @param until the end, not included
   */
  public Stream<PortOnePayment> all(Instant from, Instant until) {
    return calls.stream(
        new CursorPages<>(
            "payments by cursor",
            "payments-by-cursor",
            period(from, until),
            "payment",
            json -> PortOnePayment.read(json, calls.redaction()),
            row -> row.paymentId().value()));
  }

  /**
   * {@code GET /payment-events-by-cursor}: what happened to payments in a time, however much.
   * PortOne calls this operation unstable: it may change without a new version.
   *
   * @param until the end, not included
   */
  public Stream<PortOnePaymentEvent> events(Instant from, Instant until) {
    return calls.stream(
        new CursorPages<>(
            "payment events",
            "payment-events-by-cursor",
            period(from, until),
            "paymentEvent",
            PortOnePaymentEvent::new,
            PortOnePaymentEvent::id));
  }

  private RequestFields period(Instant from, Instant until) {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("from must be before until: " + from + " to " + until);
    }
    RequestFields period = new RequestFields();
    PortOneFields.time(period, "from", from);
    PortOneFields.time(period, "until", until);
    return calls.inBody(period);
  }

  /**
   * {@code GET /payments/{paymentId}/transactions}: all attempts to make a payment. Unmodifiable.
   * PortOne calls this operation unstable: it may change without a new version.
   */
  public List<PortOneTransaction> transactions(OrderId paymentId) {
    return calls.object(
        calls
            .inQuery(
                HttpRequest.safe(
                    "transactions", "GET", PAYMENTS, paymentId.value(), "transactions"))
            .about(PaymentLookup.byOrderId(paymentId)),
        json -> json.requiredObjects("items", PortOneTransaction::new));
  }

  /**
   * {@code POST /payments/{paymentId}/instant}: pays without a checkout: <strong>moves
   * money</strong>. Repeated only with the same idempotency key. The response says nothing of
   * amounts: look the payment up.
   *
   * @throws kr.pgsdk.core.error.GatewayException if PortOne or the payment company refuses
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     look the payment up, or send the same request again within three hours
   */
  public PortOnePaymentSummary pay(PortOneInstantRequest request) {
    return calls.object(
        PortOneCalls.change("instant", request.paymentId(), request.idempotencyKey(), "instant")
            .executedOnceInAnyCase() // a payment succeeds once
            .body(calls.inBody(RequestFields.of(request))),
        json -> new PortOnePaymentSummary(json.requiredObject("payment")));
  }

  /**
   * {@code POST /payments/{paymentId}/capture}: takes money that was only reserved: <strong>moves
   * money</strong>. It needs an agreement with PortOne and the payment company.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost: look the payment
   *     up
   */
  public void capture(OrderId paymentId) {
    calls.done(
        PortOneCalls.change("capture", paymentId, PortOneKey.random(), "capture")
            .body(calls.inBody(new RequestFields())));
  }

  /**
   * {@code POST /payments/{paymentId}/cancellations/{cancellationId}/stop}: stops a cancel that is
   * not done yet; for Triple-A only.
   *
   * @return when
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost: look the payment
   *     up
   */
  public Optional<Instant> stopCancellation(OrderId paymentId, String cancellationId) {
    return calls.object(
        PortOneCalls.change(
                "stop cancellation",
                paymentId,
                PortOneKey.random(),
                "cancellations",
                cancellationId,
                "stop")
            .body(calls.inBody(new RequestFields())),
        json -> Optional.ofNullable(json.koreanTime("stoppedAt")));
  }

  /**
   * {@code POST /payments/{paymentId}/register-store-receipt}: registers the receipts of the shops
   * of a marketplace.
   *
   * @param items of one currency, which is the payment's
   * @return where the receipt is shown
   */
  public Optional<String> registerStoreReceipts(
      OrderId paymentId, List<PortOneStoreReceiptItem> items) {
    RequestFields fields =
        new RequestFields().objects("items", items.stream().map(RequestFields::of).toList());
    return calls.object(
        PortOneCalls.change(
                "register store receipt", paymentId, PortOneKey.random(), "register-store-receipt")
            .body(calls.inBody(fields)),
        json -> Optional.ofNullable(json.text("receiptUrl")));
  }

  /**
   * {@code POST /payments/{paymentId}/resend-webhook}: sends a webhook again.
   *
   * @param webhookId which; null for the newest
   */
  public PortOneWebhookDelivery resendWebhook(OrderId paymentId, @Nullable String webhookId) {
    RequestFields fields = new RequestFields();
    if (webhookId != null) {
      fields.text("webhookId", webhookId);
    }
    return calls.object(
        PortOneCalls.change("resend webhook", paymentId, PortOneKey.random(), "resend-webhook")
            .body(calls.inBody(fields)),
        json -> new PortOneWebhookDelivery(json.requiredObject("webhook")));
  }
}
