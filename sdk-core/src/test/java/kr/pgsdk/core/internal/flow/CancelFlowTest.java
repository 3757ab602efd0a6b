package kr.pgsdk.core.internal.flow;

import static kr.pgsdk.core.internal.flow.CancelCalls.all;
import static kr.pgsdk.core.internal.flow.CancelCalls.allOf;
import static kr.pgsdk.core.internal.flow.CancelCalls.marked;
import static kr.pgsdk.core.internal.flow.CancelCalls.part;
import static kr.pgsdk.core.internal.flow.CancelCalls.partOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Cancellation.AlreadyCancelled;
import kr.pgsdk.core.Cancellation.Cancelled;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.internal.access.CancelMemory;
import kr.pgsdk.core.internal.flow.FakeCancelSteps.Like;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A cancel when nothing is lost: what is sent, and how often. */
class CancelFlowTest extends CancelSetUp {
  // --- what is sent

  @ParameterizedTest
  @EnumSource
  void part_oneLookup_oneSendingWithBalanceKeyAndReference(Like like) {
    on(like);
    CancelRequest request = part(3_000);

    assertThat(calls.cancelled(request).cancelledNow()).hasValue(Money.krw(3_000));

    assertThat(gateway.lookups).isEqualTo(1);
    assertThat(gateway.sent).hasSize(1);
    assertThat(gateway.sent.get(0).balance()).isEqualTo(Money.krw(10_000));
    assertThat(gateway.sent.get(0).key()).isEqualTo(request.idempotencyKey());
    assertThat(gateway.sent.get(0).reason())
        .matches("\\[[0-9a-f]{10}] r")
        .isEqualTo(marked(request));
  }

  @ParameterizedTest
  @EnumSource
  void all_carriesTheShopsReferenceOrNone(Like like) {
    on(like);
    assertThat(calls.cancelled(all()).cancelledNow()).hasValue(Money.krw(10_000));
    assertThat(gateway.sent.get(0).reason()).isEqualTo("r");

    on(like);
    calls.cancelled(allOf().reference("R-7").build());
    assertThat(gateway.sent.get(0).reason()).isEqualTo("[R-7] r");
  }

  @Test
  void partAtAGatewayBuiltWithoutReferences_carriesTheShopsOrNone() {
    gateway.makesReferences = false;
    calls.cancelled(part(1_000));
    calls.cancelled(partOf(1_000).reference("R-7").build());

    assertThat(gateway.sent).extracting(CancelToSend::reason).containsExactly("r", "[R-7] r");
  }

  // --- one object is one refund

  @ParameterizedTest
  @EnumSource
  void sameObjectTwice_isOneRefund(Like like) {
    on(like);
    CancelRequest request = part(3_000);
    calls.cancelled(request);

    assertThat(calls.already(request).cancelledNow()).isEmpty();
    assertThat(calls.already(request.newBuilder().build()).cancelledNow()).isEmpty();
    assertThat(gateway.executed).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void twoObjectsOfOneAmount_areTwoRefunds(Like like) {
    on(like);
    gateway.sameSecond = true;
    CancelRequest one = part(3_000);
    CancelRequest two = part(3_000);
    calls.cancelled(one);
    calls.cancelled(two);
    calls.cancelled(one.newBuilder().idempotencyKey("another").build());

    assertThat(gateway.executed)
        .containsExactly(one.idempotencyKey(), two.idempotencyKey(), "another");
  }

  @Test
  void doneAndSomebodyElseRefundedBesides_isAlreadyCancelled_andSentOnce() {
    CancelRequest request = part(3_000);
    calls.cancelled(request);
    gateway.others(500, "other");

    calls.already(request);
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  @Timeout(120)
  void sameObjectFromTwoThreads_oneWaits_oneRefund() throws Exception {
    CancelRequest request = part(3_000);
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    gateway.beforeExecute =
        () -> {
          inside.countDown();
          try {
            assertThat(go.await(100, TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        };
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Cancellation> first = threads.submit(() -> calls.cancel(request));
      assertThat(inside.await(100, TimeUnit.SECONDS)).isTrue();
      Future<Cancellation> second = threads.submit(() -> calls.cancel(request));
      go.countDown();

      assertThat(first.get()).isInstanceOf(Cancelled.class);
      assertThat(second.get()).isInstanceOf(AlreadyCancelled.class);
      assertThat(gateway.executed).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void interruptedWhileAnotherCallHasTheTurn_nothingIsSent_andADoubtStaysOne() throws Exception {
    CancelRequest untouched = part(3_000);
    CancelRequest inDoubt = part(3_000);
    gateway.next(gateway::loseRequest);
    calls.doubt(inDoubt);
    Thread holder =
        new Thread(
            () -> {
              CancelMemory.of(untouched).lock().lock();
              CancelMemory.of(inDoubt).lock().lock();
            });
    holder.start();
    holder.join();

    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> calls.cancel(untouched))
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("not sent");
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    calls.doubt(inDoubt);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(gateway.sent).hasSize(1);
  }
}
