package kr.pgsdk.sandbox.async;

import static kr.pgsdk.sandbox.FaultKind.SLOW_BODY;
import static kr.pgsdk.sandbox.FaultKind.STALL_BEFORE_EXECUTION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.async.AsyncCall;
import kr.pgsdk.core.async.AsyncPaymentGateway;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.Gateways;
import kr.pgsdk.sandbox.InjectedFault;
import kr.pgsdk.sandbox.Sandbox;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateways leave behind: nothing that keeps a JVM alive, and after closing nothing. */
@Timeout(120)
class LeavingTest {
  private static final Duration AT_MOST = Duration.ofSeconds(40);
  private static final Duration LONG = Duration.ofSeconds(100);
  private static final Money PRICE = Money.krw(15_000);

  private final Sandbox sandbox = Sandbox.start();

  private Process start(boolean virtual, String how, String paymentId) throws IOException {
    Jvm jvm = virtual ? Jvm.withVirtualThreads() : Jvm.same();
    return jvm.start(
        Leaving.class,
        how,
        sandbox.tossUrl(),
        sandbox.tossSecretKey(),
        sandbox.iamportUrl(),
        sandbox.iamportKey(),
        sandbox.iamportSecret(),
        paymentId);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void idleGatewaysThatNobodyClosed_theJvmEndsByItself(boolean virtual) throws Exception {
    try (sandbox) {
      // Their pooled connections would be kept for five minutes.
      String printed = Jvm.outputOf(start(virtual, "idle", "none"), AT_MOST);

      assertThat(printed).contains("leaving").doesNotContain("thread ");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void closedWithCallsUnderWay_noSocketAndNoThreadIsLeft(boolean virtual) throws Exception {
    try (sandbox) {
      BrowserReturn buyer = sandbox.buyer().onToss().authenticate(OrderId.of("order-1"), PRICE);
      InjectedFault held =
          sandbox
              .toss()
              .inject(Fault.of(STALL_BEFORE_EXECUTION).on("POST", "/v1/payments").times(1));
      InjectedFault others =
          sandbox
              .toss()
              .inject(
                  Fault.of(SLOW_BODY)
                      .size(1)
                      .time(Duration.ofMinutes(10))
                      .on("POST", "/v1/payments")
                      .always());
      Process child = start(virtual, "closed", buyer.paymentId().value());
      held.awaitHeld(1, LONG);
      others.awaitHits(2, LONG);

      child.getOutputStream().write('\n');
      child.getOutputStream().flush();
      String printed = Jvm.outputOf(child, AT_MOST);

      assertThat(printed)
          .contains("leaving")
          .containsPattern("sockets before ([1-9]|-1)")
          .containsPattern("sockets after (0|-1)\n")
          .doesNotContain("thread ");
      assertThat(printed.lines().filter(line -> line.startsWith("ended ")))
          .hasSize(3)
          .containsOnly("ended OutcomeUnknownException");
    }
  }

  @Test
  void callersClient_hisCallsAndConnectionsGoOn_oursEnd() throws Exception {
    OkHttpClient his = new OkHttpClient();
    try (sandbox;
        PaymentGateway gateway =
            Gateways.toss(sandbox)
                .http(HttpOptions.builder().baseUrl(sandbox.tossUrl()).client(his).build())
                .build()) {
      AsyncPaymentGateway async =
          AsyncPaymentGateway.of(gateway, AsyncPaymentGateway.newExecutor(2));
      BrowserReturn buyer = sandbox.buyer().onToss().authenticate(OrderId.of("order-1"), PRICE);
      InjectedFault held =
          sandbox.toss().inject(Fault.of(STALL_BEFORE_EXECUTION).on("POST", "/v1/payments"));
      InjectedFault hisHeld =
          sandbox.toss().inject(Fault.of(STALL_BEFORE_EXECUTION).on("GET", "/v1/payments/his"));
      AsyncCall<?> ours =
          async.confirm(
              ConfirmRequest.builder(buyer.paymentId(), OrderId.of("order-1"), PRICE).build());
      held.awaitHeld(1, LONG);
      CompletableFuture<Integer> hisStatus =
          CompletableFuture.supplyAsync(() -> status(his, sandbox.tossUrl() + "/v1/payments/his"));
      hisHeld.awaitHeld(1, LONG);
      boolean found = gateway.find(PaymentLookup.byPaymentId(buyer.paymentId())).isPresent();
      int idle = his.connectionPool().idleConnectionCount();

      async.close();

      assertThat(ours.outcome().handle((value, failure) -> failure).get(100, TimeUnit.SECONDS))
          .isInstanceOf(OutcomeUnknownException.class);
      assertThat(found).isTrue();
      assertThat(his.connectionPool().idleConnectionCount()).isEqualTo(idle).isPositive();
      hisHeld.release();
      assertThat(hisStatus.get(100, TimeUnit.SECONDS)).isEqualTo(401);
    } finally {
      his.connectionPool().evictAll();
    }
  }

  private static int status(OkHttpClient client, String url) {
    try (Response response = client.newCall(new Request.Builder().url(url).build()).execute()) {
      return response.code();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
