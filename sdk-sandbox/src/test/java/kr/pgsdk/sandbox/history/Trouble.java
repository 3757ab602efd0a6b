package kr.pgsdk.sandbox.history;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * What goes wrong with one request, or nothing.
 *
 * @param kind what the client sees
 * @param status the status of an answer that isn't the gateway's true one
 * @param executed whether the gateway does what was asked all the same
 * @param time how long the gateway works, stalls or stays late
 */
record Trouble(Kind kind, int status, boolean executed, Duration time) {
  /** Kinds of trouble. */
  enum Kind {
    /** The true answer. */
    NONE,
    /** The true answer after the gateway has worked for a while: others see it in progress. */
    WORKS_LONG,
    /** No connection comes about. */
    NOT_CONNECTED,
    /** Reset before the body is read; never executed. */
    CUT_UNREAD,
    /** Closed without an answer, executed at once or never. */
    CUT,
    /** Closed without an answer, and executed a while later. */
    CUT_THEN_EXECUTED,
    /** No answer until the client gives up, executed on arrival, or when it is let go. */
    STALL,
    /** Head and half of the body of the true answer. */
    CUT_IN_BODY,
    /** Half of the true answer's body as if it were whole. */
    TRUNCATED,
    /** An error in the gateway's own words. */
    STATUS,
    /** A page of HTML. */
    HTML,
    /** No body. */
    EMPTY,
    /** Somewhere else. */
    REDIRECT
  }

  /** All is well. */
  static final Trouble NONE = new Trouble(Kind.NONE, 0, true, Duration.ZERO);

  private static final int[] STATUSES = {401, 408, 409, 429, 429, 500, 500, 502, 503, 503, 504};

  /** Draws trouble, or none {@code 1 - share} of the time. */
  static Trouble draw(RandomGenerator random, double share) {
    if (random.nextDouble() >= share) {
      return NONE;
    }
    Duration time = time(random);
    boolean executed = random.nextBoolean();
    return switch (random.nextInt(16)) {
      case 0 -> new Trouble(Kind.NOT_CONNECTED, 0, false, time);
      case 1 -> new Trouble(Kind.CUT_UNREAD, 0, false, time);
      case 2, 3 -> new Trouble(Kind.CUT, 0, executed, time);
      case 4, 5 -> new Trouble(Kind.CUT_THEN_EXECUTED, 0, true, time);
      case 6 -> new Trouble(Kind.STALL, 0, executed, time);
      case 7 -> new Trouble(Kind.CUT_IN_BODY, 200, true, time);
      case 8 -> new Trouble(Kind.TRUNCATED, 200, true, time);
      case 9, 10, 11 -> status(STATUSES[random.nextInt(STATUSES.length)], executed, time);
      case 12 -> new Trouble(Kind.HTML, random.nextBoolean() ? 200 : 502, executed, time);
      case 13 -> new Trouble(Kind.EMPTY, random.nextBoolean() ? 200 : 503, executed, time);
      case 14 -> new Trouble(Kind.REDIRECT, 307, executed, time);
      default -> new Trouble(Kind.WORKS_LONG, 0, true, time);
    };
  }

  /** 401, 408, 409 and 429 are said before execution, and so never of what was executed. */
  private static Trouble status(int status, boolean executed, Duration time) {
    return new Trouble(Kind.STATUS, status, executed && status >= 500, time);
  }

  /** Mostly a moment, now and then longer than a caller waits, never above {@link #LATEST}. */
  private static Duration time(RandomGenerator random) {
    long bound = random.nextInt(3) == 0 ? LATEST.toMillis() : 2_000;
    return Duration.ofMillis(1 + random.nextLong(bound));
  }

  /** No gateway works on a request for longer; this is an assumption of the histories. */
  static final Duration LATEST = Duration.ofSeconds(50);

  @Override
  public String toString() {
    return switch (kind) {
      case NONE -> "fine";
      case NOT_CONNECTED, CUT_UNREAD, CUT_IN_BODY, TRUNCATED -> kind.name();
      case WORKS_LONG, CUT_THEN_EXECUTED -> kind + " after " + time.toMillis() + " ms";
      case CUT -> executed ? "EXECUTED then CUT" : "CUT";
      case STALL -> (executed ? "EXECUTED then " : "") + "STALL " + time.toMillis() + " ms";
      case STATUS, HTML, EMPTY, REDIRECT -> kind + " " + status + (executed ? " but executed" : "");
    };
  }
}
