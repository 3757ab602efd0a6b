package kr.pgsdk.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.fuzz.Checks;
import kr.pgsdk.fuzz.ReferenceJson;
import kr.pgsdk.fuzz.Script;
import kr.pgsdk.sandbox.iamport.IamportSimulation;
import kr.pgsdk.sandbox.toss.TossSimulation;
import kr.pgsdk.sandbox.wire.Intervention;
import kr.pgsdk.sandbox.wire.Simulation;
import kr.pgsdk.sandbox.wire.WireRequest;
import kr.pgsdk.sandbox.wire.WireResponse;

/** Requests that a shop's own client may send to the sandbox. */
public final class SandboxFuzz {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T00:00:00Z"), ZoneOffset.UTC);
  private static final OrderId ORDER = OrderId.of("order_1");
  private static final Money PRICE = Money.krw(1_000);
  private static final List<String> FIELDS =
      List.of("orderId", "paymentId", "amount", "currency", "times", "status", "seconds");

  private SandboxFuzz() {}

  /**
   * The input is requests, separated by lines {@code ---}. A request is a line with method and
   * target, headers, an empty line and the body. {@code {id}} is replaced by the id of a paid
   * payment. Targets that begin with {@code /v1/} go to Toss. A request without a credential gets
   * the right one.
   */
  public static void run(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    IamportSimulation iamport = null;
    TossSimulation toss = null;
    String impUid = "";
    String paymentKey = "";
    String credential = "";
    int number = 0;
    for (String part : text.split("\n---\n", 6)) {
      boolean forToss = part.contains(" /v1/");
      if (forToss && toss == null) {
        toss = new TossSimulation(CLOCK, new SplittableRandom(1), new Switches(Set.of()));
        paymentKey = authenticated(toss).value();
      }
      if (!forToss && iamport == null) {
        iamport = new IamportSimulation(CLOCK, new SplittableRandom(1), new Switches(Set.of()));
        impUid = paid(iamport).value();
        credential = token(iamport);
      }
      if (forToss) {
        answer(toss, request(number++, part.replace("{id}", paymentKey), basic(toss)));
      } else {
        answer(iamport, request(number++, part.replace("{id}", impUid), credential));
      }
    }
    control(text);
  }

  /** A message about a bad control request may quote it: only its sender reads the message. */
  private static void control(String text) {
    try {
      ControlBody body = ControlBody.of(text, FIELDS);
      body.price("amount");
      body.orderId();
      body.paymentId();
    } catch (IllegalArgumentException e) {
      Checks.require(e.getMessage() != null, "exception without a message: ", text);
    }
  }

  private static PaymentId authenticated(TossSimulation toss) {
    PaymentId id = toss.checkout().open(ORDER, PRICE, false);
    toss.checkout().authenticate(id);
    return id;
  }

  private static PaymentId paid(IamportSimulation iamport) {
    PaymentId id = iamport.checkout().open(ORDER, PRICE, false);
    iamport.checkout().pay(id);
    return id;
  }

  private static String basic(TossSimulation toss) {
    byte[] login = (toss.secretKey() + ":").getBytes(StandardCharsets.US_ASCII);
    return "Basic " + Base64.getEncoder().encodeToString(login);
  }

  private static String token(IamportSimulation iamport) {
    String body =
        "{\"imp_key\":\"" + iamport.key() + "\",\"imp_secret\":\"" + iamport.secret() + "\"}";
    String answer = answer(iamport, request(0, "POST /users/getToken\n\n" + body, "")).body();
    return answer.replaceAll("(?s).*\"access_token\":\"([^\"]*)\".*", "$1");
  }

  private static WireRequest request(long id, String part, String credential) {
    String[] headAndBody = part.split("\n\n", 2);
    String[] lineAndHeaders = headAndBody[0].split("\n", 2);
    String[] line = lineAndHeaders[0].split(" ", 2);
    // The server accepts only targets that begin with a slash.
    String target = line.length == 2 && line[1].startsWith("/") ? line[1] : "/" + line[0];
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("authorization", List.of(credential));
    Script.headers(lineAndHeaders.length == 2 ? lineAndHeaders[1] : "")
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    return new WireRequest(
        id, line[0], target, headers, headAndBody.length == 2 ? headAndBody[1] : "");
  }

  private static WireResponse answer(Simulation simulation, WireRequest request) {
    WireResponse answer;
    try {
      answer = simulation.answer(request, Intervention.NONE);
    } catch (InterruptedException e) {
      throw new AssertionError("unexpected interrupt", e);
    }
    Checks.require(answer.status() >= 200 && answer.status() < 600, "invalid status: ", answer);
    if (answer.body().startsWith("{")) {
      ReferenceJson.read(answer.body().getBytes(StandardCharsets.UTF_8), false);
    }
    return answer;
  }
}
