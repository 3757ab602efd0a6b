package kr.pgsdk.sandbox.operations.iamport;

import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.iamport.IamportClient;
import kr.pgsdk.iamport.model.IamportProductType;
import kr.pgsdk.iamport.receipt.IamportCashReceiptRequest;
import kr.pgsdk.iamport.receipt.IamportCashReceiptType;
import kr.pgsdk.iamport.receipt.IamportExternalCashReceiptRequest;
import kr.pgsdk.iamport.receipt.IamportReceiptIdentifier;

class ReceiptOperationsTest extends IamportOperations {
  private static final PaymentId PAYMENT = PaymentId.of("imp_123");
  private static final OrderId ORDER = OrderId.of("order_9001");

  ReceiptOperationsTest() {
    super("receipt");
  }

  @Override
  protected List<Example<IamportClient>> examples() {
    return List.of(
        example("GET /receipts/{imp_uid}", client -> client.cashReceipts().find(PAYMENT)),
        example(
            "POST /receipts/{imp_uid}",
            client -> client.cashReceipts().issue(PAYMENT, ofPayment())),
        example("DELETE /receipts/{imp_uid}", client -> client.cashReceipts().cancel(PAYMENT)),
        example(
            "GET /receipts/external/{merchant_uid}",
            client -> client.cashReceipts().findExternal(ORDER)),
        example(
            "POST /receipts/external/{merchant_uid}",
            client -> client.cashReceipts().issueExternal(ORDER, external())),
        example(
            "DELETE /receipts/external/{merchant_uid}",
            client -> client.cashReceipts().cancelExternal(ORDER)));
  }

  private static IamportCashReceiptRequest ofPayment() {
    return IamportCashReceiptRequest.builder("01012345678")
        .identifierType(IamportReceiptIdentifier.PHONE)
        .type(IamportCashReceiptType.PERSON)
        .productType(IamportProductType.REAL)
        .buyerName("Hong Gildong")
        .buyerEmail("hong@example.com")
        .buyerTel("010-1234-5678")
        .companyName("Shop")
        .companyTel("02-123-4567")
        .corpRegNo("1234567890")
        .taxFree(Money.krw(0))
        .vat(Money.krw(1_000))
        .build();
  }

  private static IamportExternalCashReceiptRequest external() {
    return IamportExternalCashReceiptRequest.builder(
            "channel-key-1", "T-shirt", Money.krw(11_000), "01012345678")
        .identifierType(IamportReceiptIdentifier.PHONE)
        .type(IamportCashReceiptType.COMPANY)
        .productType(IamportProductType.DIGITAL)
        .buyerName("Hong Gildong")
        .buyerEmail("hong@example.com")
        .buyerTel("010-1234-5678")
        .corpRegNo("1234567890")
        .taxFree(Money.krw(1_000))
        .vat(Money.krw(1_000))
        .payMethod("vbank")
        .build();
  }
}
