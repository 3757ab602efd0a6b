package kr.pgsdk.durable.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.store.OrderRow.Attempts;
import kr.pgsdk.durable.store.OrderRow.Delivered;
import kr.pgsdk.durable.store.OrderRow.Slot;
import kr.pgsdk.durable.store.OrderRow.State;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.OptionalAssert;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store promises, on each kind of store. */
class PaymentStoreContractTest {
  private static final Instant AT = Instant.parse("2026-11-29T01:02:03.456Z");
  private static final PaymentKey PAYMENT = new PaymentKey("toss", "tviva_1");
  private static final WorkKey ORDER_WORK = new WorkKey(WorkKey.Kind.ORDER, "order_1");

  /** A kind of store; it is opened by the test, so that one which isn't there skips it alone. */
  enum Kind {
    MEMORY,
    H2,
    POSTGRESQL,
    MARIADB;

    PaymentStore open() {
      if (this == MEMORY) {
        return MemoryPaymentStore.create();
      }
      JdbcPaymentStore store = JdbcPaymentStore.builder(Database.valueOf(name()).open()).build();
      store.createSchema();
      store.createSchema();
      store.check();
      return store;
    }
  }

  private static <T> T in(PaymentStore store, PaymentStore.Work<T> work) {
    return store.inNew(work);
  }

  private static <T> OptionalAssert<T> assertOne(
      PaymentStore store, PaymentStore.Work<Optional<T>> work) {
    return assertThat(store.inNew(work));
  }

  private static <T> ListAssert<T> assertAll(PaymentStore store, PaymentStore.Work<List<T>> work) {
    return assertThat(store.inNew(work));
  }

  static OrderRow order(String id) {
    return new OrderRow(
        id,
        Money.krw(15_000),
        "toss",
        null,
        null,
        State.OPEN,
        0,
        null,
        null,
        Delivered.NOTHING,
        new Attempts(0, AT),
        AT,
        AT);
  }

  static PaymentRow payment(PaymentKey key, String orderId) {
    return new PaymentRow(
        key,
        orderId,
        Money.krw(15_000),
        PaymentRow.Role.PAYS,
        Known.PAID,
        "CONFIRMED",
        Money.krw(0),
        Money.krw(15_000),
        AT,
        null,
        AT);
  }

  static RefundRow refund(String id, PaymentKey payment) {
    return RefundRow.requested(
        id,
        "order_1",
        payment,
        RefundRow.Kind.REFUND,
        Money.of("12.34", "USD"),
        "환불: 'quoted' \"twice\"",
        "hash",
        "details",
        AT);
  }

