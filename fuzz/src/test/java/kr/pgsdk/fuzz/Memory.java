package kr.pgsdk.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Compares the memory that a reader allocates with the length of its input. */
final class Memory {
  private static final long BASE = 32L << 20;
  // A list of empty JSON objects takes the most memory per byte.
  private static final long PER_BYTE = 2048;
  // Loading classes allocates too, but only in the first run.
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
