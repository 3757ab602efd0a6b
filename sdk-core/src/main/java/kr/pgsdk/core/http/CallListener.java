package kr.pgsdk.core.http;

/**
 * Receives an event for every attempt and for every call, for metrics and traces. Set it with
 * {@link HttpOptions.Builder#listener}.
 *
 * <p>All methods run on the calling thread, during its call, and on several threads at once. Their
 * time is added to the call. The deadline doesn't end a listener: if a listener sleeps past the
 * deadline, the call returns when the listener returns. The call then sends nothing more, so it can
 * end in doubt where a lookup would have proved the result.
 *
 * <p>If a listener throws anything, even an {@link Error}, the SDK logs one warning, and the
 * outcome of the call stays the same. A listener must not call a gateway: on its thread such a call
 * throws {@link IllegalStateException}; let another thread do such work. If a listener interrupts
 * its thread, waits end as after any interrupt. If a listener clears the interrupt flag, the SDK
 * sets it again.
 *
 * <p>Events hold no credential, token, id, amount, message or body.
 */
public interface CallListener {
  /**
   * A verb, or a REST call of a client, begins. {@link #callEnded} always follows on the same
   * thread, and the attempts come in between: open the span of a trace here and close it there.
   * There is no event for a call within a call of the same gateway.
   *
   * @param gateway the gateway's short name, as in {@link CallEvent#gateway}
   * @param call the verb or REST call, as in {@link CallEvent#call}
   */
  default void callStarted(String gateway, String call) {}

  /**
   * An attempt has ended, even if it couldn't be sent. Token requests and lookups are attempts too.
   */
  default void attemptEnded(AttemptEvent attempt) {}

  /** A verb, or a REST call of a client, is about to return or throw. */
  default void callEnded(CallEvent call) {}
}
