package kr.pgsdk.durable.database;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The databases that durable payments work on; their servers are real, and run on loopback. */
public enum Database {
  /** A file of its own, that keeps what it has committed. */
  H2 {
    @Override
    String create(String name) {
      try {
        Path folder = Files.createTempDirectory("pgsdk-h2");
        for (String file : List.of("", name + ".mv.db", name + ".trace.db")) {
          folder.resolve(file).toFile().deleteOnExit(); // after H2's own shutdown hook
        }
        return "jdbc:h2:file:" + folder.resolve(name) + ";WRITE_DELAY=0;DB_CLOSE_DELAY=60";
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  },
  /** Debian's package postgresql. */
  POSTGRESQL {
    @Override
    String create(String name) {
      return create(server(), name);
    }

    @Override
    @Nullable DatabaseServer start() throws IOException, InterruptedException {
      return DatabaseServer.postgresql();
    }

    @Override
    String create(DatabaseServer server, String name) {
      String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/";
      execute(source(url + "postgres?user=pg"), "create database " + name);
      return url + name + "?user=pg";
    }
  },
  /** Debian's package mariadb-server. */
  MARIADB {
    @Override
    String create(String name) {
      return create(server(), name);
    }

    @Override
    @Nullable DatabaseServer start() throws IOException, InterruptedException {
      return DatabaseServer.mariadb();
    }

    @Override
    String create(DatabaseServer server, String name) {
      String url = "jdbc:mariadb://127.0.0.1:" + server.port() + "/";
      execute(source(url + "?user=root"), "create database " + name);
      return url + name + "?user=root";
    }
  };

  /** PostgreSQL listens before it takes connections: on a busy machine for a second or more. */
  private static final String STARTING_UP = "57P03";

  private static final int LONGEST_START_SECONDS = 60;
  private static final AtomicInteger COUNT = new AtomicInteger();

  private @Nullable DatabaseServer server;

  abstract String create(String name);

  /** Null if it isn't installed. */
  @Nullable DatabaseServer start() throws IOException, InterruptedException {
    throw new UnsupportedOperationException(this + " has no server");
  }

  String create(DatabaseServer server, String name) {
    throw new UnsupportedOperationException(this + " has no server");
  }

  /** Starts a server of its own, to be killed. Skipped or failed as {@link #create()}. */
  public MortalServer mortal() {
    DatabaseServer own = started();
    return new MortalServer(own, create(own, "mortal"));
  }

  /**
   * Creates an empty database and returns its URL, which other processes can open too. The test is
   * skipped if the server isn't installed; where {@code CI} is set it fails.
   */
  public String create() {
    return create("t" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet());
  }

  /** Opens a database by its URL; each connection is a new one. */
  public static DataSource source(String url) {
    try {
      if (url.startsWith("jdbc:h2:")) {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl(url);
        return source;
      }
      if (url.startsWith("jdbc:postgresql:")) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        return source;
      }
      return new MariaDbDataSource(url);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Creates an empty database and opens it. */
  public DataSource open() {
    return source(create());
  }

  private static void execute(DataSource source, String sql) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_START_SECONDS);
    while (true) {
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
        return;
      } catch (SQLException e) {
        if (!STARTING_UP.equals(e.getSQLState()) || System.nanoTime() - end > 0) {
          throw new IllegalStateException(sql, e);
        }
      }
    }
  }

  synchronized DatabaseServer server() {
    if (server == null) {
      server = started();
    }
    return server;
  }

  private DatabaseServer started() {
    DatabaseServer started;
    try {
      started = start();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("the server of " + this + " doesn't start", e);
    }
    if (started == null) {
      String debianPackage = this == POSTGRESQL ? "postgresql" : "mariadb-server";
      String missing = this + " isn't installed (Debian's package " + debianPackage + ")";
      if (System.getenv("CI") != null) {
        return fail(missing + ", and CI is set: its tests must run");
      }
      return abort(missing + ": its tests are skipped");
    }
    return started;
  }
}
