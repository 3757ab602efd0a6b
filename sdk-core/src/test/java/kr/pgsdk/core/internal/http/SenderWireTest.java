package kr.pgsdk.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.Timeouts;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.core.internal.time.Environment;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Cache;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How often a request is on the wire, and what the caller is told, with real sockets. */
@Timeout(100)
class SenderWireTest {
  private static final Map<String, MockResponse> RESENT_BY_OKHTTP =
      Map.of(
          "pooled socket cut after read", Wire.CUT_AFTER_READ,
          "408", Wire.status(408, ""),
          "503 with Retry-After: 0", Wire.status(503, "", "Retry-After: 0"),
          "307", Wire.status(307, "", "Location: /v1/elsewhere"));

  private Wire wire;

  @BeforeEach
  void start() throws Exception {
    wire = new Wire();
  }

  @AfterEach
  void stop() {
    wire.close();
  }

  static Stream<Arguments> faultsAndClients() {
    return RESENT_BY_OKHTTP.keySet().stream()
        .flatMap(fault -> Stream.of(false, true).map(own -> Arguments.of(fault, own)));
  }

  /** A client as a shop may have it: everything on that makes OkHttp send by itself. */
  private static HttpOptions.Builder options(boolean callersClient) {
    HttpOptions.Builder options = HttpOptions.builder();
    return callersClient
        ? options.client(
            new OkHttpClient.Builder()
                .retryOnConnectionFailure(true)
                .followRedirects(true)
                .authenticator((route, response) -> response.request())
                .build())
        : options;
  }

  @ParameterizedTest(name = "{0}, caller''s client: {1}")
  @MethodSource("faultsAndClients")
  void onceRequest_isOnTheWireOnce_andInDoubt(String fault, boolean callersClient) {
    wire.serve(Wire.OK, RESENT_BY_OKHTTP.get(fault), Wire.OK, Wire.OK);
    try (Opened opened = open(options(callersClient))) {
      opened.send(RetryMode.SAFE); // so that the next one goes over a pooled connection

      OutcomeUnknownException unknown =
          catchThrowableOfType(OutcomeUnknownException.class, () -> opened.send(RetryMode.ONCE));

      assertThat(unknown.lookup()).isEqualTo(Wire.ABOUT);
      assertThat(unknown.isRetryable()).isFalse();
      assertThat(wire.server.getRequestCount()).isEqualTo(2);
    }
  }

  @Test
  void retryAfterThatNoHeaderMayHold_costsNoAnswer() {
    wire.serve(Wire.OK.newBuilder().addHeaderLenient("Retry-After", "잠시 후").build());
    try (Opened opened = open(HttpOptions.builder())) {
      assertThat(opened.send(RetryMode.ONCE)).isEqualTo("yes");
    }
  }

