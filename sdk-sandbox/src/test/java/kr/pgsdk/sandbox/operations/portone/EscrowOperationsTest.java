package kr.pgsdk.sandbox.operations.portone;

import java.util.List;
import kr.pgsdk.portone.PortOneClient;
import kr.pgsdk.portone.escrow.PortOneDelivery;
import kr.pgsdk.portone.escrow.PortOneEscrowParty;
import kr.pgsdk.portone.escrow.PortOneEscrowRequest;

class EscrowOperationsTest extends PortOneOperations {
  EscrowOperationsTest() {
    super("escrow");
  }

  @Override
  protected List<Example<PortOneClient>> examples() {
    return List.of(
        example(
            "POST /payments/{paymentId}/escrow/logistics",
            client -> client.escrows().register(ORDER, delivery())),
        example(
            "PATCH /payments/{paymentId}/escrow/logistics",
            client -> client.escrows().modify(ORDER, delivery())),
        example(
            "POST /payments/{paymentId}/escrow/complete",
            client -> client.escrows().complete(ORDER, true).orElseThrow()));
  }

  private static PortOneEscrowRequest delivery() {
    return PortOneEscrowRequest.builder(
            PortOneDelivery.builder("CJ", "1234567890", NOON).receivedAt(NOON).build())
        .sender(PortOneEscrowParty.builder().name("shop").relationship("seller").build())
        .receiver(PortOneEscrowParty.builder().name("Hong").address(address()).build())
        .sendEmail(true)
        .products(products())
        .build();
  }
}
