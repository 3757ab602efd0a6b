package kr.pgsdk.toss.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import org.junit.jupiter.api.Test;

/** The key of a charge must never change, and never be two charges'. */
class TossChargeKeyTest {
  private static String key(String billingKey, String customerKey, String orderId, Money amount) {
    return TossChargeRequest.derivedKey(billingKey, customerKey, OrderId.of(orderId), amount);
  }

  @Test
  void testVectors() {
    assertThat(
            key(
                "Z_t5vOvQxrj4499PeiJcjen28-V2RyqgYTwN44Rdzk0=",
                "3f9b1c2e-0000-4000-8000-000000000001",
                "a4CWyWY5m89PNh7xJwhk1",
                Money.krw(4_900)))
        .isEqualTo("e2f37bf94b54c565a8b31a6ecbc9c93b116f165cebbc9bbd19652d636ead17ed");
    assertThat(key("빌링키", "고객", "주문", Money.of("181.56", "USD")))
        .isEqualTo("ef2c795676da95d18cdbaf157ef86feb84713fddbe485e2ba03f2e59ac2eb9d3");
  }

  @Test
  void writtenScale_doesNotMatter_theCurrencyDoes() {
    String key = key("b", "c", "o", Money.of("1.50", "USD"));

    assertThat(key("b", "c", "o", Money.of("1.5", "USD"))).isEqualTo(key);
    assertThat(key("b", "c", "o", Money.of("1.5", "JPY"))).isNotEqualTo(key);
  }

  @Test
  void noTwoCharges_shareAKey() {
    SplittableRandom random = new SplittableRandom(20_240_213);
    Map<String, String> seen = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      // Few letters and digits, so that parts running into each other would meet often.
      String billingKey = text(random);
      String customerKey = text(random);
      String orderId = text(random);
      int amount = random.nextInt(1, 112);
      String charge = String.join("|", billingKey, customerKey, orderId, String.valueOf(amount));

      String before = seen.put(key(billingKey, customerKey, orderId, Money.krw(amount)), charge);

      assertThat(before == null || before.equals(charge)).as("%s and %s", before, charge).isTrue();
    }
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(1, 4); length > 0; length--) {
      text.append("1a".charAt(random.nextInt(2)));
    }
    return text.toString();
  }
}
