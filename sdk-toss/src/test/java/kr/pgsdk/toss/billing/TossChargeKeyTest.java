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
  private static String key(
      String billingKey, String customerKey, String orderId, Money amount, int number) {
    return TossChargeKey.of(billingKey, customerKey, OrderId.of(orderId), amount, number);
  }

  @Test
  void testVectors() {
    assertThat(
            key(
                "Z_t5vOvQxrj4499PeiJcjen28-V2RyqgYTwN44Rdzk0=",
                "3f9b1c2e-0000-4000-8000-000000000001",
                "a4CWyWY5m89PNh7xJwhk1",
                Money.krw(4_900),
                1))
        .isEqualTo("e2f37bf94b54c565a8b31a6ecbc9c93b116f165cebbc9bbd19652d636ead17ed");
    assertThat(key("빌링키", "고객", "주문", Money.of("181.56", "USD"), 3))
        .isEqualTo("6442310084fd7d0b60005b19838a7bc433efc45d48b9fd94ccbbd4d5e39348c0");
    assertThat(TossChargeKey.of("own-key", 1)).isEqualTo("own-key");
    assertThat(TossChargeKey.of("own-key", 2))
        .isEqualTo("0164193bae589843044e0f4df98adfc2e4c40a2f7396eb6f3e4dd474b0c0ed97");
  }

  @Test
  void writtenScale_doesNotMatter_theCurrencyDoes() {
    String key = key("b", "c", "o", Money.of("1.50", "USD"), 1);

    assertThat(key("b", "c", "o", Money.of("1.5", "USD"), 1)).isEqualTo(key);
    assertThat(key("b", "c", "o", Money.of("1.5", "JPY"), 1)).isNotEqualTo(key);
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
      int number = random.nextInt(1, 12);
      String charge = String.join("|", billingKey, customerKey, orderId, amount + "|" + number);

      String before =
          seen.put(key(billingKey, customerKey, orderId, Money.krw(amount), number), charge);

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
