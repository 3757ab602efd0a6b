package kr.pgsdk.sandbox.operations.iamport;

import java.time.Instant;
import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.iamport.IamportCancelRequest;
import kr.pgsdk.iamport.IamportClient;
import kr.pgsdk.iamport.payment.IamportSorting;
import kr.pgsdk.iamport.payment.IamportStatusFilter;

class CoreOperationsTest extends IamportOperations {
  private static final PaymentId PAYMENT = PaymentId.of("imp_123");
  private static final OrderId ORDER = OrderId.of("order_9001");
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

  /** What a composed response says: another amount than was sent would be malformed. */
  private static final Money PREPARED = Money.krw(1_700_000_000);

  CoreOperationsTest() {
    super("core");
  }

  @Override
  protected List<Example<IamportClient>> examples() {
    return List.of(
        example("GET /payments/{imp_uid}", client -> client.payment(PAYMENT, true)),
        example(
            "GET /payments", client -> client.payments().find(List.of(PAYMENT), List.of(ORDER))),
        example(
            "GET /payments/find/{merchant_uid}/{payment_status}",
            client ->
                client
                    .payments()
                    .find(ORDER, IamportStatusFilter.PAID, IamportSorting.NEWEST_PAID)),
        example(
            "GET /payments/findAll/{merchant_uid}/{payment_status}",
            client ->
                first(
                    client
                        .payments()
                        .all(ORDER, IamportStatusFilter.PAID, IamportSorting.NEWEST_PAID))),
        example(
            "GET /payments/status/{payment_status}",
            client ->
                first(
                    client
                        .payments()
                        .all(IamportStatusFilter.PAID, NOW, NOW, IamportSorting.NEWEST_PAID))),
        example("GET /payments/{imp_uid}/balance", client -> client.payments().balance(PAYMENT)),
        example(
            "GET /payments/prepare/{merchant_uid}",
            client -> client.payments().prepared(ORDER).orElseThrow()),
        example("POST /payments/prepare", client -> client.payments().prepare(ORDER, PREPARED)),
        example(
            "PUT /payments/prepare", client -> client.payments().changePrepared(ORDER, PREPARED)),
        example("POST /payments/cancel", client -> client.cancel(everyField())),
        example(
            "POST /payments/cancel",
            client -> client.cancel(IamportCancelRequest.full(ORDER).build())));
  }

  private static IamportCancelRequest everyField() {
    return IamportCancelRequest.partial(PAYMENT, Money.krw(1_000))
        .checksum(Money.krw(2_000))
        .taxFree(Money.krw(100))
        .vat(Money.krw(100))
        .reason("returned")
        .refundAccount(RefundAccount.of("088", "1-2", "Hong").withPhone("01012345678"))
        .retainPromotion(true)
        .enableWebhook(true)
        .requester(IamportCancelRequest.Requester.CUSTOMER)
        .build();
  }
}
