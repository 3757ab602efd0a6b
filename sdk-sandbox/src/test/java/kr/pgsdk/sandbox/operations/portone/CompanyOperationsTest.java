package kr.pgsdk.sandbox.operations.portone;

import java.util.List;
import kr.pgsdk.portone.PortOneClient;
import kr.pgsdk.portone.company.PortOnePaymentwallDelivery;

class CompanyOperationsTest extends PortOneOperations {
  CompanyOperationsTest() {
    super("company");
  }

  @Override
  protected List<Example<PortOneClient>> examples() {
    return List.of(
        example("GET /banks", client -> client.companies().banks()),
        example(
            "GET /kakaopay/payment/order",
            client -> client.companies().kakaopayOrder("T1234", "channel-key-1")),
        example(
            "POST /paymentwall/delivery/confirm",
            client -> {
              client
                  .companies()
                  .confirmPaymentwallDelivery(
                      PortOnePaymentwallDelivery.builder(
                              "tx_1",
                              "PHYSICAL",
                              "ORDER_SHIPPED",
                              NOON,
                              NOON,
                              true,
                              "by post",
                              "hong@example.com")
                          .reason("moved")
                          .carrierTrackingId("track_1")
                          .carrierType("CJ")
                          .shippingAddressCountry("KR")
                          .shippingAddressCity("Seoul")
                          .shippingAddressZip("06236")
                          .shippingAddressState("Seoul")
                          .shippingAddressStreet("1 Teheran-ro")
                          .shippingAddressPhone("01012345678")
                          .shippingAddressFirstname("Gil-dong")
                          .shippingAddressLastname("Hong")
                          .attachments(List.of("https://shop.example/parcel"))
                          .build());
              return null;
            }));
  }
}
