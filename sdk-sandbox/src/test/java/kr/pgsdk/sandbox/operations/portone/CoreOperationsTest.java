package kr.pgsdk.sandbox.operations.portone;

import java.util.List;
import java.util.Map;
import kr.pgsdk.core.CancelRequester;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.portone.PortOneCancelRequest;
import kr.pgsdk.portone.PortOneCancelRequest.PromotionDiscount;
import kr.pgsdk.portone.PortOneClient;
import kr.pgsdk.portone.PortOneConfirmRequest;

class CoreOperationsTest extends PortOneOperations {

  CoreOperationsTest() {
    super("core");
  }

  @Override
  protected Map<String, String> ids() {
    return Map.of("id", "\"order9001\"");
  }

  @Override
  protected List<Example<PortOneClient>> examples() {
    return List.of(
        example("GET /payments/{paymentId}", client -> client.payment(ORDER)),
        example(
            "POST /payments/{paymentId}/pre-register",
            client -> {
              client.preRegister(ORDER, AMOUNT, Money.krw(1_000));
              return null;
            }),
        example(
            "POST /payments/{paymentId}/confirm",
            client ->
                client.confirm(
                    PortOneConfirmRequest.builder(ORDER, "token_1", AMOUNT)
                        .txId(PaymentId.of("tx_1"))
                        .taxFreeAmount(Money.krw(1_000))
                        .isTest(false)
                        .skipWebhook(true)
                        .build())),
        example(
            "POST /payments/{paymentId}/cancel",
            client ->
                client.cancel(
                    PortOneCancelRequest.partial(ORDER, Money.krw(5_000), "one item returned")
                        .currentCancellableAmount(AMOUNT)
                        .taxFreeAmount(Money.krw(0))
                        .vatAmount(Money.krw(500))
                        .requester(CancelRequester.CUSTOMER)
                        .refundAccount(RefundAccount.of("SHINHAN", "11012345678", "Hong"))
                        .refundEmail("hong@example.com")
                        .promotionDiscount(PromotionDiscount.RETAIN)
                        .skipWebhook(true)
                        .build())),
        example(
            "POST /payments/{paymentId}/virtual-account/close",
            client -> client.closeVirtualAccount(ORDER).orElseThrow()));
  }
}
