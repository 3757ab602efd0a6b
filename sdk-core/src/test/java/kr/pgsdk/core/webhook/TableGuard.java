package kr.pgsdk.core.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The guard over a table that docs/webhooks.md describes; the table is a map, a row at a time. */
final class TableGuard implements ReplayGuard {
  record Row(@Nullable String state, @Nullable String owner, Instant leasedUntil) {}

  private static final Duration LEASE = Duration.ofMinutes(1);

  private final Map<String, Row> table;
  private final Clock clock;

  /** One process of several that share {@code table}. */
  TableGuard(Map<String, Row> table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  static Map<String, Row> table() {
    return new ConcurrentHashMap<>();
  }

  @Override
  public Optional<Turn> take(String subject) {
    String me = UUID.randomUUID().toString();
    Instant now = clock.instant();
    Row row =
        table.compute(
            subject,
            (key, old) ->
                old == null || old.owner() == null || old.leasedUntil().isBefore(now)
                    ? new Row(old == null ? null : old.state(), me, now.plus(LEASE))
                    : old);
    return me.equals(row.owner()) ? Optional.of(new TableTurn(subject, me, row)) : Optional.empty();
  }

  private final class TableTurn implements Turn {
    private final String subject;
    private final String me;
    private final Row row;

    TableTurn(String subject, String me, Row row) {
      this.subject = subject;
      this.me = me;
      this.row = row;
    }

    @Override
    public Optional<String> handled() {
      return Optional.ofNullable(row.state());
    }

    @Override
    public void complete(String state) {
      if (!end(state)) {
        throw new IllegalStateException("the lease is lost");
      }
    }

    @Override
    public void close() {
      end(null);
    }

    private boolean end(@Nullable String state) {
      boolean[] mine = {false};
      table.computeIfPresent(
          subject,
          (key, now) -> {
            mine[0] = me.equals(now.owner());
            return mine[0]
                ? new Row(state == null ? now.state() : state, null, now.leasedUntil())
                : now;
          });
      return mine[0];
    }
  }
}
