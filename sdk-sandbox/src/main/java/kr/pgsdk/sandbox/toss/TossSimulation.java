package kr.pgsdk.sandbox.toss;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.Switches;
import kr.pgsdk.sandbox.wire.Intervention;
import kr.pgsdk.sandbox.wire.Json;
import kr.pgsdk.sandbox.wire.Params;
import kr.pgsdk.sandbox.wire.RandomTexts;
import kr.pgsdk.sandbox.wire.Simulation;
import kr.pgsdk.sandbox.wire.WireRequest;
import kr.pgsdk.sandbox.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/**
 * Toss over HTTP: key check, idempotency, routes and headers. One lock guards all state; it is
 * never held while a fault keeps a request waiting.
 */
public final class TossSimulation implements Simulation {
  private static final int LONGEST_KEY = 300;
  private static final String TRACE_ID = "x-tosspayments-trace-id";

  private final ReentrantLock lock = new ReentrantLock();
  private final Clock clock;
  private final RandomGenerator random;
  private final Switches switches;
  private final TossKeys keys;
  private final TossPayments payments;
  private final TossBilling billing;
  private final TossCheckout checkout;
  private final TossIdempotency idempotency = new TossIdempotency();

  /** Returns a Toss without payments, and with a secret key of its own. */
  public TossSimulation(Clock clock, RandomGenerator random, Switches switches) {
    this.clock = clock;
    this.random = random;
    this.switches = switches;
    this.keys = new TossKeys(random);
    this.payments = new TossPayments(clock, random, switches);
    this.billing = new TossBilling(payments, clock, random, switches);
    this.checkout =
        new TossCheckout(
            payments,
            billing,
            clock,
            random,
            lock,
            new TossOutbound(random, switches, keys.security));
  }

  /** The secret key it accepts. */
  public String secretKey() {
    return keys.secret;
  }

  /** The security key it signs with. */
  public String securityKey() {
    return keys.security;
  }

  /** What happens without a request: buyers, operators, banks. */
  public TossCheckout checkout() {
    return checkout;
  }

  @Override
  public WireResponse answer(WireRequest request, Intervention intervention)
      throws InterruptedException {
    String traceId = newTraceId();
    String key = idempotencyKey(request);
    try {
      keys.check(request);
      checkTestCode(request);
      if (key == null) {
        return executeFreely(request, intervention).with(TRACE_ID, traceId);
      }
      if (key.length() > LONGEST_KEY) {
        throw TossRefusal.of("INVALID_IDEMPOTENCY_KEY");
      }
      return executeOnce(key, request, intervention, traceId);
    } catch (TossRefusal refusal) {
      return withEcho(error(refusal), key).with(TRACE_ID, traceId);
    }
  }

  private WireResponse executeOnce(
      String key, WireRequest request, Intervention intervention, String traceId)
      throws InterruptedException {
    TossIdempotency.Use earlier =
        lockedOrNull(() -> idempotency.begin(key, request, clock.instant()));
    if (earlier != null) {
      return replay(key, earlier, traceId);
    }
    WireResponse answer = null;
    try {
      answer = withEcho(executeFreely(request, intervention), key);
      return answer.with(TRACE_ID, traceId);
    } finally {
      lock.lock();
      try {
        if (answer != null && isKept(answer.status())) {
          idempotency.finish(key, request, answer, traceId);
        } else {
          idempotency.forget(key, request);
        }
      } finally {
        lock.unlock();
      }
    }
  }

  /** Refusals are kept like successes (measured); 5xx was not measured. */
  private boolean isKept(int status) {
    return status < 500 || switches.isOn(Switch.TOSS_STORES_SERVER_ERRORS);
  }

  private WireResponse replay(String key, TossIdempotency.Use earlier, String traceId) {
    WireResponse answer = lockedOrNull(earlier::answer);
    String originalTraceId = lockedOrNull(earlier::traceId);
    if (answer == null || originalTraceId == null) {
      return withEcho(error(TossRefusal.of("IDEMPOTENT_REQUEST_PROCESSING")), key)
          .with(TRACE_ID, traceId);
    }
    if (switches.isOn(Switch.TOSS_REPLAY_UNMARKED)) {
      return answer.with(TRACE_ID, traceId);
    }
    if (switches.isOn(Switch.TOSS_REPLAY_TRACE_ON_TWO_LINES)) {
      return answer.with(TRACE_ID, traceId).with(TRACE_ID, originalTraceId);
    }
    return answer.with(TRACE_ID, traceId + ", " + originalTraceId);
  }

