package kr.pgsdk.sandbox.operations.portone;

import java.util.List;
import kr.pgsdk.portone.PortOneClient;
import kr.pgsdk.portone.model.PortOneCashReceiptType;
import kr.pgsdk.portone.schedule.PortOneScheduleFilter;
import kr.pgsdk.portone.schedule.PortOneScheduleRequest;

class ScheduleOperationsTest extends PortOneOperations {
  ScheduleOperationsTest() {
    super("schedule");
  }

  @Override
  protected List<Example<PortOneClient>> examples() {
    return List.of(
        example(
            "POST /payments/{paymentId}/schedule",
            client ->
                client
                    .schedules()
                    .create(
                        PortOneScheduleRequest.builder(
                                ORDER, "billing_key_1", "T-shirt", AMOUNT, NOON)
                            .channelKey("channel-key-1")
                            .customer(buyer())
                            .cashReceipt(PortOneCashReceiptType.CORPORATE, "1234567890")
                            .installmentMonth(3)
                            .products(products())
                            .build())),
        example(
            "GET /payment-schedules/{paymentScheduleId}",
            client -> client.schedules().get("schedule_1")),
        example(
            "GET /payment-schedules",
            client ->
                first(
                    client
                        .schedules()
                        .list(PortOneScheduleFilter.builder().billingKey("key_1").build()))),
        example(
            "DELETE /payment-schedules",
            client -> client.schedules().revoke(List.of("schedule_1"))),
        example(
            "DELETE /payment-schedules",
            client -> client.schedules().revokeAllOf("billing_key_1")));
  }
}
