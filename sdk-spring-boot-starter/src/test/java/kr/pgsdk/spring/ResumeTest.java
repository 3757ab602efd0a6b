package kr.pgsdk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import kr.pgsdk.durable.store.JdbcPaymentStore;
import kr.pgsdk.durable.store.MemoryPaymentStore;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** Which server looks for due work. */
class ResumeTest {
  private static JdbcPaymentStore store() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    JdbcPaymentStore store = JdbcPaymentStore.builder(source).prefix("billing_").build();
    store.createSchema();
    return store;
  }

  @Test
  void oneServerAtATime_untilItGivesUpOrIsGone() {
    JdbcPaymentStore store = store();
    ResumeLease one = new ResumeLease(store, "billing_", "one");
    ResumeLease two = new ResumeLease(store, "billing_", "two");
    Duration minutes = Duration.ofMinutes(5);
    assertThat(one.take(minutes)).isTrue();
    assertThat(two.take(minutes)).isFalse();
    assertThat(one.take(minutes)).as("kept").isTrue();
    one.giveUp();
    assertThat(two.take(Duration.ZERO)).isTrue();
    assertThat(one.take(minutes)).as("run out").isTrue();
    two.giveUp();
    assertThat(two.take(minutes)).as("none but the holder gives it up").isFalse();
  }

  @Test
  void shopsThatShareTheTables_haveOneEach() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    JdbcPaymentStore first = JdbcPaymentStore.builder(source).shop("first").build();
    first.createSchema();
    JdbcPaymentStore second = JdbcPaymentStore.builder(source).shop("second").build();
    assertThat(new ResumeLease(first, "pay_", "a").take(Duration.ofMinutes(1))).isTrue();
    assertThat(new ResumeLease(second, "pay_", "b").take(Duration.ofMinutes(1))).isTrue();
  }

  @Test
  void storeInMemory_isThisServersAlone() {
    ResumeLease lease = new ResumeLease(MemoryPaymentStore.create(), "pay_", "one");
    assertThat(lease.take(Duration.ofMinutes(1))).isTrue();
    lease.giveUp();
  }
}
