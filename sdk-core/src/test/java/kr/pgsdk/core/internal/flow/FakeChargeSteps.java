package kr.pgsdk.core.internal.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import kr.pgsdk.core.ChargeRequest;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.flow.CaptureSteps.Captured;
import kr.pgsdk.core.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * A gateway that answers charges and lookups as it is told; the last answer of each stays. A
 * refusal's code says what it proves, as with {@link FakeConfirmSteps}.
 */
final class FakeChargeSteps implements ChargeSteps {
  private final Deque<Supplier<Captured>> answers = new ArrayDeque<>();
  private final Deque<Supplier<Found>> shown = new ArrayDeque<>();
  private final FakeConfirmSteps proofs;

  /** Whether a repetition is recognised. */
  final boolean keyed;

  private Runnable meanwhile = () -> {};
  private Runnable meanwhileLooking = () -> {};
  int sendings;

  /** The mark of each sending. */
  final List<String> marks = new ArrayList<>();

  int lookups;
  private boolean refusalsSayPaid;

  FakeChargeSteps(boolean keyed, FakeConfirmSteps proofs) {
    this.keyed = keyed;
    this.proofs = proofs;
  }

  /** What happens while a charge is being sent. */
  FakeChargeSteps whileSending(Runnable work) {
    meanwhile = work;
    return this;
  }

  /** What happens while the order is being looked up. */
  FakeChargeSteps whileLooking(Runnable work) {
    meanwhileLooking = work;
    return this;
  }

  /** Every refusal says that the order is paid already. */
  FakeChargeSteps saysPaid() {
    refusalsSayPaid = true;
    return this;
  }

  FakeChargeSteps answers(Payment payment) {
    answers.add(() -> new Captured(payment, false, false));
    return this;
  }

  /** Says captured, and shows nothing of the payment. */
  FakeChargeSteps answersUnseen() {
    answers.add(() -> new Captured(null, false, false));
    return this;
  }

  /** Says captured, as it may have said before, and shows nothing of the payment. */
  FakeChargeSteps replaysUnseen() {
    answers.add(() -> new Captured(null, true, false));
    return this;
  }

  FakeChargeSteps replays(Payment payment) {
    answers.add(() -> new Captured(payment, true, false));
    return this;
  }

  FakeChargeSteps fails(RuntimeException failure) {
    answers.add(
        () -> {
          throw failure;
        });
    return this;
  }

  FakeChargeSteps shows(@Nullable Payment payment) {
    return shows(payment, true, false);
  }

  /** A payment that a checkout has made. */
  FakeChargeSteps showsCheckout(Payment payment) {
    return shows(payment, false, true);
  }

  /** What another server's charge of the order has left. */
  FakeChargeSteps showsAnothers(Payment payment) {
    return shows(payment, true, true);
  }

  private FakeChargeSteps shows(@Nullable Payment payment, boolean byKey, boolean others) {
    shown.add(() -> new Found(payment, byKey, others));
    return this;
  }

  FakeChargeSteps failsLookup(RuntimeException failure) {
    shown.add(
        () -> {
          throw failure;
        });
    return this;
  }

  private static <T> T next(Deque<Supplier<T>> script) {
    Supplier<T> next = script.size() > 1 ? script.poll() : script.peek();
    return Objects.requireNonNull(next, "nothing was scripted").get();
  }

  @Override
  public GatewayTerms terms() {
    return proofs.terms();
  }

  @Override
  public @Nullable String key(ChargeRequest request) {
    return keyed ? request.orderId() + "/" + request.money() : null;
  }

  @Override
  public Found find(ChargeRequest request, @Nullable String mark, Deadline deadline) {
    lookups++;
    meanwhileLooking.run();
    return next(shown);
  }

  @Override
  public Captured charge(ChargeRequest request, String mark, Deadline deadline) {
    sendings++;
    marks.add(mark);
    meanwhile.run();
    return next(answers);
  }

  @Override
  public RefusalClass classify(GatewayException refusal) {
    return proofs.classify(refusal);
  }

  @Override
  public boolean saysPaid(GatewayException refusal) {
    return refusalsSayPaid;
  }
}
