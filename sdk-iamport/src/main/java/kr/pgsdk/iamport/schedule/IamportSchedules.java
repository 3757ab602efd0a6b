package kr.pgsdk.iamport.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.ResponseMatch;
import kr.pgsdk.iamport.internal.CustomerUid;
import kr.pgsdk.iamport.internal.IamportCalls;
import kr.pgsdk.iamport.internal.NumberedPages;
import kr.pgsdk.iamport.model.IamportPayment;

/**
 * Scheduled payments: Iamport charges a billing key at the time they say. What changes something is
 * sent once; after an {@code OutcomeUnknownException}, find the schedule before trying again.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.iamport.IamportClient} throw.
 */
public final class IamportSchedules {
  private static final String SUBSCRIBE = "subscribe";
  private static final String PAYMENTS = "payments";
  private static final String SCHEDULE = "schedule";
  private static final int MAX_LIMIT = 1000; // v1.openapi.json, GET /subscribe/payments/schedule

  private final IamportCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public IamportSchedules(IamportCalls calls) {
    this.calls = calls;
  }

  /**
   * {@code POST /subscribe/payments/schedule}: schedules payments. <strong>Moves money</strong> at
   * once if there is a checking amount: it is charged and cancelled.
   *
   * @return those that Iamport says it has scheduled, each with its order id. They may be fewer
   *     than were asked for: {@link #find} the others before you schedule them again.
   * @throws IllegalArgumentException if a time is past
   * @throws kr.pgsdk.core.error.GatewayException if Iamport refuses, as for an unknown billing key
   */
  public List<IamportScheduledPayment> register(IamportScheduleRequest request) {
    request.schedules().forEach(schedule -> calls.requireFuture("schedule_at", schedule.at()));
    return calls.changed(
        HttpRequest.once("schedule", "POST", SUBSCRIBE, PAYMENTS, SCHEDULE)
            .about(PaymentLookup.byOrderId(request.schedules().get(0).orderId()))
            .body(RequestFields.of(request)),
        about(request.schedules().stream().map(IamportSchedule::orderId)));
  }

  /** {@code GET /subscribe/payments/schedule/{merchant_uid}}; empty if there is none. */
  public Optional<IamportScheduledPayment> find(OrderId orderId) {
    return calls.find(
        HttpRequest.safe("find schedule", "GET", SUBSCRIBE, PAYMENTS, SCHEDULE, orderId.value())
            .about(PaymentLookup.byOrderId(orderId)),
        about(Stream.of(orderId)));
  }

  /**
   * {@code GET /subscribe/payments/schedule}: those that are scheduled within a time, the latest
   * first. The SDK fetches each page when you read it. Close the stream, with try-with-resources; a
   * stream that is read to its end closes itself. The stream is sequential, and for one thread.
   * Reading it throws the exceptions of a call.
   */
  public Stream<IamportScheduledPayment> list(IamportScheduleQuery query) {
    return list(query, MAX_LIMIT, false);
  }

