package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.durable.Arrival;
import kr.pgsdk.durable.Delivery;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.PaymentEvent;
import kr.pgsdk.durable.Resumed;
import kr.pgsdk.durable.store.MemoryPaymentStore;
import kr.pgsdk.durable.store.OrderRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks that repeat, come late, lie, or announce what isn't to be seen: what a shop is told. */
@Timeout(100)
class DurableWebhookTest {
  private static final Money PRICE = DurableShop.PRICE;
  private static final Money ITEM = Money.krw(5_000);

  private final OrderId order = OrderId.random();
  private final List<String> told = new ArrayList<>();
  private Sandbox sandbox;
  private LaggingGateway gateway;
  private DurablePayments payments;
  private boolean handlerFails;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start();
  }

  @AfterEach
  void stop() {
    gateway.close();
    sandbox.close();
  }

  private void open(Shop at) {
    gateway = new LaggingGateway(at.open(sandbox, HttpOptions.builder()));
    payments =
        DurablePayments.builder(MemoryPaymentStore.create(sandbox.clock()), this::hear)
            .account("main", gateway)
            .build();
    payments.open(OpenOrder.builder(order, PRICE).orderName("T-shirt").build());
  }

  private void hear(PaymentEvent event, Delivery delivery) {
    if (handlerFails) {
      throw new IllegalStateException("the stock is locked");
    }
    told.add(
        event.getClass().getSimpleName()
            + " "
            + event.now().held().amount().subtract(event.before().held().amount()));
  }

  private BrowserReturn paid(Shop at) {
    open(at);
    BrowserReturn back = at.checkout(sandbox, order, PRICE);
    assertThat(returned(at, back)).isInstanceOf(Arrival.Paid.class);
    return back;
  }

  private Arrival returned(Shop at, BrowserReturn back) {
    return payments.returned(DurableShop.back(at, back));
  }

  private BrowserReturn deposited(Shop at) {
    open(at);
    BrowserReturn back = at.chooseVirtualAccount(sandbox, order, PRICE);
    returned(at, back);
    at.deposit(sandbox, back.paymentId());
    return back;
  }

  private List<SandboxWebhook> webhooks(Shop at, BrowserReturn back) {
    return at.server(sandbox).webhooks(back.paymentId());
  }

  private static UntrustedPayment naming(Shop at, @Nullable PaymentId id, @Nullable OrderId order) {
    return UntrustedPayment.of(at.terms(), id, order, null);
  }

  private Resumed receive(UntrustedPayment named) {
    assertThat(payments.notified(named)).isEqualTo(200);
    return payments.resume(Duration.ofSeconds(20));
  }

  private Confirmation look(BrowserReturn back) {
    return gateway.confirm(
        ConfirmRequest.builder(back.paymentId(), order, PRICE).withoutCapture().build());
  }

  // --- repeats

  @ParameterizedTest
  @EnumSource
  void theSameWebhookAgain_tellsNothing_alsoBeforeItWasLookedInto(Shop at) {
    BrowserReturn back = paid(at);
    at.server(sandbox).cancelInConsole(back.paymentId(), ITEM);
    UntrustedPayment webhook = WebhookTest.named(at, webhooks(at, back).get(0));

    payments.notified(webhook);
    receive(webhook);
    receive(webhook);

    assertThat(told).containsExactly("OrderPaid 15000", "MoneyReturned -5000");
  }

  @Test
  void bothKindsOfTosssWebhookAboutADeposit_areOneChange() {
    BrowserReturn back = deposited(Shop.TOSS);
    List<SandboxWebhook> both = webhooks(Shop.TOSS, back);
    assertThat(both).hasSize(2);

    receive(WebhookTest.named(Shop.TOSS, both.get(1)));
    receive(WebhookTest.named(Shop.TOSS, both.get(0)));

    assertThat(told).containsExactly("AwaitingDeposit 0", "OrderPaid 15000");
  }

  @ParameterizedTest
  @EnumSource
  void eachCancelInTheConsoleIsTold_alsoTwoOfTheSameStatusAndAmount(Shop at) {
    BrowserReturn back = paid(at);
    for (int i = 0; i < 2; i++) {
      at.server(sandbox).cancelInConsole(back.paymentId(), ITEM);
      receive(WebhookTest.named(at, webhooks(at, back).get(0)));
    }

    assertThat(told)
        .containsExactly("OrderPaid 15000", "MoneyReturned -5000", "MoneyReturned -5000");
  }

  @ParameterizedTest
  @EnumSource
  void orderIdAlone_orPaymentIdAlone_isEnough(Shop at) {
    BrowserReturn back = paid(at);
    at.server(sandbox).cancelInConsole(back.paymentId(), ITEM);
    receive(naming(at, null, order));
    at.server(sandbox).cancelInConsole(back.paymentId(), ITEM);
    receive(naming(at, back.paymentId(), null));

    assertThat(told)
        .containsExactly("OrderPaid 15000", "MoneyReturned -5000", "MoneyReturned -5000");
  }

  // --- order

  @ParameterizedTest
  @EnumSource
  void aLateWebhookOfAnOlderState_tellsNothing(Shop at) {
    BrowserReturn back = paid(at);
    List<SandboxWebhook> ofPaid = webhooks(at, back);
    at.server(sandbox).cancelInConsole(back.paymentId(), ITEM);

    receive(WebhookTest.named(at, webhooks(at, back).get(0)));
    receive(WebhookTest.named(at, ofPaid.get(0)));

    assertThat(told).containsExactly("OrderPaid 15000", "MoneyReturned -5000");
  }

  @ParameterizedTest
  @EnumSource
  void anOlderViewAfterANewerOne_tellsNothing_andTheNextCancelIsTold(Shop at) {
    BrowserReturn back = paid(at);
    Confirmation older = look(back);
    at.server(sandbox).cancelInConsole(back.paymentId(), ITEM);
    receive(naming(at, back.paymentId(), order));

    gateway.showNext(older);
    receive(naming(at, back.paymentId(), order));
    assertThat(told).containsExactly("OrderPaid 15000", "MoneyReturned -5000");

    at.server(sandbox).cancelInConsole(back.paymentId(), ITEM);
    receive(naming(at, back.paymentId(), order));
    assertThat(told).hasSize(3).endsWith("MoneyReturned -5000");
  }

  @ParameterizedTest
  @EnumSource
  void aDepositThatShowsUnpaidOnce_isAnOlderView_andTwice_wasTakenBack(Shop at) {
    open(at);
    BrowserReturn back = at.chooseVirtualAccount(sandbox, order, PRICE);
    returned(at, back);
    Confirmation unpaid = look(back);
    at.deposit(sandbox, back.paymentId());
    receive(naming(at, back.paymentId(), order));

    gateway.showNext(unpaid);
    receive(naming(at, back.paymentId(), order));
    assertThat(told).containsExactly("AwaitingDeposit 0", "OrderPaid 15000");

    gateway.showNext(unpaid);
    gateway.showNext(unpaid);
    receive(naming(at, back.paymentId(), order));
    assertThat(told).hasSize(3).endsWith("DepositWithdrawn -15000");

    receive(naming(at, back.paymentId(), order));
    assertThat(told).hasSize(4).endsWith("OrderPaid 15000");
  }

  @ParameterizedTest
  @EnumSource
  void whatChangesWhileTheHandlerFails_isToldAsOne(Shop at) {
    handlerFails = true;
    BrowserReturn back = paid(at);
    at.server(sandbox).cancelInConsole(back.paymentId(), ITEM);
    receive(naming(at, back.paymentId(), order));
    handlerFails = false;

    sandbox.clock().advance(Duration.ofHours(2));
    payments.resume(Duration.ofSeconds(20));

    assertThat(told).containsExactly("OrderPaid 10000");
  }

  @ParameterizedTest
  @EnumSource
  void theGatewayCannotBeAskedNow_itIsAskedLater(Shop at) {
    BrowserReturn back = paid(at);
    at.server(sandbox).cancelInConsole(back.paymentId(), ITEM);
    InjectedFault down = at.server(sandbox).inject(Fault.status(400).times(1));

    assertThat(receive(naming(at, back.paymentId(), order)).failed()).isEqualTo(1);
    assertThat(down.hits()).isEqualTo(1);
    assertThat(told).containsExactly("OrderPaid 15000");

    sandbox.clock().advance(Duration.ofMinutes(10));
    payments.resume(Duration.ofSeconds(20));
    assertThat(told).containsExactly("OrderPaid 15000", "MoneyReturned -5000");
  }

  // --- several payments of one order

  @ParameterizedTest
  @EnumSource
  void aRefusedTryThatComesInAfterAnotherHasPaid_changesNothing(Shop at) {
    open(at);
    BrowserReturn refused = at.checkoutWithRefusedCard(sandbox, order, PRICE);
    BrowserReturn second = at.checkout(sandbox, order, PRICE);
    returned(at, second);

    receive(naming(at, refused.paymentId(), order));
    assertThat(returned(at, refused)).isInstanceOf(Arrival.Paid.class);

    assertThat(told).containsExactly("OrderPaid 15000");
    assertThat(at.server(sandbox).ledger(order).captures()).isEqualTo(1);
  }

  @Test
  void aRefusedTryNamesTheOrder_thePaymentThatPaidItIsTold() {
    open(Shop.IAMPORT);
    BrowserReturn refused = Shop.IAMPORT.checkoutWithRefusedCard(sandbox, order, PRICE);
    Shop.IAMPORT.checkout(sandbox, order, PRICE);

    receive(naming(Shop.IAMPORT, refused.paymentId(), order));

    assertThat(told).containsExactly("OrderPaid 15000");
  }

  @Test
  void anOrderPaidTwice_bothPaymentsAreTold_eachOnce() {
    open(Shop.IAMPORT);
    IamportBuyer buyer = sandbox.buyer().onIamport();
    BrowserReturn first = buyer.abandon(order, PRICE); // both windows are open
    BrowserReturn second = buyer.pay(order, PRICE);
    returned(Shop.IAMPORT, second);
    buyer.payAfterAll(first.paymentId());

    for (BrowserReturn back : List.of(first, second, first)) {
      receive(naming(Shop.IAMPORT, back.paymentId(), order));
    }

    assertThat(told).containsExactly("OrderPaid 15000", "DuplicatePayment 15000");
  }

  @Test
  void aSecondAuthenticatedPaymentOfAPaidOrder_isNotCaptured() {
    paid(Shop.TOSS);
    BrowserReturn second = Shop.TOSS.checkout(sandbox, order, PRICE);

    assertThat(returned(Shop.TOSS, second)).isInstanceOf(Arrival.Paid.class);
    receive(naming(Shop.TOSS, second.paymentId(), order));

    assertThat(told).containsExactly("OrderPaid 15000");
    assertThat(sandbox.toss().ledger(order).captures()).isEqualTo(1);
  }

  // --- forgeries

  @ParameterizedTest
  @EnumSource
  void aStrangersPaymentNamedWithOurOrder_paysNothing_andOursIsTold(Shop at) {
    open(at);
    BrowserReturn stranger = at.checkout(sandbox, OrderId.random(), PRICE);

    receive(naming(at, stranger.paymentId(), order));
    assertThat(told).isEmpty();
    assertThat(payments.order(order).orElseThrow().state()).isEqualTo(OrderRow.State.OPEN);

    returned(at, at.checkout(sandbox, order, PRICE));
    assertThat(told).containsExactly("OrderPaid 15000");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40})
  void paymentsThatTheGatewayDoesNotKnow_hideNoRealOne(int forgeries) {
    for (Shop at : Shop.values()) {
      told.clear();
      open(at);
      for (int i = 0; i < forgeries; i++) {
        payments.notified(naming(at, PaymentId.of("forged_" + i), order));
      }
      payments.resume(Duration.ofSeconds(20));
      assertThat(told).isEmpty();

      returned(at, at.checkout(sandbox, order, PRICE));
      assertThat(told).containsExactly("OrderPaid 15000");
      gateway.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWebhookAboutAPaymentThatIsNotPaid_tellsNothing_andCapturesNothing(Shop at) {
    open(at);
    BrowserReturn left = at.abandon(sandbox, order, PRICE);

    receive(naming(at, left.paymentId(), order));

    assertThat(told).isEmpty();
    assertThat(at.server(sandbox).ledger(order).captures()).isZero();
  }

  @Test
  void aWebhookAboutAnAuthenticatedPayment_capturesNothing() {
    open(Shop.TOSS);
    BrowserReturn authenticated = Shop.TOSS.checkout(sandbox, order, PRICE);

    receive(naming(Shop.TOSS, authenticated.paymentId(), order));

    assertThat(told).isEmpty();
    assertThat(sandbox.toss().journal().count("POST", "/v1")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void anUnknownPaymentWithoutAnOrder_isNotLookedFor(Shop at) {
    open(at);
    at.server(sandbox).journal().clear();

    assertThat(receive(naming(at, PaymentId.of("forged_1"), null)).orders()).isZero();

    assertThat(at.server(sandbox).journal().entries()).isEmpty();
  }

  @Test
  void anotherGatewaysWebhook_isRefusedUnasked() {
    open(Shop.TOSS);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> payments.notified(naming(Shop.IAMPORT, null, order)))
        .withMessageContaining("iamport");
    assertThat(payments.stats().due()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void anAnnouncedCancelThatIsNotToBeSeenYet_isToldLater(Shop at) {
    BrowserReturn back = paid(at);
    Confirmation older = look(back);
    at.server(sandbox).cancelInConsole(back.paymentId(), ITEM);
    UntrustedPayment webhook = WebhookTest.named(at, webhooks(at, back).get(0));
    gateway.showNext(older);
    receive(webhook);

    sandbox.clock().advance(Duration.ofDays(1));
    payments.resume(Duration.ofSeconds(20));

    assertThat(told).containsExactly("OrderPaid 15000", "MoneyReturned -5000");
  }
}
