package kr.pgsdk.core.internal.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.RefundStatus;
import kr.pgsdk.core.VirtualAccount;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import kr.pgsdk.core.internal.access.OutsideCancel;
import kr.pgsdk.core.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * A gateway with one payment of 10,000 won. It keeps a ledger, and does what its script says with
 * the next sendings. Toss-like, it answers a repeated key with its first answer and shows reasons
 * as sent; Iamport-like, it knows no keys and gives its rows no ids.
 */
final class FakeCancelSteps implements CancelSteps {
  enum Like {
    TOSS,
    IAMPORT
  }

  /** What becomes of one sending. */
  interface Sending {
    Reply answer(CancelToSend order);
  }

  /** The reason of a refund that another SDK object sent. */
  static final String ANOTHERS = "[0a1b2c3d4e] r";

  static final PaymentId ID = PaymentId.of("pay-1");
  static final OrderId ORDER = OrderId.of("order-1");
  static final GatewayTerms TERMS =
      new GatewayTerms("testpay", "merchant_uid", "imp_uid", "amount");
  static final Instant NOON = Instant.parse("2026-01-02T03:00:00Z");

  private final Like like;
  private final Deque<Sending> script = new ArrayDeque<>();
  private final Map<String, Payment> answered = new HashMap<>();
  private final List<CancelToSend> underWay = new ArrayList<>();

  /** Every order that reached the gateway. */
  final List<CancelToSend> sent = new ArrayList<>();

  /** The keys of the cancels that were carried out: what each request has really done. */
  final List<String> executed = new ArrayList<>();

  final List<PaymentCancel> rows = new ArrayList<>();
  Money balance = Money.krw(10_000);
  @Nullable Known status;
  RefundStatus refundStatus = RefundStatus.NONE;
  @Nullable VirtualAccount account;
  PaymentId shownId = ID;
  int lookups;
  Duration keyLife = Duration.ofDays(15);
  boolean losesReasons;
  boolean fullCancelMayTakeLess;
  boolean closesAccounts;
  boolean makesReferences = true;
  boolean refundsLater;
  boolean asynchronous;
  boolean takesBalanceAtOnce;
  boolean showsNoRows;
  boolean sameSecond;
  boolean failsLookupsOnceSent;
  UnaryOperator<@Nullable String> recorded = reason -> reason;
  @Nullable RuntimeException lookupFailure;
  @Nullable IllegalArgumentException unsendable;
  @Nullable Payment laggingLookup;
  Runnable beforeExecute = () -> {};
  Runnable afterAnswer = () -> {};

  FakeCancelSteps(Like like) {
    this.like = like;
  }

  // --- the ledger

  /** Somebody else cancels. */
  void others(long won, @Nullable String reason) {
    balance = balance.minus(Money.krw(won));
    row(won, State.DONE, reason);
  }

  /** An operator cancels in the console, and the gateway says so. */
  void operator(long won) {
    others(won, "");
    rows.add(OutsideCancel.of(rows.remove(rows.size() - 1)));
  }

  /** Adds a row and leaves the balance as it is. */
  void row(long won, State state, @Nullable String reason) {
    rows.add(cancel(rows.size() + 1, Money.krw(won), state, reason));
  }

  /** Changes a row, whose identity stays. */
  void become(int index, State state, @Nullable String reason) {
    rows.set(index, cancel(index + 1, rows.get(index).amount(), state, reason));
  }

  private PaymentCancel cancel(int number, Money money, State state, @Nullable String reason) {
    return PaymentCancel.of(
        like == Like.TOSS ? "T" + number : null,
        money,
        state,
        reason,
        NOON.plusSeconds(sameSecond ? 0 : number));
  }

  Payment payment() {
    boolean done = rows.stream().anyMatch(row -> row.state() == State.DONE);
    Known known =
        status != null
            ? status
            : balance.isZero()
                ? Known.CANCELLED
                : done ? Known.PARTIALLY_CANCELLED : rows.isEmpty() ? Known.PAID : known();
    return Payment.builder(
            TERMS, shownId, ORDER, Money.krw(10_000), new PaymentStatus(known, "word"))
        .balance(balance)
        .cancels(showsNoRows ? List.of() : rows)
        .refundStatus(refundStatus)
        .virtualAccount(account)
        .build();
  }

  private Known known() {
    boolean pending = rows.stream().anyMatch(row -> row.state() == State.PENDING);
    return pending ? Known.CANCEL_PENDING : Known.PAID;
  }

  /** Carries a cancel out, and answers by what the payment shows then. */
  Payment carryOut(CancelToSend order) {
    Money money = order.request().amount().orElse(balance);
    executed.add(order.key());
    if (!asynchronous || takesBalanceAtOnce) {
      balance = balance.minus(money);
    }
    State state = asynchronous ? State.PENDING : State.DONE;
    rows.add(cancel(rows.size() + 1, money, state, recorded.apply(order.reason())));
    answered.put(order.key(), payment());
    return payment();
  }

  /** Carries out what was lost on its way and is still worked on. */
  void finishWork() {
    underWay.forEach(this::carryOut);
    underWay.clear();
  }