  @Test
  void manyIdleConnectionsCutUnnoticed_oneCallNeedsNoMoreAttemptsThanItHas() throws Exception {
    int calls = 8;
    CountDownLatch allThere = new CountDownLatch(calls);
    MockResponse last =
        Wire.OK
            .newBuilder()
            .onResponseEnd(new SocketEffect.CloseSocket(true, false, false))
            .build();
    wire.server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            boolean first = allThere.getCount() > 0;
            allThere.countDown();
            allThere.await();
            return first ? last : Wire.OK;
          }
        });
    ExecutorService threads = Executors.newFixedThreadPool(calls);
    try (Opened opened = open(HttpOptions.builder())) {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < calls; i++) {
        answers.add(threads.submit(() -> opened.send(RetryMode.SAFE)));
      }
      for (Future<String> answer : answers) {
        assertThat(answer.get()).isEqualTo("yes");
      }

      assertThat(opened.send(RetryMode.SAFE)).isEqualTo("yes");
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest(name = "{0}, caller''s client: {1}")
  @MethodSource("faultsAndClients")
  void keyedRequest_isRepeatedBySdkAlone_withTheSameKey(String fault, boolean callersClient)
      throws Exception {
    MockResponse faulty = RESENT_BY_OKHTTP.get(fault);
    wire.serve(Wire.OK, faulty, faulty, Wire.OK);
    try (Opened opened = open(options(callersClient))) {
      opened.send(RetryMode.SAFE);

      assertThat(opened.send(RetryMode.KEYED)).isEqualTo("yes");
    }
    assertThat(wire.server.getRequestCount()).isEqualTo(4);
    wire.server.takeRequest();
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      RecordedRequest request = wire.server.takeRequest();
      assertThat(request.getTarget()).isEqualTo("/v1/confirm");
      assertThat(request.getBody().utf8()).isEqualTo("{\"amount\":1}");
      keys.add(request.getHeaders().get("Idempotency-Key"));
    }
    assertThat(keys).containsOnly("key-1");
  }

  @ParameterizedTest(name = "{0}, caller''s client: {1}")
  @MethodSource("faultsAndClients")
  void keyedRequest_threeFaults_threeRequestsAndInDoubt(String fault, boolean callersClient) {
    MockResponse faulty = RESENT_BY_OKHTTP.get(fault);
    wire.serve(faulty, faulty, faulty, Wire.OK);
    try (Opened opened = open(options(callersClient))) {
      assertThatThrownBy(() -> opened.send(RetryMode.KEYED))
          .isInstanceOf(OutcomeUnknownException.class);
    }
    assertThat(wire.server.getRequestCount()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 502, 503, 504})
  void safeRequest_passingStatus_isRepeated(int status) {
    wire.serve(Wire.status(status, "<html>", "Retry-After: 0"), Wire.OK);
    try (Opened opened = open(options(false))) {
      assertThat(opened.send(RetryMode.SAFE)).isEqualTo("yes");
    }
    assertThat(wire.server.getRequestCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 301, 307, 400, 403, 404, 409, 500, 501})
  void safeRequest_otherUnreadableAnswer_isNotRepeated(int status) {
    wire.serve(Wire.status(status, "<html>secret</html>", "Location: /v1/elsewhere"), Wire.OK);
    try (Opened opened = open(options(true))) {
      MalformedResponseException malformed =
          catchThrowableOfType(MalformedResponseException.class, () -> opened.send(RetryMode.SAFE));

      assertThat(malformed.httpStatus()).hasValue(status);
      assertThat(malformed).hasMessageNotContaining("secret");
    }
    assertThat(wire.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void safeRequest_503WithRetryAfter0_threeRequestsInAll_noneByOkHttpItself() {
    for (int i = 0; i < 8; i++) {
      wire.serve(Wire.status(503, "", "Retry-After: 0"));
    }
    try (Opened opened = open(options(true))) {
      assertThatThrownBy(() -> opened.send(RetryMode.SAFE))
          .isInstanceOfSatisfying(
              PaymentException.class,
              e -> {
                assertThat(e.isRetryable()).isTrue();
                assertThat(e.httpStatus()).hasValue(503);
              });
    }
    assertThat(wire.server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void safeRequest_cutEveryTime_transportExceptionAfterThree() {
    wire.serve(Wire.CUT_AFTER_READ, Wire.CUT_AFTER_READ, Wire.CUT_AFTER_READ);
    try (Opened opened = open(options(false))) {
      assertThatThrownBy(() -> opened.send(RetryMode.SAFE))
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("you may call again");
    }
    assertThat(wire.server.getRequestCount()).isEqualTo(3);
    assertThat(wire.pauses).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"KEYED", "ONCE"})
  void moneyRequest_serverNotReached_surelyNotExecuted(RetryMode kind) {
    HttpOptions.Builder options = options(false);
    try (Opened opened = open(options)) {
      wire.server.close();

      assertThatThrownBy(() -> opened.send(kind))
          .isInstanceOfSatisfying(
              TransportException.class, e -> assertThat(e.isRetryable()).isTrue());
    }
    assertThat(wire.pauses).hasSize(kind == RetryMode.KEYED ? 2 : 0);
  }

  @Test
  void keyedRequest_lostThenNotReached_staysInDoubt() throws Exception {
    CountDownLatch cut = new CountDownLatch(1);
    wire.server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            cut.countDown();
            return Wire.CUT_AFTER_READ;
          }
        });
    Environment closesServer =
        new Environment(
            wire.environment().clock(),
            System::nanoTime,
            (pause, closed) -> {
              assertThat(cut.await(100, TimeUnit.SECONDS)).isTrue();
              wire.server.close();
            },
            () -> 0L);
    try (Opened opened = open(options(false), closesServer)) {
      assertThatThrownBy(() -> opened.send(RetryMode.KEYED))
          .isInstanceOf(OutcomeUnknownException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"KEYED", "ONCE"})
  void moneyRequest_answerLost_noCauseDeniesTheDoubt(RetryMode kind) {
    wire.serve(Wire.CUT_AFTER_READ, Wire.CUT_AFTER_READ, Wire.CUT_AFTER_READ);
    try (Opened opened = open(options(false))) {
      Throwable doubt = catchThrowable(() -> opened.send(kind));

      assertThat(doubt).isInstanceOf(OutcomeUnknownException.class);
      for (Throwable t = doubt; t != null; t = t.getCause()) {
        assertThat(t).hasMessageNotContaining("moved no money");
      }
    }
  }

  @Test
  void keyedRequest_lostThenRefused_staysInDoubt_andTheRefusalIsTheCause() {
    wire.serve(Wire.CUT_AFTER_READ, Wire.status(400, "{\"code\":\"REJECTED\"}"));
    try (Opened opened = open(options(false))) {
      assertThatThrownBy(() -> opened.send(RetryMode.KEYED))
          .isInstanceOfSatisfying(
              OutcomeUnknownException.class,
              e -> {
                assertThat(e.gatewayCode()).hasValue("REJECTED");
                assertThat(e.getCause()).isInstanceOf(GatewayException.class);
                assertThat(Outcomes.refusalIn(e)).isSameAs(e.getCause());
              });
    }
  }

  /** The gateway may have executed it, and keep no record of the key. */
  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void keyedRequest_thatTheGatewayMayExecuteTwice_serverError_isNotRepeated(int status) {
    wire.serve(Wire.CUT_AFTER_READ, Wire.status(status, "", "Retry-After: 0"), Wire.OK);
    HttpRequest cancel =
        HttpRequest.keyed("cancel", "key-1", "v1", "cancel").about(Wire.ABOUT).build();
    try (Opened opened = open(options(false))) {
      Sender sender = opened.sender();

      assertThatThrownBy(() -> sender.send(cancel, Wire::read, sender.deadline()))
          .isInstanceOf(OutcomeUnknownException.class);
    }
    assertThat(wire.server.getRequestCount()).isEqualTo(2); // what is lost is repeated
  }

  @Test
  void keyedRequest_serverErrorThenRefused_staysInDoubt_andKeepsTheRefusal() {
    wire.serve(Wire.status(500, ""), Wire.status(400, "{\"code\":\"REJECTED\"}"));
    try (Opened opened = open(options(false))) {
      assertThatThrownBy(() -> opened.send(RetryMode.KEYED))
          .isInstanceOfSatisfying(
              OutcomeUnknownException.class,
              e -> {
                assertThat(e.gatewayCode()).hasValue("REJECTED");
                assertThat(Outcomes.refusalIn(e)).isNotNull();
              });
    }
  }

  @Test
  void keyedRequest_lostThenBusyForLong_staysInDoubt() {
    wire.serve(Wire.CUT_AFTER_READ, Wire.status(429, "{\"code\":\"BUSY\"}", "Retry-After: 86400"));
    try (Opened opened = open(options(false))) {
      assertThatThrownBy(() -> opened.send(RetryMode.KEYED))
          .isInstanceOfSatisfying(
              OutcomeUnknownException.class,
              e -> assertThat(e.retryAfter()).hasValue(Duration.ofDays(1)));
    }
  }

  @Test
  void busyGateway_retryAfterIsObeyed() {
    wire.serve(Wire.status(429, "{\"code\":\"BUSY\"}", "Retry-After: 7"), Wire.OK);
    try (Opened opened = open(options(false))) {
      assertThat(opened.send(RetryMode.KEYED)).isEqualTo("yes");
    }
    assertThat(wire.pauses).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void busyGateway_retryAfterBeyondTheDeadline_failsNowAndSaysWhen() {
    wire.serve(Wire.status(429, "{\"code\":\"BUSY\"}", "Retry-After: 100"), Wire.OK);
    try (Opened opened = open(options(false).deadline(Duration.ofSeconds(30)))) {
      assertThatThrownBy(() -> opened.send(RetryMode.KEYED))
          .isInstanceOfSatisfying(
              GatewayException.class,
              e -> assertThat(e.retryAfter()).hasValue(Duration.ofSeconds(100)));
    }
    assertThat(wire.server.getRequestCount()).isEqualTo(1);
    assertThat(wire.pauses).isEmpty();
  }

  @Test
  void onceRequest_busyGateway_isNotRepeated() {
    wire.serve(Wire.status(429, "{\"code\":\"BUSY\"}"), Wire.OK);
    try (Opened opened = open(options(false))) {
      assertThatThrownBy(() -> opened.send(RetryMode.ONCE)).isInstanceOf(GatewayException.class);
    }
    assertThat(wire.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void callersInterceptorThatRepeats_isStoppedAtTheWire() {
    OkHttpClient repeating =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  chain.proceed(chain.request()).close();
                  return chain.proceed(chain.request());
                })
            .build();
    wire.serve(Wire.OK, Wire.OK);
    try (Opened opened = open(HttpOptions.builder().client(repeating))) {
      assertThatThrownBy(() -> opened.send(RetryMode.ONCE))
          .isInstanceOf(OutcomeUnknownException.class);
    }
    assertThat(wire.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void callersCookiesAndCache_areNotUsed(@TempDir File directory) throws Exception {
    CookieJar cookies =
        new CookieJar() {
          @Override
          public void saveFromResponse(HttpUrl url, List<Cookie> received) {}

          @Override
          public List<Cookie> loadForRequest(HttpUrl url) {
            return List.of(
                new Cookie.Builder().domain(url.host()).name("session").value("1").build());
          }
        };
    MockResponse cacheable = Wire.status(200, "{\"ok\":\"yes\"}", "Cache-Control: max-age=600");
    wire.serve(cacheable, cacheable);
    try (Cache cache = new Cache(directory, 1 << 20)) {
      OkHttpClient client = new OkHttpClient.Builder().cookieJar(cookies).cache(cache).build();
      try (Opened opened = open(HttpOptions.builder().client(client))) {
        opened.send(RetryMode.SAFE);
        opened.send(RetryMode.SAFE);
      }
    }
    assertThat(wire.server.getRequestCount()).isEqualTo(2);
    assertThat(wire.server.takeRequest().getHeaders().get("Cookie")).isNull();
  }

  @Test
  void callersProxyAuthenticator_isNotAsked() {
    List<String> asked = new ArrayList<>();
    OkHttpClient client =
        new OkHttpClient.Builder()
            .proxy(
                new Proxy(
                    Proxy.Type.HTTP,
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), wire.server.getPort())))
            .proxyAuthenticator(
                (route, response) -> {
                  asked.add(response.request().method());
                  return null;
                })
            .build();
    wire.serve(Wire.status(407, ""));
    try (Opened opened = open(HttpOptions.builder().client(client))) {
      assertThatThrownBy(() -> opened.send(RetryMode.ONCE))
          .isInstanceOf(OutcomeUnknownException.class);
    }
    assertThat(asked).isEmpty();
  }

  /** A request made anew by a caller's interceptor has no tags of ours any more. */
  private static OkHttpClient rebuildingClient(int sendings) {
    return new OkHttpClient.Builder()
        .addInterceptor(
            chain -> {
              Request old = chain.request();
              Request anew =
                  new Request.Builder()
                      .url(old.url())
                      .headers(old.headers())
                      .method(old.method(), old.body())
                      .build();
              for (int i = 1; i < sendings; i++) {
                chain.proceed(anew).close();
              }
              return chain.proceed(anew);
            })
        .build();
  }

  @Test
  void callersInterceptorThatMakesTheRequestAnew_lostAnswerStaysInDoubt() {
    wire.serve(Wire.CUT_AFTER_READ);
    try (Opened opened = open(HttpOptions.builder().client(rebuildingClient(1)))) {
      assertThatThrownBy(() -> opened.send(RetryMode.ONCE))
          .isInstanceOf(OutcomeUnknownException.class);
    }
    assertThat(wire.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void callersInterceptorThatMakesTheRequestAnew_canNotSendItTwice() {
    wire.serve(Wire.OK, Wire.OK);
    try (Opened opened = open(HttpOptions.builder().client(rebuildingClient(2)))) {
      assertThatThrownBy(() -> opened.send(RetryMode.ONCE))
          .isInstanceOf(OutcomeUnknownException.class);
    }
    assertThat(wire.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void callersInterceptorThatThrowsAnythingAfterTheAnswer_leavesDoubt() {
    OkHttpClient throwing =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  chain.proceed(chain.request()).close();
                  throw new IllegalArgumentException("broken interceptor");
                })
            .build();
    wire.serve(Wire.OK);
    try (Opened opened = open(HttpOptions.builder().client(throwing))) {
      assertThatThrownBy(() -> opened.send(RetryMode.ONCE))
          .isInstanceOf(OutcomeUnknownException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {OutOfMemoryError.class, StackOverflowError.class, NoClassDefFoundError.class})
  void errorAfterTheRequestWentOut_leavesDoubt_andIsItsCause(Class<? extends Error> type)
      throws Exception {
    Error error = type.getDeclaredConstructor().newInstance();
    OkHttpClient failing =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  chain.proceed(chain.request()).close();
                  throw error;
                })
            .build();
    wire.serve(Wire.OK);
    try (Opened opened = open(HttpOptions.builder().client(failing))) {
      assertThatThrownBy(() -> opened.send(RetryMode.ONCE))
          .isInstanceOf(OutcomeUnknownException.class)
          .hasRootCause(error);
    }
    assertThat(wire.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void errorBeforeTheRequestWentOut_surelyNotExecuted() {
    OkHttpClient failing =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  throw new StackOverflowError();
                })
            .build();
    try (Opened opened = open(HttpOptions.builder().client(failing))) {
      assertThatThrownBy(() -> opened.send(RetryMode.ONCE)).isInstanceOf(TransportException.class);
    }
    assertThat(wire.server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 302, 307, 308, 408, 409, 500, 501, 503})
  void refusalInTheGatewaysWords_withAStatusThatProvesNothing_leavesDoubt(int status) {
    wire.serve(Wire.status(status, "{\"code\":\"-1\"}"));
    try (Opened opened = open(options(false))) {
      assertThatThrownBy(() -> opened.send(RetryMode.ONCE))
          .isInstanceOf(OutcomeUnknownException.class);
    }
    assertThat(wire.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void credentialRefusedByAServerError_leavesDoubt() {
    MockResponse broken = Wire.status(500, "{\"code\":\"UNAUTHORIZED_KEY\"}");
    wire.serve(broken, broken, broken);
    ResponseReader<String> reader =
        answer -> {
          throw Errors.make()
              .authentication(
                  "refused", ErrorDetails.builder("testpay").httpStatus(answer.status()).build());
        };
    try (Opened opened = open(options(false))) {
      Sender sender = opened.sender();

      assertThatThrownBy(
              () -> sender.send(Wire.request(RetryMode.KEYED), reader, sender.deadline()))
          .isInstanceOf(OutcomeUnknownException.class);
    }
    assertThat(wire.server.getRequestCount()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 500})
  void credentialRefusedOtherwiseThanBy401_isNotSentAgainWithANewToken(int status) {
    MockResponse refusal = Wire.status(status, "{\"code\":\"UNAUTHORIZED_KEY\"}");
    wire.serve(refusal, refusal);
    ResponseReader<String> reader =
        answer -> {
          throw Errors.make()
              .authentication(
                  "refused", ErrorDetails.builder("testpay").httpStatus(answer.status()).build());
        };
    try (Opened opened = open(options(false), new Tokens())) {
      Sender sender = opened.sender();

      assertThatThrownBy(() -> sender.send(Wire.request(RetryMode.ONCE), reader, sender.deadline()))
          .isInstanceOf(
              status == 403 ? AuthenticationException.class : OutcomeUnknownException.class);
    }
    assertThat(wire.server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400})
  void answerThatItsReaderCallsUnreadable_leavesDoubt(int status) {
    wire.serve(Wire.status(status, "{\"ok\":\"yes\"}"));
    ResponseReader<String> reader =
        answer -> {
          throw Errors.make().malformed("odd", ErrorDetails.builder("testpay").build());
        };
    try (Opened opened = open(options(false))) {
      Sender sender = opened.sender();

      assertThatThrownBy(() -> sender.send(Wire.request(RetryMode.ONCE), reader, sender.deadline()))
          .isInstanceOf(OutcomeUnknownException.class);
    }
  }

  @Test
  void unauthorized_oneNewTokenAndOneRepeat_evenForWhatMustBeSentOnce() throws Exception {
    wire.serve(Wire.status(401, "{\"code\":\"-1\"}"), Wire.OK);
    Tokens tokens = new Tokens();
    try (Opened opened = open(options(false), tokens)) {
      assertThat(opened.send(RetryMode.ONCE)).isEqualTo("yes");
    }
    assertThat(wire.server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer 1");
    assertThat(wire.server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer 2");
  }

  @Test
  void unauthorizedForEver_twoRequests() {
    for (int i = 0; i < 5; i++) {
      wire.serve(Wire.status(401, "{\"code\":\"-1\"}"));
    }
    try (Opened opened = open(options(false), new Tokens())) {
      assertThatThrownBy(() -> opened.send(RetryMode.ONCE))
          .isInstanceOf(AuthenticationException.class);
    }
    assertThat(wire.server.getRequestCount()).isEqualTo(2);
  }

  /** A proxy's, say: it proves nothing about the request, nor about the token. */
  @ParameterizedTest
  @CsvSource({"ONCE, 1", "KEYED, 3"})
  void unauthorizedNotInTheGatewaysWords_isDoubt_andNoNewTokenIsFetched(
      RetryMode kind, int requests) throws Exception {
    for (int i = 0; i < 5; i++) {
      wire.serve(Wire.status(401, "<html>who?</html>"));
    }
    try (Opened opened = open(options(false), new Tokens())) {
      assertThatThrownBy(() -> opened.send(kind)).isInstanceOf(OutcomeUnknownException.class);
    }
    assertThat(wire.server.getRequestCount()).isEqualTo(requests);
    for (int i = 0; i < requests; i++) {
      assertThat(wire.server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer 1");
    }
  }

  @Test
  void bodyBreaksOff_statusIsKept_andReadsAreRepeated() {
    MockResponse broken =
        new MockResponse.Builder()
            .body("{\"ok\":\"yes\"}")
            .onResponseBody(new SocketEffect.CloseSocket(true, false, false))
            .build();
    wire.serve(broken, broken, broken);
    try (Opened opened = open(options(false))) {
      assertThatThrownBy(() -> opened.send(RetryMode.SAFE))
          .isInstanceOfSatisfying(
              TransportException.class, e -> assertThat(e.httpStatus()).hasValue(200));
    }
    assertThat(wire.server.getRequestCount()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1 << 20, 20 << 20})
  void hugeBody_endsQuicklyAsUnreadable(int size) {
    wire.serve(Wire.status(200, "{\"ok\":\"" + "x".repeat(size) + "\"}"));
    try (Opened opened = open(options(false))) {
      assertThatThrownBy(() -> opened.send(RetryMode.SAFE))
          .isInstanceOf(MalformedResponseException.class)
          .hasMessageContaining("larger than 1 MiB")
          .hasMessageNotContaining("xxxx");
    }
  }

  @Test
  void callsHeadersAndPath_areOnTheWire_encoded() throws Exception {
    wire.serve(Wire.OK);
    HttpRequest request =
        HttpRequest.safe("find", "GET", "payments", "주문/1 ?&%2e")
            .query("imp_uid[]", "a&b")
            .header("X-Own", "1")
            .build();
    try (Opened opened = open(options(false).userAgent("shop/1"))) {
      Sender sender =
          opened.sender.with(CallOptions.builder().header("X-Request-Id", "r-1").build());
      sender.send(request, Wire::read, sender.deadline());
    }
    RecordedRequest seen = wire.server.takeRequest();
    assertThat(seen.getTarget())
        .isEqualTo("/payments/%EC%A3%BC%EB%AC%B8%2F1%20%3F&%252e?imp_uid%5B%5D=a%26b");
    assertThat(seen.getHeaders().get("X-Request-Id")).isEqualTo("r-1");
    assertThat(seen.getHeaders().get("X-Own")).isEqualTo("1");
    assertThat(seen.getHeaders().get("User-Agent")).startsWith("shop/1 pgsdk");
    assertThat(seen.getHeaders().get("Accept")).isEqualTo("application/json");
  }

  @Test
  void close_endsACallThatWaitsForAnAnswer_andLaterCallsAreRefused() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    wire.server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            arrived.countDown();
            boolean unused = release.await(100, TimeUnit.SECONDS);
            return Wire.OK;
          }
        });
    Opened opened = open(options(false));
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                opened.send(RetryMode.ONCE);
              } catch (PaymentException e) {
                thrown.set(e);
              }
            });
    caller.start();
    assertThat(arrived.await(100, TimeUnit.SECONDS)).isTrue();

    opened.close();

    caller.join(100_000);
    release.countDown();
    assertThat(thrown.get()).isInstanceOf(OutcomeUnknownException.class);
    assertThatThrownBy(() -> opened.send(RetryMode.SAFE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void callInItsMiddleWhenItIsClosed_sendsNothingMore_andSaysSo() {
    // The authorizer is closed before the exchange: between the two, a call may wake up.
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Runnable> next = new AtomicReference<>();
    Authorizer authorizer =
        new Authorizer() {
          @Override
          public AuthToken token(Duration timeLeft) {
            return AuthToken.of("Bearer", "t");
          }

          @Override
          public boolean rejected(AuthToken token) {
            return false;
          }

          @Override
          public void close() {
            try {
              next.get().run();
            } catch (PaymentException e) {
              thrown.set(e);
            }
          }
        };
    wire.serve(Wire.OK);
    Opened opened = open(options(false), authorizer);
    Deadline begun = opened.sender.deadline();
    next.set(
        () -> {
          String unused = opened.sender.send(Wire.request(RetryMode.ONCE), Wire::read, begun);
        });

    opened.close();

    assertThat(thrown.get())
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("the gateway object was closed");
    assertThat(wire.server.getRequestCount()).isZero();
  }

  @Test
  void close_leavesNoThreadOfOursThatKeepsTheJvmAlive_andTheCallersClientUsable()
      throws IOException {
    OkHttpClient callers = new OkHttpClient();
    wire.serve(Wire.OK, Wire.OK);
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (Opened opened = open(HttpOptions.builder().client(callers))) {
      opened.send(RetryMode.SAFE);
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(t -> !before.contains(t) && !t.isDaemon())
        .filteredOn(t -> !t.getName().startsWith("MockWebServer"))
        .isEmpty();
    try (Response answer =
        callers.newCall(new Request.Builder().url(wire.url()).build()).execute()) {
      assertThat(answer.code()).isEqualTo(200);
    }
  }

  @Test
  void interruptedInTheMiddleOfAnExchange_staysInDoubt_andKeepsTheFlag() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    wire.server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            arrived.countDown();
            boolean unused = release.await(100, TimeUnit.SECONDS);
            return Wire.OK;
          }
        });
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Boolean> flag = new AtomicReference<>();
    try (Opened opened = open(options(false).deadline(Duration.ofSeconds(2)))) {
      Thread caller =
          new Thread(
              () -> {
                try {
                  opened.send(RetryMode.KEYED);
                } catch (PaymentException e) {
                  thrown.set(e);
                }
                flag.set(Thread.currentThread().isInterrupted());
              });
      caller.start();
      assertThat(arrived.await(100, TimeUnit.SECONDS)).isTrue();
      caller.interrupt();
      caller.join(100_000);
    } finally {
      release.countDown();
    }

    assertThat(thrown.get()).isInstanceOf(OutcomeUnknownException.class);
    assertThat(flag.get()).isTrue();
    assertThat(wire.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void interruptedThread_sendsNothing_andKeepsItsFlag() {
    try (Opened opened = open(options(false))) {
      Thread.currentThread().interrupt();
      try {
        assertThatThrownBy(() -> opened.send(RetryMode.ONCE))
            .isInstanceOf(TransportException.class)
            .hasMessageContaining("interrupted");
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }
    }
    assertThat(wire.server.getRequestCount()).isZero();
  }

  @Test
  void silentGateway_deadlineEndsTheCall() {
    wire.serve(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    try (Opened opened = open(options(false).deadline(Duration.ofSeconds(2)))) {
      assertThatThrownBy(() -> opened.send(RetryMode.ONCE))
          .isInstanceOf(OutcomeUnknownException.class);
    }
  }

  private Opened open(HttpOptions.Builder options) {
    return new Opened(wire.sender(options));
  }

  private Opened open(HttpOptions.Builder options, Authorizer authorizer) {
    return new Opened(wire.sender(options, authorizer));
  }

  private Opened open(HttpOptions.Builder builder, Environment environment) {
    HttpOptions options = builder.baseUrl(wire.url()).build();
    Timeouts timeouts = options.timeouts(Timeouts.DEFAULT);
    return new Opened(
        Sender.of(
            Wire.watch(options),
            OkHttpTransport.of(URI.create(wire.url()), options, timeouts),
            Authorizer.fixed(AuthToken.of("Bearer", "t")),
            environment,
            options.retryPolicy(),
            timeouts.deadline()));
  }

  private record Opened(Sender sender) implements AutoCloseable {
    String send(RetryMode kind) {
      return sender.send(Wire.request(kind), Wire::read, sender.deadline());
    }

    @Override
    public void close() {
      sender.close();
    }
  }

  /** Hands out 1, then 2 after a rejection, and no third. */
  private static final class Tokens implements Authorizer {
    private final AtomicInteger number = new AtomicInteger(1);

    @Override
    public AuthToken token(Duration timeLeft) {
      return AuthToken.of("Bearer", String.valueOf(number.get()));
    }

    @Override
    public boolean rejected(AuthToken token) {
      return number.incrementAndGet() == 2;
    }

    @Override
    public void close() {}
  }
}
