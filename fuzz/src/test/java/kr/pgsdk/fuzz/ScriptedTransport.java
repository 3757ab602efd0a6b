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

/** Stands in for the network: gives a script's responses in turn, and remembers what was sent. */
public final class ScriptedTransport implements Exchange {
  /** A request and how it was answered. */
  public record Sent(HttpRequest request, Script.Response response) {
    /** Whether the gateway may have done it, as far as the SDK can know. */
    public boolean mayHaveExecuted() {
      int status = response.status();
      return status == 0
          ? response.requestSent()
          : status < 400 || status >= 500 || status == 408 || status == 409;
    }
  }

  private static final Script.Response LOST = new Script.Response(0, true, Map.of(), new byte[0]);
  private static final long NANOS_PER_RESPONSE = 1_000_000;
  private static final int MAX_REQUESTS = 200;

  private final List<Script.Response> responses;
  private final Script.Response token;
  private final List<Sent> sent = new ArrayList<>();
  private long nanoTime;
  private int next;

  /**
   * Makes a gateway.
   *
   * @param token what the request for a token gets; null to take it from the script
   */
  public ScriptedTransport(Script script, Script.Response token) {
    this.responses = script.responses();
    this.token = token;
  }

  /** A machine whose clocks move by waiting and by responses alone. */
  public Environment environment() {
    return new Environment(
        Clock.fixed(Instant.parse("2026-11-20T00:00:00Z"), ZoneOffset.UTC),
        () -> nanoTime,
        (pause, closed) -> nanoTime += pause.toNanos(),
        new SplittableRandom(1));
  }

  /** Every request but those for a token, in their order. */
  public List<Sent> sent() {
    return sent;
  }

  @Override
  public HttpResponse send(
      HttpRequest request, String authorization, Map<String, String> headers, Duration timeout)
      throws NoResponseException {
    nanoTime += NANOS_PER_RESPONSE;
    Script.Response response = request.authorized() || token == null ? nextResponse() : token;
    if (request.authorized()) {
      sent.add(new Sent(request, response));
      Checks.require(sent.size() <= MAX_REQUESTS, "asks without end: ", request);
    }
    if (response.status() == 0) {
      throw new NoResponseException(response.requestSent(), 0, new IOException("cut"));
    }
    return HttpResponse.of(
        response.status(), Script.withValidNames(response.headers()), response.body());
  }

  private Script.Response nextResponse() {
    return next < responses.size() ? responses.get(next++) : LOST;
  }

  @Override
  public void close() {}
}
