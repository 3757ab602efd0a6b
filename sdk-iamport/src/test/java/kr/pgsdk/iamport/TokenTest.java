package kr.pgsdk.iamport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.auth.TokenStore;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
  private static final PaymentLookup LOOKUP = PaymentLookup.byPaymentId(PaymentId.of("imp_123"));

  private final FakeIamport iamport = new FakeIamport();
  private final IamportGateway gateway = iamport.gateway().build();

  @AfterEach
  void close() {
    gateway.close();
    iamport.close();
  }

  @Test
  void thousandFinds_thousandGets_oneToken() {
    iamport.serve(FakeIamport.ok(PaymentBody.paid()));

    for (int i = 0; i < 1000; i++) {
      assertThat(gateway.find(LOOKUP)).isPresent();
    }

    assertThat(iamport.arrived("GET")).isEqualTo(1000);
    assertThat(iamport.tokenRequestCount()).isEqualTo(1);
  }

  @Test
  void manyThreadsOnAnEmptyCache_oneToken() throws Exception {
    int count = 64;
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(count);
    List<Future<AuthToken>> tokens = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        tokens.add(
            threads.submit(
                () -> {
                  start.await();
                  return gateway.getToken();
                }));
      }
      start.countDown();
      for (Future<AuthToken> token : tokens) {
        assertThat(token.get(100, TimeUnit.SECONDS).value()).isEqualTo("token-1");
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(iamport.tokenRequestCount()).isEqualTo(1);
  }

  @Test
  void unauthorizedOnce_oneNewToken_oneRepeat() {
    iamport.serve(FakeIamport.refusal(401, -1, "Unauthorized"), FakeIamport.ok(PaymentBody.paid()));

    assertThat(gateway.find(LOOKUP)).isPresent();

    assertThat(iamport.arrived("GET")).isEqualTo(2);
    assertThat(iamport.tokenRequestCount()).isEqualTo(2);
    assertThat(iamport.request(1).getHeaders().get("Authorization")).isEqualTo("Bearer token-2");
  }

  @Test
  void unauthorizedForEver_exactlyTwoRequests() {
    iamport.serve(FakeIamport.refusal(401, -1, "Unauthorized"));

    AuthenticationException refused =
        catchThrowableOfType(AuthenticationException.class, () -> gateway.find(LOOKUP));

    assertThat(refused.gatewayMessage()).contains("Unauthorized");
    assertThat(refused.isRetryable()).isFalse();
    assertThat(iamport.arrived("GET")).isEqualTo(2);
    assertThat(iamport.tokenRequestCount()).isEqualTo(2);
  }

  @Test
  void lostTokenAnswer_isAskedForAgain_forItMovesNoMoney() {
    iamport.serveTokens(FakeIamport.CUT_AFTER_READ, FakeIamport.token("later", 1800));

    assertThat(gateway.getToken().value()).isEqualTo("later");
    assertThat(iamport.tokenRequestCount()).isEqualTo(2);
  }

  @Test
  void lifetime_isCountedByTheGatewaysOwnClock() {
    iamport.serveTokens(FakeIamport.token("t", 600));
    Instant before = Instant.now();

    Instant expiresAt = gateway.getToken().expiresAt().orElseThrow();

    assertThat(expiresAt).isBetween(before.plusSeconds(600), Instant.now().plusSeconds(630));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "{\"access_token\":\"t\",\"now\":1}",
        "{\"access_token\":\"t\",\"expired_at\":1}",
        "{\"access_token\":\"\",\"now\":1,\"expired_at\":2}",
        "{\"access_token\":7,\"now\":1,\"expired_at\":2}",
        "{\"access_token\":\"t\",\"now\":\"1\",\"expired_at\":2}",
        "{\"access_token\":\"t\",\"now\":1,\"expired_at\":1e999999999}",
        "{\"access_token\":\"t\",\"now\":-1,\"expired_at\":2}",
        "{\"access_token\":\"t\\r\\nX: y\",\"now\":1,\"expired_at\":1801}"
      })
  void oddTokenAnswer_isMalformed(String response) {
    iamport.serveTokens(FakeIamport.ok(response));

    assertThatThrownBy(gateway::getToken).isInstanceOf(MalformedResponseException.class);
  }

  @Test
  void tokenStore_isReadBeforeTheGatewayIsAsked_andFilledAfter() {
    AtomicReference<TokenStore.StoredToken> stored = new AtomicReference<>();
    TokenStore store =
        new TokenStore() {
          @Override
          public Optional<StoredToken> load() {
            return Optional.ofNullable(stored.get());
          }

          @Override
          public void save(StoredToken token) {
            stored.set(token);
          }
        };
    try (IamportGateway first = iamport.gateway().tokenStore(store).build();
        IamportGateway second = iamport.gateway().tokenStore(store).build()) {
      assertThat(first.getToken().value()).isEqualTo("token-1");
      assertThat(second.getToken().value()).isEqualTo("token-1");
    }
    assertThat(iamport.tokenRequestCount()).isEqualTo(1);
  }

  @Test
  void optionsOfACall_shareTheToken() {
    iamport.serve(FakeIamport.ok(PaymentBody.paid()));

    gateway.find(LOOKUP);
    gateway
        .with(kr.pgsdk.core.CallOptions.builder().deadline(Duration.ofSeconds(9)).build())
        .find(LOOKUP);
    gateway.client().payment(PaymentId.of("imp_123"));

    assertThat(iamport.tokenRequestCount()).isEqualTo(1);
  }

  @Test
  void closed_everythingFailsAtOnce_andTwiceIsFine() {
    gateway.close();
    gateway.close();

    assertThatThrownBy(gateway::getToken).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> gateway.find(LOOKUP)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> gateway.client().payment(PaymentId.of("imp_1")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(iamport.requestCount()).isZero();
  }

  @Test
  void closeDuringAFetchOfTheToken_endsIt() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (IamportGateway stalled =
        iamport
            .gateway()
            .http(
                kr.pgsdk.core.http.HttpOptions.builder()
                    .baseUrl(iamport.url())
                    .client(
                        new okhttp3.OkHttpClient.Builder()
                            .addInterceptor(
                                chain -> {
                                  asked.countDown();
                                  await(closed);
                                  return chain.proceed(chain.request());
                                })
                            .build())
                    .build())
            .build()) {
      Future<?> call = thread.submit(() -> stalled.find(LOOKUP));
      assertThat(asked.await(100, TimeUnit.SECONDS)).isTrue();
      stalled.close();
      closed.countDown();

      assertThatThrownBy(() -> call.get(100, TimeUnit.SECONDS))
          .cause()
          .satisfies(
              e ->
                  assertThat(e instanceof TransportException || e instanceof IllegalStateException)
                      .as(e.toString())
                      .isTrue());
    } finally {
      thread.shutdownNow();
    }
    assertThat(iamport.arrived()).isEmpty();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void canary_isInNoMessageOfAnyTokenFailure() {
    for (String body : List.of("canary-secret-1", "{\"code\":1,\"message\":\"canary-secret-1\"}")) {
      iamport.serveTokens(FakeIamport.json(500, body));

      PaymentException failure = catchThrowableOfType(PaymentException.class, gateway::getToken);

      for (Throwable t = failure; t != null; t = t.getCause()) {
        assertThat(t.toString()).doesNotContain("canary");
      }
    }
    assertThat(gateway.client().toString()).doesNotContain("canary");
  }
}
