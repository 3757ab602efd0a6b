package kr.pgsdk.core.internal;

import java.time.Duration;

/** Waits; comes in from outside so that tests need not. */
@FunctionalInterface
public interface Sleeper {
  /** Waits this long, or until interrupted. */
  void sleep(Duration duration) throws InterruptedException;
}
