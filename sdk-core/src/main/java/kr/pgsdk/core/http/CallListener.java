package kr.pgsdk.core.http;

/**
 * Watches what a gateway or client does, for metrics and traces: every attempt, and every call once
 * it has ended. Set it with {@link HttpOptions.Builder#listener}.
 *
 * <p>Both methods are called on the calling thread, in the middle of its call, and by several
 * threads at once. What they take is the caller's time, and counts against the deadline: a slow
 * listener may leave none for the next attempt, which then ends as any call without time does, with
 * an outcome that is true. Only the end of a call may come later than its deadline by what the
 * listener takes.
 *
 * <p>A listener can't break a call or change its outcome: whatever it throws, an {@link Error} too,
 * is dropped after one warning in the log. It must not call a gateway: on its thread that is an
 * {@link IllegalStateException}; hand such work to another thread. An interrupt it causes ends
 * waits as any interrupt does; one that it swallows is set again.
 *
 * <p>Events hold no credential, token, id, amount, message or body.
 */
public interface CallListener {
  /**
   * A request was sent, or should have been, and this came of it. Tokens and lookups are included.
   */
  default void attemptEnded(AttemptEvent attempt) {}

  /** A verb, or a REST call of a client's, is about to return or throw. */
  default void callEnded(CallEvent call) {}
}
