package kr.pgsdk.durable.database;

import java.io.IOException;

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

  /** Waits until it takes connections again. */
  public void await() throws IOException, InterruptedException {
    server.await();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    server.end();
  }
}
