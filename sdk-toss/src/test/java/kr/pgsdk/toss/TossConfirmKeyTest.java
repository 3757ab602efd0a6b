package kr.pgsdk.toss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import org.junit.jupiter.api.Test;

/** The key of a confirm must never change, and never be two payments'. */
class TossConfirmKeyTest {
  private static String key(String paymentKey, String orderId, String amount, int number) {
    return TossConfirmRequest.derivedKey(
        PaymentId.of(paymentKey), OrderId.of(orderId), Money.of(amount, "USD"), number);
  }

  @Test
  void testVectors() {
    assertThat(
            TossConfirmRequest.derivedKey(
                PaymentId.of("5zJ4xY7m0kODnyRpQWGrN2xqGlNvLrKwv1M9ENjbeoPaZdL6"),
                OrderId.of("a4CWyWY5m89PNh7xJwhk1"),
                Money.krw(15_000),
                1))
        .isEqualTo("42eaf5526485b65f0d8ce33c6c7adcdcf6326e030f7e69e6973b99cd30cefa83");
    assertThat(key("결제키", "주문", "181.56", 3))
        .isEqualTo("5a5daa373d5daa35266330face15675965513bc88b10a72207b2e974bae4c85a");
  }

  @Test
  void writtenScale_doesNotMatter() {
    assertThat(key("p", "o", "1.50", 1)).isEqualTo(key("p", "o", "1.5", 1));
  }

  @Test
  void noTwoConfirms_shareAKey() {
    SplittableRandom random = new SplittableRandom(20_240_213);
    Map<String, String> seen = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      // Few letters and digits, so that parts running into each other would meet often.
      String paymentKey = text(random, "1a");
      String orderId = text(random, "1a");
      String amount = String.valueOf(random.nextInt(1, 112));
      int number = random.nextInt(1, 12);
      String confirm = paymentKey + "|" + orderId + "|" + amount + "|" + number;

      String before = seen.put(key(paymentKey, orderId, amount, number), confirm);

      assertThat(before == null || before.equals(confirm))
          .as("%s and %s", before, confirm)
          .isTrue();
    }
  }

  private static String text(SplittableRandom random, String letters) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(1, 5); length > 0; length--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }
}