  private WireResponse executeFreely(WireRequest request, Intervention intervention)
      throws InterruptedException {
    String confirmed = confirmed(request);
    locked(() -> payments.countConfirm(confirmed, 1));
    try {
      return intervention.around(
          () -> {
            try {
              return locked(() -> execute(request));
            } catch (TossRefusal refusal) {
              return error(refusal);
            }
          });
    } finally {
      locked(() -> payments.countConfirm(confirmed, -1));
    }
  }

  /** The payment that is being confirmed, or null if the request is no such thing. */
  private static @Nullable String confirmed(WireRequest request) {
    if (!request.method().equals("POST") || !request.path().equals("/v1/payments/confirm")) {
      return null;
    }
    try {
      return Params.of(request).text("paymentKey");
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private WireResponse execute(WireRequest request) {
    List<String> path;
    try {
      path = request.segments();
    } catch (IllegalArgumentException e) {
      throw TossRefusal.of("INVALID_REQUEST");
    }
    boolean payment =
        path.size() >= 3 && path.get(0).equals("v1") && path.get(1).equals("payments");
    if (payment && request.method().equals("POST")) {
      if (path.size() == 3 && path.get(2).equals("confirm")) {
        return success(payments.confirm(params(request), request.cause()));
      }
      if (path.size() == 4 && path.get(3).equals("cancel")) {
        return success(payments.cancel(path.get(2), params(request), request.cause()));
      }
    }
    if (payment && request.method().equals("GET")) {
      if (path.size() == 3) {
        return success(payments.byPaymentKey(path.get(2), request.age()));
      }
      if (path.size() == 4 && path.get(2).equals("orders")) {
        return success(payments.byOrderId(path.get(3), request.age()));
      }
    }
    if (path.size() >= 3 && path.get(0).equals("v1") && path.get(1).equals("billing")) {
      return billing(path, request);
    }
    throw TossRefusal.of("NOT_FOUND");
  }

  private WireResponse billing(List<String> path, WireRequest request) {
    boolean post = request.method().equals("POST");
    if (post && path.size() == 4 && path.get(2).equals("authorizations")) {
      return switch (path.get(3)) {
        case "issue" -> success(billing.issue(params(request)));
        case "card" -> success(billing.issueByCard(params(request)));
        default -> throw TossRefusal.of("NOT_FOUND");
      };
    }
    if (post && path.size() == 3) {
      return success(billing.charge(path.get(2), params(request), request.cause()));
    }
    if (request.method().equals("DELETE") && path.size() == 3) {
      billing.delete(path.get(2));
      return WireResponse.of(200, "application/json;charset=UTF-8", "");
    }
    throw TossRefusal.of("NOT_FOUND");
  }

  private static void checkTestCode(WireRequest request) {
    String code = request.header("TossPayments-Test-Code");
    if (code != null) {
      throw TossRefusal.of(TossCodes.isKnown(code) ? code : "INVALID_TEST_CODE");
    }
  }

  private static Params params(WireRequest request) {
    try {
      return Params.of(request);
    } catch (IllegalArgumentException e) {
      throw TossRefusal.of("INVALID_REQUEST");
    }
  }

  @Override
  public WireResponse failure(int status) {
    return json(status, TossJson.failure(TossCodes.ofStatus(status)));
  }

  @Override
  public WireResponse refusedAtTheDoor(WireRequest request, int status) {
    return withEcho(failure(status), idempotencyKey(request)).with(TRACE_ID, newTraceId());
  }

  private static @Nullable String idempotencyKey(WireRequest request) {
    return request.method().equals("POST") ? request.header("Idempotency-Key") : null;
  }

  private String newTraceId() {
    return locked(() -> RandomTexts.of(random, "0123456789abcdef", 32));
  }

  private static WireResponse success(Object payment) {
    return json(200, payment);
  }

  private static WireResponse error(TossRefusal refusal) {
    return json(refusal.status, TossJson.failure(refusal.code));
  }

  private static WireResponse json(int status, Object body) {
    return WireResponse.of(
        status, "application/json;charset=UTF-8", Json.write(body, Json.Style.PLAIN));
  }

  private static WireResponse withEcho(WireResponse answer, @Nullable String key) {
    return key == null ? answer : answer.with("idempotency-key", key);
  }

  private void locked(Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  private <T> @Nullable T lockedOrNull(Supplier<@Nullable T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
