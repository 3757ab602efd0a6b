package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.durable.Attention;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.database.Pool;
import kr.pgsdk.durable.store.JdbcPaymentStore;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.RefundRow.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Money that isn't what the order costs, isn't back yet, or isn't the shop's to keep. */
@Timeout(100)
class DurableWrongMoneyTest {
  private static final Money PRICE = DurableShop.PRICE;
  private static final Money LESS = Money.krw(1_000);

  private final OrderId order = OrderId.random();
  private Sandbox sandbox;
  private DurableShop shop;

  @AfterEach
  void stop() {
    if (shop != null) {
      shop.close();
    }
    sandbox.close();
  }

  private void start(Database database, Shop at, Switch... on) {
    sandbox = Sandbox.builder().switches(on).start();
    shop = DurableShop.open(Pool.of(database.open(), 2), at, sandbox);
  }

  private void open(Money price) {
    shop.payments.open(OpenOrder.builder(order, price).orderName("T-shirt").build());
  }

  private void hint(Shop at, BrowserReturn back) {
    shop.payments.notified(DurableShop.webhook(at, back));
    shop.payments.resume(Duration.ofSeconds(30));
  }

  private OrderRow.State state() {
    return shop.payments.order(order).orElseThrow().state();
  }

  /** The buyer pays a window that was opened, and named, before the order cost more. */
  private BrowserReturn payLess(boolean named) {
    open(LESS);
    BrowserReturn window = sandbox.buyer().onIamport().abandon(order, LESS);
    if (named) {
      hint(Shop.IAMPORT, window);
    }
    open(PRICE);
    sandbox.buyer().onIamport().payAfterAll(window.paymentId());
    hint(Shop.IAMPORT, window);
    return window;
  }

  @Test
  void aPaymentThatWasNamedWhileTheOrderCostLess_isJudgedByWhatItCostsNow() {
    start(Database.H2, Shop.IAMPORT);
    payLess(true);
    assertThat(shop.booked()).containsExactly("Mismatch 1000");
    assertThat(state()).isEqualTo(OrderRow.State.OPEN);
  }

  @Test
  void aRefundUnderWay_ofMoneyThatIsNotThePrice_paysNoOrder() {
    start(Database.H2, Shop.IAMPORT, Switch.IAMPORT_REFUNDS_LATER);
    BrowserReturn window = payLess(false);
    Refund refund = Refund.full("r1", order, "too little").paymentId(window.paymentId()).build();
    assertThat(shop.payments.refund(refund).state()).isEqualTo(State.PENDING);
    assertThat(shop.booked()).containsExactly("Mismatch 1000");
    assertThat(state()).isEqualTo(OrderRow.State.OPEN);
    sandbox.iamport().settleRefunds(window.paymentId());
    shop.letTimePass();
    assertThat(shop.booked()).containsExactly("Mismatch 1000", "MoneyReturned -1000");
  }

  private BrowserReturn depositOfWhichAPartHasGoneBack() {
    start(Database.H2, Shop.TOSS);
    open(PRICE);
    BrowserReturn account = Shop.TOSS.chooseVirtualAccount(sandbox, order, PRICE);
    shop.payments.returned(DurableShop.back(Shop.TOSS, account));
    Shop.TOSS.deposit(sandbox, account.paymentId());
    hint(Shop.TOSS, account);
    sandbox.toss().cancelInConsole(account.paymentId(), Money.krw(3_000));
    sandbox.toss().settleRefunds(account.paymentId());
    hint(Shop.TOSS, account);
    sandbox.toss().cancelInConsole(account.paymentId(), Money.krw(4_000));
    hint(Shop.TOSS, account);
    assertThat(shop.booked())
        .containsExactly("AwaitingDeposit 0", "OrderPaid 15000", "MoneyReturned -3000");
    return account;
  }

  @Test
  void aSecondTransferToTheBuyer_isLookedAtUntilItArrives_alsoWithoutAWebhook() {
    BrowserReturn account = depositOfWhichAPartHasGoneBack();
    for (int i = 0; i < 3; i++) {
      shop.letTimePass(); // two days are longer than the looks after a webhook
    }
    sandbox.toss().settleRefunds(account.paymentId());
    shop.letTimePass();
    assertThat(shop.booked()).endsWith("MoneyReturned -3000", "MoneyReturned -4000");
  }

