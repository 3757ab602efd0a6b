package kr.pgsdk.sandbox.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(100)
class VirtualTimeTest {
  private static final long HOUR = 3_600_000_000_000L;

  private final ExecutorService threads = Executors.newCachedThreadPool(Histories.DAEMONS);

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private VirtualTime time(long seed) {
    return new VirtualTime(threads, new SplittableRandom(seed));
  }

  private List<String> orderOf(long seed) {
    VirtualTime time = time(seed);
    List<String> order = new ArrayList<>();
    List<Runnable> actors = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      actors.add(
          () -> {
            for (int i = 0; i < 3; i++) {
              time.pause(5);
              order.add(name);
            }
          });
    }
    time.run(actors);
    return order;
  }

  @Test
  void sameSeed_sameOrder_anotherSeed_another() {
    Set<List<String>> orders = new HashSet<>();
    for (long seed = 0; seed < 20; seed++) {
      assertThat(orderOf(seed)).as("seed %d", seed).isEqualTo(orderOf(seed));
      orders.add(orderOf(seed));
    }
    assertThat(orders).hasSizeGreaterThan(10);
  }

  @Test
  void waits_endInTheOrderOfTime_notOfThreads() {
    VirtualTime time = time(1);
    List<String> order = new ArrayList<>();
    time.after(HOUR / 2, () -> order.add("happening"));
    time.run(
        List.of(
            () -> {
              time.pause(HOUR);
              order.add("long");
            },
            () -> {
              time.pause(1);
              order.add("short");
            }));
    assertThat(order).containsExactly("short", "happening", "long");
    assertThat(time.now()).isEqualTo(HOUR);
  }

  @Test
  void everybodyWaitsForSomebodyElse_fails() {
    VirtualTime time = time(1);
    assertThatThrownBy(
            () ->
                time.run(
                    List.of(
                        () -> time.awaitUninterruptibly(() -> false, Long.MAX_VALUE),
                        () -> time.pause(HOUR))))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("deadlock");
  }

  @Test
  void oneFails_allEnd_andItIsToldWhy() {
    VirtualTime time = time(1);
    assertThatThrownBy(
            () ->
                time.run(
                    List.of(
                        () -> time.awaitUninterruptibly(() -> false, Long.MAX_VALUE),
                        () -> {
                          throw new IllegalStateException("broken");
                        })))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("broken");
  }

  @Test
  void interrupt_endsOneKindOfWait_andIsKeptThroughTheOther() {
    VirtualTime time = time(1);
    List<String> seen = new ArrayList<>();
    time.run(
        List.of(
            () -> {
              try {
                boolean unused = time.await(() -> false, HOUR);
              } catch (InterruptedException e) {
                seen.add("ended at " + time.now() + ", flag " + Thread.interrupted());
              }
              time.pause(HOUR);
              seen.add("ended at " + (time.now() >= HOUR) + ", flag " + Thread.interrupted());
            },
            () -> {
              time.pause(10);
              time.interrupt(0);
              time.pause(10);
              time.interrupt(0);
            }));
    assertThat(seen).containsExactly("ended at 10, flag false", "ended at true, flag true");
  }
}