  // --- what the script can say

  void next(Sending... sendings) {
    script.addAll(List.of(sendings));
  }

  /** As without a script: the key's record, the guard, the cancel. */
  Reply serve(CancelToSend order) {
    Payment before = like == Like.TOSS ? answered.get(order.key()) : null;
    if (before != null) {
      return new Accepted(before, true, false);
    }
    return order.balance().equals(balance)
        ? new Accepted(carryOut(order), false, false)
        : new Refused(refusal(400, "NOT_MATCHES"), false, false);
  }

  /** Carries it out, and names the cancel in the answer. */
  Reply nameIt(CancelToSend order) {
    Payment before = answered.get(order.key());
    Payment shown = before == null ? carryOut(order) : payment();
    int row = executed.indexOf(order.key()) + 1;
    return Accepted.named(shown, "T" + row, false);
  }

  Reply loseRequest(CancelToSend order) {
    throw lost(transport());
  }

  Reply loseAnswer(CancelToSend order) {
    carryOut(order);
    throw lost(transport());
  }

  Reply workLater(CancelToSend order) {
    underWay.add(order);
    throw lost(transport());
  }

  /** Carried out at once, and shown later. */
  Reply acceptSilently(CancelToSend order) {
    underWay.add(order);
    return new Accepted(payment(), false, false);
  }

  Reply serverError(CancelToSend order) {
    throw lost(refusal(500, "FAILED_INTERNAL"));
  }

  Reply unreachable(CancelToSend order) {
    throw transport();
  }

  /** The first sending was carried out and its answer lost; this is the repetition's. */
  Reply carryOutAndRepeat(CancelToSend order) {
    return new Accepted(carryOut(order), false, true);
  }

  static Sending refuse(String code) {
    return order -> new Refused(refusal(code.equals("BUSY") ? 429 : 400, code), false, false);
  }

  /** A sending was lost, and its repetition refused. */
  static Sending loseAndRefuse(String code) {
    return order -> new Refused(refusal(400, code), false, true);
  }

  /** A sending was lost, and its repetition answered with the recorded refusal. */
  static Sending loseAndReplayRefusal(String code) {
    return order -> new Refused(refusal(400, code), true, true);
  }

  static Sending replayRefusal(String code) {
    return order -> new Refused(refusal(400, code), true, false);
  }

  static GatewayException refusal(int status, String code) {
    return Errors.make()
        .gateway(
            "refused",
            ErrorDetails.builder("testpay")
                .httpStatus(status)
                .gatewayCode(code)
                .gatewayMessage("words of " + code)
                .build());
  }

  static TransportException transport() {
    return Errors.make().transport("down", ErrorDetails.builder("testpay").build());
  }

  static OutcomeUnknownException lost(PaymentException cause) {
    return Errors.make()
        .outcomeUnknown(
            "lost", ErrorDetails.after(cause).build(), PaymentLookup.byPaymentId(ID), null);
  }

  // --- the steps

  @Override
  public GatewayTerms terms() {
    return TERMS;
  }

  @Override
  public Look lookUp(CancelRequest request, Deadline deadline) {
    lookups++;
    if (lookupFailure != null) {
      throw lookupFailure;
    }
    if (failsLookupsOnceSent && !sent.isEmpty()) {
      throw transport();
    }
    return new Look(laggingLookup != null ? laggingLookup : payment(), refundsLater);
  }

  @Override
  public Sendable<Reply> cancel(CancelToSend order) {
    if (unsendable != null) {
      throw unsendable;
    }
    return deadline -> execute(order);
  }

  private Reply execute(CancelToSend order) {
    sent.add(order);
    beforeExecute.run();
    Sending next = script.poll();
    Reply reply = next == null ? serve(order) : next.answer(order);
    afterAnswer.run();
    return reply;
  }

  @Override
  public RefusalClass classify(GatewayException refusal) {
    return switch (refusal.gatewayCode().orElse("")) {
      case "FINAL" -> RefusalClass.FINAL;
      case "NOT_MATCHES", "CONSECUTIVE", "BUSY" -> RefusalClass.OF_THIS_SENDING;
      case "BY_THE_COMPANY" -> RefusalClass.BY_THE_COMPANY;
      case "FAILED_REFUND" -> RefusalClass.UNCERTAIN_AT_THE_BANK;
      default -> RefusalClass.UNCERTAIN;
    };
  }

  @Override
  public boolean saysRefundUnderWay(GatewayException refusal) {
    return refusal.gatewayCode().filter("CONSECUTIVE"::equals).isPresent();
  }

  @Override
  public Duration keyLife() {
    return like == Like.TOSS ? keyLife : Duration.ZERO;
  }

  @Override
  public boolean keepsReasons() {
    return like == Like.TOSS && !losesReasons;
  }

  @Override
  public boolean closesAccounts() {
    return closesAccounts;
  }

  @Override
  public boolean fullCancelMayTakeLess() {
    return fullCancelMayTakeLess;
  }

  @Override
  public boolean isReasonLost(String recorded) {
    return recorded.equals("취소요청api");
  }

  @Override
  public boolean makesReferences() {
    return makesReferences;
  }
}
