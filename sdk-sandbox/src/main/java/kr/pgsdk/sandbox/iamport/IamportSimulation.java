package kr.pgsdk.sandbox.iamport;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.Switches;
import kr.pgsdk.sandbox.wire.Bank;
import kr.pgsdk.sandbox.wire.Intervention;
import kr.pgsdk.sandbox.wire.Params;
import kr.pgsdk.sandbox.wire.RandomTexts;
import kr.pgsdk.sandbox.wire.Simulation;
import kr.pgsdk.sandbox.wire.StateLock;
import kr.pgsdk.sandbox.wire.WireRequest;
import kr.pgsdk.sandbox.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/**
 * Iamport over HTTP: front end, token check and envelope. One lock guards all state; it is never
 * held while a fault keeps a request waiting.
 */
public final class IamportSimulation implements Simulation {
  private static final String TOKEN = "/users/getToken";
  private static final Pattern TIER = Pattern.compile("[A-Z0-9]{3}");

  private final StateLock lock = new StateLock();
  private final Switches switches;
  private final String key;
  private final String secret;
  private final IamportTokens tokens;
  private final IamportQueries queries;
  private final IamportCommands commands;
  private final IamportCheckout checkout;
  private final Bank bank;
  private final IamportSchedules schedules;
  private final IamportRoutes routes = new IamportRoutes();

  /** Returns an Iamport without payments, and with credentials of its own. */
  public IamportSimulation(Clock clock, RandomGenerator random, Switches switches) {
    this.switches = switches;
    this.key = RandomTexts.digits(random, 16);
    this.secret = RandomTexts.alphanumeric(random, 80);
    this.tokens = new IamportTokens(clock, random);
    IamportBook book = new IamportBook();
    IamportJson json = new IamportJson(switches);
    this.queries = new IamportQueries(book, json, clock, switches);
    IamportCharges charges = new IamportCharges(book, json, clock, random, switches);
    this.commands = new IamportCommands(book, charges, json, random, switches);
    IamportBilling billing = new IamportBilling(charges, switches);
    this.schedules = new IamportSchedules(charges, billing, switches);
    IamportCertifications certifications = new IamportCertifications(clock, random);
    routes.on("POST", TOKEN, call -> issueToken(call.params()));
    queries.addTo(routes);
    commands.addTo(routes);
    billing.addTo(routes, queries);
    schedules.addTo(routes);
    new IamportVirtualAccounts(book, charges, switches).addTo(routes);
    new IamportReceipts(book, charges).addTo(routes);
    certifications.addTo(routes);
    new IamportEscrow(book, charges).addTo(routes);
    new IamportOtherPayments(book, charges).addTo(routes);
    IamportCodes.addTo(routes);
    IamportExamples.addTo(routes);
    this.checkout =
        new IamportCheckout(
            book,
            billing,
            schedules,
            certifications,
            clock,
            random,
            lock,
            new IamportOutbound(switches),
            json);
    this.bank = new IamportBank(book, checkout, clock, lock);
  }

  /** The buyers' bank. */
  public Bank bank() {
    return bank;
  }

  /** The {@code imp_key} it accepts. */
  public String key() {
    return key;
  }

  /** The {@code imp_secret} it accepts. */
  public String secret() {
    return secret;
  }

  /** The user code that pages begin with. It needs no randomness of its own. */
  public String userCode() {
    return "imp%08d".formatted(Math.floorMod(key.hashCode(), 100_000_000));
  }

  /** What happens without a request: buyers, operators, banks. */
  public IamportCheckout checkout() {
    return checkout;
  }

  @Override
  public WireResponse answer(WireRequest request, Intervention intervention)
      throws InterruptedException {
    try {
      IamportRoute route = routes.find(request);
      if (route == null
          || (switches.isOn(Switch.IAMPORT_REFUSES_ENCODED_SLASH)
              && request.path().toUpperCase(Locale.ROOT).contains("%2F"))) {
        return IamportEnvelope.frontEndNotFound();
      }
      checkTier(request);
      if (!route.is("POST", TOKEN)) {
        checkToken(request);
      }
      Params params = params(request);
      boolean checkedOnArrival =
          route.is("POST", "/payments/cancel") && switches.isOn(Switch.IAMPORT_CHECKSUM_NOT_ATOMIC);
      if (checkedOnArrival) {
        lock.call(() -> commands.checkCancel(params));
      }
      IamportCall call =
          new IamportCall(request, route.named(IamportRoutes.segments(request)), params);
      return intervention.around(
          () -> {
            try {
              return lock.call(() -> execute(route, call, checkedOnArrival));
            } catch (IamportRefusal refusal) {
              return IamportEnvelope.refused(refusal);
            }
          });
    } catch (IamportRefusal refusal) {
      return IamportEnvelope.refused(refusal);
    }
  }

  private WireResponse execute(IamportRoute route, IamportCall call, boolean checkedOnArrival) {
    schedules.runDue();
    queries.showAsOf(call.request().age());
    return checkedOnArrival
        ? IamportEnvelope.success(commands.cancel(call.params(), call.cause(), true))
        : route.act().apply(call);
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
    if (!lock.call(() -> tokens.accepts(token))) {
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

  @Override
  public WireResponse failure(int status) {
    return IamportEnvelope.failure(status);
  }

  @Override
  public WireResponse refusedAtTheDoor(WireRequest request, int status) {
    return failure(status);
  }
}
