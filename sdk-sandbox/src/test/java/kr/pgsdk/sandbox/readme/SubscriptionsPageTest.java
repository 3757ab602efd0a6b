package kr.pgsdk.sandbox.readme;

import static kr.pgsdk.sandbox.FaultKind.CUT_AFTER_READ;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.core.BillingGateway;
import kr.pgsdk.core.BillingKey;
import kr.pgsdk.core.ChargeRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.iamport.IamportClient;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.Gateways;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.TestCard;
import kr.pgsdk.toss.TossGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code of docs/subscriptions.md runs, and does what the page says. */
class SubscriptionsPageTest {
  private static final Money PRICE = Money.krw(9_900);
  private static final String CUSTOMER = "customer-4c1f";

  private final Sandbox sandbox = Sandbox.start();
  private final TossGateway toss = Gateways.toss(sandbox).build();
  private final IamportGateway iamport =
      Gateways.iamport(sandbox).channelKey("channel-key-1").build();
  private final Noted noted = new Noted();
  private final SubscriptionSnippets snippets = new SubscriptionSnippets(noted);

  @AfterEach
  void close() {
    toss.close();
    iamport.close();
    sandbox.close();
  }

  private static final class Noted implements SubscriptionSnippets.Shop {
    final List<BillingKey> keys = new ArrayList<>();
    final List<OrderId> orders = new ArrayList<>();
    final List<String> calls = new ArrayList<>();

    @Override
    public void keepSecret(BillingKey key) {
      keys.add(key);
    }

    @Override
    public void storeOrder(OrderId orderId, Money price) {
      orders.add(orderId);
    }

    @Override
    public void extend(Payment payment) {
      calls.add("extend");
    }

    @Override
    public void tryAnotherDay(OrderId declinedOrder, Confirmation.NotConfirmed declined) {
      calls.add("another day");
    }

    @Override
    public void sameOrderLater(OrderId orderId) {
      calls.add("later");
    }

    @Override
    public boolean sentLongAgo(OrderId orderId) {
      return orderId.value().startsWith("old");
    }

    @Override
    public void showOperator(OrderId orderId, Confirmation other) {
      calls.add("operator");
    }
  }

  private BillingKey byCard(BillingGateway billing, TestCard card) {
    snippets.byCard(billing, CUSTOMER, card.number(), YearMonth.of(2030, 12));
    return noted.keys.get(noted.keys.size() - 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"subscriptions.md", "subscriptions.ko.md"})
  void page_showsThisCode(String page) throws IOException {
    PageCode.assertShown(page, SubscriptionSnippets.class);
  }

  @Test
  void open_needsNoNetwork() {
    assertThat(SubscriptionSnippets.open("test_sk_x", "key", "secret", "channel-key-1")).hasSize(2);
  }

  @Test
  void keyOfTossWindow_isChargedOnce() {
    String authKey = sandbox.buyer().onToss().agreeToBilling(CUSTOMER, TestCard.GOOD);

    snippets.afterTossWindow(toss.billing(), CUSTOMER, authKey);
    snippets.chargeMonth(toss.billing(), noted.keys.get(0), PRICE);

    assertThat(noted.calls).containsExactly("extend");
    assertThat(sandbox.toss().ledger(noted.orders.get(0)).captured()).isEqualTo(PRICE);
  }

  @Test
  void keyOfIamportCheckout_isChargedOnce() {
    sandbox.buyer().onIamport().payAndIssueKey(OrderId.random(), PRICE, CUSTOMER, TestCard.GOOD);

    snippets.afterIamportCheckout(iamport.billing(), CUSTOMER);
    snippets.chargeMonth(iamport.billing(), noted.keys.get(0), PRICE);

    assertThat(noted.calls).containsExactly("extend");
    assertThat(sandbox.iamport().ledger(noted.orders.get(0)).captured()).isEqualTo(PRICE);
  }

  @Test
  void declined_isForAnotherDay_atBothGateways() {
    for (BillingGateway billing : List.of(toss.billing(), iamport.billing())) {
      snippets.chargeMonth(billing, byCard(billing, TestCard.DECLINED), PRICE);
    }

    assertThat(noted.calls).containsExactly("another day", "another day");
  }

  @Test
  void lostAtIamport_staysOpenUntilARestartAndAWait_andIsChargedOnce() {
    BillingKey key = byCard(iamport.billing(), TestCard.GOOD);
    ChargeRequest early = ChargeRequest.builder(key, OrderId.of("new-1"), PRICE, "M").build();
    ChargeRequest waited = ChargeRequest.builder(key, OrderId.of("old-1"), PRICE, "M").build();
    sandbox.iamport().inject(Fault.of(CUT_AFTER_READ).on("POST", "/subscribe").times(2));
    snippets.charge(iamport.billing(), early);
    snippets.charge(iamport.billing(), waited);
    snippets.charge(iamport.billing(), waited);

    try (IamportGateway restarted = Gateways.iamport(sandbox).channelKey("channel-key-1").build()) {
      snippets.afterRestart(restarted, restarted.billing(), early);
      snippets.afterRestart(restarted, restarted.billing(), waited);
    }

    assertThat(noted.calls).containsExactly("later", "later", "later", "later", "extend");
    assertThat(sandbox.iamport().ledger(waited.orderId()).captures()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void schedule_isChangedPutBackAndExecuted(boolean good) {
    byCard(iamport.billing(), good ? TestCard.GOOD : TestCard.DECLINED);
    IamportClient client = iamport.client();
    OrderId orderId = OrderId.random();
    Instant at = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);

    snippets.schedule(client, CUSTOMER, orderId, at);
    snippets.change(client, CUSTOMER, orderId, at.plusSeconds(60));
    assertThat(snippets.whatBecameOf(client, orderId)).startsWith("not yet");
    sandbox.clock().advance(Duration.ofHours(2));

    assertThat(snippets.whatBecameOf(client, orderId)).startsWith(good ? "paid" : "declined: 카드");
    assertThat(sandbox.iamport().ledger(orderId).captures()).isEqualTo(good ? 1 : 0);
  }

  @Test
  void deletedKey_chargesNothing() {
    BillingKey key = byCard(toss.billing(), TestCard.GOOD);

    snippets.end(toss.billing(), key);
    snippets.chargeMonth(toss.billing(), key, PRICE);

    assertThat(noted.calls).containsExactly("another day");
  }

  @Test
  void sandboxSnippet_holds() {
    snippets.cardOverItsLimit_isDeclined_andNothingIsThere();
  }
}
