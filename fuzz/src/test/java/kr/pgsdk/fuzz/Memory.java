package kr.pgsdk.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Holds what a reader allocates against the size of what it reads. */
final class Memory {
  private static final long BASE = 32L << 20;
  // A row of empty objects takes the most for a byte.
  private static final long PER_BYTE = 2048;
  // What classes take when they are loaded is taken once.
  private static final int RUNS = 4;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Memory() {}

  static void bounded(int inputLength, Runnable reader) {
    long allocated = 0;
    for (int i = 0; i < RUNS; i++) {
      long before = allocated();
      reader.run();
      allocated = allocated() - before;
      if (allocated <= BASE + PER_BYTE * inputLength) {
        return;
      }
    }
    throw new AssertionError(
        "allocates " + allocated + " bytes for an input of " + inputLength + " bytes");
  }

  private static long allocated() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
