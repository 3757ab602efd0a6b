package kr.pgsdk.sandbox.wire;

import org.jspecify.annotations.Nullable;

/**
 * Refusals that were arranged for the next requests to take a payment's money. Guarded by the
 * simulation's lock.
 *
 * @param <T> why the gateway refuses
 */
public final class ArrangedRefusals<T> {
  private @Nullable T why;
  private int left;
  private boolean brief;

  /**
   * Lets the next {@code times} requests be refused.
   *
   * @param brief whether a refusal leaves the payment as it is; any other ends it
   */
  public void arrange(T why, int times, boolean brief) {
    this.why = why;
    this.left = times;
    this.brief = brief;
  }

  /** Returns why this request is refused, or null if nothing speaks against it. */
  public @Nullable T next() {
    if (left == 0) {
      return null;
    }
    left--;
    return why;
  }

  /** Whether a refusal leaves the payment as it is. */
  public boolean areBrief() {
    return brief;
  }
}
