package kr.pgsdk.sandbox.wire;

/** One gateway: takes requests, gives its responses. Thread-safe. */
public interface Simulation {
  /**
   * Returns what the gateway answers. What it refuses at the door (credential, unknown path, an
   * idempotency key in use) never reaches {@code intervention}.
   *
   * @throws InterruptedException from {@link Intervention#around}
   */
  WireResponse answer(WireRequest request, Intervention intervention) throws InterruptedException;

  /**
   * Returns what the gateway has to say to {@code status} while it works on a request: given from
   * within {@link Intervention#around}.
   */
  WireResponse failure(int status);

  /** Returns a whole answer with {@code status}, given before the request is looked at. */
  WireResponse refusedAtTheDoor(WireRequest request, int status);
}
