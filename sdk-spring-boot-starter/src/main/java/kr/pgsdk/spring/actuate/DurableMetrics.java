package kr.pgsdk.spring.actuate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToDoubleFunction;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.Stats;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.durable.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * Gauges of what waits: {@code pgsdk.due}, {@code pgsdk.captures.in.doubt} and {@code
 * pgsdk.refunds} by state. The database is asked every 10 seconds at most, whoever reads them.
 */
final class DurableMetrics implements MeterBinder {
  private static final long FRESH = Duration.ofSeconds(10).toNanos();

  private final DurablePayments payments;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile @Nullable Seen seen;

  private record Seen(Stats stats, long at) {}

  DurableMetrics(DurablePayments payments) {
    this.payments = payments;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    gauge("pgsdk.due", Stats::due)
        .description("Pieces of work that are due now")
        .register(registry);
    gauge("pgsdk.captures.in.doubt", Stats::capturesInDoubt)
        .description("Orders of which it isn't known whether a payment was captured")
        .register(registry);
    for (RefundRow.State state : RefundRow.State.values()) {
      gauge("pgsdk.refunds", stats -> count(stats, state))
          .description("Refunds by where they stand")
          .tag("state", state.name())
          .register(registry);
    }
  }

  private static double count(Stats stats, RefundRow.State state) {
    return stats.refunds().containsKey(state) ? stats.refunds().get(state).count() : 0;
  }

  private Gauge.Builder<DurableMetrics> gauge(String name, ToDoubleFunction<Stats> value) {
    return Gauge.builder(name, this, metrics -> metrics.value(value));
  }

  private double value(ToDoubleFunction<Stats> value) {
    Seen now = fresh();
    return now == null ? Double.NaN : value.applyAsDouble(now.stats());
  }

  private @Nullable Seen fresh() {
    Seen known = seen;
    boolean fresh = known != null && System.nanoTime() - known.at() < FRESH;
    if (!fresh && asking.tryLock()) {
      try {
        known = new Seen(payments.stats(), System.nanoTime());
        seen = known;
      } catch (StoreException e) {
        return null; // the database is away: no number
      } finally {
        asking.unlock();
      }
    }
    return known;
  }
}
