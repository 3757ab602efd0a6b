package kr.pgsdk.core.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.Timeouts;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Credentials;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** {@link Transport} over OkHttp, with everything in OkHttp that sends by itself switched off. */
final class OkHttpTransport implements Transport {
  /** As many as there are calls at once in a rush; they end after five minutes without work. */
  private static final int MAX_IDLE_CONNECTIONS = 512;

  private final OkHttpClient client;
  private final boolean ownsClient;
  private final OkHttpRequests requests;
  private final SendOnce gate = new SendOnce();
  private volatile boolean closed;

  private OkHttpTransport(URI baseUrl, HttpOptions options, Timeouts timeouts) {
    HttpUrl base = HttpUrl.get(baseUrl.toString());
    this.requests = new OkHttpRequests(base, options.userAgent().orElse(null));
    this.ownsClient = options.client().isEmpty();
    this.client = client(base, options, timeouts, gate);
  }

  /**
   * Returns a transport over OkHttp.
   *
   * @param production the gateway's own address, unless the options name another
   * @throws IllegalStateException if the OkHttp or the Kotlin on the class path is too old
   */
  static Transport of(URI production, HttpOptions options, Timeouts timeouts) {
    OkHttpVersion.check();
    return new OkHttpTransport(options.baseUrl().orElse(production), options, timeouts);
  }

  private static OkHttpClient client(
      HttpUrl base, HttpOptions options, Timeouts timeouts, SendOnce gate) {
    OkHttpClient given = options.client().orElse(null);
    OkHttpClient.Builder builder = given != null ? given.newBuilder() : ownClient();
    builder
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .followSslRedirects(false)
        .authenticator(Authenticator.NONE)
        .proxyAuthenticator(Authenticator.NONE)
        .cookieJar(CookieJar.NO_COOKIES)
        .cache(null)
        .connectTimeout(timeouts.connect())
        .readTimeout(timeouts.read())
        // What is sent fits into the socket's buffer; if it doesn't, the deadline ends the call. A
        // timeout of its own would only wake OkHttp's watchdog once more for each request.
        .writeTimeout(Duration.ZERO)
        .callTimeout(Duration.ZERO)
        .addNetworkInterceptor(gate);
    if (!base.isHttps() && (given == null || given.proxy() == null)) {
      // Loopback needs none, and the machine's settings may name one that would read along.
      builder.proxy(Proxy.NO_PROXY);
    }
    if (options.proxy().isPresent()) {
      builder.proxy(new Proxy(Proxy.Type.HTTP, options.proxy().get()));
    }
    if (options.proxyUser().isPresent()) {
      builder.proxyAuthenticator(proxyLogin(options.proxyUser().get(), options));
    }
    return builder.build();
  }

  /** OkHttp keeps five idle connections by itself: a shop at its busiest would always connect. */
  private static OkHttpClient.Builder ownClient() {
    return new OkHttpClient.Builder()
        .connectionPool(new ConnectionPool(MAX_IDLE_CONNECTIONS, 5, TimeUnit.MINUTES));
  }

  private static Authenticator proxyLogin(String user, HttpOptions options) {
    String login =
        Credentials.basic(user, options.proxyPassword().orElse(""), StandardCharsets.UTF_8);
    return (route, response) ->
        response.request().header("Proxy-Authorization") != null
            ? null
            : response.request().newBuilder().header("Proxy-Authorization", login).build();
  }

  @Override
  public HttpResponse send(
      HttpRequest request,
      @Nullable String authorization,
      Map<String, String> headers,
      Duration timeout)
      throws NoResponseException {
    if (Thread.currentThread().isInterrupted()) {
      throw new NoResponseException(false, 0, new InterruptedIOException("interrupted"));
    }
    Call call = client.newCall(requests.of(request, authorization, headers));
    SendOnce.Passage passage = gate.expect(call);
    // OkHttp's own timeout would go on while the caller works on what it has read of a page.
    CallTimeout eachWait = request.streamed() ? new CallTimeout(call, timeout) : null;
    if (eachWait == null) {
      call.timeout().timeout(Math.max(1, timeout.toNanos()), TimeUnit.NANOSECONDS);
    }
    RunningCall running = begin(call);
    boolean open = false;
    int status = 0;
    try {
      Response response = eachWait == null ? call.execute() : eachWait.within(call::execute);
      status = response.code();
      if (eachWait != null && response.isSuccessful()) {
        open = true;
        return OkHttpBody.open(
            response,
            headers(response.headers(), passage.retryAfter()),
            call,
            () -> end(call, running));
      }
      try (response) {
        return eachWait == null
            ? response(response, passage, request.maxResponseBytes())
            : eachWait.within(() -> response(response, passage, request.maxResponseBytes()));
      }
    } catch (Exception | Error e) {
      throw noResponse(passage, status, e);
    } finally {
      if (!open) {
        end(call, running);
      }
    }
  }

  private @Nullable RunningCall begin(Call call) {
    RunningCall running = RunningCall.current();
    if (running != null) {
      running.inExchange(call::cancel);
    }
    if (closed) {
      call.cancel();
    }
    return running;
  }

  private void end(Call call, @Nullable RunningCall running) {
    if (running != null) {
      running.inExchange(null);
    }
    gate.forget(call);
    if (closed) {
      evictOwnConnections();
    }
  }

  /**
   * Anything can come here: a caller's interceptor may throw what it likes, also after the request
   * went out, and Kotlin doesn't declare what it throws. An Error too, such as no memory for the
   * response, or a class that is missing: only here is it known whether the gateway may have
   * executed it.
   */
  private NoResponseException noResponse(SendOnce.Passage passage, int status, Throwable e) {
    if (isInterruption(e) || RunningCall.isEnded()) {
      Thread.currentThread().interrupt();
    }
    if (status == 0) {
      // Idle connections may be as dead as this one, and a GET isn't tried on them beforehand.
      evictOwnConnections();
    }
    return new NoResponseException(passage.passed(), status, e);
  }

  /** OkHttp clears the flag on some of its ways out; its timeouts have other messages. */
  static boolean isInterruption(Throwable e) {
    return e instanceof InterruptedException
        || (e instanceof InterruptedIOException && "interrupted".equals(e.getMessage()));
  }

  private static HttpResponse response(Response response, SendOnce.Passage passage, int limit)
      throws IOException {
    Headers headers = headers(response.headers(), passage.retryAfter());
    BufferedSource source = response.body().source();
    if (source.request(limit + 1L)) {
      return HttpResponse.tooLarge(response.code(), headers, limit);
    }
    return HttpResponse.of(response.code(), headers, source.readByteArray());
  }

  private static Headers headers(Headers headers, @Nullable String retryAfter) {
    return retryAfter == null
        ? headers
        : headers
            .newBuilder()
            .removeAll("Retry-After")
            .addUnsafeNonAscii("Retry-After", retryAfter) // whatever it is: it was received so
            .build();
  }

  @Override
  public void close() {
    closed = true;
    gate.cancelAll();
    evictOwnConnections();
  }

  private void evictOwnConnections() {
    if (ownsClient) {
      client.connectionPool().evictAll();
    }
  }
}
