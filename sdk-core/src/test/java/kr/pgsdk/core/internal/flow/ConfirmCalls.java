package kr.pgsdk.core.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.internal.flow.FakeCancelSteps.Like;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.core.internal.time.Deadlines;
import kr.pgsdk.core.internal.time.Environment;

/** Confirms through the flow, with a ledger for the refunds that a mismatch may ask for. */
final class ConfirmCalls {
  static final GatewayTerms TERMS = FakeCancelSteps.TERMS;
  static final PaymentId ID = FakeCancelSteps.ID;
  static final OrderId ORDER = FakeCancelSteps.ORDER;
  static final Money PRICE = Money.krw(15_000);

  final FakeConfirmSteps gateway = new FakeConfirmSteps(TERMS);
  final FakeCancelSteps cancels = new FakeCancelSteps(Like.TOSS);
  private final CancelFlow refunds = new CancelFlow(cancels, new ClaimedRows());
  private final ConfirmFlow flow = new ConfirmFlow(gateway, refunds, new OpenConfirms());
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L); // it may wrap
  private final Environment environment =
      new Environment(Clock.systemUTC(), now::get, (pause, closed) -> {}, () -> 0L);

  static ConfirmRequest.Builder request() {
    return ConfirmRequest.builder(ID, ORDER, PRICE);
  }

  /** The payment of this order and price; what it can have cancelled follows from its status. */
  static Payment payment(Known known) {
    boolean held = known == Known.PAID || known == Known.UNKNOWN;
    return Payment.builder(TERMS, ID, ORDER, PRICE, new PaymentStatus(known, "word"))
        .balance(held ? PRICE : Money.krw(0))
        .build();
  }

  Confirmation confirm() {
    return confirm(request().build());
  }

  Confirmation confirm(ConfirmRequest request) {
    return flow.confirm(request, this::deadline);
  }

  /** Confirms at a gateway whose checkout captures. */
  Confirmation read() {
    gateway.onlyReads = true;
    return confirm();
  }

  private Deadline deadline() {
    return Deadlines.in(Duration.ofSeconds(30), environment);
  }

  void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  Confirmed confirmed() {
    return confirmed(request().build());
  }

  Confirmed confirmed(ConfirmRequest request) {
    Confirmation confirmation = confirm(request);
    assertThat(confirmation).isInstanceOf(Confirmed.class);
    return (Confirmed) confirmation;
  }

  NotConfirmed refused() {
    return refused(request().build());
  }

  NotConfirmed refused(ConfirmRequest request) {
    Confirmation confirmation = confirm(request);
    assertThat(confirmation).isInstanceOf(NotConfirmed.class);
    return (NotConfirmed) confirmation;
  }

  /** Confirms, and expects not to be told whether it was executed. */
  OutcomeUnknownException doubt() {
    Throwable thrown = catchThrowable(this::confirm);
    assertThat(thrown).isInstanceOf(OutcomeUnknownException.class);
    OutcomeUnknownException unknown = (OutcomeUnknownException) thrown;
    assertThat(unknown.isRetryable()).isFalse();
    assertThat(unknown.lookup()).isEqualTo(PaymentLookup.byPaymentId(ID));
    return unknown;
  }
}
