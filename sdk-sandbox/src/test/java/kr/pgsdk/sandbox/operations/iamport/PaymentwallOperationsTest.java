package kr.pgsdk.sandbox.operations.iamport;

import java.time.Instant;
import java.util.List;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.iamport.IamportClient;
import kr.pgsdk.iamport.paymentwall.IamportPaymentwallDeliveryRequest;
import kr.pgsdk.iamport.paymentwall.IamportPaymentwallProductType;
import kr.pgsdk.iamport.paymentwall.IamportPaymentwallStatus;

class PaymentwallOperationsTest extends IamportOperations {
  private static final PaymentId PAYMENT = PaymentId.of("imp_123");
  private static final OrderId ORDER = OrderId.of("order_9001");
  private static final Instant DUE = Instant.ofEpochSecond(1_800_000_000);

  PaymentwallOperationsTest() {
    super("paymentwall");
  }

  @Override
  protected List<Example<IamportClient>> examples() {
    return List.of(
        example(
            "POST /paymentwall/delivery",
            client -> client.paymentwall().registerDelivery(everyField())));
  }

  private static IamportPaymentwallDeliveryRequest everyField() {
    return IamportPaymentwallDeliveryRequest.builder(
            PAYMENT,
            ORDER,
            IamportPaymentwallProductType.PHYSICAL,
            IamportPaymentwallStatus.DELIVERED,
            DUE,
            DUE,
            true,
            "hong@example.com")
        .carrierTrackingId("1234")
        .carrierType("Post")
        .reason("sent")
        .details("by train")
        .shippingAddressCountry("KR")
        .shippingAddressCity("Seoul")
        .shippingAddressZip("03172")
        .shippingAddressState("N/A")
        .shippingAddressStreet("1 Sejong-daero")
        .shippingAddressPhone("010-1234-5678")
        .shippingAddressFirstName("Gildong")
        .shippingAddressLastName("Hong")
        .build();
  }
}
