package kr.pgsdk.sandbox.history;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * What goes wrong with one request, or nothing.
 *
 * @param kind what the client sees
 * @param status the status of an answer that isn't the gateway's true one
 * @param executed whether the gateway does what was asked all the same
 * @param time how long the gateway works, stalls or stays late, or how old a lookup is
 * @param code the code of a refusal; empty for any other
 */
record Trouble(Kind kind, int status, boolean executed, Duration time, String code) {
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
    /** A page of HTML, of the gateway or of a stranger. */
    HTML,
    /** No body. */
    EMPTY,
    /** Somewhere else. */
    REDIRECT,
    /** A stranger's JSON says that there is no such thing; HTTP 404. */
    STRANGE_404,
    /** A POST is refused before its idempotency key is looked at; never executed. */
    REFUSED_IN_FRONT,
    /** A lookup shows the payment as it was a while ago. */
    STALE,
    /** The true answer, changed so that it contradicts itself: see {@link Contradiction}. */
    CONTRADICTS,
    /** The answer of another request: the payment before this one, or another payment. */
    OF_ANOTHER
  }

  /** No gateway works on a request for longer, lookups that are behind included. */
  static final Duration LONGEST = Duration.ofSeconds(59);

  /** How old a lookup may be at most. */
  static final Duration OLDEST = Duration.ofSeconds(30);

  /** All is well. */
  static final Trouble NONE = new Trouble(Kind.NONE, 0, true, Duration.ZERO, "");

  private static final int[] STATUSES = {401, 408, 409, 429, 429, 500, 500, 502, 503, 503, 504};
  private static final int[] PAGES = {200, 401, 404, 502};

  private static final String[] IN_FRONT = {
    "403 FORBIDDEN_CONSECUTIVE_REQUEST",
    "400 DUPLICATED_REQUEST",
    "400 PROVIDER_ERROR",
    "400 BRAND_NEW_CODE",
    "401 UNAUTHORIZED_KEY"
  };

  /**
   * Draws trouble, or none {@code 1 - share} of the time.
   *
   * @param oldest how old lookups are at most in this history; what works late is the earlier for
   *     it, since both together must not be longer than {@link #LONGEST}
   */
  static Trouble draw(RandomGenerator random, double share, Duration oldest) {
    if (random.nextDouble() >= share) {
      return NONE;
    }
    Duration time = time(random, LONGEST.minus(oldest));
    boolean executed = random.nextBoolean();
    return switch (random.nextInt(22)) {
      case 0 -> of(Kind.NOT_CONNECTED, 0, false, time);
      case 1 -> of(Kind.CUT_UNREAD, 0, false, time);
      case 2, 3 -> of(Kind.CUT, 0, executed, time);
      case 4, 5 -> of(Kind.CUT_THEN_EXECUTED, 0, true, time);
      case 6 -> of(Kind.STALL, 0, executed, time);
      case 7 -> of(Kind.CUT_IN_BODY, 200, true, time);
      case 8 -> of(Kind.TRUNCATED, 200, true, time);
      case 9, 10, 11 -> status(STATUSES[random.nextInt(STATUSES.length)], executed, time);
      case 12 -> of(Kind.HTML, PAGES[random.nextInt(PAGES.length)], executed, time);
      case 13 -> of(Kind.EMPTY, random.nextBoolean() ? 200 : 503, executed, time);
      case 14 -> of(Kind.REDIRECT, 307, executed, time);
      case 15 -> inFront(random);
      case 16 -> of(Kind.STRANGE_404, 404, executed, time);
      case 17 -> oldest.isZero() ? NONE : stale(random, oldest);
      case 18, 19 -> of(Kind.CONTRADICTS, 0, true, Duration.ofMillis(random.nextInt(4)));
      case 20 -> of(Kind.OF_ANOTHER, 200, executed, Duration.ofMillis(random.nextInt(4)));
      default -> of(Kind.WORKS_LONG, 0, true, time);
    };
  }

  /** A refusal as it may follow a loss. */
  static Trouble inFront(RandomGenerator random) {
    String[] refusal = IN_FRONT[random.nextInt(IN_FRONT.length)].split(" ", -1);
    return new Trouble(
        Kind.REFUSED_IN_FRONT, Integer.parseInt(refusal[0]), false, Duration.ZERO, refusal[1]);
  }

  /** An answer that doesn't arrive, of a request that is executed now or soon. */
  static Trouble loss(RandomGenerator random) {
    return of(
        random.nextBoolean() ? Kind.CUT : Kind.CUT_THEN_EXECUTED,
        0,
        true,
        Duration.ofMillis(1 + random.nextInt(8_000)));
  }

  /** A lookup that is at most this old, and mostly a moment. */
  static Trouble stale(RandomGenerator random, Duration oldest) {
    long bound = random.nextInt(3) == 0 ? oldest.toMillis() : 1_500;
    return of(Kind.STALE, 0, true, Duration.ofMillis(1 + random.nextLong(bound)));
  }

  private static Trouble of(Kind kind, int status, boolean executed, Duration time) {
    return new Trouble(kind, status, executed, time, "");
  }

  /** 401, 408, 409 and 429 are said before execution, and so never of what was executed. */
  private static Trouble status(int status, boolean executed, Duration time) {
    return of(Kind.STATUS, status, executed && status >= 500, time);
  }

  /** Mostly a moment, now and then longer than a caller waits. */
  private static Duration time(RandomGenerator random, Duration latest) {
    long bound = random.nextInt(3) == 0 ? Math.min(latest.toMillis(), 50_000) : 2_000;
    return Duration.ofMillis(1 + random.nextLong(bound));
  }

  /** Whether the client doesn't learn what the gateway does, and so may ask again. */
  boolean isLoss() {
    return switch (kind) {
      case CUT, CUT_THEN_EXECUTED, CUT_IN_BODY -> true;
      default -> false;
    };
  }

  @Override
  public String toString() {
    return switch (kind) {
      case NONE -> "fine";
      case NOT_CONNECTED, CUT_UNREAD, CUT_IN_BODY, TRUNCATED -> kind.name();
      case WORKS_LONG, CUT_THEN_EXECUTED -> kind + " after " + time.toMillis() + " ms";
      case STALE -> kind + " by " + time.toMillis() + " ms";
      case CONTRADICTS -> kind + " " + time.toMillis();
      case CUT -> executed ? "EXECUTED then CUT" : "CUT";
      case STALL -> (executed ? "EXECUTED then " : "") + "STALL " + time.toMillis() + " ms";
      case REFUSED_IN_FRONT -> kind + " " + status + " " + code;
      case STATUS, HTML, EMPTY, REDIRECT, STRANGE_404, OF_ANOTHER ->
          kind + " " + status + (executed ? " but executed" : "");
    };
  }
}
