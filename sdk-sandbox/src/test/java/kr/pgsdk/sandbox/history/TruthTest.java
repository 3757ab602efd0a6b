package kr.pgsdk.sandbox.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.sandbox.LedgerEntry;
import kr.pgsdk.sandbox.LedgerEntry.Kind;
import org.junit.jupiter.api.Test;

class TruthTest {
  private static final Money PRICE = Money.krw(1_000);

  private static Instant at(int second) {
    return Instant.ofEpochSecond(second);
  }

  private static LedgerEntry entry(Kind kind, long won, int second) {
    return new LedgerEntry(kind, Money.krw(won), second, at(second));
  }

  private final Truth truth =
      new Truth(List.of(entry(Kind.CAPTURE, 1_000, 10), entry(Kind.REFUND, 1_000, 20)), PRICE);

  @Test
  void capturedAndRefundedLater_wasHeldInBetween_andNeverElse() {
    assertThat(truth.everBetween(at(0), at(9), Truth.State::held)).isFalse();
    assertThat(truth.everBetween(at(0), at(10), Truth.State::held)).isTrue();
    assertThat(truth.everBetween(at(12), at(13), Truth.State::held)).isTrue();
    assertThat(truth.everBetween(at(12), at(13), state -> !state.held())).isFalse();
    assertThat(truth.everBetween(at(21), at(30), Truth.State::held)).isFalse();
    assertThat(truth.everBetween(at(0), at(30), state -> !state.held())).isTrue();
    assertThat(truth.last().held()).isFalse();
  }

  @Test
  void refundAboveTheCapture_isRefused() {
    assertThatThrownBy(
            () ->
                new Truth(
                    List.of(entry(Kind.CAPTURE, 1_000, 1), entry(Kind.REFUND, 1_001, 2)), PRICE))
        .hasMessageContaining("more was refunded than captured");
  }
}
