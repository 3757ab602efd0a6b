package kr.pgsdk.sandbox.toss;

import java.time.Clock;
import java.util.random.RandomGenerator;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.Switches;
import kr.pgsdk.sandbox.wire.Bank;
import kr.pgsdk.sandbox.wire.Intervention;
import kr.pgsdk.sandbox.wire.Json;
import kr.pgsdk.sandbox.wire.Params;
import kr.pgsdk.sandbox.wire.RandomTexts;
import kr.pgsdk.sandbox.wire.Simulation;
import kr.pgsdk.sandbox.wire.StateLock;
import kr.pgsdk.sandbox.wire.WireRequest;
import kr.pgsdk.sandbox.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/**
 * Toss over HTTP: key check, idempotency and headers; {@link TossRoutes} finds the feature. One
 * lock guards all state; it is never held while a fault keeps a request waiting.
 */
public final class TossSimulation implements Simulation {
  private static final int LONGEST_KEY = 300;
  private static final String JSON = "application/json;charset=UTF-8";
  private static final String TRACE_ID = "x-tosspayments-trace-id";

  private final StateLock lock = new StateLock();
  private final Clock clock;
  private final RandomGenerator random;
  private final Switches switches;
  private final TossKeys keys;
  private final TossPayments payments;
  private final TossRoutes routes = new TossRoutes();
  private final TossCheckout checkout;
  private final Bank bank;
  private final TossIdempotency idempotency = new TossIdempotency();

  /** Returns a Toss without payments, and with a secret key of its own. */
  public TossSimulation(Clock clock, RandomGenerator random, Switches switches) {
    this.clock = clock;
    this.random = random;
    this.switches = switches;
    this.keys = new TossKeys(random);
    TossJson json = new TossJson(switches);
    this.payments = new TossPayments(clock, random, switches, json);
    TossBilling billing = new TossBilling(payments, clock, random);
    TossReceipts receipts = new TossReceipts(payments, json, clock, random);
    payments.addTo(routes);
    new TossCancels(payments, json, clock, switches).addTo(routes);
    new TossKeyIn(payments).addTo(routes);
    new TossVirtualAccounts(payments, receipts, clock, random).addTo(routes);
    billing.addTo(routes);
    receipts.addTo(routes);
    new TossBooks(payments, json, clock, switches).addTo(routes);
    TossExamples.addTo(routes);
    new TossPayoutExamples(new TossJwe(keys.security, random)).addTo(routes);
    this.checkout =
        new TossCheckout(
            payments,
            billing,
            clock,
            random,
            lock,
            new TossOutbound(json, random, switches, keys.security));
    this.bank = new TossBank(payments, checkout, clock, lock);
  }

  /** The buyers' bank. */
  public Bank bank() {
    return bank;
  }

  /** The secret key it accepts. */
  public String secretKey() {
    return keys.secret;
  }

  /** The client key that goes with {@link #secretKey}. */
  public String clientKey() {
    return keys.client;
  }

  /** The secret key of the payment widget, which it accepts as well. */
  public String widgetSecretKey() {
    return keys.widgetSecret;
  }

  /** The client key that goes with {@link #widgetSecretKey}. */
  public String widgetClientKey() {
    return keys.widgetClient;
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
        lock.callOrNull(() -> idempotency.begin(key, request, clock.instant()));
    if (earlier != null) {
      return replay(key, earlier, traceId);
    }
    WireResponse answer = null;
    try {
      answer = withEcho(executeFreely(request, intervention), key);
      return answer.with(TRACE_ID, traceId);
    } finally {
      end(key, request, answer, traceId);
    }
  }

  private void end(String key, WireRequest request, @Nullable WireResponse answer, String traceId) {
    lock.run(
        () -> {
          if (answer != null && isKept(answer.status())) {
            idempotency.finish(key, request, answer, traceId);
          } else {
            idempotency.forget(key, request);
          }
        });
  }

  /** Refusals are kept like successes (measured); 5xx was not measured. */
  private boolean isKept(int status) {
    return status < 500 || switches.isOn(Switch.TOSS_STORES_SERVER_ERRORS);
  }

  private WireResponse replay(String key, TossIdempotency.Use earlier, String traceId) {
    WireResponse answer = lock.callOrNull(earlier::answer);
    String originalTraceId = lock.callOrNull(earlier::traceId);
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
    lock.run(() -> payments.countConfirm(confirmed, 1));
    try {
      return intervention.around(
          () -> {
            try {
              return lock.call(() -> execute(request));
            } catch (TossRefusal refusal) {
              return error(refusal);
            }
          });
    } finally {
      lock.run(() -> payments.countConfirm(confirmed, -1));
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
    Object json = routes.answer(request);
    if (json instanceof WireResponse whole) {
      return whole;
    }
    return json == null ? WireResponse.of(200, JSON, "") : json(200, json);
  }

  private static void checkTestCode(WireRequest request) {
    String code = request.header("TossPayments-Test-Code");
    if (code != null) {
      throw TossRefusal.of(TossCodes.isKnown(code) ? code : "INVALID_TEST_CODE");
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
    return lock.call(() -> RandomTexts.hex(random, 32));
  }

  private static WireResponse error(TossRefusal refusal) {
    return json(refusal.status, TossJson.failure(refusal.code));
  }

  private static WireResponse json(int status, Object body) {
    return WireResponse.of(status, JSON, Json.write(body, Json.Style.PLAIN));
  }

  private static WireResponse withEcho(WireResponse answer, @Nullable String key) {
    return key == null ? answer : answer.with("idempotency-key", key);
  }
}
