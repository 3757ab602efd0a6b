package kr.pgsdk.sandbox.wire;

import java.util.function.Supplier;

/**
 * How a fault reaches into the handling of a request: after the gateway has taken it on (credential
 * checked, idempotency key noted), around acting on it. Called without any lock held.
 */
@FunctionalInterface
public interface Intervention {
  /** Lets everything through. */
  Intervention NONE = Supplier::get;

  /**
   * Returns what the gateway is to answer. May run {@code execution} once, or never, and may block
   * before or after it.
   *
   * @throws InterruptedException if the wait was given up; the request gets no response
   */
  WireResponse around(Supplier<WireResponse> execution) throws InterruptedException;
}
