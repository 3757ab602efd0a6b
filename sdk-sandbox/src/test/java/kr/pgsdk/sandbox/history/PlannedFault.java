package kr.pgsdk.sandbox.history;

import static kr.pgsdk.sandbox.FaultKind.ANSWER_LOST;
import static kr.pgsdk.sandbox.FaultKind.CUT_AFTER_READ;
import static kr.pgsdk.sandbox.FaultKind.CUT_BEFORE_READ;
import static kr.pgsdk.sandbox.FaultKind.CUT_IN_BODY;
import static kr.pgsdk.sandbox.FaultKind.CUT_THEN_EXECUTED;
import static kr.pgsdk.sandbox.FaultKind.STALE_LOOKUP;
import static kr.pgsdk.sandbox.FaultKind.STALL_AFTER_EXECUTION;
import static kr.pgsdk.sandbox.FaultKind.STALL_BEFORE_EXECUTION;
import static kr.pgsdk.sandbox.FaultKind.TRUNCATED_BODY;

import java.time.Duration;
import java.util.random.RandomGenerator;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.FaultKind;

/**
 * What goes wrong with one request of a plan, or nothing: a fault of the sandbox.
 *
 * @param executed whether the gateway does what was asked all the same
 * @param time how long the gateway works on what is held, or how long connecting takes; the number
 *     of a {@link Contradiction}
 */
record PlannedFault(Fault fault, Special special, boolean executed, Duration time) {
  /** What a fault is here beyond its kind. */
  enum Special {
    NONE,
    /** No connection comes about; with sockets it is reset. */
    NOT_CONNECTED,
    /** What is held is let go only when its client has given up. */
    NEVER_ANSWERED,
    /** A POST is refused before its idempotency key is looked at. A lookup is answered. */
    REFUSED_IN_FRONT,
    /** A stranger's JSON says that there is no such thing. */
    STRANGE_404,
    /** The true answer, changed so that it contradicts itself. */
    CONTRADICTS,
    /** The answer of another request; with sockets the true one. */
    OF_ANOTHER
  }

  /** No gateway works on a request for longer, lookups that are behind included. */
  static final Duration LONGEST = Duration.ofSeconds(59);

  /** How old a lookup may be at most. */
  static final Duration OLDEST = Duration.ofSeconds(30);

  private static final Fault TRUE_ANSWER = Fault.rewrittenBody(body -> body);

  /** All is well. */
  static final PlannedFault NONE = new PlannedFault(TRUE_ANSWER, Special.NONE, true, Duration.ZERO);

  private static final String JSON = "application/json;charset=UTF-8";
  private static final int[] STATUSES = {401, 408, 409, 429, 429, 500, 500, 502, 503, 503, 504};
  private static final int[] PAGES = {200, 401, 404, 502};

  private static final String[] IN_FRONT = {
    "403 FORBIDDEN_CONSECUTIVE_REQUEST",
    "400 DUPLICATED_REQUEST",
    "400 PROVIDER_ERROR",
    "400 BRAND_NEW_CODE",
    "401 UNAUTHORIZED_KEY"
  };

  private static final String[] IN_FRONT_OF_PORTONE = {
    "403 FORBIDDEN",
    "400 INVALID_REQUEST",
    "409 IDEMPOTENCY_OUTSTANDING_REQUEST",
    "400 BRAND_NEW_TYPE",
    "401 UNAUTHORIZED"
  };

  /**
   * Draws a fault, or none {@code 1 - share} of the time.
   *
   * @param oldest how old lookups are at most in this history; what works late is the earlier for
   *     it, since both together must not be longer than {@link #LONGEST}
   */
  static PlannedFault draw(RandomGenerator random, Gateway gateway, double share, Duration oldest) {
    if (random.nextDouble() >= share) {
      return NONE;
    }
    Duration time = time(random, LONGEST.minus(oldest));
    boolean executed = random.nextBoolean();
    return switch (random.nextInt(22)) {
      case 0 -> of(CUT_BEFORE_READ, Special.NOT_CONNECTED, false, time);
      case 1 -> of(CUT_BEFORE_READ, Special.NONE, false, time);
      case 2, 3 -> cut(executed, time);
      case 4, 5 -> of(CUT_THEN_EXECUTED, Special.NONE, true, time);
      case 6 ->
          of(
              executed ? STALL_AFTER_EXECUTION : STALL_BEFORE_EXECUTION,
              Special.NEVER_ANSWERED,
              executed,
              time);
      case 7 -> of(CUT_IN_BODY, Special.NONE, true, time);
      case 8 -> of(TRUNCATED_BODY, Special.NONE, true, time);
      case 9, 10, 11 -> status(STATUSES[random.nextInt(STATUSES.length)], executed, time);
      case 12 -> instead(Fault.html(PAGES[random.nextInt(PAGES.length)]), executed, time);
      case 13 -> instead(Fault.empty(random.nextBoolean() ? 200 : 503), executed, time);
      case 14 -> instead(Fault.redirect(307, "/elsewhere"), executed, time);
      case 15 -> inFront(random, gateway);
      case 16 -> strange404(gateway, executed, time);
      case 17 -> oldest.isZero() ? NONE : stale(random, oldest);
      case 18, 19 -> contradiction(random.nextInt(4), gateway);
      case 20 ->
          new PlannedFault(
              TRUE_ANSWER, Special.OF_ANOTHER, executed, Duration.ofMillis(random.nextInt(4)));
      default -> of(STALL_BEFORE_EXECUTION, Special.NONE, true, time);
    };
  }