  /**
   * Like {@link #list(IamportScheduleQuery)}.
   *
   * @param limit how many a page has: 1 to 1000
   * @param earliestFirst whether the earliest time comes first
   */
  public Stream<IamportScheduledPayment> list(
      IamportScheduleQuery query, int limit, boolean earliestFirst) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ": " + limit);
    }
    return pages(
        () ->
            query
                .addTo(
                    HttpRequest.safe("schedules", "GET", SUBSCRIBE, PAYMENTS, SCHEDULE),
                    "schedule_from",
                    "schedule_to",
                    "schedule_status")
                .query("limit", limit)
                .query("sorting", earliestFirst ? "scheduled" : null),
        IamportScheduledPayment::new);
  }

  /** {@code GET /subscribe/customers/{customer_uid}/schedules}: those of a billing key. */
  public Stream<IamportScheduledPayment> ofCustomer(
      String customerUid, IamportScheduleQuery query) {
    return ofCustomer(customerUid, query, SUBSCRIBE, "customers", customerUid, "schedules");
  }

  /**
   * {@code GET /subscribe/payments/schedule/customers/{customer_uid}}: the same as {@link
   * #ofCustomer} by its other path.
   */
  public Stream<IamportScheduledPayment> ofCustomerByPayments(
      String customerUid, IamportScheduleQuery query) {
    return ofCustomer(customerUid, query, SUBSCRIBE, PAYMENTS, SCHEDULE, "customers", customerUid);
  }

  private Stream<IamportScheduledPayment> ofCustomer(
      String customerUid, IamportScheduleQuery query, String... path) {
    String hidden = CustomerUid.checked(customerUid);
    return pages(
        () ->
            query.addTo(
                HttpRequest.safe("schedules of billing key", "GET", path).hide(hidden),
                "from",
                "to",
                "schedule-status"),
        ofCustomer(customerUid));
  }

  private Stream<IamportScheduledPayment> pages(
      Supplier<HttpRequest.Builder> request, Function<JsonObject, IamportScheduledPayment> reader) {
    return calls.stream(
        new NumberedPages<>(
            page -> request.get().query("page", page),
            reader,
            schedule -> schedule.orderId().value()));
  }

  /**
   * {@code PUT /subscribe/payments/schedule/{merchant_uid}}: changes the time of a schedule that
   * wasn't executed.
   *
   * @throws IllegalArgumentException if the time is past
   */
  public IamportScheduledPayment changeTime(OrderId orderId, Instant at) {
    return at(
        HttpRequest.once("change schedule", "PUT", SUBSCRIBE, PAYMENTS, SCHEDULE, orderId.value()),
        orderId,
        at);
  }

  /**
   * {@code POST /subscribe/payments/schedule/{merchant_uid}/reschedule}: schedules one again that
   * failed or was revoked.
   *
   * @throws IllegalArgumentException if the time is past
   */
  public IamportScheduledPayment reschedule(OrderId orderId, Instant at) {
    return at(
        HttpRequest.once(
            "reschedule", "POST", SUBSCRIBE, PAYMENTS, SCHEDULE, orderId.value(), "reschedule"),
        orderId,
        at);
  }

  private IamportScheduledPayment at(HttpRequest.Builder request, OrderId orderId, Instant at) {
    calls.requireFuture("schedule_at", at);
    return calls.object(
        request
            .about(PaymentLookup.byOrderId(orderId))
            .body(new RequestFields().epochSeconds("schedule_at", at)),
        about(Stream.of(orderId)));
  }

  /**
   * {@code POST /subscribe/payments/schedule/{merchant_uid}/retry}: charges one now that failed or
   * was revoked. <strong>Moves money</strong>, and is sent once.
   *
   * @return the payment. A declined card is a normal answer: its status is {@code failed}. So check
   *     the status.
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if it may have been executed: look the
   *     order up before anything else
   */
  public IamportPayment retryNow(OrderId orderId) {
    return calls.payment(
        HttpRequest.once(
                "retry schedule", "POST", SUBSCRIBE, PAYMENTS, SCHEDULE, orderId.value(), "retry")
            .about(PaymentLookup.byOrderId(orderId)),
        payment -> payment.orderId().equals(orderId));
  }

  /**
   * {@code POST /subscribe/payments/unschedule}: revokes some schedules of a billing key.
   *
   * @param orderIds at least one; Iamport would take none for all
   * @return those that Iamport says it has revoked, each with its order id. They may be fewer than
   *     were asked for: {@link #find} the others.
   * @throws kr.pgsdk.core.error.GatewayException if there is nothing to revoke
   */
  public List<IamportScheduledPayment> revoke(String customerUid, List<OrderId> orderIds) {
    if (orderIds.isEmpty()) {
      throw new IllegalArgumentException("merchant_uid must be at least one");
    }
    return calls.changed(
        unschedule()
            .about(PaymentLookup.byOrderId(orderIds.get(0)))
            .body(
                CustomerUid.fields(customerUid)
                    .texts("merchant_uid", orderIds.stream().map(OrderId::value).toList())),
        about(orderIds.stream()));
  }

  /**
   * {@code POST /subscribe/payments/unschedule} without {@code merchant_uid}: revokes every
   * schedule of a billing key.
   *
   * @throws kr.pgsdk.core.error.GatewayException if there is nothing to revoke
   */
  public List<IamportScheduledPayment> revokeAll(String customerUid) {
    return calls.changed(
        unschedule().body(CustomerUid.fields(customerUid)), ofCustomer(customerUid));
  }

  private static HttpRequest.Builder unschedule() {
    return HttpRequest.once("revoke schedules", "POST", SUBSCRIBE, PAYMENTS, "unschedule");
  }

  private static Function<JsonObject, IamportScheduledPayment> ofCustomer(String customerUid) {
    return ResponseMatch.aboutIfNamed(CustomerUid.NAME, customerUid, IamportScheduledPayment::new);
  }

  private static Function<JsonObject, IamportScheduledPayment> about(Stream<OrderId> orderIds) {
    Set<String> asked = orderIds.map(OrderId::value).collect(Collectors.toSet());
    return ResponseMatch.aboutOneOf("merchant_uid", asked, IamportScheduledPayment::new);
  }
}
