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

/** A transport that returns a script's responses in order and records the requests. */
public final class ScriptedTransport implements Transport {
  /** A request and its response. */
  public record Sent(HttpRequest request, Script.Response response) {
    /** Whether the gateway may have executed the request, as far as the SDK can know. */
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
   * Makes a transport.
   *
   * @param token the response to a token request; null to take it from the script
   */
  public ScriptedTransport(Script script, Script.Response token) {
    this.responses = script.responses();
    this.token = token;
  }

  /** Returns an environment whose clocks move only by waiting and by responses. */
  public Environment environment() {
    return new Environment(
        Clock.fixed(Instant.parse("2026-11-20T00:00:00Z"), ZoneOffset.UTC),
        () -> nanoTime,
        (pause, closed) -> nanoTime += pause.toNanos(),
        new SplittableRandom(1));
  }

  /** Returns all requests except those for a token, in their order. */
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
      Checks.require(sent.size() <= MAX_REQUESTS, "too many requests: ", request);
    }
    if (response.status() == 0) {
      throw new NoResponseException(response.requestSent(), 0, new IOException("connection cut"));
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
