package kr.pgsdk.core.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.flow.OrderTurns.Turn;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.core.internal.time.Deadlines;
import kr.pgsdk.core.internal.time.Environment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One call at a time about one order, however many come, wait and give up. */
class OrderTurnsTest {
  private static final OrderId ORDER = OrderId.of("order-1");

  private final OrderTurns turns = new OrderTurns();
  private final ExecutorService another = Executors.newSingleThreadExecutor();

  @AfterEach
  void end() {
    another.shutdown();
  }

  private static Deadline deadline(Duration length) {
    return Deadlines.in(
        length,
        new Environment(Clock.systemUTC(), System::nanoTime, (pause, closed) -> {}, () -> 0L));
  }

  private boolean isTakenByAnotherThread(Duration waits) throws Exception {
    Callable<Boolean> call =
        () -> {
          Turn turn = turns.take(ORDER, deadline(waits));
          if (turn != null) {
            turn.end();
          }
          return turn != null;
        };
    return another.submit(call).get(100, TimeUnit.SECONDS);
  }

  @Test
  void whoGivesUpWaiting_leavesTheTurnWithItsHolder() throws Exception {
    Turn held = Objects.requireNonNull(turns.take(ORDER, deadline(Duration.ofSeconds(30))));

    assertThat(isTakenByAnotherThread(Duration.ofMillis(1))).isFalse();
    assertThat(isTakenByAnotherThread(Duration.ofMillis(1))).isFalse();
    held.end();
    assertThat(isTakenByAnotherThread(Duration.ofSeconds(30))).isTrue();
  }
}
