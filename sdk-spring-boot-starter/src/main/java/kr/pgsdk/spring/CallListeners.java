package kr.pgsdk.spring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import kr.pgsdk.core.http.AttemptEvent;
import kr.pgsdk.core.http.CallEvent;
import kr.pgsdk.core.http.CallListener;

/** Tells all, in their order at the start and against it at the end, as scopes are closed. */
final class CallListeners implements CallListener {
  private final List<CallListener> listeners;
  private final List<CallListener> reversed;

  CallListeners(List<CallListener> listeners) {
    this.listeners = List.copyOf(listeners);
    List<CallListener> back = new ArrayList<>(listeners);
    Collections.reverse(back);
    this.reversed = List.copyOf(back);
  }

  @Override
  public void callStarted(String gateway, String call) {
    tell(listeners, listener -> listener.callStarted(gateway, call));
  }

  @Override
  public void attemptEnded(AttemptEvent attempt) {
    tell(listeners, listener -> listener.attemptEnded(attempt));
  }

  @Override
  public void callEnded(CallEvent call) {
    tell(reversed, listener -> listener.callEnded(call));
  }

  /** One that throws keeps none of the others from being told; the SDK logs it once. */
  private static void tell(List<CallListener> listeners, Consumer<CallListener> event) {
    RuntimeException thrown = null;
    for (CallListener listener : listeners) {
      try {
        event.accept(listener);
      } catch (RuntimeException e) {
        thrown = e;
      }
    }
    if (thrown != null) {
      throw thrown;
    }
  }
}
