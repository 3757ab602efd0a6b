package kr.pgsdk.sandbox.matrix;

import java.util.Set;
import java.util.function.Function;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.matrix.NetworkPath.NetworkFault;
import org.jspecify.annotations.Nullable;

/**
 * One thing that goes wrong: a row of the matrix.
 *
 * @param words what a reader calls it
 * @param execution whether the gateway acts on the request it happens to
 * @param fault what the sandbox does; null if it happens on the way there
 * @param network what happens on the way there
 * @param gateways where it can happen
 * @param refusal what the repetition is answered with after {@code fault}; null if as ever
 * @param otherRefund who else refunds; null for nobody
 */
record FaultCase(
    Chapter chapter,
    String words,
    Execution execution,
    TimeLimit limit,
    @Nullable Function<Given, Fault> fault,
    NetworkFault network,
    Set<GatewayUnderTest> gateways,
    @Nullable Fault refusal,
    OtherRefund.@Nullable Plan otherRefund) {

  /** Where it stands on the page. */
  enum Chapter {
    UNREACHED("The gateway isn't reached"),
    BROKEN("The connection breaks"),
    SLOW("Silence and slowness"),
    REFUSED("The gateway says no, or later"),
    ELSE("Something else answers"),
    HARMFUL("Answers that do harm"),
    CONTRADICTS("The answer contradicts itself"),
    TOKENS("Odd tokens"),
    AFTER_A_LOSS("Refused after a loss"),
    ANOTHERS("Another's refund of the same amount");

    final String words;

    Chapter(String words) {
      this.words = words;
    }
  }

  /** Whether the gateway acts on the request. */
  enum Execution {
    NEVER("not executed"),
    AT_ONCE("executed"),
    LATER("executed later"),
    /** There is nothing to tell apart: a refusal is none, and an answer that arrives tells it. */
    SAID("");

    final String words;

    Execution(String words) {
      this.words = words;
    }
  }

  /** How long a call may take. */
  enum TimeLimit {
    /** Nothing waits, so that the time plays no part. */
    NONE(60_000, 60_000),
    /** The deadline ends the call. */
    DEADLINE(5_000, 60_000),
    /** The read timeout ends each attempt. */
    READ_TIMEOUT(60_000, 1_500),
    /** The pause that the gateway asks for is waited out. */
    PAUSE(60_000, 60_000);

    final int deadlineMillis;
    final int readTimeoutMillis;

    TimeLimit(int deadlineMillis, int readTimeoutMillis) {
      this.deadlineMillis = deadlineMillis;
      this.readTimeoutMillis = readTimeoutMillis;
    }
  }

  /** Whether a call that meets it waits for time to pass. */
  boolean waits() {
    return limit != TimeLimit.NONE;
  }
}