  /** A refusal as it may follow a loss. */
  static PlannedFault inFront(RandomGenerator random, Gateway gateway) {
    String[] all = gateway == Gateway.PORTONE ? IN_FRONT_OF_PORTONE : IN_FRONT;
    String[] refusal = all[random.nextInt(all.length)].split(" ", -1);
    String code = refusal[1];
    int status = Integer.parseInt(refusal[0]);
    Fault fault =
        switch (gateway) {
          case IAMPORT ->
              Fault.answer(
                  200, JSON, "{\"code\":-1,\"message\":\"" + code + "\",\"response\":null}");
          case TOSS ->
              Fault.answer(
                  status, JSON, "{\"code\":\"" + code + "\",\"message\":\"" + code + "\"}");
          case PORTONE ->
              Fault.answer(
                  status, JSON, "{\"type\":\"" + code + "\",\"message\":\"" + code + "\"}");
        };
    return new PlannedFault(fault.on("POST", "/"), Special.REFUSED_IN_FRONT, false, Duration.ZERO);
  }

  /** An answer that doesn't arrive, of a request that is executed now or soon. */
  static PlannedFault loss(RandomGenerator random) {
    boolean cut = random.nextBoolean();
    Duration time = Duration.ofMillis(1 + random.nextInt(8_000));
    return cut ? cut(true, time) : of(CUT_THEN_EXECUTED, Special.NONE, true, time);
  }

  /** A lookup that is at most this old, and mostly a moment. */
  static PlannedFault stale(RandomGenerator random, Duration oldest) {
    long bound = random.nextInt(3) == 0 ? oldest.toMillis() : 1_500;
    Duration age = Duration.ofMillis(1 + random.nextLong(bound));
    return new PlannedFault(Fault.of(STALE_LOOKUP).time(age), Special.NONE, true, age);
  }

  private static PlannedFault cut(boolean executed, Duration time) {
    return of(executed ? ANSWER_LOST : CUT_AFTER_READ, Special.NONE, executed, time);
  }

  /** 401, 408, 409 and 429 are said before execution, and so never of what was executed. */
  private static PlannedFault status(int status, boolean executed, Duration time) {
    Fault fault = Fault.status(status);
    boolean busy = status == 429 && time.toMillis() % 2 == 0;
    return instead(
        busy ? fault.retryAfter(time.dividedBy(4)) : fault, executed && status >= 500, time);
  }

  private static PlannedFault strange404(Gateway gateway, boolean executed, Duration time) {
    String name = gateway == Gateway.PORTONE ? "type" : "code";
    Fault fault =
        Fault.answer(404, JSON, "{\"" + name + "\":\"NOT_FOUND\",\"message\":\"no route\"}");
    return new PlannedFault(
        executed ? fault.executed() : fault, Special.STRANGE_404, executed, time);
  }

  private static PlannedFault contradiction(int number, Gateway gateway) {
    return new PlannedFault(
        Fault.rewrittenBody(body -> Contradiction.in(gateway, body, number)),
        Special.CONTRADICTS,
        true,
        Duration.ofMillis(number));
  }

  private static PlannedFault instead(Fault answer, boolean executed, Duration time) {
    return new PlannedFault(executed ? answer.executed() : answer, Special.NONE, executed, time);
  }

  private static PlannedFault of(FaultKind kind, Special special, boolean executed, Duration time) {
    return new PlannedFault(Fault.of(kind), special, executed, time);
  }

  /** Mostly a moment, now and then longer than a caller waits. */
  private static Duration time(RandomGenerator random, Duration latest) {
    long bound = random.nextInt(3) == 0 ? Math.min(latest.toMillis(), 50_000) : 2_000;
    return Duration.ofMillis(1 + random.nextLong(bound));
  }

  FaultKind kind() {
    return fault.kind();
  }

  boolean isStale() {
    return kind() == STALE_LOOKUP;
  }

  boolean contradicts() {
    return special == Special.CONTRADICTS;
  }

  /** Whether what the gateway works on ends by itself, after the fault's time. */
  boolean endsByItself() {
    return special != Special.NEVER_ANSWERED;
  }

  /** Whether the client doesn't learn what the gateway does, and so may ask again. */
  boolean isLoss() {
    return switch (kind()) {
      case ANSWER_LOST, CUT_AFTER_READ, CUT_THEN_EXECUTED, CUT_IN_BODY -> true;
      default -> false;
    };
  }

  /** Whether the client is told the truth, or for a lookup what was true before. */
  boolean isAnswered(boolean lookup) {
    boolean refusesPostsAlone = special == Special.REFUSED_IN_FRONT && lookup;
    boolean worksLong = kind() == STALL_BEFORE_EXECUTION && endsByItself();
    return equals(NONE) || isStale() || worksLong || refusesPostsAlone;
  }

  @Override
  public String toString() {
    return equals(NONE) ? "fine" : fault + " " + special + " " + time.toMillis() + " ms";
  }
}