  @ParameterizedTest
  @EnumSource
  void anOverdueCaptureSlotIsListedAndCounted_andWorkThatFailsAgainAndAgain(Kind kind) {
    PaymentStore store = kind.open();
    Instant now = in(store, StoreSession::now);
    Slot overdue = new Slot(PAYMENT, now.minusSeconds(60), now.plusSeconds(60));
    store.run(session -> session.insertOrder(order("order_1").with(overdue, new Attempts(1, AT))));
    store.run(session -> session.insertOrder(order("order_2")));
    assertThat((List<OrderRow>) in(store, session -> session.capturing(now.minusSeconds(30), 10)))
        .extracting(OrderRow::orderId)
        .containsExactly("order_1");
    assertThat((List<OrderRow>) in(store, session -> session.capturing(now.minusSeconds(90), 10)))
        .isEmpty();
    assertThat((WorkCounts) in(store, s -> s.captureCounts(now.minusSeconds(30))))
        .isEqualTo(new WorkCounts(1, now.minusSeconds(60)));
    assertThat((WorkCounts) in(store, s -> s.captureCounts(now.minusSeconds(90))))
        .isEqualTo(new WorkCounts(0, null));

    WorkKey key = new WorkKey(WorkKey.Kind.ORDER, "order_1");
    store.run(session -> session.insertWork(key, now.minusSeconds(1)));
    WorkRow row = in(store, session -> session.work(key)).orElseThrow();
    store.run(session -> session.lease(row, Duration.ofSeconds(60), "server"));
    WorkRow leased = in(store, session -> session.work(key)).orElseThrow();
    store.run(session -> session.release(leased, now.plusSeconds(600), 5, false));
    assertThat((List<WorkRow>) in(store, session -> session.failingWork(5, 10)))
        .extracting(WorkRow::key)
        .containsExactly(key);
    assertThat((List<WorkRow>) in(store, session -> session.failingWork(6, 10))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anAwaitedDepositIsListed_untilItIsPaid(Kind kind) {
    PaymentStore store = kind.open();
    for (String order : List.of("late", "soon", "paid")) {
      Instant due = AT.plusSeconds(order.equals("soon") ? 60 : 600);
      store.run(session -> session.savePayment(awaited(order, due)));
    }
    store.run(session -> session.savePayment(payment(new PaymentKey("toss", "paid"), "paid")));
    assertAll(store, session -> session.awaitingDeposit(10))
        .containsExactly(awaited("soon", AT.plusSeconds(60)), awaited("late", AT.plusSeconds(600)));
    assertAll(store, session -> session.awaitingDeposit(1)).hasSize(1);
  }

  private static PaymentRow awaited(String order, Instant due) {
    return new PaymentRow(
        new PaymentKey("toss", order),
        order,
        Money.krw(15_000),
        PaymentRow.Role.PAYS,
        Known.WAITING_FOR_DEPOSIT,
        "AWAITING_DEPOSIT",
        Money.krw(0),
        Money.krw(0),
        null,
        due,
        AT);
  }

  @ParameterizedTest
  @EnumSource
  void theFirstFingerprintOfAnAccountStays_untilAnotherIsSaved(Kind kind) {
    PaymentStore store = kind.open();
    store.run(session -> session.insertFingerprint("main", "one"));
    store.run(session -> session.insertFingerprint("main", "two"));
    assertOne(store, session -> session.fingerprint("main")).contains("one");
    store.run(session -> session.saveFingerprint("main", "two"));
    assertOne(store, session -> session.fingerprint("main")).contains("two");
    assertOne(store, session -> session.fingerprint("MAIN")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void eventsThatWereNotedBeforeAreForgotten_soManyAtATime(Kind kind) {
    PaymentStore store = kind.open();
    for (String event : List.of("e1", "e2", "e3")) {
      store.run(session -> session.addSeen(event));
    }
    Instant now = in(store, StoreSession::now);
    assertThat((int) in(store, session -> session.deleteSeen(now.minusSeconds(60), 10))).isZero();
    assertThat((int) in(store, session -> session.deleteSeen(now.plusSeconds(60), 2))).isEqualTo(2);
    assertThat((int) in(store, session -> session.deleteSeen(now.plusSeconds(60), 2))).isEqualTo(1);
    assertThat((boolean) in(store, session -> session.isSeen("e3"))).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void anOrderIsReadAsItWasWritten(Kind kind) {
    PaymentStore store = kind.open();
    OrderRow changed =
        order("order_1")
            .with(new Slot(PAYMENT, AT, AT.plusSeconds(60)), new Attempts(3, AT))
            .moved(State.AWAITING, PAYMENT)
            .with(new Delivered(1, "told\nlines", 2, "java.lang.Error at X", "effects"))
            .priced(Money.of("12.3456", "USD"), "other")
            .prepared(Money.of("9.99", "USD"), AT)
            .next(AT.plusMillis(1));
    store.run(session -> session.insertOrder(order("order_1")));
    store.run(session -> session.updateOrder(changed));
    assertOne(store, session -> session.order("order_1")).contains(changed);
    assertOne(store, session -> session.lockOrder("order_1")).contains(changed);
    assertOne(store, session -> session.order("ORDER_1")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aSecondInsertOfAnOrderChangesNothing(Kind kind) {
    PaymentStore store = kind.open();
    OrderRow first = order("order_1");
    store.run(session -> session.insertOrder(first));
    store.run(
        session -> {
          session.insertOrder(first.next(AT.plusSeconds(9)));
          session.insertOrder(order("order_2")); // the transaction goes on
        });
    assertOne(store, session -> session.order("order_1")).contains(first);
    assertOne(store, session -> session.order("order_2")).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void idsThatDifferInCaseAloneAreTwoOrders(Kind kind) {
    PaymentStore store = kind.open();
    store.run(session -> session.insertOrder(order("Order-A")));
    store.run(session -> session.insertOrder(order("order-a")));
    assertThat(in(store, session -> session.order("Order-A")).map(OrderRow::orderId))
        .contains("Order-A");
    assertThat(in(store, session -> session.order("order-a")).map(OrderRow::orderId))
        .contains("order-a");
  }

  @ParameterizedTest
  @EnumSource
  void whatThrowsRollsEverythingBack(Kind kind) {
    PaymentStore store = kind.open();
    assertThatThrownBy(
            () ->
                store.run(
                    session -> {
                      session.insertOrder(order("order_1"));
                      session.savePayment(payment(PAYMENT, "order_1"));
                      session.insertWork(ORDER_WORK, AT);
                      throw new IllegalStateException("the shop's");
                    }))
        .hasMessage("the shop's");
    assertOne(store, session -> session.order("order_1")).isEmpty();
    assertOne(store, session -> session.payment(PAYMENT)).isEmpty();
    assertOne(store, session -> session.work(ORDER_WORK)).isEmpty();
    assertThat(store.active()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void aPaymentIsReplaced(Kind kind) {
    PaymentStore store = kind.open();
    PaymentRow paid = payment(PAYMENT, "order_1");
    PaymentRow given =
        new PaymentRow(
            PAYMENT,
            "order_1",
            Money.krw(15_000),
            PaymentRow.Role.DUPLICATE,
            Known.CANCELLED,
            "CANCELLED",
            Money.krw(15_000),
            Money.krw(0),
            AT,
            AT.plusSeconds(1),
            AT.plusSeconds(2));
    store.run(session -> session.savePayment(paid));
    store.run(session -> session.savePayment(given));
    assertAll(store, session -> session.payments("order_1")).containsExactly(given);
    assertOne(store, session -> session.payment(PAYMENT)).contains(given);
    assertOne(store, session -> session.payment(new PaymentKey("other", "tviva_1"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aCancelBelongsToTheRefundThatClaimedItFirst(Kind kind) {
    PaymentStore store = kind.open();
    CancelRow seen =
        new CancelRow(PAYMENT, "key 1", Money.krw(500), PaymentCancel.State.PENDING, null);
    store.run(session -> session.saveCancel(seen));
    assertThat((boolean) in(store, session -> session.claimCancel(seen, "r1"))).isTrue();
    assertThat((boolean) in(store, session -> session.claimCancel(seen, "r2"))).isFalse();
    CancelRow done =
        new CancelRow(PAYMENT, "key 1", Money.krw(500), PaymentCancel.State.DONE, null);
    store.run(session -> session.saveCancel(done));
    assertAll(store, session -> session.cancels(PAYMENT))
        .containsExactly(
            new CancelRow(PAYMENT, "key 1", Money.krw(500), PaymentCancel.State.DONE, "r1"));
  }

  @ParameterizedTest
  @EnumSource
  void aRefundClaimsOneCancel(Kind kind) {
    PaymentStore store = kind.open();
    CancelRow one = new CancelRow(PAYMENT, "1", Money.krw(500), PaymentCancel.State.DONE, null);
    CancelRow two = new CancelRow(PAYMENT, "2", Money.krw(500), PaymentCancel.State.DONE, null);
    store.run(session -> session.saveCancel(one));
    store.run(session -> session.saveCancel(two));
    assertThat((boolean) in(store, session -> session.claimCancel(one, "r1"))).isTrue();
    assertThatThrownBy(() -> in(store, session -> session.claimCancel(two, "r1")))
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.DUPLICATE));
    assertThat((boolean) in(store, session -> session.claimCancel(two, "r2"))).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aRefundIsReadAsItWasWritten(Kind kind) {
    PaymentStore store = kind.open();
    RefundRow noted = refund("r1", PAYMENT);
    store.run(session -> session.insertRefund(noted));
    store.run(session -> session.insertRefund(refund("r1", new PaymentKey("x", "y"))));
    assertOne(store, session -> session.refund("r1")).contains(noted);
    RefundRow sent = noted.sending("pinned", "slot", AT.plusSeconds(60));
    store.run(session -> session.updateRefund(sent));
    assertOne(store, session -> session.lockRefund("r1")).contains(sent);
    RefundRow done =
        sent.ended(RefundRow.State.DONE, "text", Money.of("12.34", "USD"), "CODE", "why", AT);
    store.run(session -> session.updateRefund(done));
    assertAll(store, session -> session.refunds("order_1")).containsExactly(done);
    assertThat(done.slot()).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void oneRefundOfAPaymentIsInFlight(Kind kind) {
    PaymentStore store = kind.open();
    store.run(session -> session.insertRefund(refund("r1", PAYMENT)));
    store.run(session -> session.insertRefund(refund("r2", PAYMENT)));
    store.run(session -> session.updateRefund(refund("r1", PAYMENT).sending("p", "slot", AT)));
    assertThatThrownBy(
            () ->
                store.run(
                    session ->
                        session.updateRefund(refund("r2", PAYMENT).sending("p", "slot", AT))))
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.DUPLICATE));
    assertThat(in(store, session -> session.refund("r2")).orElseThrow().state())
        .isEqualTo(RefundRow.State.NEW);
    RefundRow doubt = refund("r1", PAYMENT).sending("p", "slot", AT).withoutSlot();
    store.run(session -> session.updateRefund(doubt));
    store.run(session -> session.updateRefund(refund("r2", PAYMENT).sending("p", "slot", AT)));
    assertOne(store, session -> session.refund("r1")).contains(doubt);
  }

  @ParameterizedTest
  @EnumSource
  void aCancelThatIsForgotten_leavesItsRefundToAnother(Kind kind) {
    PaymentStore store = kind.open();
    Money amount = Money.krw(1);
    CancelRow first = new CancelRow(PAYMENT, "1@0#1", amount, PaymentCancel.State.PENDING, null);
    CancelRow second = new CancelRow(PAYMENT, "1@9#1", amount, PaymentCancel.State.DONE, null);
    store.run(
        session -> {
          session.saveCancel(first);
          session.saveCancel(second);
          session.claimCancel(first, "r1");
        });
    store.run(session -> session.deleteCancel(first));
    store.run(session -> session.claimCancel(second, "r1"));
    assertAll(store, session -> session.cancels(PAYMENT))
        .containsExactly(new CancelRow(PAYMENT, "1@9#1", amount, PaymentCancel.State.DONE, "r1"));
  }

  @ParameterizedTest
  @EnumSource
  void aRefundWithAnAlarmIsListed_whateverItsState(Kind kind) {
    PaymentStore store = kind.open();
    store.run(session -> session.insertRefund(refund("r1", PAYMENT)));
    store.run(session -> session.insertRefund(refund("r2", PAYMENT)));
    assertAll(store, session -> session.alarmedRefunds(10)).isEmpty();
    RefundRow alarmed =
        refund("r2", PAYMENT)
            .ended(RefundRow.State.DONE, null, null, null, null, AT)
            .alarmed(RefundRow.Alarm.REFUNDED_TWICE);
    store.run(session -> session.updateRefund(alarmed));
    assertAll(store, session -> session.alarmedRefunds(10)).containsExactly(alarmed);
    store.run(session -> session.updateRefund(alarmed.explained("seen").alarmed(null)));
    assertAll(store, session -> session.alarmedRefunds(10)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void thePaymentThatChangedLast_isTheLast(Kind kind) {
    PaymentStore store = kind.open();
    PaymentRow a = payment(new PaymentKey("toss", "a"), "order_1");
    PaymentRow b = payment(new PaymentKey("toss", "b"), "order_1");
    PaymentRow changed =
        new PaymentRow(
            a.key(),
            "order_1",
            a.price(),
            a.role(),
            a.status(),
            a.outcome(),
            a.cancelled(),
            a.balance(),
            a.paidAt(),
            a.dueAt(),
            AT.plusMillis(1));
    store.run(session -> session.savePayment(a));
    store.run(session -> session.savePayment(b));
    assertAll(store, session -> session.payments("order_1")).containsExactly(a, b);
    store.run(session -> session.savePayment(changed));
    assertAll(store, session -> session.payments("order_1")).containsExactly(b, changed);
  }

  private static PaymentRow paid(String account, String id, Instant paidAt) {
    return new PaymentRow(
        new PaymentKey(account, id),
        "order_1",
        Money.krw(15_000),
        PaymentRow.Role.PAYS,
        Known.PAID,
        "CONFIRMED",
        Money.krw(0),
        Money.krw(15_000),
        paidAt,
        null,
        AT);
  }

  /** Of one moment by id; neither another account's, nor what is outside the time or unpaid. */
  @ParameterizedTest
  @EnumSource
  void whatWasPaidInATimeIsReadPageByPage(Kind kind) {
    PaymentStore store = kind.open();
    Instant until = AT.plusSeconds(10);
    store.run(
        session -> {
          session.savePayment(paid("toss", "C", AT));
          session.savePayment(paid("toss", "a", AT));
          session.savePayment(paid("toss", "B", AT));
          session.savePayment(paid("toss", "d", until.minusMillis(1)));
          session.savePayment(paid("toss", "before", AT.minusMillis(1)));
          session.savePayment(paid("toss", "after", until));
          session.savePayment(paid("toss", "unpaid", null));
          session.savePayment(paid("other", "e", AT));
        });
    TimeSlice first = new TimeSlice("toss", AT, "", until, 2);
    assertAll(store, session -> session.paid(first))
        .extracting(payment -> payment.key().paymentId())
        .containsExactly("B", "C");
    assertAll(store, session -> session.paid(first.after(AT, "C")))
        .extracting(payment -> payment.key().paymentId())
        .containsExactly("a", "d");
    assertAll(store, session -> session.paid(first.after(until.minusMillis(1), "d"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void refundsDoneInATimeAreReadPageByPage(Kind kind) {
    PaymentStore store = kind.open();
    Instant until = AT.plusSeconds(10);
    for (String id : List.of("r2", "r1", "r3", "before", "open", "refused", "other")) {
      PaymentKey payment = new PaymentKey(id.equals("other") ? "x" : "toss", "tviva_" + id);
      Instant at = id.equals("before") ? AT.minusMillis(1) : AT;
      RefundRow asked = refund(id, payment);
      store.run(session -> session.insertRefund(asked));
      if (!id.equals("open")) {
        RefundRow.State state =
            id.equals("refused") ? RefundRow.State.REFUSED : RefundRow.State.DONE;
        store.run(session -> session.updateRefund(asked.ended(state, null, null, null, null, at)));
      }
    }
    TimeSlice first = new TimeSlice("toss", AT, "", until, 2);
    assertAll(store, session -> session.refunded(first))
        .extracting(RefundRow::refundId)
        .containsExactly("r1", "r2");
    assertAll(store, session -> session.refunded(first.after(AT, "r2")))
        .extracting(RefundRow::refundId)
        .containsExactly("r3");
  }

  @ParameterizedTest
  @EnumSource
  void workIsLeasedOnce(Kind kind) {
    PaymentStore store = kind.open();
    store.run(session -> session.insertWork(ORDER_WORK, AT));
    WorkRow read = store.inNew(session -> session.due(10)).get(0);
    assertThat((boolean) in(store, session -> session.lease(read, Duration.ofHours(1), "a")))
        .isTrue();
    assertThat((boolean) in(store, session -> session.lease(read, Duration.ofHours(1), "b")))
        .isFalse();
    assertAll(store, session -> session.due(10)).isEmpty();
    WorkRow leased = read.leased();
    assertThat((boolean) in(store, session -> session.release(read, AT, 0, true))).isFalse();
    assertThat((boolean) in(store, session -> session.release(leased, null, 2, true))).isTrue();
    assertAll(store, session -> session.due(10)).isEmpty();
    assertThat(in(store, session -> session.work(ORDER_WORK)).orElseThrow().tries()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void aHintDuringTheWorkLeavesItDue(Kind kind) {
    PaymentStore store = kind.open();
    store.run(session -> session.insertWork(ORDER_WORK, AT));
    WorkRow read = store.inNew(session -> session.due(10)).get(0);
    store.run(session -> session.lease(read, Duration.ofHours(1), "a"));
    store.run(session -> session.hint(ORDER_WORK));
    WorkRow leased = read.leased();
    assertThat((boolean) in(store, session -> session.release(leased, null, 0, true))).isTrue();
    assertAll(store, session -> session.due(10)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void aHintStaysDue_andKeepsWhatItNamed_untilItIsLookedInto(Kind kind) {
    PaymentStore store = kind.open();
    PaymentKey other = new PaymentKey("toss", "tviva_10 a");
    assertThat((boolean) in(store, session -> session.hint(ORDER_WORK, PAYMENT))).isFalse();
    store.run(session -> session.insertWork(ORDER_WORK, null));
    for (PaymentKey named : List.of(PAYMENT, other, PAYMENT)) {
      assertThat((boolean) in(store, session -> session.hint(ORDER_WORK, named))).isTrue();
    }
    store.run(session -> session.hint(ORDER_WORK));
    store.run(session -> session.schedule(ORDER_WORK, null));
    store.run(session -> session.schedule(ORDER_WORK, session.now().plusSeconds(600)));
    WorkRow read = store.inNew(session -> session.due(10)).get(0);
    assertThat(read.hinted()).isTrue();
    assertThat(read.named()).containsExactlyInAnyOrder(PAYMENT, other);

    store.run(session -> session.lease(read, Duration.ofHours(1), "a"));
    store.run(session -> session.release(read.leased(), AT, 1, false));
    WorkRow again = store.inNew(session -> session.due(10)).get(0);
    assertThat(again.named()).isEqualTo(read.named());
    store.run(session -> session.lease(again, Duration.ofHours(1), "a"));
    store.run(session -> session.release(again.leased(), AT, 0, true));
    WorkRow looked = store.inNew(session -> session.due(10)).get(0);
    assertThat(looked.hinted()).isFalse();
    assertThat(looked.named()).isEmpty();
    store.run(session -> session.schedule(ORDER_WORK, null));
    assertAll(store, session -> session.due(10)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aFloodOfNamesIsBounded(Kind kind) {
    PaymentStore store = kind.open();
    store.run(session -> session.insertWork(ORDER_WORK, null));
    for (int i = 0; i < 30; i++) {
      PaymentKey forged = new PaymentKey("toss", "forged" + i + "x".repeat(190));
      assertThat((boolean) in(store, session -> session.hint(ORDER_WORK, forged))).isTrue();
    }
    assertThat(in(store, session -> session.work(ORDER_WORK)).orElseThrow().named())
        .hasSizeBetween(5, 15);
  }

  @ParameterizedTest
  @EnumSource
  void anOrderThatIsntThere_isLockedForNobody(Kind kind) throws Exception {
    PaymentStore store = kind.open();
    ExecutorService another = Executors.newSingleThreadExecutor();
    try {
      store.run(
          session -> {
            assertThat(session.lockOrder("order_1")).isEmpty();
            Future<?> opened =
                another.submit(() -> store.run(other -> other.insertOrder(order("order_1"))));
            assertThat(opened).succeedsWithin(Duration.ofSeconds(30));
          });
    } finally {
      another.shutdownNow();
    }
    assertOne(store, session -> session.order("order_1")).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void idleWorkIsNotDueUntilAHintComes(Kind kind) {
    PaymentStore store = kind.open();
    store.run(session -> session.insertWork(ORDER_WORK, null));
    assertAll(store, session -> session.due(10)).isEmpty();
    assertThatObject(in(store, StoreSession::workCounts)).isEqualTo(new WorkCounts(0, null));
    store.run(session -> session.hint(ORDER_WORK));
    assertAll(store, session -> session.due(10)).hasSize(1);
    assertThat(in(store, StoreSession::workCounts).due()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void theLongestDueComesFirst(Kind kind) {
    PaymentStore store = kind.open();
    for (int i = 0; i < 5; i++) {
      WorkKey key = new WorkKey(WorkKey.Kind.REFUND, "r" + i);
      Instant due = AT.minusSeconds(i);
      store.run(session -> session.insertWork(key, due));
    }
    assertAll(store, session -> session.due(2))
        .extracting(work -> work.key().subject())
        .containsExactly("r4", "r3");
  }

  @ParameterizedTest
  @EnumSource
  void anEventIsSeenOnce(Kind kind) {
    PaymentStore store = kind.open();
    store.run(session -> session.addSeen("payout 1"));
    assertThatThrownBy(() -> store.run(session -> session.addSeen("payout 1")))
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.DUPLICATE));
    store.run(session -> session.addSeen("Payout 1"));
  }

  @ParameterizedTest
  @EnumSource
  void aDeletedOrderLeavesNothing(Kind kind) {
    PaymentStore store = kind.open();
    store.run(
        session -> {
          session.insertOrder(order("order_1"));
          session.insertWork(ORDER_WORK, AT);
          session.savePayment(payment(PAYMENT, "order_1"));
          session.saveCancel(
              new CancelRow(PAYMENT, "k", Money.krw(1), PaymentCancel.State.DONE, null));
          session.insertRefund(refund("r1", PAYMENT));
          session.insertWork(new WorkKey(WorkKey.Kind.REFUND, "r1"), AT);
          session.addEvent(new EventRow("order_1", AT, "OPENED", null, null));
        });
    store.run(session -> session.deleteOrder("order_1"));
    assertOne(store, session -> session.order("order_1")).isEmpty();
    assertAll(store, session -> session.payments("order_1")).isEmpty();
    assertAll(store, session -> session.cancels(PAYMENT)).isEmpty();
    assertOne(store, session -> session.refund("r1")).isEmpty();
    assertAll(store, session -> session.events("order_1")).isEmpty();
    assertAll(store, session -> session.due(10)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theHistoryKeepsItsOrder(Kind kind) {
    PaymentStore store = kind.open();
    List<EventRow> lines =
        Stream.of("A", "B", "C")
            .map(word -> new EventRow("order_1", AT.plusMillis(word.charAt(0)), word, "me", "한글"))
            .toList();
    store.run(session -> lines.forEach(session::addEvent));
    assertAll(store, session -> session.events("order_1")).isEqualTo(lines);
  }

  @ParameterizedTest
  @EnumSource
  void linesOfOneTransaction_whichHaveOneMoment_keepTheirOrder(Kind kind) {
    PaymentStore store = kind.open();
    List<EventRow> lines =
        IntStream.range(0, 20)
            .mapToObj(n -> new EventRow("order_1", AT, "L" + n, null, null))
            .toList();
    store.run(session -> lines.forEach(session::addEvent));
    assertAll(store, session -> session.events("order_1")).isEqualTo(lines);
  }

  /** Two servers write within one millisecond, or a server's clock goes back. */
  @ParameterizedTest
  @EnumSource
  void linesOfManyTransactions_keepTheirOrder_whateverTheClockSays(Kind kind) {
    PaymentStore store = kind.open();
    List<EventRow> lines =
        IntStream.range(0, 20)
            .mapToObj(n -> new EventRow("order_1", AT.minusMillis(n / 10), "L" + n, null, null))
            .toList();
    lines.forEach(line -> store.run(session -> session.addEvent(line)));
    assertAll(store, session -> session.events("order_1")).isEqualTo(lines);
  }

  @ParameterizedTest
  @EnumSource
  void aLongHistoryShowsItsLast200Lines(Kind kind) {
    PaymentStore store = kind.open();
    List<EventRow> lines =
        IntStream.range(0, 203)
            .mapToObj(n -> new EventRow("order_1", AT.plusMillis(n), "L" + n, null, null))
            .toList();
    store.run(session -> lines.forEach(session::addEvent));
    assertAll(store, session -> session.events("order_1")).isEqualTo(lines.subList(3, 203));
  }

  @ParameterizedTest
  @EnumSource
  void aTokenIsReplaced(Kind kind) {
    PaymentStore store = kind.open();
    StoredTokens tokens = StoredTokens.of(store, "iamport");
    assertThat(tokens.load()).isEmpty();
    Instant expiry = AT.truncatedTo(ChronoUnit.MILLIS);
    tokens.save(new kr.pgsdk.core.auth.TokenStore.StoredToken("secret-1", expiry));
    tokens.save(new kr.pgsdk.core.auth.TokenStore.StoredToken("secret-2", expiry));
    assertThat(tokens.load().orElseThrow().token()).isEqualTo("secret-2");
    assertThat(in(store, session -> session.token("iamport")).orElseThrow().toString())
        .doesNotContain("secret");
  }

  /** Two servers add one each to what they read under the lock: none is lost. */
  @ParameterizedTest
  @EnumSource
  void aLockedOrderIsReadAsTheOtherCommittedIt(Kind kind) throws Exception {
    PaymentStore store = kind.open();
    store.run(session -> session.insertOrder(order("order_1")));
    int servers = 4;
    int rounds = 25;
    ExecutorService threads = Executors.newFixedThreadPool(servers);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<?>> all =
          Stream.generate(() -> (Runnable) () -> addVersions(store, rounds, start))
              .limit(servers)
              .<Future<?>>map(threads::submit)
              .toList();
      start.countDown();
      for (Future<?> one : all) {
        one.get(60, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(in(store, session -> session.order("order_1")).orElseThrow().version())
        .isEqualTo((long) servers * rounds);
  }

  private static void addVersions(PaymentStore store, int rounds, CountDownLatch start) {
    try {
      start.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    for (int i = 0; i < rounds; i++) {
      store.run(
          session -> {
            OrderRow order = session.lockOrder("order_1").orElseThrow();
            session.updateOrder(order.next(AT));
          });
    }
  }
}
