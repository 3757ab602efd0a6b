package kr.pgsdk.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "\t",
        "a\nb",
        "a\r\nX-Evil: 1",
        "a\u0000",
        "a\u2028b",
        "..",
        ".",
        "../secret?x=1",
        "a/../b",
        "a\\..\\b",
        "a/.",
        "\ud800"
      })
  void unsafeText_isRefused_byBothKindsOfId(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OrderId.of(text))
        .withMessageStartingWith("order id must");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PaymentId.of(text))
        .withMessageStartingWith("payment id must");
  }

  @ParameterizedTest
  @ValueSource(strings = {"71", "order:1@shop", "2024/001", "주문 1", "a..b", "..."})
  void idsSeenInTheWild_areTaken(String text) {
    assertThat(OrderId.of(text).value()).isEqualTo(text);
    assertThat(PaymentId.of(text).value()).isEqualTo(text);
  }

  @Test
  void tooLong_isRefused() {
    assertThat(PaymentId.of("k".repeat(200)).value()).hasSize(200);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PaymentId.of("k".repeat(201)))
        .withMessageContaining("200");
  }

  @Test
  @SuppressWarnings("NullAway")
  void nothing_isRefusedByName() {
    assertThatNullPointerException()
        .isThrownBy(() -> OrderId.of(null))
        .withMessageContaining("order id");
  }

  @Test
  void randomOrderIds_fitBothGatewaysAndARefund_andNeverRepeat() {
    Set<OrderId> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      OrderId id = OrderId.random();
      assertThat(id.value()).matches("[0-9a-z]{32}");
      assertThat(seen.add(id)).isTrue();
    }
  }

  @Test
  void randomOrderIds_sortByTime() {
    SplittableRandom random = new SplittableRandom(1);
    String earlier = "";
    for (long millis = 1; millis < 1L << 45; millis = millis * 3 + 1) {
      Clock clock = Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
      String later = OrderId.random(clock, random).value();
      assertThat(later).isGreaterThan(earlier);
      earlier = later;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u200e", "\u200f", "\u061c", "\u200b", "\ufeff", "\u00ad"})
  void idWithAnInvisibleCharacter_isRefused(String invisible) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OrderId.of("order_" + invisible + "9001"))
        .withMessageContaining("must not contain");
  }
}
