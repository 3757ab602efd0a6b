package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.core.http.CallEvent;
import kr.pgsdk.core.http.CallListener;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.RetryPolicy;
import kr.pgsdk.sandbox.log.LogCapture;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/** What is logged of a call, and what the thread's logging context says during it. */
@Timeout(100)
class CallLogTest {
  private static final Money PRICE = Money.krw(15_000);

  private final OrderId order = OrderId.random();
  private final Sandbox sandbox = Sandbox.start();
  private final List<PaymentGateway> opened = new ArrayList<>();

  @AfterEach
  void stop() {
    opened.forEach(PaymentGateway::close);
    sandbox.close();
    MDC.clear();
  }

  private PaymentGateway open(Shop shop, HttpOptions.Builder http) {
    PaymentGateway gateway =
        shop.open(
            sandbox,
            http.retryPolicy(new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(1))));
    opened.add(gateway);
    return gateway;
  }

  private Confirmation confirm(PaymentGateway gateway, BrowserReturn returned) {
    return gateway.confirm(ConfirmRequest.builder(returned.paymentId(), order, PRICE).build());
  }

  private static List<String> texts(List<LogCapture.Line> lines) {
    return lines.stream().map(line -> line.text().replaceAll("\\d+ ms", "T ms")).toList();
  }

  @ParameterizedTest
  @EnumSource
  void atDebug_oneCallIsOneLine(Shop shop) {
    PaymentGateway gateway = open(shop, HttpOptions.builder());
    String name = shop.name().toLowerCase();
    BrowserReturn returned = shop.checkout(sandbox, order, PRICE);
    shop.server(sandbox).inject(Fault.html(502).on(shop.confirmMethod(), "/"));
    int attempts = 2 + shop.tokenRequests();
    try (LogCapture log = LogCapture.at(Level.DEBUG)) {
      confirm(gateway, returned);
      gateway.find(PaymentLookup.byOrderId(order));
      gateway.cancel(CancelRequest.full(returned.paymentId(), "returned").orderId(order).build());
      assertThatThrownBy(
          () -> gateway.prepare(PrepareRequest.builder(OrderId.of("x".repeat(65)), PRICE).build()));

      assertThat(texts(log.lines()))
          .containsExactly(
              name
                  + (" confirm, order " + order + ", payment " + returned.paymentId())
                  + (": Confirmed, " + attempts + " attempts, T ms"),
              name + " find, order " + order + ": Found, 1 attempt, T ms",
              name
                  + (" cancel, order " + order + ", payment " + returned.paymentId())
                  + (": Cancelled, " + (shop == Shop.PORTONE ? 3 : 2) + " attempts, T ms"),
              name
                  + (" prepare, order " + "x".repeat(65))
                  + ": IllegalArgumentException, 0 attempts, T ms");
      assertThat(log.lines()).allMatch(line -> line.logger().equals("kr.pgsdk.call"));
    }
  }

  /** An empty {@code find} has no words of its own. */
  @Test
  void paymentThatIamportDoesNotFind_mayBeOfTheTestChannel_andTheLogSaysSo() {
    PaymentGateway gateway = open(Shop.IAMPORT, HttpOptions.builder());
    try (LogCapture log = LogCapture.at(Level.DEBUG)) {
      assertThat(gateway.find(PaymentLookup.byPaymentId(PaymentId.of("imp_nobody")))).isEmpty();

      assertThat(log.lines())
          .filteredOn(line -> line.logger().equals("kr.pgsdk.payment"))
          .singleElement()
          .extracting(LogCapture.Line::text)
          .asString()
          .contains("imp_nobody", "acceptTestPayments(true)");
    }
  }

  @ParameterizedTest
  @EnumSource
  void atTrace_eachAttemptHasALineOfItsOwn(Shop shop) {
    PaymentGateway gateway = open(shop, HttpOptions.builder());
    gateway.getToken();
    try (LogCapture log = LogCapture.at(Level.TRACE)) {
      gateway.find(PaymentLookup.byPaymentId(PaymentId.of("nobody")));

      assertThat(texts(log.lines(Level.TRACE)))
          .singleElement()
          .asString()
          .startsWith(
              shop.name().toLowerCase()
                  + (" find: GET " + shop.findName() + ", attempt 1: DONE, HTTP ")
                  + (shop == Shop.PORTONE ? 200 : 404));
    }
  }

  @ParameterizedTest
  @EnumSource
  void atInfo_neitherSuccessNorFailureIsLogged_theCallerHasItAnyway(Shop shop) {
    PaymentGateway gateway = open(shop, HttpOptions.builder());
    BrowserReturn returned = shop.checkout(sandbox, order, PRICE);
    try (LogCapture log = LogCapture.at(Level.INFO)) {
      confirm(gateway, returned);
      shop.server(sandbox).inject(Fault.html(503).always());
      assertThatThrownBy(() -> gateway.find(PaymentLookup.byOrderId(order)));
      assertThatThrownBy(
          () -> gateway.cancel(CancelRequest.full(returned.paymentId(), "returned").build()));

      assertThat(log.lines()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void duringACall_theContextNamesIt_andAfterwardsIsWhatItWas(Shop shop) {
    List<Map<String, String>> seen = new ArrayList<>();
    OkHttpClient client =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  seen.add(context());
                  return chain.proceed(chain.request());
                })
            .build();
    CallListener listener =
        new CallListener() {
          @Override
          public void callEnded(CallEvent call) {
            seen.add(context());
          }
        };
    PaymentGateway gateway = open(shop, HttpOptions.builder().client(client).listener(listener));
    gateway.getToken();
    seen.clear();
    BrowserReturn returned = shop.checkout(sandbox, order, PRICE);
    MDC.put("pg.orderId", "the caller's own");
    MDC.put("pg.call", "the caller's own");
    MDC.put("request", "r-1");
    Map<String, String> before = context();

    confirm(gateway, returned);

    assertThat(seen)
        .hasSize(2)
        .containsOnly(
            Map.of(
                "request",
                "r-1",
                "pg.gateway",
                shop.name().toLowerCase(),
                "pg.call",
                "confirm",
                "pg.orderId",
                order.value(),
                "pg.paymentId",
                returned.paymentId().value()));
    assertThat(context()).isEqualTo(before);

    shop.server(sandbox).inject(Fault.html(503).always());
    seen.clear();
    assertThatThrownBy(() -> gateway.find(PaymentLookup.byPaymentId(returned.paymentId())));

    assertThat(seen).isNotEmpty().allSatisfy(c -> assertThat(c).doesNotContainKey("pg.orderId"));
    assertThat(context()).isEqualTo(before);
  }

  private static Map<String, String> context() {
    return new HashMap<>(Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of()));
  }

  @ParameterizedTest
  @EnumSource
  void loggingLibraryThrows_outcomesAreTheSame(Shop shop) {
    PaymentGateway gateway = open(shop, HttpOptions.builder());
    BrowserReturn returned = shop.checkout(sandbox, order, PRICE);
    try (LogCapture broken = LogCapture.broken(new IllegalStateException("disk full"))) {
      assertThat(confirm(gateway, returned)).isInstanceOf(Confirmed.class);
      assertThat(gateway.find(PaymentLookup.byOrderId(order))).isPresent();
      assertThat(broken.lines()).isEmpty();
    }
    assertThat(shop.server(sandbox).ledger(returned.paymentId()).captures()).isEqualTo(1);
  }
}
