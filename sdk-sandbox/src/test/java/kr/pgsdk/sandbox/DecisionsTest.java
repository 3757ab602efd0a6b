package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.Resolution;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.database.Pool;
import kr.pgsdk.durable.store.RefundRow.State;
import kr.pgsdk.sandbox.MortalDatabase.Fate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a person or an event decides once, although the database loses the acknowledgement. */
@Timeout(100)
class DecisionsTest {
  private final OrderId order = OrderId.random();
  private Sandbox sandbox;
  private DataSource database;
  private DurableShop shop;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start();
    database = Pool.of(Database.H2.open(), 4);
    shop = DurableShop.open(database, Shop.TOSS, sandbox);
    shop.payments.open(OpenOrder.builder(order, DurableShop.PRICE).orderName("T-shirt").build());
  }

  @AfterEach
  void stop() {
    shop.close();
    sandbox.close();
  }

  /** Calls again and again, with the acknowledgement of each commit lost once. */
  private void withEachAcknowledgementLost(Runnable before, Consumer<DurablePayments> call) {
    int lost = 0;
    for (int commit = 1; ; commit++) {
      before.run();
      MortalDatabase mortal = new MortalDatabase(database, commit, Fate.ACKNOWLEDGEMENT_LOST);
      try (DurableShop server = DurableShop.join(mortal, Shop.TOSS, sandbox)) {
        call.accept(server.payments);
      }
      if (!mortal.hasHappened()) {
        assertThat(lost).isPositive();
        return;
      }
      lost++;
    }
  }

  private List<String> history(String what) {
    return shop.payments.order(order).orElseThrow().history().stream()
        .filter(line -> line.what().equals(what))
        .map(line -> line.actor() + " " + line.detail())
        .toList();
  }

  @Test
  void resolve_endsOnce_andSayingItAgainIsHarmless() {
    shop.payments.refund(Refund.full("r1", order, "not paid").build());
    withEachAcknowledgementLost(
        () -> {
          shop.run("update pay_refund set state='REFUSED', message=null");
          shop.run("delete from pay_event where what like 'RESOLVED%'");
        },
        payments -> {
          payments.resolve("r1", Resolution.NOT_DONE, "kim", "the order was never paid");
          assertThat(payments.refundState("r1").orElseThrow().state()).isEqualTo(State.RESOLVED);
          assertThat(history("RESOLVED_NOT_DONE")).containsExactly("kim the order was never paid");
        });
    shop.payments.resolve("r1", Resolution.NOT_DONE, "lee", "again");
    assertThat(history("RESOLVED_NOT_DONE")).containsExactly("kim the order was never paid");
    assertThatThrownBy(() -> shop.payments.resolve("r1", Resolution.DONE, "lee", "no"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("RESOLVED");
    assertThatThrownBy(() -> shop.payments.resolve("none", Resolution.DONE, "lee", "no"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void resolve_ofARefundThatIsNotSent_keepsItFromBeingSent() {
    BrowserReturn back = Shop.TOSS.checkout(sandbox, order, DurableShop.PRICE);
    shop.payments.returned(DurableShop.back(Shop.TOSS, back));
    shop.payments.requestRefund(Refund.full("r1", order, "asked for by mistake").build());

    assertThatThrownBy(() -> shop.payments.resolve("r1", Resolution.DONE, "kim", "no"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("NEW");
    shop.payments.resolve("r1", Resolution.NOT_DONE, "kim", "asked for by mistake");
    shop.letTimePass();

    assertThat(shop.payments.refundState("r1").orElseThrow().state()).isEqualTo(State.RESOLVED);
    assertThat(sandbox.toss().ledger(back.paymentId()).refunds()).isZero();
  }

  @Test
  void keep_endsOnce_andSayingItAgainIsHarmless() {
    BrowserReturn back = Shop.TOSS.checkout(sandbox, order, DurableShop.PRICE);
    shop.payments.returned(DurableShop.back(Shop.TOSS, back));
    withEachAcknowledgementLost(
        () -> {
          shop.run("update pay_payment set role='LATE'");
          shop.run("delete from pay_event where what='KEPT'");
        },
        payments -> {
          payments.keep(order, back.paymentId(), "kim", "agreed with the buyer");
          assertThat(payments.attention(10)).isEmpty();
          assertThat(history("KEPT")).containsExactly("kim agreed with the buyer");
        });
    shop.payments.keep(order, back.paymentId(), "kim", "agreed with the buyer");
    assertThat(history("KEPT")).hasSize(1);
  }

  @Test
  void once_isDoneOnce_andSaysThatItWasDone() {
    withEachAcknowledgementLost(
        () -> {
          shop.run("delete from booked");
          shop.run("delete from pay_seen");
        },
        payments -> {
          payments.once(
              "payout-1",
              delivery -> {
                try (var insert =
                    delivery
                        .connection()
                        .prepareStatement("insert into booked values ('-', 'Payout', 1)")) {
                  insert.executeUpdate();
                }
              });
          assertThat(payments.once("payout-1", delivery -> {})).isFalse();
          assertThat(shop.booked()).containsExactly("Payout 1");
        });
  }
}
