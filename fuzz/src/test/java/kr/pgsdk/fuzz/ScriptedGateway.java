package kr.pgsdk.fuzz;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.HttpResponse;
import kr.pgsdk.core.internal.http.NoResponseException;
import kr.pgsdk.core.internal.http.Transport;
import kr.pgsdk.core.internal.time.Environment;

/** Stands in for the network: gives a script's answers in turn, and remembers what was asked. */
public final class ScriptedGateway implements Transport {
  /** A request and how it was answered. */
  public record Asked(HttpRequest request, String authorization, Script.Answer answer) {
    /** Whether the gateway may have done it, as far as the SDK can know. */
    public boolean mayBeDone() {
      int status = answer.status();
      return status == 0
          ? answer.sent()
          : status < 400 || status >= 500 || status == 408 || status == 409;
    }
  }

  private static final Script.Answer LOST = new Script.Answer(0, true, Map.of(), new byte[0]);
  private static final long NANOS_PER_ANSWER = 1_000_000;
  private static final int MAX_REQUESTS = 200;

  private final List<Script.Answer> answers;
  private final Script.Answer token;
  private final List<Asked> asked = new ArrayList<>();
  private long nanoTime;
  private int next;

  /**
   * Makes a gateway.
   *
   * @param token what the request for a token gets; null to take it from the script
   */
  public ScriptedGateway(Script script, Script.Answer token) {
    this.answers = script.answers();
    this.token = token;
  }

  /** A machine whose clocks move by waiting and by answers alone. */
  public Environment environment() {
    return new Environment(
        Clock.fixed(Instant.parse("2026-11-20T00:00:00Z"), ZoneOffset.UTC),
        () -> nanoTime,
        (pause, closed) -> nanoTime += pause.toNanos(),
        new SplittableRandom(1));
  }

  /** Every request but those for a token, in their order. */
  public List<Asked> asked() {
    return asked;
  }

  @Override
  public HttpResponse send(
      HttpRequest request, String authorization, Map<String, String> headers, Duration timeout)
      throws NoResponseException {
    nanoTime += NANOS_PER_ANSWER;
    Script.Answer answer = request.authorized() || token == null ? nextAnswer() : token;
    if (request.authorized()) {
      asked.add(new Asked(request, authorization, answer));
      Lines.require(asked.size() <= MAX_REQUESTS, "asks without end: ", request);
    }
    if (answer.status() == 0) {
      throw new NoResponseException(answer.sent(), 0, new IOException("cut"));
    }
    return HttpResponse.of(answer.status(), Script.makeable(answer.headers()), answer.body());
  }

  private Script.Answer nextAnswer() {
    return next < answers.size() ? answers.get(next++) : LOST;
  }

  @Override
  public void close() {}
}
