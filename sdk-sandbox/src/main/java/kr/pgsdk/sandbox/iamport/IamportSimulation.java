package kr.pgsdk.sandbox.iamport;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
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
 * Iamport over HTTP: front end, token check and envelope. One lock guards all state; it is never
 * held while a fault keeps a request waiting.
 */
public final class IamportSimulation implements Simulation {
  private static final String JSON = "application/json; charset=UTF-8";
  private static final Pattern TIER = Pattern.compile("[A-Z0-9]{3}");

  private final ReentrantLock lock = new ReentrantLock();
  private final Switches switches;
  private final String key;
  private final String secret;
  private final IamportTokens tokens;
  private final IamportQueries queries;
  private final IamportCommands commands;
  private final IamportCheckout checkout;

  /** Returns an Iamport without payments, and with credentials of its own. */
  public IamportSimulation(Clock clock, RandomGenerator random, Switches switches) {
    this.switches = switches;
    this.key = RandomTexts.of(random, "0123456789", 16);
    this.secret = RandomTexts.of(random, RandomTexts.ALPHANUMERIC, 80);
    this.tokens = new IamportTokens(clock, random);
    IamportBook book = new IamportBook();
    this.queries = new IamportQueries(book, clock, switches);
    this.commands = new IamportCommands(book, clock, random, switches);
    this.checkout =
        new IamportCheckout(
            book, clock, random, lock, new IamportOutbound(switches), new IamportJson(switches));
  }

  /** The {@code imp_key} it accepts. */
  public String key() {
    return key;
  }

  /** The {@code imp_secret} it accepts. */
  public String secret() {
    return secret;
  }

  /** What happens without a request: buyers, operators, banks. */
  public IamportCheckout checkout() {
    return checkout;
  }

  @Override
  public WireResponse answer(WireRequest request, Intervention intervention)
      throws InterruptedException {
    try {
      IamportRoute route = IamportRoute.of(request);
      if (route == null
          || (switches.isOn(Switch.IAMPORT_REFUSES_ENCODED_SLASH)
              && request.path().toUpperCase(Locale.ROOT).contains("%2F"))) {
        return frontEndNotFound();
      }
      checkTier(request);
      if (route != IamportRoute.TOKEN) {
        checkToken(request);
      }
      Params params = params(request);
      boolean checkedOnArrival =
          route == IamportRoute.CANCEL && switches.isOn(Switch.IAMPORT_CHECKSUM_NOT_ATOMIC);
      if (checkedOnArrival) {
        locked(() -> commands.checkCancel(params));
      }
      return intervention.around(
          () -> {
            try {
              return locked(() -> execute(route, request, params, checkedOnArrival));
            } catch (IamportRefusal refusal) {
              return refused(refusal);
            }
          });
    } catch (IamportRefusal refusal) {
      return refused(refusal);
    }
  }

  private WireResponse execute(
      IamportRoute route, WireRequest request, Params params, boolean checkedOnArrival) {
    List<String> path = request.segments();
    queries.showAsOf(request.age());
    return switch (route) {
      case TOKEN -> success(issueToken(params));
      case PAYMENT ->
          success(queries.one(path.get(1), isTrue(request.queryValue("include_sandbox"))));
      case PAYMENTS -> severalOf(request);
      case FIND ->
          success(queries.find(path.get(2), optional(path, 3), request.queryValue("sorting")));
      case FIND_ALL -> success(queries.findAll(path.get(2), optional(path, 3), page(request)));
      case BY_STATUS ->
          success(
              queries.byStatus(
                  path.get(2), page(request), seconds(request, "from"), seconds(request, "to")));
      case BALANCE -> success(queries.balance(path.get(1)));
      case PREPARE -> success(commands.prepare(params));
      case CHANGE_PREPARED -> success(commands.changePrepared(params));
      case PREPARED -> success(queries.prepared(path.get(2)));
      case CANCEL -> success(commands.cancel(params, request.cause(), checkedOnArrival));
      case REVOKE_ACCOUNT -> success(commands.revokeAccount(path.get(1), request.cause()));
      case WRONG_METHOD -> throw new IamportRefusal(405, -1, "Method Not Allowed");
    };
  }

