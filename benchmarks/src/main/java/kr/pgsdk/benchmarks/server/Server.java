package kr.pgsdk.benchmarks.server;

import java.io.IOException;

/**
 * The process: says its port on standard output, and ends when its standard input does, so that it
 * never outlives who started it.
 */
public final class Server {
  private Server() {}

  /** Serves on a free port of the loopback address. */
  public static void main(String[] args) throws IOException {
    EventLoop loop = new EventLoop();
    System.out.println(loop.port());
    System.out.flush();
    Thread watch = new Thread(Server::endWithInput, "input");
    watch.setDaemon(true);
    watch.start();
    loop.run();
  }

  private static void endWithInput() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is said there.
      }
    } catch (IOException e) {
      // As good as the end.
    }
    Runtime.getRuntime().halt(0);
  }
}
