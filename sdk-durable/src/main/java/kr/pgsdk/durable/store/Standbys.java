package kr.pgsdk.durable.store;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether the database acknowledges what its standby doesn't have yet: a failover then loses it.
 * Asks for what the shop's user may see, and warns of what that proves.
 */
final class Standbys {
  private static final String WARNING =
      " gets a commit after the database has acknowledged it: a failover to it loses payments that"
          + " the gateway has captured. ";

  // A base backup is no standby, nor is a reader of a logical slot. Without pg_read_all_stats a
  // row has a pid alone: who has a lasting slot then is a standby.
  private static final String POSTGRESQL =
      """
      select count(*)
        from pg_stat_replication r
        left join pg_replication_slots s on s.active_pid = r.pid
       where coalesce(s.slot_type, 'physical') = 'physical'
         and coalesce(r.application_name, '') not like 'pg_basebackup%'
         and coalesce(r.state, '') <> 'backup'
         and (r.state is not null or not coalesce(s.temporary, true))
      """;

  // A status of MariaDB; it counts replicas that registered, not readers of the binary log.
  private static final String MARIADB = "show global status where variable_name='Slaves_connected'";

  // MySQL shows the threads of others to who has the right PROCESS.
  private static final String MYSQL =
      "select count(*) from information_schema.processlist where command like 'Binlog Dump%'";

  private Standbys() {}

  static List<String> warnings(Sql sql, Dialect dialect) {
    return switch (dialect) {
      case H2 -> List.of();
      case POSTGRESQL ->
          !postgresqlWaits(sql) && number(sql, POSTGRESQL) > 0
              ? List.of(
                  "a standby"
                      + WARNING
                      + "Name it in synchronous_standby_names, and leave synchronous_commit on")
              : List.of();
      case MARIADB ->
          !mariaDbWaits(sql) && mariaDbReplicas(sql) > 0
              ? List.of("a replica" + WARNING + "Switch semi-synchronous replication on")
              : List.of();
    };
  }

  /** With a name there, a commit waits for that standby, also while it isn't connected. */
  private static boolean postgresqlWaits(Sql sql) {
    String commit = text(sql, "show synchronous_commit", 1).orElse("");
    String names = text(sql, "show synchronous_standby_names", 1).orElse("");
    return !names.isBlank() && !commit.equals("local") && !commit.equals("off");
  }

  /** In a Galera cluster a commit waits for the others as well. */
  private static boolean mariaDbWaits(Sql sql) {
    return isOn(
            sql,
            "show global status where variable_name in"
                + " ('Rpl_semi_sync_master_status','Rpl_semi_sync_source_status')")
        || isOn(sql, "show global variables where variable_name='wsrep_on'");
  }

  private static boolean isOn(Sql sql, String query) {
    return text(sql, query, 2)
        .filter(value -> value.toUpperCase(Locale.ROOT).equals("ON"))
        .isPresent();
  }

  private static long mariaDbReplicas(Sql sql) {
    return text(sql, MARIADB, 2).map(Long::parseLong).orElseGet(() -> number(sql, MYSQL));
  }

  private static long number(Sql sql, String query) {
    return sql.list(query, row -> row.getLong(1)).get(0);
  }

  private static Optional<String> text(Sql sql, String query, int column) {
    return sql.one(query, row -> row.getString(column));
  }
}
