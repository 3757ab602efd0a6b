package kr.pgsdk.durable.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import kr.pgsdk.durable.database.Database;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.PGConnection;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;
import org.postgresql.replication.fluent.physical.ChainedPhysicalStreamBuilder;

/** Who reads the database's log, and whether a commit waits for it. */
@Timeout(100)
class StandbysTest {
  private static final String NAMES = "synchronous_standby_names";
  private static final String RELOAD = "select pg_reload_conf()";

  private static List<String> warnings(String url) throws SQLException {
    try (Connection connection = Database.source(url).getConnection()) {
      Dialect dialect = Dialect.of(connection);
      return Standbys.warnings(new Sql(connection, dialect), dialect);
    }
  }

  private static void run(String url, String... statements) throws SQLException {
    try (Connection connection = Database.source(url).getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** What a standby, a base backup or a reader of a logical slot reads the log through. */
  private record Reader(Connection connection, PGReplicationStream stream)
      implements AutoCloseable {
    static Connection connection(String url, String application) throws SQLException {
      return DriverManager.getConnection(
          url
              + "&replication=database&assumeMinServerVersion=9.4&preferQueryMode=simple"
              + "&ApplicationName="
              + application);
    }

    static Reader named(String url, String application, @Nullable String slot) throws Exception {
      Connection connection = connection(url, application);
      LogSequenceNumber now;
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("IDENTIFY_SYSTEM")) {
        row.next();
        now = LogSequenceNumber.valueOf(row.getString("xlogpos"));
      }
      ChainedPhysicalStreamBuilder stream =
          connection
              .unwrap(PGConnection.class)
              .getReplicationAPI()
              .replicationStream()
              .physical()
              .withStartPosition(now);
      return new Reader(connection, (slot == null ? stream : stream.withSlotName(slot)).start());
    }

    @Override
    public void close() throws SQLException {
      stream.close();
      connection.close();
    }
  }

  private static String slot(String url) throws SQLException {
    String slot = "standby" + System.nanoTime();
    run(url, "select pg_create_physical_replication_slot('" + slot + "')");
    return slot;
  }

  /** The server takes a moment to notice a closed connection, or a new setting. */
  private static void await(String url, String query, String... values) throws SQLException {
    try (Connection connection = Database.source(url).getConnection()) {
      Sql sql = new Sql(connection, Dialect.POSTGRESQL);
      while (sql.list(query, row -> row.getLong(1), (Object[]) values).get(0) == 0) {
        Thread.onSpinWait();
      }
    }
  }

  private static void drop(String url, String slot) throws SQLException {
    await(url, "select count(*) from pg_replication_slots where slot_name=? and not active", slot);
    run(url, "select pg_drop_replication_slot('" + slot + "')");
  }

  @Test
  void postgresql_aStandbyThatNoCommitWaitsFor_isWarnedOf() throws Exception {
    String url = Database.POSTGRESQL.create();
    JdbcPaymentStore store = JdbcPaymentStore.builder(Database.source(url)).build();
    store.createSchema();
    String slot = slot(url);
    try (Reader standby = Reader.named(url, "standby_1", slot)) {
      assertThat(store.check()).anyMatch(warning -> warning.startsWith("a standby gets"));
      run(url, "alter system set synchronous_standby_names='standby_1'", RELOAD);
      try {
        await(url, "select count(*) from pg_settings where name='" + NAMES + "' and setting<>''");
        assertThat(warnings(url)).isEmpty();
        assertThat(warnings(url + "&options=-c%20synchronous_commit=local")).hasSize(1);
      } finally {
        run(url, "alter system reset " + NAMES, RELOAD);
        await(url, "select count(*) from pg_settings where name='" + NAMES + "' and setting=''");
      }
    }
    drop(url, slot);
    assertThat(warnings(url)).isEmpty();
  }

  @Test
  void postgresql_aBaseBackup_isNoStandby() throws Exception {
    String url = Database.POSTGRESQL.create();
    String slot = slot(url);
    try (Reader backup = Reader.named(url, "pg_basebackup", slot)) {
      assertThat(warnings(url)).isEmpty();
    }
    drop(url, slot);
  }

  @Test
  void postgresql_aReaderOfALogicalSlot_isNoStandby() throws Exception {
    String url = Database.POSTGRESQL.create();
    String slot = "changes" + System.nanoTime();
    run(url, "select pg_create_logical_replication_slot('" + slot + "', 'test_decoding')");
    try (Connection connection = Reader.connection(url, "changes");
        PGReplicationStream changes =
            connection
                .unwrap(PGConnection.class)
                .getReplicationAPI()
                .replicationStream()
                .logical()
                .withSlotName(slot)
                .start()) {
      assertThat(warnings(url)).isEmpty();
    }
    drop(url, slot);
  }

  /** All that it sees of another's sender is the pid, and the slot that it uses. */
  @Test
  void postgresql_aUserWithoutRights_isWarnedOfALastingSlot_andTheCheckNeverFails()
      throws Exception {
    String url = Database.POSTGRESQL.create();
    JdbcPaymentStore.builder(Database.source(url)).build().createSchema();
    String user = "shop" + System.nanoTime();
    run(
        url,
        "create role " + user + " login",
        "grant select on all tables in schema public to " + user);
    String asUser = url.replace("user=pg", "user=" + user);
    String slot = slot(url);
    try (Reader unknown = Reader.named(url, "archive", null)) {
      assertThat(warnings(asUser)).isEmpty();
      try (Reader standby = Reader.named(url, "standby_1", slot)) {
        assertThat(warnings(asUser)).hasSize(1);
        run(url, "revoke select on pg_stat_replication from public");
        assertThat(JdbcPaymentStore.builder(Database.source(asUser)).build().check())
            .noneMatch(warning -> warning.startsWith("a standby"));
      }
    }
    drop(url, slot);
    run(url, "drop owned by " + user, "drop role " + user);
  }

  /** A replica registers itself before it reads the binary log; see MariaDB's protocol. */
  @Test
  void mariaDb_aReplicaThatNoCommitWaitsFor_isWarnedOf() throws Exception {
    String url = Database.MARIADB.create();
    assertThat(warnings(url)).isEmpty();
    URI server = URI.create(url.substring("jdbc:".length()));
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      registerReplica(socket);
      assertThat(warnings(url)).singleElement().asString().startsWith("a replica gets");
      run(url, "set global rpl_semi_sync_master_enabled=1");
      try {
        assertThat(warnings(url)).isEmpty();
      } finally {
        run(url, "set global rpl_semi_sync_master_enabled=0");
      }
    }
  }

  private static void registerReplica(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    OutputStream out = socket.getOutputStream();
    packet(in);
    ByteBuffer login = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    login.putInt(0x0200 | 0x8000).putInt(1 << 24).put((byte) 33).put(new byte[23]);
    login.put("root".getBytes(StandardCharsets.US_ASCII)).put((byte) 0).put((byte) 0);
    send(out, 1, login);
    assertThat(packet(in)[0]).as("the login is accepted").isZero();
    ByteBuffer register = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    register.put((byte) 0x15).putInt(7).put(new byte[3]).putShort((short) 3306).putLong(0);
    send(out, 0, register);
    assertThat(packet(in)[0]).as("the replica is registered").isZero();
  }

  private static void send(OutputStream out, int number, ByteBuffer body) throws IOException {
    int length = body.position();
    out.write(new byte[] {(byte) length, 0, 0, (byte) number});
    out.write(body.array(), 0, length);
    out.flush();
  }

  private static byte[] packet(DataInputStream in) throws IOException {
    int length = in.read() | in.read() << 8 | in.read() << 16;
    in.readByte();
    return in.readNBytes(length);
  }
}
