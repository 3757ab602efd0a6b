package kr.pgsdk.sandbox;

import static kr.pgsdk.sandbox.FaultKind.ANSWER_LOST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.http.AttemptEvent;
import kr.pgsdk.core.http.CallEvent;
import kr.pgsdk.core.http.CallListener;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.RetryPolicy;
import kr.pgsdk.core.internal.access.Errors;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.sandbox.log.LogCapture;
import kr.pgsdk.toss.TossGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.event.Level;

/** What a listener sees, and what it can't do. */
@Timeout(100)
class CallListenerTest {
  private static final Money PRICE = Money.krw(15_000);

  private final OrderId order = OrderId.random();
  private final Sandbox sandbox = Sandbox.start();
  private final Events events = new Events();
  private final List<PaymentGateway> opened = new ArrayList<>();

  @AfterEach
  void stop() {
    assertThat(Thread.interrupted()).as("an interrupt left over").isFalse();
    opened.forEach(PaymentGateway::close);
    sandbox.close();
  }

  private PaymentGateway open(Shop shop, CallListener listener) {
    PaymentGateway gateway =
        shop.open(
            sandbox,
            HttpOptions.builder()
                .retryPolicy(new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(1)))
                .listener(listener));
    opened.add(gateway);
    return gateway;
  }

  /** With a token in its cache, and nothing noted yet. */
  private PaymentGateway open(Shop shop) {
    PaymentGateway gateway = open(shop, events);
    gateway.getToken();
    events.clear();
    return gateway;
  }

  private Confirmation confirm(PaymentGateway gateway, BrowserReturn returned) {
    return gateway.confirm(ConfirmRequest.builder(returned.paymentId(), order, PRICE).build());
  }

  private PaymentId paid(Shop shop, PaymentGateway gateway) {
    BrowserReturn returned = shop.checkout(sandbox, order, PRICE);
    assertThat(confirm(gateway, returned)).isInstanceOf(Confirmed.class);
    events.clear();
    return returned.paymentId();
  }

  // --- what it sees

  @ParameterizedTest
  @EnumSource
  void everyVerb_isOneCall_onTheCallersThread(Shop shop) {
    PaymentGateway gateway = open(shop, events);
    gateway.getToken();
    gateway.prepare(PrepareRequest.builder(order, PRICE).build());
    BrowserReturn returned = shop.checkout(sandbox, order, PRICE);
    confirm(gateway, returned);
    gateway.find(PaymentLookup.byPaymentId(returned.paymentId()));
    gateway.find(PaymentLookup.byOrderId(OrderId.of("nobody-1")));
    gateway.cancel(CancelRequest.full(returned.paymentId(), "returned").build());

    assertThat(events.calls())
        .containsExactlyElementsOf(
            switch (shop) {
              case IAMPORT -> everyVerb("Done 1", "Registered 1", 2);
              case TOSS -> everyVerb("Done 0", "ClientSideOnly 0", 2);
              case PORTONE -> everyVerb("Done 0", "ClientSideOnly 1", 3);
            });
    assertThat(events.calls).noneMatch(CallEvent::failed);
    assertThat(events.calls).allMatch(c -> c.gateway().equals(shop.name().toLowerCase()));
    assertThat(events.attempts).allMatch(a -> a.gateway().equals(shop.name().toLowerCase()));
    assertThat(events.threads).containsOnly(Thread.currentThread());
  }

  private static List<String> everyVerb(String token, String prepared, int cancels) {
    return List.of(
        "getToken " + token,
        "prepare " + prepared,
        "confirm Confirmed 1",
        "find Found 1",
        "find NotFound 1",
        "cancel Cancelled " + cancels);
  }

  @Test
  void firstCallAtIamport_theTokensRequestBelongsToIt() {
    PaymentGateway gateway = open(Shop.IAMPORT, events);

    confirm(gateway, Shop.IAMPORT.checkout(sandbox, order, PRICE));

    assertThat(events.attempts())
        .containsExactly("POST getToken #1 DONE 200", "GET payment #1 DONE 200");
    assertThat(events.attempts).allMatch(a -> a.call().equals("confirm"));
    assertThat(events.calls()).containsExactly("confirm Confirmed 2");
  }

  @Test
  void expiredToken_theReplayIsAnAttemptOfItsOwn() {
    PaymentGateway gateway = open(Shop.IAMPORT);
    sandbox.iamport().inject(Fault.status(401).on("GET", "/payments/"));

    confirm(gateway, Shop.IAMPORT.checkout(sandbox, order, PRICE));

    assertThat(events.attempts())
        .containsExactly(
            "GET payment #1 UNAUTHORIZED 401",
            "POST getToken #1 DONE 200",
            "GET payment #2 DONE 200");
    assertThat(events.calls()).containsExactly("confirm Confirmed 3");
  }

  @Test
  void lostAnswers_repetitionsAndLookups_areAttempts_withTossTraceIds() {
    PaymentGateway gateway = open(Shop.TOSS);
    sandbox.toss().inject(Fault.of(ANSWER_LOST).on("POST", "/v1/payments/confirm"));
    sandbox.toss().inject(Fault.html(502).on("POST", "/v1/payments/confirm"));

    confirm(gateway, Shop.TOSS.checkout(sandbox, order, PRICE));

    assertThat(events.attempts())
        .containsExactly(
            "POST confirm #1 LOST",
            "POST confirm #2 UNCERTAIN 502",
            "POST confirm #3 DONE 200",
            "GET payment #1 DONE 200");
    assertThat(events.attempts.get(0).traceId()).isEmpty();
    assertThat(events.attempts.get(3).traceId())
        .hasValueSatisfying(id -> assertThat(id).matches("[0-9a-f]{32}"));
    assertThat(events.calls()).containsExactly("confirm Confirmed 4");
  }

  @ParameterizedTest
  @EnumSource
  void refusedCard_isAnOutcome(Shop shop) {
    PaymentGateway gateway = open(shop);

    confirm(gateway, shop.checkoutWithRefusedCard(sandbox, order, PRICE));

    assertThat(events.calls())
        .containsExactly(
            shop == Shop.TOSS
                ? "confirm NotConfirmed(REFUSED) 2"
                : "confirm NotConfirmed(FAILED) 1");
    List<String> looked = List.of("GET payment #1 DONE 200");
    assertThat(events.attempts())
        .isEqualTo(
            shop == Shop.TOSS ? List.of("POST confirm #1 REFUSED 403", looked.get(0)) : looked);
  }

  @ParameterizedTest
  @EnumSource
  void tooManyRequests_areBusy_andTheCallFails(Shop shop) {
    PaymentGateway gateway = open(shop);
    shop.server(sandbox).inject(Fault.status(429).always());

    assertThatThrownBy(() -> gateway.find(PaymentLookup.byPaymentId(PaymentId.of("p1"))));

    assertThat(events.attempts())
        .isEqualTo(
            Stream.of(1, 2, 3)
                .map(n -> "GET " + shop.findName() + " #" + n + " BUSY 429")
                .toList());
    assertThat(events.calls()).containsExactly("find GatewayException 3");
    assertThat(events.calls).allMatch(CallEvent::failed);
  }

  @ParameterizedTest
  @EnumSource
  void nobodyThere_notSent(Shop shop) {
    PaymentGateway gateway = open(shop);
    sandbox.close();

    assertThatThrownBy(() -> gateway.find(PaymentLookup.byPaymentId(PaymentId.of("p1"))))
        .isInstanceOf(TransportException.class);

    assertThat(events.attempts()).contains("GET " + shop.findName() + " #3 NOT_SENT");
    assertThat(events.calls()).containsExactly("find TransportException 3");
  }

  @ParameterizedTest
  @EnumSource
  void callersMistake_isACallThatSentNothing(Shop shop) {
    PaymentGateway gateway = open(shop);

    assertThatThrownBy(
        () -> gateway.prepare(PrepareRequest.builder(OrderId.of("x".repeat(65)), PRICE).build()));

    assertThat(events.calls()).containsExactly("prepare IllegalArgumentException 0");
    assertThat(events.attempts).isEmpty();
  }

  @Test
  void clientsCalls_areCallsToo_andACustomPathIsNamedWithoutItsIds() {
    TossGateway toss = (TossGateway) open(Shop.TOSS);
    IamportGateway iamport = (IamportGateway) open(Shop.IAMPORT);
    PaymentId paid = paid(Shop.TOSS, toss);

    toss.client().payment(paid);
    toss.client().request("GET", "/v1/payments/" + paid + "?key=v", null);
    assertThatThrownBy(() -> toss.client().request("POST", "/v1/billing/Zq0-kEy_of.buyer", "{}"));
    assertThatThrownBy(() -> iamport.client().request("GET", "/subscribe/customers/minsu", null));

    assertThat(events.calls.stream().map(CallEvent::call))
        .containsExactly(
            "payment", "GET /v1/payments/*", "POST /v1/billing/*", "GET /subscribe/customers/*");
    assertThat(events.attempts.stream().map(AttemptEvent::operation))
        .contains("GET payment", "GET /v1/payments/*", "POST /v1/billing/*");
  }

  @ParameterizedTest
  @EnumSource
  void gatewayWithOtherOptions_hasTheSameListener(Shop shop) {
    PaymentGateway gateway = open(shop).with(CallOptions.builder().attempts(1).build());

    gateway.find(PaymentLookup.byPaymentId(PaymentId.of("p1")));

    assertThat(events.calls()).containsExactly("find NotFound 1");
  }

  // --- what it can't do

  /** A listener in Kotlin throws checked exceptions that nobody declares. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void sneak(Throwable thrown) throws E {
    throw (E) thrown;
  }

  private static CallListener throwing(Throwable thrown, AtomicInteger told) {
    return new CallListener() {
      @Override
      public void attemptEnded(AttemptEvent attempt) {
        told.incrementAndGet();
        CallListenerTest.<RuntimeException>sneak(thrown);
      }

      @Override
      public void callEnded(CallEvent call) {
        told.incrementAndGet();
        CallListenerTest.<RuntimeException>sneak(thrown);
      }
    };
  }

  static Stream<Arguments> whatIsThrown() {
    return Stream.of(
            new IllegalStateException("canary-thrown"),
            new IOException("canary-thrown"),
            Errors.make()
                .outcomeUnknown(
                    "canary-thrown",
                    kr.pgsdk.core.internal.access.ErrorDetails.builder("toss").build(),
                    null,
                    null),
            new StackOverflowError("canary-thrown"),
            new AssertionError("canary-thrown"),
            new NoClassDefFoundError("canary-thrown"),
            new OutOfMemoryError("canary-thrown"))
        .flatMap(thrown -> Stream.of(Shop.values()).map(shop -> Arguments.of(shop, thrown)));
  }

  @ParameterizedTest
  @MethodSource("whatIsThrown")
  void listenerThrows_outcomesAreTheSame_andOneWarningNamesIt(Shop shop, Throwable thrown) {
    AtomicInteger told = new AtomicInteger();
    try (LogCapture log = LogCapture.at(Level.WARN)) {
      PaymentGateway gateway = open(shop, throwing(thrown, told));
      BrowserReturn returned = shop.checkout(sandbox, order, PRICE);

      Confirmation confirmation = confirm(gateway, returned);
      Cancellation cancellation =
          gateway.cancel(
              CancelRequest.full(returned.paymentId(), "returned").expectedBalance(PRICE).build());

      assertThat(confirmation).isInstanceOf(Confirmed.class);
      assertThat(cancellation).isInstanceOf(Cancellation.Cancelled.class);
      assertThat(shop.server(sandbox).ledger(returned.paymentId()).captures()).isEqualTo(1);
      assertThat(shop.server(sandbox).ledger(returned.paymentId()).refunds()).isEqualTo(1);
      assertThat(told.get()).isGreaterThanOrEqualTo(4);
      assertThat(log.lines())
          .singleElement()
          .satisfies(
              line ->
                  assertThat(line.text())
                      .contains("CallListener", thrown.getClass().getName())
                      .doesNotContain("canary-thrown"));
    }
  }

  @Test
  void listenerIsInterrupted_afterTheAnswer_theOutcomeStands_andTheFlag() {
    PaymentGateway gateway =
        open(Shop.TOSS, throwing(new InterruptedException(), new AtomicInteger()));
    BrowserReturn returned = Shop.TOSS.checkout(sandbox, order, PRICE);

    assertThat(confirm(gateway, returned)).isInstanceOf(Confirmed.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void listenerInterrupts_afterTheAnswer_theOutcomeStands_andTheFlag() {
    PaymentGateway gateway = open(Shop.TOSS, interrupting());
    BrowserReturn returned = Shop.TOSS.checkout(sandbox, order, PRICE);

    assertThat(confirm(gateway, returned)).isInstanceOf(Confirmed.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void listenerInterrupts_afterALostAnswer_whatIsUnknownIsSaidToBe() {
    PaymentGateway gateway = open(Shop.TOSS, interrupting());
    BrowserReturn returned = Shop.TOSS.checkout(sandbox, order, PRICE);
    sandbox.toss().inject(Fault.of(ANSWER_LOST).on("POST", "/v1/payments/confirm"));

    assertThatThrownBy(() -> confirm(gateway, returned))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(sandbox.toss().journal().count("POST", "/v1/payments/confirm")).isEqualTo(1);
  }

  private static CallListener interrupting() {
    return new CallListener() {
      @Override
      public void attemptEnded(AttemptEvent attempt) {
        Thread.currentThread().interrupt();
      }
    };
  }

  @ParameterizedTest
  @EnumSource
  void listenerSwallowsAnInterrupt_theCallerStillHasIt(Shop shop) {
    PaymentGateway warm = open(shop);
    AtomicInteger swallowed = new AtomicInteger();
    PaymentGateway gateway =
        shop == Shop.TOSS
            ? open(
                shop,
                new CallListener() {
                  @Override
                  public void attemptEnded(AttemptEvent attempt) {
                    if (Thread.interrupted()) {
                      swallowed.incrementAndGet();
                    }
                  }
                })
            : warm;
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> gateway.find(PaymentLookup.byPaymentId(PaymentId.of("p1"))))
        .isInstanceOf(TransportException.class);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(swallowed.get()).isEqualTo(shop == Shop.TOSS ? 1 : 0);
  }

  @ParameterizedTest
  @EnumSource
  void listenerCallsTheGateway_isRefused_andTheCallGoesOn(Shop shop) {
    AtomicReference<PaymentGateway> self = new AtomicReference<>();
    List<Throwable> refusals = new ArrayList<>();
    PaymentGateway other = open(shop == Shop.TOSS ? Shop.IAMPORT : Shop.TOSS);
    CallListener calling =
        new CallListener() {
          @Override
          public void attemptEnded(AttemptEvent attempt) {
            attempt(() -> self.get().find(PaymentLookup.byOrderId(order)));
            attempt(self.get()::getToken);
          }

          @Override
          public void callEnded(CallEvent call) {
            attempt(() -> other.prepare(PrepareRequest.builder(order, PRICE).build()));
            attempt(other::getToken);
          }

          private void attempt(Runnable call) {
            try {
              call.run();
            } catch (IllegalStateException e) {
              refusals.add(e);
            }
          }
        };
    PaymentGateway gateway = open(shop, calling);
    self.set(gateway);
    BrowserReturn returned = shop.checkout(sandbox, order, PRICE);

    assertThat(confirm(gateway, returned)).isInstanceOf(Confirmed.class);

    assertThat(refusals).hasSize(2 + 2 * (1 + shop.tokenRequests()));
    assertThat(refusals).allSatisfy(e -> assertThat(e).hasMessageContaining("another thread"));
    assertThat(shop.server(sandbox).journal().count()).isEqualTo(1 + shop.tokenRequests());
  }

  @ParameterizedTest
  @EnumSource
  void listenerHandsWorkToAnotherThread_whichMayCall(Shop shop) throws Exception {
    AtomicReference<PaymentGateway> self = new AtomicReference<>();
    CompletableFuture<Optional<Payment>> found = new CompletableFuture<>();
    CallListener handing =
        new CallListener() {
          @Override
          public void callEnded(CallEvent call) {
            if (call.call().equals("confirm")) {
              found.completeAsync(() -> self.get().find(PaymentLookup.byOrderId(order)));
            }
          }
        };
    PaymentGateway gateway = open(shop, handing);
    self.set(gateway);

    confirm(gateway, shop.checkout(sandbox, order, PRICE));

    assertThat(found.get(100, TimeUnit.SECONDS)).isPresent();
  }
}
