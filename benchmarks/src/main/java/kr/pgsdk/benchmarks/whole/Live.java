package kr.pgsdk.benchmarks.whole;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a process holds when it has nothing to do.
 *
 * @param heap bytes of objects that are reachable
 * @param handles open files and sockets
 */
record Live(long heap, long threads, long handles) {
  /** Counts, after collections. */
  static Live now() throws InterruptedException {
    Live live = counted();
    // What one collection frees by reference queues and cleaners, only a later one collects; and
    // what the first counting has to load is in the later ones' counts alike.
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(50);
      live = counted();
    }
    return live;
  }

  private static Live counted() {
    return new Live(
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getOpenFileDescriptorCount());
  }
}
