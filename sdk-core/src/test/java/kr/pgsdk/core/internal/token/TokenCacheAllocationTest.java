package kr.pgsdk.core.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.internal.time.Environment;
import org.junit.jupiter.api.Test;

class TokenCacheAllocationTest {
  private static final int CALLS = 200_000;
  private static final Duration LONG = Duration.ofSeconds(60);

  private final TokenCache cache =
      new TokenCache("iamport", "Bearer", new FakeSource(), null, Environment.system());

  @Test
  void freshToken_noAllocation() {
    AuthToken token = cache.get(LONG);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    long allocated = Long.MAX_VALUE;
    // The first rounds may count what the runtime itself allocates while it links and compiles.
    for (int round = 0; round < 5; round++) {
      long before = threads.getThreadAllocatedBytes(id);
      int same = 0;
      for (int i = 0; i < CALLS; i++) {
        if (cache.fresh(System.nanoTime()) == token && cache.get(LONG) == token) {
          same++;
        }
      }
      allocated = Math.min(allocated, threads.getThreadAllocatedBytes(id) - before);
      assertThat(same).isEqualTo(CALLS);
    }
    assertThat(allocated).as("bytes for %d calls", CALLS).isLessThan(CALLS / 100);
  }
}
