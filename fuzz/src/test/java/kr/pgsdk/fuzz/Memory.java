package kr.pgsdk.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Holds what a reader allocates against the size of what it reads. */
final class Memory {
  // Class loading and tables made on first use count too.
  private static final long BASE = 16L << 20;
  // A payment of 2 KB is read in 40 KB; a row of empty objects takes the most for a byte.
  private static final long PER_BYTE = 2048;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Memory() {}

  static void bounded(int inputLength, Runnable reader) {
    long thread = Thread.currentThread().getId();
    long before = THREADS.getThreadAllocatedBytes(thread);
    reader.run();
    long allocated = THREADS.getThreadAllocatedBytes(thread) - before;
    if (allocated > BASE + PER_BYTE * inputLength) {
      throw new AssertionError(
          "allocated " + allocated + " bytes for an input of " + inputLength + " bytes");
    }
  }
}
