package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operations of Toss that the sandbox answers with an example. */
class TossExamplesTest {
  private final Sandbox sandbox = Sandbox.start();
  private final Wire toss = Wire.toss(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  private static Wire.Reply send(Wire wire, String method, String path) throws IOException {
    return method.equals("GET") ? wire.get(path) : wire.post(path, "{}");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/promotions, type",
    "GET, /v1/promotions/card, interestFreeCards",
    "GET, /v1/brandpay/terms, agreed",
    "POST, /v1/brandpay/terms/agree, code",
    "POST, /v1/brandpay/authorizations/access-token, accessToken",
    "GET, /v1/brandpay/payments/methods, cards",
    "GET, /v1/brandpay/payments/methods/customer-1, cards",
    "POST, /v1/brandpay/payments/methods/card/remove, methodKey",
    "POST, /v1/brandpay/payments/methods/account/remove, methodKey",
    "POST, /v1/brandpay/payments/confirm, paymentKey",
    "POST, /v1/brandpay/payments, paymentKey",
    "POST, /v1/brandpay/customers/remove, customerKey",
    "GET, /v1/brandpay/promotions/card, pointCards",
    "GET, /v1/brandpay/promotions/bank, discountBanks",
    "POST, /v1/payouts/sub-malls, subMallId",
    "GET, /v1/payouts/sub-malls, subMallId",
    "POST, /v1/payouts/sub-malls/mall-1, subMallId",
    "POST, /v1/payouts/sub-malls/mall-1/delete, sandbox-mall",
    "GET, /v1/payouts/sub-malls/settlements/balance, balance",
    "POST, /v1/payouts/sub-malls/settlements, payoutKey",
    "GET, /v1/payouts/sub-malls/settlements, payoutKey",
    "GET, /v1/payouts/sub-malls/settlements/payout-1, payoutKey",
    "POST, /v1/payouts/sub-malls/settlements/payout-1/cancel, payoutKey"
  })
  void operation_answersItsExample_behindTheKey(String method, String path, String field)
      throws IOException {
    Wire.Reply reply = send(toss, method, path);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).contains("\"" + field + "\"");
    assertThat(send(Wire.to(sandbox.tossUrl()), method, path).status()).isEqualTo(401);
  }

  @Test
  void brandpay_takesTheTokenItGave_nothingElseDoes() throws IOException {
    String token =
        (String) toss.post("/v1/brandpay/authorizations/access-token", "{}").at("accessToken");
    Wire buyer = Wire.to(sandbox.tossUrl()).header("Authorization", "Bearer " + token);

    assertThat(buyer.get("/v1/brandpay/payments/methods").status()).isEqualTo(200);
    assertThat(buyer.get("/v1/promotions").status()).isEqualTo(401);
    assertThat(
            Wire.to(sandbox.tossUrl())
                .header("Authorization", "Bearer other")
                .get("/v1/brandpay/payments/methods")
                .status())
        .isEqualTo(401);
  }
}
