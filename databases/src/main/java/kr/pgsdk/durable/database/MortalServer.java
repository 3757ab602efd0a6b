package kr.pgsdk.durable.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** A database server with one empty database, that is killed, and starts again on its data. */
@SuppressWarnings("try") // a test that is interrupted has failed
public final class MortalServer implements AutoCloseable {
  private final DatabaseServer server;
  private final String url;

  MortalServer(DatabaseServer server, String url) {
    this.server = server;
    this.url = url;
  }

  /** The URL of its database. */
  public String url() {
    return url;
  }

  /** SIGKILL: every connection is lost, and so is what wasn't committed. */
  public void kill() throws IOException, InterruptedException {
    server.kill();
  }

  /** Waits until it takes connections again: while it recovers, it answers and refuses them. */
  public void await() throws IOException, InterruptedException {
    server.await();
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (!accepts()) {
      if (System.nanoTime() - end > 0) {
        throw new IOException("the server at " + url + " doesn't recover");
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private boolean accepts() {
    try (Connection connection = Database.source(url).getConnection()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    server.end();
  }
}
