package kr.pgsdk.benchmarks.calls;

import java.io.IOException;

/** A client that finds, and reads the answer into an object of its own. */
interface Finder extends AutoCloseable {
  Object find() throws IOException, InterruptedException;

  @Override
  void close();
}
