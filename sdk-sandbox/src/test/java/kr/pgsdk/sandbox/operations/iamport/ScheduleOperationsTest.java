package kr.pgsdk.sandbox.operations.iamport;

import static kr.pgsdk.sandbox.operations.iamport.BillingOperationsTest.CUSTOMER;
import static kr.pgsdk.sandbox.operations.iamport.BillingOperationsTest.ORDER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.iamport.IamportClient;
import kr.pgsdk.iamport.receipt.IamportCashReceiptType;
import kr.pgsdk.iamport.schedule.IamportSchedule;
import kr.pgsdk.iamport.schedule.IamportScheduleQuery;
import kr.pgsdk.iamport.schedule.IamportScheduleRequest;
import kr.pgsdk.iamport.schedule.IamportScheduleStatus;

class ScheduleOperationsTest extends IamportOperations {
  private static final Instant FAR = Instant.parse("2999-01-01T00:00:00Z");
  private static final IamportScheduleQuery QUERY =
      IamportScheduleQuery.between(
              Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"))
          .withStatus(IamportScheduleStatus.EXECUTED);

  ScheduleOperationsTest() {
    super("schedule");
  }

  @Override
  protected List<Example<IamportClient>> examples() {
    return List.of(
        example(
            "POST /subscribe/payments/schedule", client -> client.schedules().register(request())),
        example(
            "GET /subscribe/payments/schedule/{merchant_uid}",
            client -> client.schedules().find(ORDER)),
        example(
            "GET /subscribe/payments/schedule",
            client -> first(client.schedules().list(QUERY, 100, true))),
        example(
            "GET /subscribe/customers/{customer_uid}/schedules",
            client -> first(client.schedules().ofCustomer(CUSTOMER, QUERY))),
        example(
            "GET /subscribe/payments/schedule/customers/{customer_uid}",
            client -> first(client.schedules().ofCustomerByPayments(CUSTOMER, QUERY))),
        example(
            "PUT /subscribe/payments/schedule/{merchant_uid}",
            client -> client.schedules().changeTime(ORDER, FAR)),
        example(
            "POST /subscribe/payments/schedule/{merchant_uid}/reschedule",
            client -> client.schedules().reschedule(ORDER, FAR)),
        example(
            "POST /subscribe/payments/schedule/{merchant_uid}/retry",
            client -> client.schedules().retryNow(ORDER)),
        example(
            "POST /subscribe/payments/unschedule",
            client -> client.schedules().revoke(CUSTOMER, List.of(ORDER))),
        example(
            "POST /subscribe/payments/unschedule",
            client -> client.schedules().revokeAll(CUSTOMER)));
  }

  private static IamportScheduleRequest request() {
    IamportSchedule schedule =
        BillingOperationsTest.filled(
                IamportSchedule.builder(ORDER, FAR, Money.krw(60_000), "T-shirt"))
            .productCount(1)
            .cashReceiptType(IamportCashReceiptType.PERSON)
            .naverUseEnds(LocalDate.of(2030, 1, 31))
            .build();
    return IamportScheduleRequest.builder(CUSTOMER, List.of(schedule))
        .card(BillingOperationsTest.card())
        .checkingAmount(Money.krw(100))
        .customerId("buyer_1")
        .channelKey("channel-key-1")
        .build();
  }
}
