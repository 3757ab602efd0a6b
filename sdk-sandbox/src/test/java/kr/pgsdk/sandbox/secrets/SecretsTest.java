package kr.pgsdk.sandbox.secrets;

import static kr.pgsdk.sandbox.FaultKind.ANSWER_LOST;
import static kr.pgsdk.sandbox.FaultKind.CLOSE_AFTER_ANSWER;
import static kr.pgsdk.sandbox.FaultKind.CUT_AFTER_READ;
import static kr.pgsdk.sandbox.FaultKind.CUT_BEFORE_READ;
import static kr.pgsdk.sandbox.FaultKind.CUT_IN_BODY;
import static kr.pgsdk.sandbox.FaultKind.SLOW_BODY;
import static kr.pgsdk.sandbox.FaultKind.TRUNCATED_BODY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.secrets.Canaries.Echo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Secrets and buyers' data go through every call while something goes wrong or repeats them; none
 * of it may be seen in a log, an exception, an event, a thread's name or a {@code toString}.
 */
@Timeout(120)
class SecretsTest {
  /** Where an answer may carry a text it shouldn't. */
  enum Carrier {
    MESSAGE((target, text) -> Fault.answer(400, JSON, error(target, "INVALID_REQUEST", text))),
    MESSAGE_OF_500(
        (target, text) -> Fault.answer(500, JSON, error(target, "PROVIDER_ERROR", text))),
    MESSAGE_OF_401(
        (target, text) -> Fault.answer(401, JSON, error(target, "UNAUTHORIZED_KEY", text))),
    MESSAGE_OF_404(
        (target, text) -> Fault.answer(404, JSON, error(target, "NOT_FOUND_PAYMENT", text))),
    MESSAGE_OF_429(
        (target, text) -> Fault.answer(429, JSON, error(target, "TOO_MANY_REQUESTS", text))),
    MESSAGE_OF_200(
        (target, text) ->
            Fault.answer(200, JSON, error(target, "ALREADY_PROCESSED_PAYMENT", text))),
    CODE((target, text) -> Fault.answer(400, JSON, error(target, text, "no"))),
    CODE_AS_NAME(
        (target, text) ->
            Fault.answer(400, JSON, error(target, text.replaceAll("\\W", "_"), "no"))),
    IAMPORT_CODE(
        (target, text) ->
            Fault.answer(200, JSON, "{\"code\":%s,\"message\":null}".formatted(quoted(text)))),
    TRACE_ID_HEADER(
        (target, text) ->
            Fault.answer(400, JSON, error(target, "INVALID_REQUEST", "no"))
                .header("x-tosspayments-trace-id", oneLine(text))),
    TRACE_ID_IN_BODY(
        (target, text) ->
            Fault.answer(
                400,
                JSON,
                "{\"traceId\":%s,\"error\":{\"code\":\"NO\",\"message\":\"no\"}}"
                    .formatted(quoted(text)))),
    HTML((target, text) -> Fault.answer(502, "text/html", "<h1>" + text + "</h1>")),
    HTML_OF_200((target, text) -> Fault.answer(200, "text/html", text)),
    NOT_JSON((target, text) -> Fault.answer(200, JSON, "{\"response\":{\"imp_uid\":" + text)),
    KEYS(
        (target, text) ->
            Fault.answer(
                200,
                JSON,
                "{\"code\":0,%1$s:{%1$s:[{%1$s:1,%1$s:{}}]},\"response\":{%1$s:{%1$s:1}}}"
                    .formatted(quoted(text)))),
    WRONG_TYPES(
        (target, text) ->
            Fault.answer(
                200,
                JSON,
                "{\"code\":{%1$s:1},\"paymentKey\":[%1$s],\"response\":%1$s,\"message\":{%1$s:0}}"
                    .formatted(quoted(text)))),
    HEADERS(
        (target, text) ->
            Fault.answer(302, oneLine(text), "")
                .header("Location", "http://127.0.0.1:9/" + oneLine(text))
                .header("Date", oneLine(text))
                .header("Retry-After", oneLine(text))
                .header("Set-Cookie", "token=" + oneLine(text))
                .header("WWW-Authenticate", "Basic realm=\"" + oneLine(text) + "\"")),
    WORDS_OF_A_PAYMENT(
        (target, text) ->
            Fault.rewrittenBody(
                body ->
                    body.replaceAll(
                        "\"(status|currency|method|bankCode|code|type|provider|secret|refundStatus"
                            + "|issuerCode|acquireStatus|pay_method|fail_reason|pg_provider"
                            + "|buyer_name|vbank_code|card_code|name|orderName|cancelReason"
                            + "|cancel_reason|channel)\":\"[^\"]*\"",
                        "\"$1\":" + java.util.regex.Matcher.quoteReplacement(quoted(text))))),
    WORDS_BUT_STATUS(
        (target, text) ->
            Fault.rewrittenBody(
                body ->
                    body.replaceAll(
                            "\"(method|bankCode|type|provider|secret|refundStatus|issuerCode"
                                + "|acquireStatus|pay_method|pg_provider|buyer_name|vbank_code"
                                + "|card_code|name|orderName|cancelReason|cancel_reason)"
                                + "\":(\"[^\"]*\"|null)",
                            "\"$1\":" + java.util.regex.Matcher.quoteReplacement(quoted(text)))
                        .replaceAll(
                            "\"failure\":null",
                            java.util.regex.Matcher.quoteReplacement(
                                "\"failure\":{\"code\":%1$s,\"message\":%1$s}"
                                    .formatted(quoted(text))))
                        .replaceAll(
                            "\"(easyPay|buyer_email|buyer_tel|card_number|vbank_num|custom_data)\""
                                + ":(\"[^\"]*\"|null)",
                            "\"$1\":" + java.util.regex.Matcher.quoteReplacement(quoted(text))))),
    FAILURE_OF_A_PAYMENT(
        (target, text) ->
            Fault.rewrittenBody(
                body ->
                    body.replaceAll(
                            "\"status\":\"[^\"]*\"",
                            target == Target.TOSS
                                ? "\"status\":\"ABORTED\""
                                : "\"status\":\"failed\"")
                        .replaceAll(
                            "\"failure\":null",
                            java.util.regex.Matcher.quoteReplacement(
                                "\"failure\":{\"code\":%1$s,\"message\":%1$s}"
                                    .formatted(quoted(text))))
                        .replaceAll(
                            "\"fail_reason\":(\"[^\"]*\"|null)",
                            java.util.regex.Matcher.quoteReplacement(
                                "\"fail_reason\":" + quoted(text))))),
    PROMOTION_OF_A_PAYMENT(
        (target, text) ->
            Fault.rewrittenBody(
                body ->
                    body.replaceAll(
                        "\"promotion\":null|\"imp_uid\":",
                        java.util.regex.Matcher.quoteReplacement(
                            "\"promotion\":{\"id\":%s,\"discount\":10},\"imp_uid\":"
                                .formatted(quoted(text.replaceAll("^key | 확인$", ""))))))),
    TOKENS(
        (target, text) ->
            Fault.rewrittenBody(
                body ->
                    body.replaceAll(
                        "\"(access_token|expired_at|now)\":[^,}]*",
                        "\"$1\":" + java.util.regex.Matcher.quoteReplacement(quoted(text)))));

