package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.durable.Arrival;
import kr.pgsdk.durable.Attention;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.store.JdbcPaymentStore;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.iamport.IamportTier;
import kr.pgsdk.portone.PortOneApiSecret;
import kr.pgsdk.portone.PortOneGateway;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossSecretKey;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database whose payments were made with other credentials: nothing is sent by it. */
@Timeout(100)
class DurableAccountsTest {
  private static final Money PRICE = DurableShop.PRICE;

  private final OrderId order = OrderId.random();
  private final List<String> told = new ArrayList<>();
  private Sandbox sandbox;
  private DataSource database;
  private DurableShop shop;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start();
    JdbcDataSource source = new JdbcDataSource();
    source.setUrl("jdbc:h2:mem:accounts" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    database = source;
  }

  @AfterEach
  void stop() {
    if (shop != null) {
      shop.close();
    }
    sandbox.close();
  }

  private static PaymentGateway ofAnotherMerchant(Shop at) {
    return switch (at) {
      case IAMPORT ->
          IamportGateway.builder(IamportCredentials.of("another-merchant", "secret")).build();
      case TOSS -> TossGateway.builder(TossSecretKey.of("test_sk_of-another-merchant")).build();
      case PORTONE ->
          PortOneGateway.builder(PortOneApiSecret.of("secret-of-another-merchant"))
              .storeId("store-of-another-merchant")
              .build();
    };
  }

  /**
   * The same database, opened beside other keys, as a copy of it in a test environment would be.
   */
  private DurablePayments copyBeside(PaymentGateway other) {
    return DurablePayments.builder(
            JdbcPaymentStore.builder(database).build(),
            (event, delivery) -> told.add(event.getClass().getSimpleName()))
        .afterwards((event, id) -> told.add("mail " + event.getClass().getSimpleName()))
        .account("main", other)
        .build();
  }

  private Arrival paid(Shop at) {
    shop = DurableShop.open(database, at, sandbox);
    shop.payments.open(OpenOrder.builder(order, PRICE).orderName("T-shirt").build());
    return shop.payments.returned(DurableShop.back(at, at.checkout(sandbox, order, PRICE)));
  }

  private static void makeAllDue(DurableShop shop) {
    shop.run("update pay_work set due_at=1, lease_until=0 where due_at is not null");
  }

