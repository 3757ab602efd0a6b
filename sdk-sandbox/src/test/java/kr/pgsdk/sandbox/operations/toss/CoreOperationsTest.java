package kr.pgsdk.sandbox.operations.toss;

import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.toss.TossCancelRequest;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.TossConfirmRequest;

class CoreOperationsTest extends TossOperations {
  private static final PaymentId PAYMENT = PaymentId.of("pay_key_1");
  private static final OrderId ORDER = OrderId.of("order_9001");

  CoreOperationsTest() {
    super("core");
  }

  @Override
  protected List<Example<TossClient>> examples() {
    return List.of(
        example(
            "POST /v1/payments/confirm",
            client -> client.confirm(TossConfirmRequest.of(PAYMENT, ORDER, Money.krw(15_000)))),
        example("GET /v1/payments/{paymentKey}", client -> client.payment(PAYMENT)),
        example("GET /v1/payments/orders/{orderId}", client -> client.paymentByOrderId(ORDER)),
        example("POST /v1/payments/{paymentKey}/cancel", client -> client.cancel(cancel())));
  }

  private static TossCancelRequest cancel() {
    return TossCancelRequest.partial(PAYMENT, Money.of("10.5", "USD"), "returned")
        .refundableAmount(Money.of("20", "USD"))
        .taxFreeAmount(Money.of("1", "USD"))
        .taxExemptionAmount(Money.of("2", "USD"))
        .refundReceiveAccount(RefundAccount.of("88", "110", "Hong"))
        .cancelRequestId("cancel-1")
        .build();
  }
}
