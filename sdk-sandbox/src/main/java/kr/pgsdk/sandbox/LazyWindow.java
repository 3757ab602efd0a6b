package kr.pgsdk.sandbox;

import java.util.function.IntFunction;
import kr.pgsdk.sandbox.window.WindowServer;
import org.jspecify.annotations.Nullable;

/** The window's server, started when somebody first asks for its address. Thread-safe. */
final class LazyWindow implements AutoCloseable {
  private final int port;
  private final IntFunction<WindowServer> start;
  private @Nullable WindowServer server;
  private boolean closed;

  LazyWindow(int port, IntFunction<WindowServer> start) {
    this.port = port;
    this.start = start;
  }

  synchronized String url() {
    if (closed) {
      throw new IllegalStateException("the sandbox is closed");
    }
    if (server == null) {
      server = start.apply(port);
    }
    return server.url();
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (server != null) {
      server.close();
    }
  }
}
