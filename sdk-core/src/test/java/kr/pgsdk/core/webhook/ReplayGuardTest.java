package kr.pgsdk.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kr.pgsdk.core.webhook.ReplayGuard.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReplayGuardTest {
  private final MemoryReplayGuard guard = new MemoryReplayGuard(2);
  private final MemoryReplayGuard impatient = new MemoryReplayGuard(2, 0);

  private static void handle(ReplayGuard guard, String subject, String state) {
    try (Turn turn = guard.take(subject).orElseThrow()) {
      turn.complete(state);
    }
  }

  private static Optional<String> handled(ReplayGuard guard, String subject) {
    try (Turn turn = guard.take(subject).orElseThrow()) {
      return turn.handled();
    }
  }

  @Test
  void completed_isRemembered_byItsSubjectAlone() {
    handle(guard, "a", "1");

    assertThat(handled(guard, "a")).contains("1");
    assertThat(handled(guard, "b")).isEmpty();
  }

  @Test
  void closedWithoutCompleting_nothingIsRemembered_andItCanBeTakenAgain() {
    handle(guard, "a", "1");
    try (Turn turn = guard.take("a").orElseThrow()) {
      assertThat(turn.handled()).contains("1");
    }

    assertThat(handled(guard, "a")).contains("1");
  }

  @Test
  void takenByAnother_isNotGiven_othersAre() {
    try (Turn turn = impatient.take("a").orElseThrow()) {
      assertThat(turn.handled()).isEmpty();
      assertThat(impatient.take("a")).isEmpty();
      assertThat(handled(impatient, "b")).isEmpty();
    }

    assertThat(impatient.take("a")).isPresent();
  }

  @Test
  void overTheCapacity_whatWasHandledLongestAgoIsForgotten() {
    handle(guard, "a", "1");
    handle(guard, "b", "1");
    handle(guard, "a", "2");
    handle(guard, "c", "1");

    assertThat(handled(guard, "b")).isEmpty();
    assertThat(handled(guard, "a")).contains("2");
    assertThat(handled(guard, "c")).contains("1");
  }

  private static final String TRIED = "imp_1 FAILED FAILED 0 0";
  private static final String PAID = "imp_1 Confirmed PAID 0 15000";
  private static final String REFUNDED = "imp_1 CANCELLED CANCELLED 15000 0";
  private static final String TAKEN_BACK = "imp_1 AwaitingDeposit WAITING_FOR_DEPOSIT 0 0";

  @Test
  void orderWithMoney_isNotForgottenForAnyNumberOfTriesAndEvents() {
    handle(guard, "paid", PAID);
    handle(guard, "refunded", REFUNDED);
    for (int i = 0; i < 1_000; i++) {
      handle(guard, "tried " + i, TRIED);
      assertThat(guard.once("event " + i, () -> {})).isEqualTo(Reception.HANDLED);
      assertThat(guard.once("event " + i, () -> {})).isEqualTo(Reception.REPEATED);
    }

    assertThat(handled(guard, "paid")).contains(PAID);
    assertThat(handled(guard, "refunded")).contains(REFUNDED);
    assertThat(guard.size()).isEqualTo(4);
  }

  @Test
  void orderThatGotMoney_orLostIt_countsAmongThoseWithMoney() {
    handle(guard, "a", TRIED);
    handle(guard, "a", PAID);
    handle(guard, "a", TAKEN_BACK);
    for (int i = 0; i < 10; i++) {
      handle(guard, "tried " + i, TRIED);
    }

    assertThat(handled(guard, "a")).contains(TAKEN_BACK);
    assertThat(guard.size()).isEqualTo(3);
  }

  @Test
  void ordersWithMoneyOverTheCapacity_theOneHandledLongestAgoIsForgotten() {
    handle(guard, "a", PAID);
    handle(guard, "b", PAID);
    handle(guard, "a", REFUNDED);
    handle(guard, "c", PAID);

    assertThat(handled(guard, "b")).isEmpty();
    assertThat(handled(guard, "a")).contains(REFUNDED);
    assertThat(handled(guard, "c")).contains(PAID);
  }

  @Test
  void turnsTakenAndGivenUp_leaveNothingBehind() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(handled(guard, "forged " + i)).isEmpty();
    }

    assertThat(guard.size()).isZero();
  }

  @Test
  void completedTwice_orAfterClosing_isAnError() {
    Turn turn = guard.take("a").orElseThrow();
    turn.complete("1");
    assertThatIllegalStateException().isThrownBy(() -> turn.complete("2"));
    turn.close();
    turn.close();

    Turn closed = guard.take("a").orElseThrow();
    closed.close();
    assertThatIllegalStateException().isThrownBy(() -> closed.complete("3"));

    assertThat(handled(guard, "a")).contains("1");
  }

  @Test
  void closeOfAnOldTurn_doesNotEndTheNext() {
    Turn first = impatient.take("a").orElseThrow();
    first.close();
    try (Turn second = impatient.take("a").orElseThrow()) {
      first.close();

      assertThat(impatient.take("a")).isEmpty();
      second.complete("1");
    }
  }

  @Test
  void completeOfAnOldTurn_isAnError_andDoesNotEndTheNext() {
    Turn first = impatient.take("a").orElseThrow();
    first.close();
    try (Turn second = impatient.take("a").orElseThrow()) {
      assertThatIllegalStateException().isThrownBy(() -> first.complete("0"));

      assertThat(impatient.take("a")).isEmpty();
      second.complete("1");
    }
    assertThat(handled(impatient, "a")).contains("1");
  }

  @Test
  void workDoneOnce_isNotDoneAgain_unlessItFailed() {
    AtomicInteger works = new AtomicInteger();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                impatient.once(
                    "a",
                    () -> {
                      throw new IllegalArgumentException();
                    }));

    assertThat(impatient.once("a", works::incrementAndGet)).isEqualTo(Reception.HANDLED);
    assertThat(impatient.once("a", works::incrementAndGet)).isEqualTo(Reception.REPEATED);
    assertThat(
            impatient.once(
                "b",
                () ->
                    assertThat(impatient.once("b", works::incrementAndGet))
                        .isEqualTo(Reception.BUSY)))
        .isEqualTo(Reception.HANDLED);
    assertThat(works).hasValue(1);
  }

  @Test
  void waiting_goesOnWhenTheOtherIsDone_andSeesWhatItDid() throws Exception {
    Turn first = guard.take("a").orElseThrow();
    Thread[] waiter = new Thread[1];
    CountDownLatch started = new CountDownLatch(1);
    CompletableFuture<Optional<String>> seen =
        CompletableFuture.supplyAsync(
            () -> {
              waiter[0] = Thread.currentThread();
              started.countDown();
              return handled(guard, "a");
            });
    assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
    awaitWaiting(waiter[0]);

    first.complete("1");

    assertThat(seen.get(10, TimeUnit.SECONDS)).contains("1");
  }

  @Test
  void interruptedWhileWaiting_givesUp_andKeepsTheFlag() throws Exception {
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    try (Turn first = guard.take("a").orElseThrow()) {
      Thread waiter =
          new Thread(
              () -> {
                boolean empty = guard.take("a").isEmpty();
                interrupted.complete(empty && Thread.currentThread().isInterrupted());
              });
      waiter.start();
      awaitWaiting(waiter);
      waiter.interrupt();

      assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
      first.complete("1");
    }
  }

  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }

  @Test
  void manyThreadsWithTheSame_oneDoesTheWork() throws Exception {
    AtomicInteger works = new AtomicInteger();
    AtomicInteger inside = new AtomicInteger();
    int threads = 16;
    CountDownLatch done = new CountDownLatch(threads);
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      for (int i = 0; i < threads; i++) {
        executor.execute(
            () -> {
              try (Turn turn = guard.take("a").orElseThrow()) {
                assertThat(inside.incrementAndGet()).isEqualTo(1);
                if (turn.handled().isEmpty()) {
                  works.incrementAndGet();
                }
                inside.decrementAndGet();
                turn.complete("1");
              }
              done.countDown();
            });
      }
      assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      executor.shutdownNow();
    }
    assertThat(works).hasValue(1);
  }

  @Test
  void capacityOfNothing_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> ReplayGuard.inMemory(0));
  }
}