  @Test
  void aSecondTransferThatBounces_hasNotGoneBack_andTheFirstHas() {
    BrowserReturn account = depositOfWhichAPartHasGoneBack();
    sandbox.toss().failRefunds(account.paymentId());
    hint(Shop.TOSS, account);
    assertThat(shop.booked()).endsWith("OrderPaid 15000", "MoneyReturned -3000");
  }

  @Test
  void aFreeOrderIsDoneWhateverAWebhookNames() {
    start(Database.H2, Shop.IAMPORT);
    open(Money.krw(0));
    hint(Shop.IAMPORT, sandbox.buyer().onIamport().abandon(order, LESS));
    assertThat(shop.payments.stats().due()).isZero();
  }

  private BrowserReturn payTwice() {
    open(PRICE);
    IamportBuyer buyer = sandbox.buyer().onIamport();
    BrowserReturn one = buyer.abandon(order, PRICE);
    BrowserReturn two = buyer.abandon(order, PRICE);
    buyer.payAfterAll(one.paymentId());
    buyer.payAfterAll(two.paymentId());
    shop.payments.returned(DurableShop.back(Shop.IAMPORT, one));
    shop.payments.returned(DurableShop.back(Shop.IAMPORT, two));
    return two;
  }

  @Test
  void aRefundOfTheShops_whoseIdBeginsAsTheSdksOwn_isSent() {
    start(Database.H2, Shop.IAMPORT);
    BrowserReturn second = payTwice();
    shop.payments.refund(Refund.full("r1", order, "back").build());
    Refund refund = Refund.full("dup-77", order, "back").paymentId(second.paymentId()).build();
    shop.payments.requestRefund(refund);
    // As a first try that was put off leaves it.
    shop.run("update pay_refund set account='main', payment_id='" + second.paymentId() + "'");
    shop.letTimePass();
    assertThat(shop.payments.refund(refund).state()).isEqualTo(State.DONE);
    assertThat(shop.booked()).filteredOn(line -> line.startsWith("OrderPaid")).hasSize(1);
  }

  @Test
  void moneyWhoseRefundIsUnderWay_isNotKept() {
    start(Database.H2, Shop.IAMPORT);
    BrowserReturn second = payTwice();
    Refund refund = Refund.full("r1", order, "back").paymentId(second.paymentId()).build();
    shop.payments.requestRefund(refund);
    assertThatThrownBy(() -> shop.payments.keep(order, second.paymentId(), "kim", "a voucher"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("refund r1 is NEW");
    assertThat(shop.payments.attention(10))
        .extracting(Attention::kind)
        .containsExactly(Attention.Kind.MONEY_MISPLACED);
    shop.payments.resume(Duration.ofSeconds(30));
    assertThat(shop.payments.refund(refund).state()).isEqualTo(State.DONE);
  }

  /** PostgreSQL stores no character 0, and the end of a refund must be written all the same. */
  @Test
  void whateverWordsAGatewayRefusesWith_theRefundIsWrittenDown() {
    start(Database.POSTGRESQL, Shop.TOSS);
    open(PRICE);
    shop.payments.returned(DurableShop.back(Shop.TOSS, Shop.TOSS.checkout(sandbox, order, PRICE)));
    shop.run("update pay_payment set seen_at=1"); // so that no look can be behind it
    PaymentGateway odd =
        (PaymentGateway)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {PaymentGateway.class},
                (proxy, method, values) -> {
                  if (method.getName().equals("cancel")) {
                    throw new IllegalArgumentException("no\0" + "o".repeat(1_000));
                  }
                  try {
                    return method.getName().equals("with")
                        ? proxy
                        : method.invoke(shop.gateway, values);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    try (DurablePayments payments =
        DurablePayments.builder(
                JdbcPaymentStore.builder(shop.database).build(), (event, delivery) -> {})
            .account("main", odd)
            .build()) {
      assertThat(payments.refund(Refund.full("r1", order, "back").build()).state())
          .isEqualTo(State.REFUSED);
    }
  }
}
