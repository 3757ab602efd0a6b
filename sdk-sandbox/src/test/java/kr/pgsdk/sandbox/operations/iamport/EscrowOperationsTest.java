package kr.pgsdk.sandbox.operations.iamport;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.iamport.IamportClient;
import kr.pgsdk.iamport.escrow.IamportEscrowParcel;
import kr.pgsdk.iamport.escrow.IamportEscrowParty;
import kr.pgsdk.iamport.escrow.IamportEscrowProduct;
import kr.pgsdk.iamport.escrow.IamportEscrowRequest;

class EscrowOperationsTest extends IamportOperations {
  private static final PaymentId PAYMENT = PaymentId.of("imp_123");
  private static final Instant DUE = Instant.ofEpochSecond(1_800_000_000);

  EscrowOperationsTest() {
    super("escrow");
  }

  @Override
  protected List<Example<IamportClient>> examples() {
    return List.of(
        example("GET /escrows/logis/{imp_uid}", client -> client.escrow().find(PAYMENT)),
        example(
            "POST /escrows/logis/{imp_uid}",
            client -> client.escrow().register(PAYMENT, delivery().sendEmail(false).build())),
        example(
            "PUT /escrows/logis/{imp_uid}",
            client -> client.escrow().change(PAYMENT, delivery().build())));
  }

  private static IamportEscrowRequest.Builder delivery() {
    return IamportEscrowRequest.builder(
            party().relationship("self").build(),
            party().build(),
            IamportEscrowParcel.builder("LOGEN", "1234", DUE)
                .receivingAt(LocalDate.of(2026, 11, 30))
                .address("1 Sejong-daero, Seoul")
                .build())
        .products(
            List.of(
                IamportEscrowProduct.builder("p1", "T-shirt", Money.krw(1_000))
                    .code("c1")
                    .quantity(2)
                    .tag("clothes")
                    .build()));
  }

  private static IamportEscrowParty.Builder party() {
    return IamportEscrowParty.builder()
        .name("Hong Gildong")
        .tel("010-1234-5678")
        .addr("1 Sejong-daero, Seoul")
        .postcode("03172")
        .formedAddress("1 Sejong-daero", "Seoul");
  }
}
