package kr.pgsdk.sandbox.operations.portone;

import java.time.Duration;
import java.util.List;
import kr.pgsdk.portone.PortOneClient;
import kr.pgsdk.portone.session.PortOneSessionProductRequest;
import kr.pgsdk.portone.session.PortOneSessionRequest;
import kr.pgsdk.portone.session.PortOneSessionTerms;

class SessionOperationsTest extends PortOneOperations {
  SessionOperationsTest() {
    super("session");
  }

  @Override
  protected List<Example<PortOneClient>> examples() {
    return List.of(
        example(
            "POST /payment-sessions",
            client ->
                client
                    .sessions()
                    .open(
                        PortOneSessionRequest.builder(ORDER, "profile_1", "US", "T-shirt", AMOUNT)
                            .paymentMethod("PAY_PAL")
                            .redirectUrl("https://shop.example/paid")
                            .products(
                                List.of(
                                    PortOneSessionProductRequest.builder("T-shirt", AMOUNT, 1)
                                        .build()))
                            .customerName("Hong")
                            .customerEmail("hong@example.com")
                            .storeName("shop")
                            .agreements(
                                List.of(
                                    PortOneSessionTerms.of("terms", "https://shop.example/terms")))
                            .orderImageUrl("https://shop.example/shirt.png")
                            .customData("custom")
                            .colors("#000000", "#111111", "#222222")
                            .timeToLive(Duration.ofMinutes(30))
                            .build())),
        example("GET /payment-sessions/{sessionId}", client -> client.sessions().get("session_1")),
        example(
            "POST /payment-sessions/{sessionId}/close",
            client -> client.sessions().close("session_1").orElseThrow()),
        example(
            "GET /checkout-profiles/evaluate",
            client -> client.sessions().methods("profile_1", "US", AMOUNT)));
  }
}
