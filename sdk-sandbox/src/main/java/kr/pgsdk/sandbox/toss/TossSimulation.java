package kr.pgsdk.sandbox.toss;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
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
import kr.pgsdk.sandbox.wire.WireAnswer;
import kr.pgsdk.sandbox.wire.WireRequest;
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
  private final String secretKey;
  private final String securityKey;
  private final TossPayments payments;
  private final TossCheckout checkout;
  private final TossIdempotency idempotency = new TossIdempotency();

  /** Returns a Toss without payments, and with a secret key of its own. */
  public TossSimulation(Clock clock, RandomGenerator random, Switches switches) {
    this.clock = clock;
    this.random = random;
    this.switches = switches;
    this.secretKey = "test_sk_" + RandomTexts.of(random, RandomTexts.ALPHANUMERIC, 32);
    this.payments = new TossPayments(clock, random, switches);
    this.securityKey = ofSecretKey(secretKey);
    this.checkout =
        new TossCheckout(
            payments, clock, random, lock, new TossOutbound(random, switches, securityKey));
  }

  /** The secret key it accepts. */
  public String secretKey() {
    return secretKey;
  }

  /** The security key it signs with. */
  public String securityKey() {
    return securityKey;
  }

  /**
   * 64 hex digits that need no randomness of their own, so that a seed's ids stay what they were.
   */
  private static String ofSecretKey(String secretKey) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(secretKey.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** What happens without a request: buyers, operators, banks. */
  public TossCheckout checkout() {
    return checkout;
  }

  @Override
  public WireAnswer answer(WireRequest request, Intervention intervention)
      throws InterruptedException {
    String traceId = newTraceId();
    String key = idempotencyKey(request);
    try {
      checkKey(request);
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

  private WireAnswer executeOnce(
      String key, WireRequest request, Intervention intervention, String traceId)
      throws InterruptedException {
    TossIdempotency.Use earlier =
        lockedOrNull(() -> idempotency.begin(key, request, clock.instant()));
    if (earlier != null) {
      return replay(key, earlier, traceId);
    }
    WireAnswer answer = null;
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

  /** Refusals are kept like successes (measured); nobody has measured 5xx. */
  private boolean isKept(int status) {
    return status < 500 || switches.isOn(Switch.TOSS_STORES_SERVER_ERRORS);
  }

  private WireAnswer replay(String key, TossIdempotency.Use earlier, String traceId) {
    WireAnswer answer = lockedOrNull(earlier::answer);
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

  private WireAnswer executeFreely(WireRequest request, Intervention intervention)
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

  private WireAnswer execute(WireRequest request) {
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
    throw TossRefusal.of("NOT_FOUND");
  }

  private void checkKey(WireRequest request) {
    String header = request.header("Authorization");
    if (header == null || !header.startsWith("Basic ")) {
      throw TossRefusal.of("UNAUTHORIZED_KEY");
    }
    String userAndPassword;
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring("Basic ".length()).strip());
      userAndPassword = new String(decoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw TossRefusal.of("INCORRECT_BASIC_AUTH_FORMAT");
    }
    if (!userAndPassword.contains(":")) {
      throw TossRefusal.of("INCORRECT_BASIC_AUTH_FORMAT");
    }
    if (!userAndPassword.equals(secretKey + ":")) {
      throw TossRefusal.of("UNAUTHORIZED_KEY");
    }
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
  public WireAnswer failure(int status) {
    return json(status, TossJson.failure(TossCodes.ofStatus(status)));
  }

  @Override
  public WireAnswer refusedAtTheDoor(WireRequest request, int status) {
    return withEcho(failure(status), idempotencyKey(request)).with(TRACE_ID, newTraceId());
  }

  private static @Nullable String idempotencyKey(WireRequest request) {
    return request.method().equals("POST") ? request.header("Idempotency-Key") : null;
  }

  private String newTraceId() {
    return locked(() -> RandomTexts.of(random, "0123456789abcdef", 32));
  }

  private static WireAnswer success(Object payment) {
    return json(200, payment);
  }

  private static WireAnswer error(TossRefusal refusal) {
    return json(refusal.status, TossJson.failure(refusal.code));
  }

  private static WireAnswer json(int status, Object body) {
    return WireAnswer.of(
        status, "application/json;charset=UTF-8", Json.write(body, Json.Style.PLAIN));
  }

  private static WireAnswer withEcho(WireAnswer answer, @Nullable String key) {
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
