package kr.pgsdk.core.http;

/**
 * Receives an event for every attempt and for every call, for metrics and traces. Set it with
 * {@link HttpOptions.Builder#listener}.
 *
 * <p>All methods run on the calling thread, during its call, and on several threads at once. Their
 * time is added to the call. The deadline doesn't limit it: the SDK doesn't interrupt a listener,
 * and a call whose listener sleeps past the deadline returns when the listener does. The call then
 * sends nothing more, so it can end in doubt where a lookup would have proved the result.
 *
 * <p>What a listener throws, an {@link Error} too, changes no outcome: the SDK logs one warning and
 * drops it. A listener must not call a gateway: on its thread that throws {@link
 * IllegalStateException}; let another thread do such work. An interrupt that it causes ends waits
 * as any interrupt does; an interrupt that it swallows is set again.
 *
 * <p>Events hold no credential, token, id, amount, message or body.
 */
public interface CallListener {
  /**
   * A verb, or a REST call of a client, begins. {@link #callEnded} follows on the same thread,
   * whatever becomes of the call, and the attempts lie between: a trace's span may be opened here
   * and closed there. A call within a call of the same gateway isn't told.
   *
   * @param gateway the gateway's short name, as in {@link CallEvent#gateway}
   * @param call the verb or REST call, as in {@link CallEvent#call}
   */
  default void callStarted(String gateway, String call) {}

  /**
   * An attempt has ended, also one that couldn't be sent. Token requests and lookups are included.
   */
  default void attemptEnded(AttemptEvent attempt) {}

  /** A verb, or a REST call of a client, is about to return or throw. */
  default void callEnded(CallEvent call) {}
}
