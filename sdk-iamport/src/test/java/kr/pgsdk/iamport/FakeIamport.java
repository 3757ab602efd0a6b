package kr.pgsdk.iamport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javax.net.ServerSocketFactory;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.internal.time.Environment;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;

/**
 * A real server on loopback: hands out tokens by itself, serves everything else from a queue, and
 * remembers what arrived. Pauses of the SDK are noted instead of waited.
 */
public final class FakeIamport implements AutoCloseable {
  static final IamportCredentials CREDENTIALS =
      IamportCredentials.of("canary-key-1", "canary-secret-1");
  static final MockResponse CUT_AFTER_READ =
      new MockResponse.Builder()
          .onResponseStart(new SocketEffect.CloseSocket(true, false, false))
          .build();

  private final MockWebServer server = new MockWebServer();
  private final Deque<MockResponse> answers = new ConcurrentLinkedDeque<>();
  private final Deque<MockResponse> tokenAnswers = new ConcurrentLinkedDeque<>();
  private final List<RecordedRequest> tokenRequests = new CopyOnWriteArrayList<>();
  private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
  private volatile Runnable onRequest = () -> {};
  final List<Duration> pauses = new CopyOnWriteArrayList<>();
  LongSupplier nanoTime = System::nanoTime;
  Consumer<Duration> whilePausing = pause -> {};

  /** Without Nagle's delay, which costs 40 ms per answer that is written in two parts. */
  private static final class PromptSockets extends ServerSocketFactory {
    @Override
    public ServerSocket createServerSocket() throws IOException {
      return new ServerSocket() {
        @Override
        public Socket accept() throws IOException {
          Socket socket = super.accept();
          socket.setTcpNoDelay(true);
          return socket;
        }
      };
    }

    @Override
    public ServerSocket createServerSocket(int port) {
      throw new UnsupportedOperationException("the server binds its socket itself");
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) {
      return createServerSocket(port);
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
      return createServerSocket(port);
    }
  }

  public FakeIamport() {
    server.setServerSocketFactory(new PromptSockets());
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            if (request.getTarget().equals("/users/getToken")) {
              tokenRequests.add(request);
              return next(tokenAnswers, token("token-" + tokenRequests.size(), 1800));
            }
            requests.add(request);
            onRequest.run();
            return next(answers, json(500, "unexpected request"));
          }
        });
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last answer of a queue stays for whatever else comes. */
  private static MockResponse next(Deque<MockResponse> queue, MockResponse otherwise) {
    synchronized (queue) {
      MockResponse next = queue.size() > 1 ? queue.poll() : queue.peek();
      return next == null ? otherwise : next;
    }
  }

  public static MockResponse json(int status, String body, String... headers) {
    MockResponse.Builder builder =
        new MockResponse.Builder()
            .code(status)
            .setHeader("Content-Type", "application/json; charset=UTF-8")
            .body(body);
    Arrays.stream(headers).forEach(builder::addHeader);
    return builder.build();
  }

  public static MockResponse ok(Object response) {
    return json(200, "{\"code\":0,\"message\":null,\"response\":" + response + "}");
  }

  public static MockResponse refusal(int status, int code, String message, String... headers) {
    return json(
        status,
        "{\"code\":" + code + ",\"message\":\"" + message + "\",\"response\":null}",
        headers);
  }

  public static MockResponse notFound() {
    return refusal(404, -1, "존재하지 않는 결제정보입니다.");
  }

  public static MockResponse token(String token, int lifetime) {
    return ok(
        "{\"access_token\":\""
            + token
            + "\",\"now\":1700000000,\"expired_at\":"
            + (1700000000 + lifetime)
            + "}");
  }

  /** Serves these, one after the other; the last one stays. */
  public FakeIamport serve(MockResponse... responses) {
    answers.clear();
    answers.addAll(List.of(responses));
    return this;
  }

  public FakeIamport serveTokens(MockResponse... responses) {
    tokenAnswers.clear();
    tokenAnswers.addAll(List.of(responses));
    return this;
  }

  /** Runs before each answer that isn't a token. */
  public void onRequest(Runnable action) {
    this.onRequest = action;
  }

  public String url() {
    return server.url("/").toString();
  }

  public HttpOptions http() {
    return HttpOptions.builder().baseUrl(url()).build();
  }

  public HttpOptions http(OkHttpClient client) {
    return HttpOptions.builder().baseUrl(url()).client(client).build();
  }

  public Environment environment() {
    return new Environment(
        Clock.systemUTC(),
        nanoTime,
        (pause, closed) -> {
          pauses.add(pause);
          whilePausing.accept(pause);
        },
        () -> 0L);
  }

  public IamportClient.Builder client() {
    return IamportClient.builder(CREDENTIALS).http(http()).environment(environment());
  }

  public IamportGateway.Builder gateway() {
    return IamportGateway.builder(CREDENTIALS).http(http()).environment(environment());
  }

  /** Everything that arrived but the requests for tokens, as "METHOD /target". */
  public List<String> arrived() {
    return requests.stream().map(r -> r.getMethod() + " " + r.getTarget()).toList();
  }

  public long arrived(String method) {
    return requests.stream().filter(r -> method.equals(r.getMethod())).count();
  }

  public int tokenRequestCount() {
    return tokenRequests.size();
  }

  public int requestCount() {
    return server.getRequestCount();
  }

  public RecordedRequest request(int index) {
    return requests.get(index);
  }

  public RecordedRequest tokenRequest(int index) {
    return tokenRequests.get(index);
  }

  public RecordedRequest lastRequest() {
    return requests.get(requests.size() - 1);
  }

  public static String body(RecordedRequest request) {
    return request.getBody() == null ? "" : request.getBody().utf8();
  }

  public static String decoded(RecordedRequest request) {
    return URLDecoder.decode(request.getTarget(), StandardCharsets.UTF_8);
  }

  public void forget() {
    requests.clear();
  }

  @Override
  public void close() {
    server.close();
  }
}
