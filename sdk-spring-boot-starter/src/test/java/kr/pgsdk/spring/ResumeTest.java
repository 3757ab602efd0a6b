package kr.pgsdk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.store.JdbcPaymentStore;
import kr.pgsdk.durable.store.MemoryPaymentStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which server looks for due work. */
class ResumeTest {
  private static final Duration MINUTES = Duration.ofMinutes(5);

  private static JdbcPaymentStore store(DataSource source, String shop) {
    JdbcPaymentStore store = JdbcPaymentStore.builder(source).prefix("billing_").shop(shop).build();
    store.createSchema();
    return store;
  }

  @Test
  void oneServerAtATime() throws Exception {
    oneServerAtATime_untilItGivesUpOrIsGone(Database.H2);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("slow")
  void oneServerAtATime_untilItGivesUpOrIsGone(Database database) throws Exception {
    DataSource source = database.open();
    JdbcPaymentStore store = store(source, "first");
    ResumeLease one = new ResumeLease(store, "billing_", "one");
    ResumeLease two = new ResumeLease(store, "billing_", "two");
    assertThat(one.take(MINUTES)).isTrue();
    assertThat(two.take(MINUTES)).isFalse();
    assertThat(one.take(MINUTES)).as("kept").isTrue();
    one.giveUp();
    assertThat(two.take(Duration.ZERO)).isTrue();
    assertThat(one.take(MINUTES)).as("run out").isTrue();
    two.giveUp();
    assertThat(two.take(MINUTES)).as("none but the holder gives it up").isFalse();

    ResumeLease ofAnother = new ResumeLease(store(source, "second"), "billing_", "other");
    assertThat(ofAnother.take(MINUTES)).as("of another shop in the same tables").isTrue();
    assertOneOfManyTakesIt(store(source, "third"));
  }

  /** The table has no row yet, and the servers start together. */
  private static void assertOneOfManyTakesIt(JdbcPaymentStore store) throws Exception {
    int servers = 4;
    CyclicBarrier together = new CyclicBarrier(servers);
    ExecutorService threads = Executors.newFixedThreadPool(servers);
    try {
      List<Callable<Boolean>> takes =
          Stream.iterate(0, i -> i + 1)
              .limit(servers)
              .<Callable<Boolean>>map(
                  i ->
                      () -> {
                        together.await();
                        return new ResumeLease(store, "billing_", "server-" + i).take(MINUTES);
                      })
              .toList();
      int taken = 0;
      for (Future<Boolean> take : threads.invokeAll(takes)) {
        taken += take.get() ? 1 : 0;
      }
      assertThat(taken).isEqualTo(1);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void storeInMemory_isThisServersAlone() {
    ResumeLease lease = new ResumeLease(MemoryPaymentStore.create(), "pay_", "one");
    assertThat(lease.take(Duration.ofMinutes(1))).isTrue();
    lease.giveUp();
  }
}
