package kr.pgsdk.sandbox.wire;

/** One gateway: takes requests, gives its answers. Thread-safe. */
public interface Simulation {
  /**
   * Returns what the gateway answers. What it refuses at the door (credential, unknown path, an
   * idempotency key in use) never reaches {@code intervention}.
   *
   * @throws InterruptedException from {@link Intervention#around}
   */
  WireAnswer answer(WireRequest request, Intervention intervention) throws InterruptedException;

  /** Returns an answer with {@code status} in the gateway's own shape, as if it had failed so. */
  WireAnswer failure(int status);
}
