package kr.pgsdk.core.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import kr.pgsdk.core.error.TransportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The future alone: which ends there are, and that none is lost. */
@Timeout(120)
class AsyncCallTest {
  private final Queue<Runnable> queue = new ArrayDeque<>();
  private final AtomicInteger runs = new AtomicInteger();

  private static <T> AsyncCall<T> call(Supplier<T> verb) {
    return new AsyncCall<>("testpay", verb, failure -> failure, System::nanoTime);
  }

  private AsyncCall<Integer> queued() {
    AsyncCall<Integer> call = call(runs::incrementAndGet);
    call.start(queue::add);
    return call;
  }

  private static Throwable failure(CompletableFuture<?> future) {
    try {
      throw new AssertionError("returned " + future.get(100, TimeUnit.SECONDS));
    } catch (ExecutionException e) {
      return e.getCause();
    } catch (Exception e) {
      return e;
    }
  }

  @Test
  void served_theFutureAndItsOutcomeHaveTheResult() {
    AsyncCall<Integer> call = queued();
    assertThat(call).isNotDone();

    queue.remove().run();

    assertThat(call).isCompletedWithValue(1);
    assertThat(call.outcome()).isCompletedWithValue(1);
  }

  @Test
  void verbThrows_theFutureFailsWithThatVeryException() {
    for (Throwable thrown :
        new Throwable[] {new IllegalArgumentException("no id"), new StackOverflowError()}) {
      AsyncCall<Integer> call =
          call(
              () -> {
                if (thrown instanceof Error error) {
                  throw error;
                }
                throw (RuntimeException) thrown;
              });
      AtomicReference<Throwable> told = new AtomicReference<>();
      CompletableFuture<Integer> unused =
          call.outcome().whenComplete((value, failure) -> told.set(failure));

      call.start(Runnable::run);

      assertThat(failure(call)).isSameAs(thrown);
      assertThat(told.get()).isSameAs(thrown);
    }
  }

  @Test
  void cancelledBeforeItBegan_neverRuns_andTheOutcomeSaysSoAtOnce() {
    AsyncCall<Integer> call = queued();

    assertThat(call.cancel(false)).isTrue();

    assertThat(call).isCancelled();
    assertThat(failure(call.outcome()))
        .isInstanceOfSatisfying(TransportException.class, e -> assertThat(e.isRetryable()).isTrue())
        .hasMessageContaining("testpay")
        .hasMessageContaining("not sent");
    queue.remove().run();
    assertThat(runs).hasValue(0);
  }

  @Test
  void completedFromOutsideBeforeItBegan_neverRuns() {
    AsyncCall<Integer> call = queued();

    call.complete(7);
    queue.remove().run();

    assertThat(runs).hasValue(0);
    assertThat(failure(call.outcome())).isInstanceOf(TransportException.class);
  }

  @Test
  void completedFromOutsideWhileItRuns_theResultIsInTheOutcome() {
    AtomicReference<AsyncCall<Integer>> self = new AtomicReference<>();
    AsyncCall<Integer> call =
        call(
            () -> {
              self.get().cancel(true);
              return 5;
            });
    self.set(call);

    call.start(Runnable::run);

    assertThat(call).isCancelled();
    assertThat(call.outcome()).isCompletedWithValue(5);
    assertThat(Thread.interrupted()).as("the executor's thread is given back clean").isFalse();
  }

  @Test
  void cancelledWhileItRuns_itsThreadIsInterrupted_dependentsAreNot() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    AsyncCall<Integer> call =
        call(
            () -> {
              begun.countDown();
              try {
                new CountDownLatch(1).await();
                return 1;
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
              }
            });
    CompletableFuture<Boolean> dependent =
        call.outcome().handle((value, failure) -> Thread.currentThread().isInterrupted());
    call.start(task -> new Thread(task).start());
    assertThat(begun.await(100, TimeUnit.SECONDS)).isTrue();

    call.cancel(true);

    assertThat(failure(call.outcome())).hasMessage("interrupted");
    assertThat(dependent.get(100, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void servedTwice_runsOnce() {
    AsyncCall<Integer> call = queued();
    Runnable task = queue.remove();
    task.run();
    task.run();

    assertThat(call).isCompletedWithValue(1);
    assertThat(runs).hasValue(1);
  }

  @Test
  void executorRefuses_theFutureFails_asNotSent() {
    AsyncCall<Integer> call = call(runs::incrementAndGet);

    call.start(
        task -> {
          throw new RejectedExecutionException("full");
        });

    assertThat(failure(call))
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("RejectedExecutionException")
        .hasCauseInstanceOf(RejectedExecutionException.class);
    assertThat(failure(call.outcome())).isSameAs(failure(call));
    assertThat(runs).hasValue(0);
  }

  @Test
  void executorHasNoThreadLeft_theFutureFails_asNotSent() {
    AsyncCall<Integer> call = call(runs::incrementAndGet);

    call.start(
        task -> {
          throw new OutOfMemoryError("unable to create native thread");
        });

    assertThat(failure(call))
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("OutOfMemoryError")
        .hasCauseInstanceOf(OutOfMemoryError.class);
    assertThat(failure(call.outcome())).isSameAs(failure(call));
  }

  @Test
  void executorTakesItAndThrowsAllTheSame_itIsNotRunAfterItWasCalledUnsent() {
    AsyncCall<Integer> call = call(runs::incrementAndGet);

    call.start(
        task -> {
          queue.add(task);
          throw new IllegalStateException("odd");
        });
    queue.remove().run();

    assertThat(failure(call)).isInstanceOf(TransportException.class);
    assertThat(runs).hasValue(0);
  }

  @Test
  void poolWithoutVirtualThreads_isBounded_ofDaemons_andRefusesMore() throws Exception {
    ThreadPoolExecutor pool = CallThreads.pool(2);
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger daemons = new AtomicInteger();
    Runnable held =
        () -> {
          daemons.addAndGet(Thread.currentThread().isDaemon() ? 1 : 0);
          try {
            boolean unused = release.await(100, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    for (int i = 0; i < 2 + 2 * CallThreads.QUEUED_PER_THREAD; i++) {
      pool.execute(held);
    }

    assertThatThrownBy(() -> pool.execute(held)).isInstanceOf(RejectedExecutionException.class);
    assertThat(pool.getPoolSize()).isEqualTo(2);
    release.countDown();
    pool.shutdown();
    assertThat(pool.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    assertThat(daemons).hasValue(2 + 2 * CallThreads.QUEUED_PER_THREAD);
  }

  @Test
  void noThreads_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AsyncPaymentGateway.newExecutor(0))
        .withMessageContaining("maxThreads");
  }
}
