package kr.pgsdk.core.http;

/**
 * Watches what a gateway or client does, for metrics and traces: every attempt, and every call once
 * it has ended. Set it with {@link HttpOptions.Builder#listener}.
 *
 * <p>Both methods are called on the calling thread, in the middle of its call, and by several
 * threads at once. What they take is added to the call, and the deadline doesn't bound it: nobody
 * interrupts a listener, and a call whose listener sleeps past the deadline returns when the
 * listener does. After that nothing more is sent: the call ends as any call without time does, with
 * an outcome that is true. A slow listener so turns what a lookup would have proved into doubt.
 *
 * <p>What a listener throws, an {@link Error} too, neither breaks a call nor changes its outcome:
 * it is dropped after one warning in the log. It must not call a gateway: on its thread that is an
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
