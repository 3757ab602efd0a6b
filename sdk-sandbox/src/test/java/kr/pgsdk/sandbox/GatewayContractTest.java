package kr.pgsdk.sandbox;

import static kr.pgsdk.sandbox.FaultKind.ANSWER_LOST;
import static kr.pgsdk.sandbox.FaultKind.CUT_AFTER_READ;
import static kr.pgsdk.sandbox.FaultKind.STALL_BEFORE_EXECUTION;
import static kr.pgsdk.sandbox.FaultKind.TRUNCATED_BODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Cancellation.AlreadyCancelled;
import kr.pgsdk.core.Cancellation.Cancelled;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.ConfirmRequest.OnMismatch;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.AwaitingDeposit;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.Confirmed.Capture;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.Preparation;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.error.VerificationException;
import kr.pgsdk.core.http.HttpOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of {@link PaymentGateway}: the same scenarios on every gateway. */
@Timeout(100)
class GatewayContractTest {
  private static final Instant NOW = Instant.parse("2026-03-01T03:00:00Z");
  private static final Money PRICE = Money.krw(15_000);

  private final OrderId order = OrderId.random();
  private final List<PaymentGateway> opened = new ArrayList<>();
  private Sandbox sandbox;

  @BeforeEach
  void start() {
    sandbox = Sandbox.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC)).start();
  }

  @AfterEach
  void stop() {
    opened.forEach(PaymentGateway::close);
    sandbox.close();
  }

  private PaymentGateway open(Shop shop) {
    PaymentGateway gateway = shop.open(sandbox, HttpOptions.builder());
    opened.add(gateway);
    return gateway;
  }

  private ConfirmRequest.Builder confirmRequest(BrowserReturn returned) {
    return ConfirmRequest.builder(returned.paymentId(), order, PRICE);
  }

  private Confirmation confirm(PaymentGateway gateway, BrowserReturn returned) {
    return gateway.confirm(
        confirmRequest(returned).returned(returned.orderId(), returned.amount()).build());
  }

  /** A confirmed payment of {@link #PRICE}. */
  private PaymentId paid(Shop shop, PaymentGateway gateway) {
    BrowserReturn returned = shop.checkout(sandbox, order, PRICE);
    assertThat(confirm(gateway, returned)).isInstanceOf(Confirmed.class);
    return returned.paymentId();
  }

  private Ledger ledger(Shop shop, PaymentId paymentId) {
    return shop.server(sandbox).ledger(paymentId);
  }

  private Journal journal(Shop shop) {
    return shop.server(sandbox).journal();
  }

  // --- getToken

  @ParameterizedTest
  @EnumSource
  void tokenAskedTwice_isFetchedOnceAtMost_andHidden(Shop shop) {
    PaymentGateway gateway = open(shop);

    String header = gateway.getToken().headerValue();

    assertThat(gateway.getToken().headerValue()).isEqualTo(header);
    assertThat(gateway.getToken().toString()).doesNotContain(gateway.getToken().value());
    assertThat(journal(shop).count()).isEqualTo(shop.tokenRequests());
  }

  @ParameterizedTest
  @EnumSource
  void wrongKey_isAnAuthenticationError_thatDoesNotShowIt(Shop shop) {
    try (PaymentGateway gateway = shop.openWithWrongKey(sandbox)) {
      assertThatThrownBy(() -> gateway.find(PaymentLookup.byOrderId(order)))
          .isInstanceOf(AuthenticationException.class)
          .hasMessageNotContaining("wrong");
    }
  }

  // --- prepare

  @ParameterizedTest
  @EnumSource
  void prepared_checkoutCarriesOrderAndAmount(Shop shop) {
    Preparation preparation =
        open(shop).prepare(PrepareRequest.builder(order, PRICE).orderName("T-shirt").build());

    assertThat(preparation.orderId()).isEqualTo(order);
    assertThat(preparation.money()).isEqualTo(PRICE);
    assertThat(preparation.checkout().toJson())
        .contains("\"" + order + "\"", PRICE.toPlainString(), "\"T-shirt\"");
  }

  @ParameterizedTest
  @EnumSource
  void preparedTwiceWithTheSameAmount_isNoError(Shop shop) {
    PaymentGateway gateway = open(shop);
    PrepareRequest request = PrepareRequest.builder(order, PRICE).build();

    assertThat(gateway.prepare(request)).hasSameClassAs(gateway.prepare(request));
  }

  @ParameterizedTest
  @EnumSource
  void orderIdTheGatewayWouldRefuse_isRefusedBeforeAnythingIsSent(Shop shop) {
    PaymentGateway gateway = open(shop);

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                gateway.prepare(PrepareRequest.builder(OrderId.of("x".repeat(65)), PRICE).build()));
    assertThat(journal(shop).count()).isZero();
  }

  // --- find

  @ParameterizedTest
  @EnumSource
  void paidPayment_isFound_byEitherId(Shop shop) {
    PaymentGateway gateway = open(shop);
    PaymentId id = paid(shop, gateway);

    for (PaymentLookup lookup :
        List.of(PaymentLookup.byPaymentId(id), PaymentLookup.byOrderId(order))) {
      Payment payment = gateway.find(lookup).orElseThrow();
      assertThat(payment.paymentId()).isEqualTo(id);
      assertThat(payment.orderId()).isEqualTo(order);
      assertThat(payment.amount()).isEqualTo(PRICE);
      assertThat(payment.balance()).isEqualTo(PRICE);
      assertThat(payment.status().isPaid()).isTrue();
      assertThat(payment.paidAt()).hasValue(NOW);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatTheGatewayDoesNotKnow_isEmpty(Shop shop) {
    PaymentGateway gateway = open(shop);

    assertThat(gateway.find(PaymentLookup.byPaymentId(PaymentId.of("nobody")))).isEmpty();
    assertThat(gateway.find(PaymentLookup.byOrderId(OrderId.of("nobody-1")))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void notFoundFromAProxy_isNoAnswerOfTheGateway(Shop shop) {
    PaymentGateway gateway = open(shop);
    shop.server(sandbox).inject(Fault.html(404).on("GET", "/").always());

    assertThatThrownBy(() -> gateway.find(PaymentLookup.byOrderId(order)))
        .isInstanceOfSatisfying(
            MalformedResponseException.class, e -> assertThat(e.httpStatus()).hasValue(404));
  }

  @ParameterizedTest
  @EnumSource
  void answerCutOff_readIsRepeated(Shop shop) {
    PaymentGateway gateway = open(shop);
    PaymentId id = paid(shop, gateway);
    journal(shop).clear();
    shop.server(sandbox).inject(Fault.of(CUT_AFTER_READ).on("GET", shop.findPath(id)).times(2));

    assertThat(gateway.find(PaymentLookup.byPaymentId(id))).isPresent();
    assertThat(journal(shop).count("GET", shop.findPath(id))).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void thousandFinds_sendAThousandRequests_andOneTokenAtMost(Shop shop) {
    PaymentGateway gateway = open(shop);
    PaymentId id = paid(shop, gateway);
    journal(shop).clear();

    for (int i = 0; i < 1_000; i++) {
      assertThat(gateway.find(PaymentLookup.byPaymentId(id))).isPresent();
    }

    assertThat(journal(shop).count("GET", shop.findPath(id))).isEqualTo(1_000);
    assertThat(journal(shop).count()).isEqualTo(1_000);
  }

  @ParameterizedTest
  @EnumSource
  void manyThreadsWithoutAToken_fetchOne(Shop shop) throws Exception {
    PaymentId id = paid(shop, open(shop));
    PaymentGateway gateway = open(shop);
    journal(shop).clear();
    int callers = 64;
    CyclicBarrier together = new CyclicBarrier(callers);
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      List<Future<Optional<Payment>>> found = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        found.add(
            threads.submit(
                () -> {
                  together.await(100, TimeUnit.SECONDS);
                  return gateway.find(PaymentLookup.byPaymentId(id));
                }));
      }
      for (Future<Optional<Payment>> one : found) {
        assertThat(one.get()).isPresent();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(journal(shop).count("GET", shop.findPath(id))).isEqualTo(callers);
    assertThat(journal(shop).count()).isEqualTo(callers + shop.tokenRequests());
  }

  // --- confirm

  @ParameterizedTest
  @EnumSource
  void paidAsExpected_isConfirmed_andCapturedOnce(Shop shop) {
    PaymentGateway gateway = open(shop);
    BrowserReturn returned = shop.checkout(sandbox, order, PRICE);

    assertThat(confirm(gateway, returned).orElseThrow().paymentId())
        .isEqualTo(returned.paymentId());

    assertThat(ledger(shop, returned.paymentId()).captures()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void confirmedTwice_evenByAnotherServer_isCapturedOnce(Shop shop) {
    BrowserReturn returned = shop.checkout(sandbox, order, PRICE);
    assertThat(confirm(open(shop), returned)).isInstanceOf(Confirmed.class);

    assertThat(confirm(open(shop), returned))
        .isInstanceOfSatisfying(
            Confirmed.class, c -> assertThat(c.capture()).isEqualTo(Capture.ALREADY_CAPTURED));
    assertThat(ledger(shop, returned.paymentId()).captures()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void browserBroughtAnotherAmount_nothingIsSent(Shop shop) {
    PaymentGateway gateway = open(shop);
    BrowserReturn returned = shop.checkout(sandbox, order, PRICE);
    journal(shop).clear();

    Confirmation result =
        gateway.confirm(confirmRequest(returned).returned(order, Money.krw(100)).build());

    assertNotConfirmed(result, Reason.MISMATCH, MoneyHeld.UNKNOWN);
    assertThat(journal(shop).count()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void anotherAmountWasPaid_isNotConfirmed(Shop shop) {
    PaymentGateway gateway = open(shop);
    BrowserReturn returned = shop.checkout(sandbox, order, Money.krw(100));

    assertThat(gateway.confirm(confirmRequest(returned).build())).isInstanceOf(NotConfirmed.class);
  }

  @ParameterizedTest
  @EnumSource
  void paymentOfAStranger_isNotConfirmed_andNeverRefunded(Shop shop) {
    PaymentGateway gateway = open(shop);
    BrowserReturn strangers = shop.checkout(sandbox, OrderId.random(), Money.krw(100));

    Confirmation result =
        gateway.confirm(confirmRequest(strangers).onMismatch(OnMismatch.CANCEL).build());

    assertThat(result)
        .isInstanceOfSatisfying(
            NotConfirmed.class,
            refused -> {
              assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.NO);
              assertThat(refused.refund()).isEmpty();
            });
    assertThat(ledger(shop, strangers.paymentId()).refunds()).isZero();
    assertThat(journal(shop).count("POST", shop.cancelPath(strangers.paymentId()))).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void refusedCard_isAValue_withTheGatewaysReason(Shop shop) {
    PaymentGateway gateway = open(shop);
    BrowserReturn returned = shop.checkoutWithRefusedCard(sandbox, order, PRICE);

    assertThat(confirm(gateway, returned))
        .isInstanceOfSatisfying(
            NotConfirmed.class,
            refused -> {
              assertThat(refused.reason()).isIn(Reason.REFUSED, Reason.FAILED);
              assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.NO);
              String words = refused.refusal().orElseThrow().message().orElseThrow();
              assertThatThrownBy(refused::orElseThrow).hasMessageNotContaining(words);
              assertThat(refused.toString()).doesNotContain(words);
            });
    assertThat(ledger(shop, returned.paymentId()).captures()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void abandonedCheckout_isNotConfirmed(Shop shop) {
    BrowserReturn returned = shop.abandon(sandbox, order, PRICE);

    assertThat(open(shop).confirm(confirmRequest(returned).build()))
        .isInstanceOfSatisfying(
            NotConfirmed.class, refused -> assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.NO));
  }

  @ParameterizedTest
  @EnumSource
  void unknownPayment_isNotConfirmed_notFound(Shop shop) {
    Confirmation result =
        open(shop).confirm(ConfirmRequest.builder(PaymentId.of("nobody"), order, PRICE).build());

    assertNotConfirmed(result, Reason.NOT_FOUND, MoneyHeld.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource
  void virtualAccount_awaitsItsDeposit_thenIsConfirmed(Shop shop) {
    PaymentGateway gateway = open(shop);
    BrowserReturn returned = shop.chooseVirtualAccount(sandbox, order, PRICE);

    assertThat(confirm(gateway, returned))
        .isInstanceOfSatisfying(
            AwaitingDeposit.class,
            waiting -> {
              assertThat(waiting.payment().virtualAccount().orElseThrow().number()).isNotBlank();
              assertThat(waiting.payment().virtualAccount().orElseThrow().dueAt()).isPresent();
              assertThat(waiting.payment().balance()).isEqualTo(Money.krw(0));
            });

    shop.deposit(sandbox, returned.paymentId());
    assertThat(confirm(gateway, returned)).isInstanceOf(Confirmed.class);
  }

  @ParameterizedTest
  @EnumSource
  void answerLostAfterConfirming_isConfirmedAllTheSame_capturedOnce(Shop shop) {
    PaymentGateway gateway = open(shop);
    BrowserReturn returned = shop.checkout(sandbox, order, PRICE);
    shop.server(sandbox)
        .inject(
            Fault.of(ANSWER_LOST)
                .on(shop.confirmMethod(), "/")
                .when(e -> !e.path().contains("getToken")));

    assertThat(confirm(gateway, returned)).isInstanceOf(Confirmed.class);
    assertThat(ledger(shop, returned.paymentId()).captures()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void cancelledSinceTheConfirm_isNotConfirmedAgain(Shop shop) {
    PaymentGateway gateway = open(shop);
    BrowserReturn returned = shop.checkout(sandbox, order, PRICE);
    confirm(gateway, returned);
    gateway.cancel(CancelRequest.full(returned.paymentId(), "out of stock").build());

    assertNotConfirmed(confirm(gateway, returned), Reason.CANCELLED, MoneyHeld.NO);
  }

  private static void assertNotConfirmed(Confirmation result, Reason reason, MoneyHeld held) {
    assertThat(result)
        .isInstanceOfSatisfying(
            NotConfirmed.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(reason);
              assertThat(refused.moneyHeld()).isEqualTo(held);
            });
  }

  // --- cancel

  @ParameterizedTest
  @EnumSource
  void partThenTheRest_areCancelled_andNothingIsLeft(Shop shop) {
    PaymentGateway gateway = open(shop);
    PaymentId id = paid(shop, gateway);

    Cancellation part = gateway.cancel(CancelRequest.partial(id, Money.krw(5_000), "one").build());
    Cancellation rest = gateway.cancel(CancelRequest.full(id, "the rest").orderId(order).build());

    assertThat(part).isInstanceOf(Cancelled.class);
    assertThat(part.cancelledNow()).hasValue(Money.krw(5_000));
    assertThat(part.payment().status().known()).isEqualTo(Known.PARTIALLY_CANCELLED);
    assertThat(part.payment().balance()).isEqualTo(Money.krw(10_000));
    assertThat(rest).isInstanceOf(Cancelled.class);
    assertThat(rest.cancelledNow()).hasValue(Money.krw(10_000));
    assertThat(rest.payment().status().known()).isEqualTo(Known.CANCELLED);
    assertThat(rest.payment().cancelled()).isEqualTo(PRICE);
    assertThat(rest.payment().cancels()).hasSize(2);
    assertThat(gateway.cancel(CancelRequest.full(id, "again").build()))
        .isInstanceOf(AlreadyCancelled.class);
    assertThat(ledger(shop, id).refunded()).isEqualTo(PRICE);
    assertThat(ledger(shop, id).refunds()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void sameRequestObjectTwice_isOneRefund_twoObjectsAreTwo(Shop shop) {
    PaymentGateway gateway = open(shop);
    PaymentId id = paid(shop, gateway);
    CancelRequest request = CancelRequest.partial(id, Money.krw(5_000), "one").build();

    assertThat(gateway.cancel(request)).isInstanceOf(Cancelled.class);
    assertThat(gateway.cancel(request)).isInstanceOf(AlreadyCancelled.class);
    assertThat(ledger(shop, id).refunded()).isEqualTo(Money.krw(5_000));

    gateway.cancel(CancelRequest.partial(id, Money.krw(5_000), "another").build());
    assertThat(ledger(shop, id).refunded()).isEqualTo(Money.krw(10_000));
  }

  @ParameterizedTest
  @EnumSource
  void requestBuiltAnewFromWhatWasStored_isTheSameRefund(Shop shop) {
    PaymentId id = paid(shop, open(shop));
    CancelRequest request = CancelRequest.partial(id, Money.krw(5_000), "one").build();
    open(shop).cancel(request);

    CancelRequest fromStore =
        CancelRequest.partial(id, Money.krw(5_000), "one")
            .expectedBalance(request.expectedBalance().orElseThrow())
            .idempotencyKey(request.idempotencyKey())
            .build();
    Cancellation again = open(shop).cancel(fromStore);

    assertThat(again.payment().balance()).isEqualTo(Money.krw(10_000));
    assertThat(ledger(shop, id).refunds()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void answerToTheCancelIsLost_theLookupProvesIt(Shop shop) {
    PaymentGateway gateway = open(shop);
    PaymentId id = paid(shop, gateway);
    shop.server(sandbox).inject(Fault.of(ANSWER_LOST).on("POST", shop.cancelPath(id)).always());

    assertThat(gateway.cancel(CancelRequest.partial(id, Money.krw(5_000), "one").build()))
        .isInstanceOfSatisfying(
            Cancelled.class, c -> assertThat(c.cancelledNow()).hasValue(Money.krw(5_000)));
    assertThat(ledger(shop, id).refunds()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void cancelIsCutAndNothingChanged_doubt_handedInAgainItIsOneRefund(Shop shop) {
    PaymentGateway gateway = open(shop);
    PaymentId id = paid(shop, gateway);
    InjectedFault cut =
        shop.server(sandbox)
            .inject(Fault.of(CUT_AFTER_READ).on("POST", shop.cancelPath(id)).always());

    OutcomeUnknownException doubt =
        catchThrowableOfType(
            OutcomeUnknownException.class,
            () -> gateway.cancel(CancelRequest.full(id, "all").build()));
    assertThat(doubt.lookup()).isEqualTo(PaymentLookup.byPaymentId(id));
    shop.server(sandbox).clearFaults();

    String stored = doubt.pendingCancel().orElseThrow().toText();
    CancelRequest minutesLater = CancelRequest.resume(stored, Duration.ofMinutes(3));
    assertThat(gateway.cancel(minutesLater)).isInstanceOf(Cancelled.class);
    assertThat(ledger(shop, id).refunds()).isEqualTo(1);
    assertThat(cut).isNotNull();
  }

  @ParameterizedTest
  @EnumSource
  void partAboveTheBalance_isRefusedBeforeTheCancelIsSent(Shop shop) {
    PaymentGateway gateway = open(shop);
    PaymentId id = paid(shop, gateway);

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> gateway.cancel(CancelRequest.partial(id, Money.krw(15_001), "r").build()));
    assertThat(journal(shop).count("POST", shop.cancelPath(id))).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void paymentOfAnotherOrder_isNotCancelled(Shop shop) {
    PaymentGateway gateway = open(shop);
    PaymentId id = paid(shop, gateway);
    CancelRequest request = CancelRequest.full(id, "r").orderId(OrderId.random()).build();

    assertThatThrownBy(() -> gateway.cancel(request)).isInstanceOf(VerificationException.class);
    assertThat(ledger(shop, id).refunds()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void staleExpectedBalance_cancelsNothing(Shop shop) {
    PaymentGateway gateway = open(shop);
    PaymentId id = paid(shop, gateway);
    shop.server(sandbox).cancelInConsole(id, Money.krw(4_000));

    assertThatThrownBy(
            () ->
                gateway.cancel(
                    CancelRequest.partial(id, Money.krw(5_000), "r")
                        .expectedBalance(PRICE)
                        .build()))
        .isInstanceOf(GatewayException.class);
    assertThat(ledger(shop, id).refunded()).isEqualTo(Money.krw(4_000));
  }

  @ParameterizedTest
  @EnumSource
  void accountNobodyHasPaidInto_isGivenUp(Shop shop) {
    PaymentGateway gateway = open(shop);
    BrowserReturn returned = shop.chooseVirtualAccount(sandbox, order, PRICE);
    confirm(gateway, returned);

    Cancellation result =
        gateway.cancel(CancelRequest.full(returned.paymentId(), "changed mind").build());

    assertThat(result).isInstanceOf(Cancelled.class);
    assertThat(result.payment().status().known()).isEqualTo(Known.CANCELLED);
    assertThat(result.cancelledNow()).isEmpty();
    assertThat(ledger(shop, returned.paymentId()).refunds()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void unknownPayment_isARefusal(Shop shop) {
    assertThatThrownBy(
            () -> open(shop).cancel(CancelRequest.full(PaymentId.of("nobody"), "r").build()))
        .isInstanceOf(GatewayException.class);
  }

  // --- the gateway object

  @ParameterizedTest
  @EnumSource
  void gatewayNotReached_everyVerbMayBeCalledAgain(Shop shop) throws IOException {
    PaymentId id = paid(shop, open(shop));
    try (Socket silent = new Socket()) {
      silent.bind(new InetSocketAddress("127.0.0.1", 0)); // it doesn't listen, and nobody else can
      HttpOptions options =
          HttpOptions.builder().baseUrl("http://127.0.0.1:" + silent.getLocalPort()).build();
      PaymentGateway gateway =
          switch (shop) {
            case IAMPORT -> Gateways.iamport(sandbox).http(options).build();
            case TOSS -> Gateways.toss(sandbox).http(options).build();
            case PORTONE -> Gateways.portOne(sandbox).http(options).build();
          };
      List<Runnable> calls =
          List.of(
              () -> gateway.find(PaymentLookup.byPaymentId(id)),
              () -> gateway.confirm(ConfirmRequest.builder(id, order, PRICE).build()),
              () -> gateway.cancel(CancelRequest.full(id, "r").expectedBalance(PRICE).build()));
      for (Runnable call : calls) {
        assertThatThrownBy(call::run)
            .isInstanceOfSatisfying(
                TransportException.class, e -> assertThat(e.isRetryable()).isTrue());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void callOptions_travelWithTheirCallsAlone(Shop shop) {
    PaymentGateway gateway = open(shop);
    PaymentId id = paid(shop, gateway);
    PaymentGateway traced =
        gateway.with(
            CallOptions.builder()
                .header("X-Request-Id", "r-1")
                .deadline(Duration.ofSeconds(5))
                .build());
    journal(shop).clear();

    traced.find(PaymentLookup.byPaymentId(id));
    assertThat(journal(shop).last().header("X-Request-Id")).hasValue("r-1");

    gateway.find(PaymentLookup.byPaymentId(id));
    assertThat(journal(shop).last().header("X-Request-Id")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void closed_everyLaterCallIsRefused_alsoThroughItsCopies(Shop shop) {
    PaymentGateway gateway = open(shop);
    PaymentGateway copy = gateway.with(CallOptions.builder().attempts(1).build());

    gateway.close();
    gateway.close();

    for (PaymentGateway closed : List.of(gateway, copy)) {
      assertThatIllegalStateException()
          .isThrownBy(() -> closed.find(PaymentLookup.byOrderId(order)))
          .withMessageContaining("closed");
      assertThatIllegalStateException().isThrownBy(closed::getToken);
    }
    assertThat(journal(shop).count()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void silentGateway_theDeadlineEndsTheCall(Shop shop) {
    PaymentGateway gateway = open(shop);
    PaymentId id = paid(shop, gateway);
    shop.server(sandbox)
        .inject(Fault.of(STALL_BEFORE_EXECUTION).on("GET", shop.findPath(id)).always());

    PaymentGateway urgent =
        gateway.with(CallOptions.builder().deadline(Duration.ofMillis(300)).build());

    assertThatThrownBy(() -> urgent.find(PaymentLookup.byPaymentId(id)))
        .isInstanceOf(TransportException.class);
  }

  @ParameterizedTest
  @EnumSource
  void refusal_hasTheCodeInItsMessage_andTheGatewaysWordsInGatewayMessageAlone(Shop shop) {
    PaymentGateway gateway = open(shop);
    PaymentId id = paid(shop, gateway);
    shop.server(sandbox).inject(Fault.status(403).on("GET", shop.findPath(id)));

    assertThatThrownBy(() -> gateway.find(PaymentLookup.byPaymentId(id)))
        .isInstanceOfSatisfying(
            GatewayException.class,
            e ->
                assertThat(e)
                    .hasMessageContaining("HTTP 403")
                    .hasMessageContaining(e.gatewayCode().orElseThrow())
                    .hasMessageContaining("gatewayMessage()")
                    .hasMessageNotContaining(e.gatewayMessage().orElseThrow()));
  }

  @ParameterizedTest
  @EnumSource
  void anyAbsurdBody_isAPaymentException(Shop shop) {
    PaymentGateway gateway = open(shop);
    PaymentId id = paid(shop, gateway);
    for (Fault fault :
        List.of(
            Fault.empty(200),
            Fault.html(200),
            Fault.of(TRUNCATED_BODY),
            Fault.answer(200, "application/json", "[]"),
            Fault.answer(200, "application/json", "{\"a\":".repeat(10_000)))) {
      shop.server(sandbox).inject(fault.on("GET", shop.findPath(id)));
      assertThatThrownBy(() -> gateway.find(PaymentLookup.byPaymentId(id)))
          .isInstanceOfSatisfying(
              PaymentException.class, e -> assertThat(e.httpStatus()).hasValue(200))
          .hasMessageNotContaining("<html");
    }
  }
}
