package kr.pgsdk.portone.schedule;

import java.util.List;
import java.util.stream.Stream;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.ItemPages;
import kr.pgsdk.portone.internal.PortOneCalls;
import kr.pgsdk.portone.internal.PortOneKey;

/**
 * Scheduled payments: PortOne charges a billing key at the time they say.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.portone.PortOneClient} throw.
 */
public final class PortOneSchedules {
  private static final String SCHEDULES = "payment-schedules";

  private final PortOneCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public PortOneSchedules(PortOneCalls calls) {
    this.calls = calls;
  }

  /**
   * {@code POST /payments/{paymentId}/schedule}: schedules a payment. No money moves before its
   * time. Repeated only with the same idempotency key.
   *
   * @return PortOne's id for the schedule
   * @throws kr.pgsdk.core.error.GatewayException if PortOne refuses, as for a payment that has a
   *     schedule ({@code PAYMENT_SCHEDULE_ALREADY_EXISTS})
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     send the same request again within three hours, or look at {@link #list}
   */
  public String create(PortOneScheduleRequest request) {
    RequestFields fields = new RequestFields();
    fields.object("payment", calls.inBody(request.payment()));
    fields.text("timeToPay", request.timeToPay().toString());
    return calls.object(
        HttpRequest.keyed(
                "schedule payment",
                PortOneKey.header(request.idempotencyKey()),
                "payments",
                request.paymentId().value(),
                "schedule")
            .about(PaymentLookup.byOrderId(request.paymentId()))
            .body(fields),
        json -> json.requiredObject("schedule").requiredText("id"));
  }

  /** {@code GET /payment-schedules/{paymentScheduleId}}: one schedule. */
  public PortOneSchedule get(String scheduleId) {
    return calls.object(
        calls.inQuery(HttpRequest.safe("payment schedule", "GET", SCHEDULES, scheduleId)),
        PortOneSchedule::new);
  }

  /**
   * {@code GET /payment-schedules}: the schedules that fit. The SDK fetches each page when you read
   * it. Close the stream, with try-with-resources; a stream that is read to its end closes itself.
   * The stream is sequential, and for one thread. Reading it throws the exceptions of a call.
   */
  public Stream<PortOneSchedule> list(PortOneScheduleFilter filter) {
    RequestFields wanted =
        new RequestFields().object("filter", calls.inBody(RequestFields.of(filter)));
    return calls.stream(
        new ItemPages<>(
            "payment schedules",
            SCHEDULES,
            wanted,
            PortOneSchedule::new,
            row -> row.id().orElseGet(row::toJson)));
  }

  /**
   * {@code DELETE /payment-schedules}: revokes schedules by their ids.
   *
   * @param scheduleIds at least one
   * @throws kr.pgsdk.core.error.GatewayException if PortOne refuses, as for one that was paid
   *     ({@code PAYMENT_SCHEDULE_ALREADY_PROCESSED})
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost: look at {@link
   *     #get}
   */
  public PortOneScheduleRevocation revoke(List<String> scheduleIds) {
    if (scheduleIds.isEmpty()) {
      throw new IllegalArgumentException("scheduleIds must not be empty");
    }
    return revoke(new RequestFields().texts("scheduleIds", scheduleIds));
  }

  /**
   * {@code DELETE /payment-schedules}: revokes all schedules of a billing key.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost: look at {@link
   *     #list}
   */
  public PortOneScheduleRevocation revokeAllOf(String billingKey) {
    return revoke(new RequestFields().personal("billingKey", billingKey));
  }

  private PortOneScheduleRevocation revoke(RequestFields wanted) {
    return calls.object(
        HttpRequest.keyedChange(
                "revoke payment schedules",
                "DELETE",
                PortOneKey.header(PortOneKey.random()),
                SCHEDULES)
            .subject("the payment schedules that were to be revoked")
            .query("requestBody", calls.inBody(wanted)),
        PortOneScheduleRevocation::new);
  }
}
