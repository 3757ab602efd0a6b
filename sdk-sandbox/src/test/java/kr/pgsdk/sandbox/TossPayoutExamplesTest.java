package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.TossSecretKey;
import kr.pgsdk.toss.custom.TossCustomRequest;
import kr.pgsdk.toss.payouts.TossPayout;
import kr.pgsdk.toss.payouts.TossPayoutRequest;
import kr.pgsdk.toss.payouts.TossPayouts;
import kr.pgsdk.toss.payouts.TossSeller;
import kr.pgsdk.toss.payouts.TossSellerRequest;
import kr.pgsdk.toss.webhook.TossSecurityKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Payouts v2 answer encrypted examples, which the artifact for payouts reads. */
class TossPayoutExamplesTest {
  private final Sandbox sandbox = Sandbox.start();
  private final TossClient client =
      TossClient.builder(TossSecretKey.of(sandbox.tossSecretKey()))
          .http(HttpOptions.builder().baseUrl(sandbox.tossUrl()).build())
          .build();
  private final TossPayouts payouts =
      TossPayouts.of(client, TossSecurityKey.of(sandbox.tossSecurityKey()));

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  private static TossPayoutRequest payout(String number) {
    return TossPayoutRequest.builder(number, "seller-1", Money.krw(5_000)).build();
  }

  @Test
  void sellers_registeredFoundChangedAndDeleted() {
    TossSellerRequest request = TossSellerRequest.builder().refSellerId("mine-1").build();

    assertThat(payouts.registerSeller(request).refSellerId()).hasValue("mine-1");
    assertThat(payouts.seller("id-1").id()).hasValue("id-1");
    assertThat(payouts.updateSeller("id-1", request).refSellerId()).hasValue("mine-1");
    assertThat(payouts.sellers(Map.of()).items()).extracting(TossSeller::id).hasSize(1);
    assertThat(payouts.deleteSeller("id-1").toJson()).contains("deleted-entity");
  }

  @Test
  void payouts_askedForFoundAndCancelled() {
    assertThat(payouts.request(payout("mine-1")).amount()).hasValue(Money.krw(5_000));
    assertThat(payouts.requestAll(List.of(payout("a"), payout("b")), "key-1"))
        .extracting(each -> each.refPayoutId().orElseThrow())
        .containsExactly("a", "b");
    assertThat(payouts.payout("id-1").id()).hasValue("id-1");
    assertThat(payouts.payouts(Map.of()).items()).extracting(TossPayout::id).hasSize(1);
    assertThat(payouts.cancel("id-1", TossCustomRequest.builder().build()).toJson())
        .contains("CANCELED");
    assertThat(payouts.balances().toJson()).contains("availableAmount");
  }

  @Test
  void bodyEncryptedByAnotherKey_isRefused() {
    TossPayouts others = TossPayouts.of(client, TossSecurityKey.of("ab".repeat(32)));

    assertThatThrownBy(() -> others.request(payout("mine-1")))
        .isInstanceOfSatisfying(
            GatewayException.class, e -> assertThat(e.gatewayCode()).hasValue("INVALID_REQUEST"));
  }
}
