package kr.pgsdk.sandbox.operations.iamport;

import java.util.List;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.iamport.IamportClient;
import kr.pgsdk.iamport.payco.IamportPaycoOrderStatus;

class PaycoOperationsTest extends IamportOperations {
  private static final PaymentId PAYMENT = PaymentId.of("imp_123");

  PaycoOperationsTest() {
    super("payco");
  }

  @Override
  protected List<Example<IamportClient>> examples() {
    return List.of(
        example(
            "POST /payco/orders/status/{imp_uid}",
            client ->
                client.payco().changeOrderStatus(PAYMENT, IamportPaycoOrderStatus.DELIVERY_START)));
  }
}
