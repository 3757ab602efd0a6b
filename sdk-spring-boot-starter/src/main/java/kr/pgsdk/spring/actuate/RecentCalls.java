package kr.pgsdk.spring.actuate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import kr.pgsdk.core.http.CallEvent;
import kr.pgsdk.core.http.CallListener;

/** The outcomes of the last calls of each gateway: whether it answers, without asking it. */
final class RecentCalls implements CallListener {
  private static final int KEPT = 20;
  // Fewer may be one slow moment of the gateway's.
  private static final int FAILURES = 3;
  private static final String REFUSED_KEY = "AuthenticationException";

  /** Outcomes that say something of the gateway; a refused card says that it works. */
  private static final Set<String> UNHEALTHY =
      Set.of(
          REFUSED_KEY,
          "TransportException",
          "OutcomeUnknownException",
          "MalformedResponseException");

  private final Map<String, Deque<String>> byGateway = new ConcurrentHashMap<>();

  /**
   * How a gateway is.
   *
   * @param down whether the credentials were refused last, or the last calls all failed
   * @param last the outcome of the last call
   * @param failed how many of the last calls failed
   * @param calls how many those are, at most 20
   */
  record State(boolean down, String last, long failed, int calls) {}

  @Override
  public void callEnded(CallEvent call) {
    byGateway.compute(
        call.gateway(),
        (gateway, before) -> {
          Deque<String> outcomes = before == null ? new ArrayDeque<>() : new ArrayDeque<>(before);
          outcomes.addFirst(call.outcome());
          if (outcomes.size() > KEPT) {
            outcomes.removeLast();
          }
          return outcomes;
        });
  }

  /** Of the gateways that were called. */
  Map<String, State> states() {
    Map<String, State> states = new TreeMap<>();
    byGateway.forEach((gateway, outcomes) -> states.put(gateway, state(List.copyOf(outcomes))));
    return states;
  }

  private static State state(List<String> outcomes) {
    boolean down =
        outcomes.get(0).equals(REFUSED_KEY)
            || (outcomes.size() >= FAILURES
                && outcomes.subList(0, FAILURES).stream().allMatch(UNHEALTHY::contains));
    long failed = outcomes.stream().filter(UNHEALTHY::contains).count();
    return new State(down, outcomes.get(0), failed, outcomes.size());
  }
}