    private final BiFunction<Target, String, Fault> fault;

    Carrier(BiFunction<Target, String, Fault> fault) {
      this.fault = fault;
    }

    /** In the gateway's own form; Iamport's codes are numbers. */
    private static String error(Target target, String code, String message) {
      boolean number = target == Target.IAMPORT && !message.equals("no");
      return "{\"code\":%s,\"message\":%s,\"response\":null}"
          .formatted(number ? "-1" : quoted(code), quoted(message));
    }

    private static String quoted(String text) {
      StringBuilder quoted = new StringBuilder("\"");
      text.chars()
          .forEach(
              c ->
                  quoted.append(
                      c < ' ' || c == '"' || c == '\\'
                          ? String.format("\\u%04x", c)
                          : Character.toString(c)));
      return quoted.append('"').toString();
    }

    private static String oneLine(String text) {
      return text.replaceAll("[^\\x20-\\x7e]", " ");
    }
  }

  private static final String JSON = "application/json";

  /** Of so many calls one is made: 1 for all. */
  private static final int EVERY = Boolean.getBoolean("pgsdk.thorough") ? 1 : 61;

  private final List<String> leaks = new ArrayList<>();
  private int turns;

  private void call(String what, Target.Call call, Seen seen, Canaries canaries) {
    try {
      Object result = call.make();
      if (!(result instanceof String)) { // the open door's answer, which is the caller's to read
        seen.object(result);
      }
      if (result instanceof Confirmation confirmation) {
        confirmation.orElseThrow();
      }
    } catch (RuntimeException e) {
      seen.exception(e);
    }
    List<String> texts = seen.take();
    if (canaries.in(String.join("\n", texts)).isEmpty()) {
      return;
    }
    for (String text : texts) {
      canaries
          .in(text)
          .ifPresent(
              name ->
                  leaks.add(
                      what
                          + ": "
                          + name
                          + " in "
                          + text.substring(0, Math.min(400, text.length()))));
    }
  }