  @ParameterizedTest
  @EnumSource
  void aCopyBesideOtherKeysSendsNothing_tellsNothing_andIsListed(Shop at) {
    shop = DurableShop.open(database, at, sandbox);
    shop.payments.open(OpenOrder.builder(order, PRICE).orderName("T-shirt").build());
    shop.failure = new IllegalStateException("down");
    BrowserReturn back = at.checkout(sandbox, order, PRICE);
    shop.payments.returned(DurableShop.back(at, back));
    shop.payments.requestRefund(Refund.full("r1", order, "changed their mind").build());
    makeAllDue(shop);

    try (PaymentGateway other = ofAnotherMerchant(at);
        DurablePayments copy = copyBeside(other)) {
      copy.resume(Duration.ofSeconds(30));
      assertThat(told).isEmpty();
      assertThat(copy.refundState("r1").orElseThrow().state()).isEqualTo(RefundRow.State.NEW);
      assertThat(copy.attention(10))
          .filteredOn(one -> one.kind() == Attention.Kind.ACCOUNT_CHANGED)
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.subject()).isEqualTo("main");
                assertThat(one.orderId()).isEmpty();
                assertThat(one.reason()).contains("adopt");
              });
      OpenOrder another = OpenOrder.builder(OrderId.random(), PRICE).orderName("Hat").build();
      for (Runnable verb :
          List.<Runnable>of(
              () -> copy.open(another),
              () -> copy.returned(DurableShop.back(at, back)),
              () -> copy.close(order, "no"),
              () -> copy.refund(Refund.full("r2", order, "no").build()))) {
        assertThatThrownBy(verb::run)
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("account main")
            .hasMessageContaining("adopt");
      }
      assertThat(copy.refundState("r2")).isEmpty();
      assertThat(copy.order(another.orderId())).isEmpty();
      assertThat(copy.notified(DurableShop.webhook(at, back))).isEqualTo(200);
    }

    shop.failure = null;
    shop.letTimePass();
    // Told as one change if the refund was sent first, else as two.
    assertThat(shop.booked())
        .isIn(List.of("MoneyReturned 0"), List.of("OrderPaid 15000", "MoneyReturned -15000"));
    assertThat(at.server(sandbox).ledger(order).refunds()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aNewKeyOfTheSameMerchantGoesOnAfterItIsAdopted_onEveryServer(Shop at) {
    shop = DurableShop.open(database, at, sandbox);
    try (PaymentGateway old = ofAnotherMerchant(at);
        DurablePayments before = copyBeside(old)) {
      before.adopt("main", "kim");
    }
    try (DurableShop first = DurableShop.join(database, at, sandbox);
        DurableShop second = DurableShop.join(database, at, sandbox)) {
      OpenOrder opened = OpenOrder.builder(order, PRICE).orderName("T-shirt").build();
      assertThatThrownBy(() -> first.payments.open(opened)).hasMessageContaining("adopt");
      first.payments.adopt("main", "kim");
      assertThat(first.payments.attention(10)).isEmpty();
      second.payments.open(opened);
      assertThat(second.payments.returned(DurableShop.back(at, at.checkout(sandbox, order, PRICE))))
          .isInstanceOf(Arrival.Paid.class);
      assertThat(second.payments.attention(10)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAccountThatIsUnknownCantBeAdopted(Shop at) {
    shop = DurableShop.open(database, at, sandbox);
    assertThatThrownBy(() -> shop.payments.adopt("mian", "kim"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mian")
        .hasMessageContaining("main");
  }

  @Test
  void aFingerprintTellsCredentialsApart_andShowsNone() {
    assertThat(iamport("key", "old", null)).isEqualTo(iamport("key", "new", null));
    assertThat(iamport("key", "s", "ABC")).isNotEqualTo(iamport("key", "s", null));
    assertThat(iamport("key", "s", "ABC")).isNotEqualTo(iamport("key", "s", "ABD"));
    assertThat(iamport("key2", "s", null)).isNotEqualTo(iamport("key", "s", null));
    assertThat(toss("live_sk_1234567890")).isNotEqualTo(toss("test_sk_1234567890"));
    assertThat(toss("live_sk_1234567890").orElseThrow()).matches("[0-9a-f]{32}");
  }

  private static Optional<String> iamport(String key, String secret, String tier) {
    IamportGateway.Builder builder = IamportGateway.builder(IamportCredentials.of(key, secret));
    if (tier != null) {
      builder.tier(IamportTier.of(tier));
    }
    try (PaymentGateway gateway = builder.build()) {
      return gateway.credentialFingerprint();
    }
  }

  private static Optional<String> toss(String key) {
    try (PaymentGateway gateway = TossGateway.builder(TossSecretKey.of(key)).build()) {
      return gateway.credentialFingerprint();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatARefundWasSentWithIsEmptiedAWeekAfterItsEnd(Shop at) {
    paid(at);
    Refund refund = Refund.partial("r1", order, Money.krw(3_000), "part").build();
    assertThat(shop.payments.refund(refund).state()).isEqualTo(RefundRow.State.DONE);
    assertThat(emptied()).isFalse();
    makeAllDue(shop);
    shop.payments.resume(Duration.ofSeconds(30));
    assertThat(emptied()).isFalse();
    shop.run("update pay_refund set ended_at=ended_at-604800000");
    makeAllDue(shop);
    shop.payments.resume(Duration.ofSeconds(30));
    assertThat(emptied()).isTrue();
    assertThat(shop.payments.refund(refund).state()).isEqualTo(RefundRow.State.DONE);
    assertThat(at.server(sandbox).ledger(order).refunds()).isEqualTo(1);
    assertThatThrownBy(
            () -> shop.payments.refund(Refund.full("r1", order, "something else").build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another refund's");
  }

  private boolean emptied() {
    return JdbcPaymentStore.builder(database)
        .build()
        .inNew(session -> session.refund("r1").orElseThrow().isEmptied());
  }

  @ParameterizedTest
  @EnumSource
  void moneyThatAPersonKeepsLeavesTheList_andComesNotBack(Shop at) {
    shop = DurableShop.open(database, at, sandbox);
    shop.payments.open(OpenOrder.builder(order, PRICE).orderName("T-shirt").build());
    BrowserReturn back = at.checkout(sandbox, order, PRICE);
    if (at == Shop.TOSS) {
      at.open(sandbox, kr.pgsdk.core.http.HttpOptions.builder())
          .confirm(kr.pgsdk.core.ConfirmRequest.builder(back.paymentId(), order, PRICE).build());
    }
    shop.payments.close(order, "sold out");
    shop.payments.notified(DurableShop.webhook(at, back));
    shop.letTimePass();
    assertThat(shop.payments.attention(10))
        .singleElement()
        .satisfies(one -> assertThat(one.kind()).isEqualTo(Attention.Kind.MONEY_MISPLACED));
    shop.payments.keep(order, back.paymentId(), "kim", "the buyer got a voucher");
    assertThat(shop.payments.attention(10)).isEmpty();
    shop.payments.notified(DurableShop.webhook(at, back));
    shop.letTimePass();
    assertThat(shop.payments.attention(10)).isEmpty();
    assertThat(shop.payments.order(order).orElseThrow().history())
        .anySatisfy(line -> assertThat(line.what()).isEqualTo("KEPT"));
    PaymentId none = PaymentId.of("none");
    assertThatThrownBy(() -> shop.payments.keep(order, none, "kim", "x"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("isn't misplaced");
  }
}
