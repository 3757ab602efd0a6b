package kr.pgsdk.spring.actuate;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import kr.pgsdk.core.http.CallEvent;
import kr.pgsdk.core.http.CallListener;
import org.jspecify.annotations.Nullable;

/**
 * An {@code Observation} around each call, named {@code pgsdk.call}, with gateway, call and
 * outcome: Spring Boot makes a timer of it, and where there is a tracer a span.
 */
final class ObservedCalls implements CallListener {
  private final Supplier<@Nullable ObservationRegistry> registry;
  private final ThreadLocal<Deque<Open>> open = ThreadLocal.withInitial(ArrayDeque::new);

  private record Open(Observation observation, Observation.Scope scope) {}

  ObservedCalls(Supplier<@Nullable ObservationRegistry> registry) {
    this.registry = registry;
  }

  @Override
  public void callStarted(String gateway, String call) {
    ObservationRegistry to = registry.get();
    Observation observation =
        to == null || to.isNoop()
            ? Observation.NOOP
            : Observation.createNotStarted("pgsdk.call", () -> new GatewayCallContext(gateway), to)
                .contextualName(gateway + " " + call)
                .lowCardinalityKeyValue("gateway", gateway)
                .lowCardinalityKeyValue("call", call)
                .start();
    open.get().push(new Open(observation, observation.openScope()));
  }

  @Override
  public void callEnded(CallEvent call) {
    Open ended = open.get().poll();
    if (open.get().isEmpty()) {
      open.remove();
    }
    if (ended != null) {
      ended.scope().close();
      ended.observation().lowCardinalityKeyValue("outcome", call.outcome());
      ended.observation().stop();
    }
  }
}