  private Map<String, @Nullable Object> issueToken(Params params) {
    String givenKey = params.text("imp_key");
    String givenSecret = params.text("imp_secret");
    if (givenKey == null || givenSecret == null) {
      throw IamportRefusal.badParameter("imp_key, imp_secret 파라메터가 누락되었습니다.");
    }
    if (!givenKey.equals(key) || !givenSecret.equals(secret)) {
      throw new IamportRefusal(401, -1, "인증에 실패하였습니다. API키와 secret을 확인하세요.");
    }
    return tokens.issue();
  }

  private void checkToken(WireRequest request) {
    String header = request.header("Authorization");
    if (header == null) {
      header = request.header("X-ImpTokenHeader");
    }
    if (header == null) {
      throw IamportRefusal.unauthorized();
    }
    String token = header.startsWith("Bearer ") ? header.substring("Bearer ".length()) : header;
    if (!locked(() -> tokens.accepts(token))) {
      throw IamportRefusal.unauthorized();
    }
  }

  private static void checkTier(WireRequest request) {
    String tier = request.header("Tier");
    if (tier != null && !TIER.matcher(tier).matches()) {
      throw IamportRefusal.badParameter("Tier 헤더는 영문 대문자와 숫자 3자리여야 합니다.");
    }
  }

  private static Params params(WireRequest request) {
    try {
      return Params.of(request);
    } catch (IllegalArgumentException e) {
      throw IamportRefusal.badParameter("요청 본문이 올바르지 않습니다.");
    }
  }

  private static IamportQueries.Page page(WireRequest request) {
    String sorting = request.queryValue("sorting");
    return new IamportQueries.Page(
        number(request, "page", 1),
        number(request, "limit", 20),
        sorting == null ? "-started" : sorting);
  }

  private static int number(WireRequest request, String name, int byDefault) {
    Long value = seconds(request, name);
    return value == null ? byDefault : Math.toIntExact(Math.min(value, Integer.MAX_VALUE));
  }

  private static @Nullable Long seconds(WireRequest request, String name) {
    String value = request.queryValue(name);
    try {
      return value == null ? null : (Long) Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw IamportRefusal.badParameter(name + " 값이 올바르지 않습니다.");
    }
  }

  private static boolean isTrue(@Nullable String value) {
    return "true".equals(value) || "1".equals(value);
  }

  private static @Nullable String optional(List<String> path, int index) {
    return path.size() > index && !path.get(index).isEmpty() ? path.get(index) : null;
  }

  private WireResponse severalOf(WireRequest request) {
    IamportQueries.Several several =
        queries.several(request.query("imp_uid[]"), request.query("merchant_uid[]"));
    return envelope(several.complete() ? 200 : 207, 0, null, several.payments());
  }

  @Override
  public WireResponse failure(int status) {
    return envelope(
        status, -1, status == 401 ? "Unauthorized" : "일시적인 오류가 발생했습니다. 잠시 후 다시 시도해주세요.", null);
  }

  @Override
  public WireResponse refusedAtTheDoor(WireRequest request, int status) {
    return failure(status);
  }

  private static WireResponse refused(IamportRefusal refusal) {
    return envelope(refusal.status, refusal.code, refusal.text, null);
  }

  private static WireResponse success(Object response) {
    return envelope(200, 0, null, response);
  }

  private static WireResponse envelope(
      int status, int code, @Nullable String message, @Nullable Object response) {
    Map<String, @Nullable Object> envelope = new LinkedHashMap<>();
    envelope.put("code", code);
    envelope.put("message", message);
    envelope.put("response", response);
    return WireResponse.of(status, JSON, Json.write(envelope, Json.Style.PHP))
        .with("Server", "Apache");
  }

  private static WireResponse frontEndNotFound() {
    return WireResponse.of(
            404,
            "text/html; charset=iso-8859-1",
            """
            <!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">
            <html><head>
            <title>404 Not Found</title>
            </head><body>
            <h1>Not Found</h1>
            <p>The requested URL was not found on this server.</p>
            </body></html>
            """)
        .with("Server", "Apache");
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
