package kr.pgsdk.sandbox.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.sandbox.LedgerEntry;
import kr.pgsdk.sandbox.LedgerEntry.Kind;
import kr.pgsdk.sandbox.wire.Cause;
import kr.pgsdk.sandbox.wire.RefundRecord;
import org.junit.jupiter.api.Test;

class PaymentTimelineTest {
  private static final Money PRICE = Money.krw(1_000);

  private static Instant at(int second) {
    return Instant.ofEpochSecond(second);
  }

  private static LedgerEntry entry(Kind kind, long won, int second) {
    return new LedgerEntry(kind, Money.krw(won), second, null, at(second));
  }

  private static RefundRecord refund(int taken, int done) {
    RefundRecord refund = new RefundRecord(PRICE, PRICE, Cause.NO_REQUEST, at(taken));
    refund.note(RefundRecord.State.DONE, at(done));
    return refund;
  }

  private final PaymentTimeline truth =
      new PaymentTimeline(List.of(entry(Kind.CAPTURE, 1_000, 10)), List.of(refund(15, 20)), PRICE);

  @Test
  void capturedAndRefundedLater_wasHeldInBetween_andNeverElse() {
    assertThat(truth.everBetween(at(0), at(9), PaymentTimeline.State::held)).isFalse();
    assertThat(truth.everBetween(at(0), at(10), PaymentTimeline.State::held)).isTrue();
    assertThat(truth.everBetween(at(12), at(13), PaymentTimeline.State::held)).isTrue();
    assertThat(truth.everBetween(at(12), at(13), state -> !state.held())).isFalse();
    assertThat(truth.everBetween(at(21), at(30), PaymentTimeline.State::held)).isFalse();
    assertThat(truth.everBetween(at(0), at(30), state -> !state.held())).isTrue();
    assertThat(truth.last().held()).isFalse();
  }

  @Test
  void refundUnderWay_isNeitherPaidNorCancelled() {
    assertThat(truth.everBetween(at(16), at(19), state -> state.isPaid(PRICE))).isFalse();
    assertThat(truth.everBetween(at(16), at(19), PaymentTimeline.State::isCancelled)).isFalse();
    assertThat(truth.everBetween(at(12), at(14), state -> state.isPaid(PRICE))).isTrue();
    assertThat(truth.everBetween(at(20), at(20), PaymentTimeline.State::isCancelled)).isTrue();
  }

  @Test
  void refundAboveTheCapture_isNoticed() {
    assertThat(truth.isOverdrawn()).isFalse();
    assertThat(
            new PaymentTimeline(
                    List.of(entry(Kind.CAPTURE, 1_000, 10)),
                    List.of(refund(15, 20), refund(15, 20)),
                    PRICE)
                .isOverdrawn())
        .isTrue();
  }
}