  static Stream<Arguments> targetsAndCarriers() {
    return Stream.of(Target.values())
        .flatMap(t -> Stream.of(Carrier.values()).map(c -> Arguments.of(t, c)));
  }

  @ParameterizedTest
  @MethodSource("targetsAndCarriers")
  void answerRepeatsASecret_inWhateverForm_nobodySeesIt(Target target, Carrier carrier) {
    try (Sandbox sandbox = Sandbox.start();
        Seen seen = new Seen();
        PaymentGateway gateway = target.open(sandbox, seen)) {
      Map<String, String> secrets = new LinkedHashMap<>(target.credentials(sandbox, gateway));
      Canaries canaries = new Canaries();
      secrets.forEach(canaries::add);
      for (Map.Entry<String, String> secret : secrets.entrySet()) {
        for (Echo echo : Echo.values()) {
          OrderId order = OrderId.random();
          BrowserReturn paid = target.checkout(sandbox, order);
          target
              .server(sandbox)
              .inject(
                  carrier
                      .fault
                      .apply(target, "key " + echo.of(secret.getValue()) + " 확인")
                      .always());
          int turn = turns++;
          target
              .calls(gateway, paid.paymentId(), order)
              .forEach(
                  (name, call) -> {
                    // Each call meets each carrier and each echo; all with all takes minutes.
                    if (Math.floorMod(name.hashCode() + turn, EVERY) == 0) {
                      call(carrier + " " + echo + " " + name, call, seen, canaries);
                    }
                  });
          target.server(sandbox).clearFaults();
        }
      }
    }
    assertThat(leaks).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("targetsAndCarriers")
  void answerRepeatsWhatARequestCarried_nobodySeesIt(Target target, Carrier carrier) {
    try (Sandbox sandbox = Sandbox.start();
        Seen seen = new Seen();
        PaymentGateway gateway = target.open(sandbox, seen)) {
      gateway.getToken();
      for (Map.Entry<String, String> personal : Target.personal().entrySet()) {
        Canaries canaries = new Canaries().addWhole(personal.getKey(), personal.getValue());
        int turn = turns++ + carrier.ordinal();
        OrderId order = OrderId.random();
        BrowserReturn paid = target.checkout(sandbox, order);
        target
            .server(sandbox)
            .inject(
                carrier
                    .fault
                    .apply(target, "고객 " + personal.getValue() + " 확인")
                    .when(request -> target.mayRepeat(personal.getKey(), request))
                    .always());
        target
            .calls(gateway, paid.paymentId(), order)
            .forEach(
                (name, call) -> {
                  boolean due = Math.floorMod(name.hashCode() + turn, (EVERY + 2) / 3) == 0;
                  if (due && Target.isRecognised(personal.getKey(), name)) {
                    call(carrier + " " + name, call, seen, canaries);
                  }
                });
        target.server(sandbox).clearFaults();
      }
    }
    assertThat(leaks).isEmpty();
  }

  private static Map<String, Fault> faults() {
    Map<String, Fault> faults = new LinkedHashMap<>();
    faults.put("none", Fault.of(CLOSE_AFTER_ANSWER));
    faults.put("cut unread", Fault.of(CUT_BEFORE_READ));
    faults.put("cut", Fault.of(CUT_AFTER_READ));
    faults.put("lost", Fault.of(ANSWER_LOST));
    faults.put("cut in body", Fault.of(CUT_IN_BODY));
    faults.put("truncated", Fault.of(TRUNCATED_BODY));
    faults.put("slow", Fault.of(SLOW_BODY).size(200).time(Duration.ofNanos(1)));
    for (int status : new int[] {400, 401, 403, 404, 408, 409, 429, 500, 502, 503, 504}) {
      faults.put("status " + status, Fault.status(status));
      faults.put("executed " + status, Fault.status(status).executed());
      faults.put("html " + status, Fault.html(status));
      faults.put("empty " + status, Fault.empty(status));
    }
    faults.put("html 200", Fault.html(200));
    faults.put("empty 200", Fault.empty(200));
    faults.put("redirect", Fault.redirect(307, "http://127.0.0.1:9/"));
    return faults;
  }

  @ParameterizedTest
  @EnumSource
  void everyFault_onEveryCall_nobodySeesASecret(Target target) {
    try (Sandbox sandbox = Sandbox.start();
        Seen seen = new Seen();
        PaymentGateway gateway = target.open(sandbox, seen)) {
      Canaries canaries = new Canaries();
      Target.personal().forEach(canaries::addWhole);
      target.credentials(sandbox, gateway).forEach(canaries::add);
      faults()
          .forEach(
              (faultName, fault) -> {
                int turn = turns++;
                OrderId order = OrderId.random();
                BrowserReturn paid = target.checkout(sandbox, order);
                target
                    .calls(gateway, paid.paymentId(), order)
                    .forEach(
                        (name, call) -> {
                          // Each call meets a few faults of each kind, each fault a few calls.
                          if (Math.floorMod(name.hashCode() + turn, (EVERY + 11) / 12) == 0) {
                            target.server(sandbox).inject(fault);
                            call(faultName + " " + name, call, seen, canaries);
                            target.server(sandbox).clearFaults();
                          }
                        });
              });
    }
    assertThat(leaks).isEmpty();
  }

  /** All that ends a line, moves a cursor, or shows a line in another order than it has. */
  private static final String UNPRINTABLE =
      "[\\p{Cc}\\u061c\\u200e\\u200f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]";

  private static final String EVIL =
      "a\r\nERROR paid\u001b[2J\u009b2J\u0085b\u2028c\u2029d\u202ee\u2066f\u200fg\u0000h\u007f";

  @ParameterizedTest
  @MethodSource("targetsAndCarriers")
  void answerWithControlCharacters_forgesNoLine(Target target, Carrier carrier) {
    try (Sandbox sandbox = Sandbox.start();
        Seen seen = new Seen();
        PaymentGateway gateway = target.open(sandbox, seen)) {
      gateway.getToken();
      OrderId order = OrderId.random();
      BrowserReturn paid = target.checkout(sandbox, order);
      target.server(sandbox).inject(carrier.fault.apply(target, EVIL).always());
      target
          .calls(gateway, paid.paymentId(), order)
          .forEach(
              (name, call) -> {
                List<String> lines = new ArrayList<>();
                try {
                  Object result = call.make();
                  if (!(result instanceof String)) {
                    lines.addAll(PublicWalk.toStrings(result));
                  }
                } catch (RuntimeException e) {
                  lines.addAll(messages(e));
                }
                lines.addAll(seen.logged());
                assertThat(lines)
                    .as(carrier + " " + name)
                    .allSatisfy(line -> assertThat(line).doesNotContainPattern(UNPRINTABLE));
              });
    }
  }

  private static List<String> messages(Throwable thrown) {
    List<String> messages = new ArrayList<>();
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      messages.add(String.valueOf(t.getMessage()));
      for (Throwable suppressed : t.getSuppressed()) {
        messages.addAll(messages(suppressed));
      }
      if (t instanceof PaymentException failure) {
        failure.gatewayCode().ifPresent(messages::add);
        failure.gatewayMessage().ifPresent(messages::add);
        failure.traceId().ifPresent(messages::add);
      }
    }
    return messages;
  }

  @Test
  void tokensAnswer_thatRepeatsTheCredential_isNotSeenEither() {
    try (Sandbox sandbox = Sandbox.start();
        Seen seen = new Seen()) {
      Canaries canaries =
          new Canaries()
              .add("imp_key", sandbox.iamportKey())
              .add("imp_secret", sandbox.iamportSecret());
      for (Echo echo : Echo.values()) {
        for (Carrier carrier : Carrier.values()) {
          if (Math.floorMod(echo.ordinal() + carrier.ordinal(), (EVERY + 2) / 3) != 0) {
            continue;
          }
          sandbox
              .iamport()
              .inject(
                  carrier
                      .fault
                      .apply(Target.IAMPORT, "key " + echo.of(sandbox.iamportSecret()))
                      .on("POST", "/users/getToken")
                      .always());
          try (PaymentGateway gateway = Target.IAMPORT.open(sandbox, seen)) {
            call(carrier + " " + echo + " getToken", gateway::getToken, seen, canaries);
          }
          sandbox.iamport().clearFaults();
        }
      }
    }
    assertThat(leaks).isEmpty();
  }
}
