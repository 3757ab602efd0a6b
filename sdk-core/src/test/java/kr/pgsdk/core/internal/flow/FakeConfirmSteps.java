package kr.pgsdk.core.internal.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.Promotion;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import kr.pgsdk.core.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * A gateway that answers captures and lookups as it is told; the last answer of each stays. A
 * refusal's code says what it proves.
 */
final class FakeConfirmSteps implements CaptureSteps {
  private static final Set<String> OF_THIS_SENDING =
      Set.of("CONSECUTIVE", "ALREADY_PROCESSED", "BUSY", "DIFFERS");
  private static final Set<String> FINAL = Set.of("REJECTED", "REJECTED_FOR_NOW", "NO_PAYMENT");

  private final GatewayTerms terms;
  private final Deque<Supplier<Captured>> answers = new ArrayDeque<>();
  private final Deque<Supplier<Found>> shown = new ArrayDeque<>();

  /** The number of the key of each sending. */
  final List<Integer> captures = new ArrayList<>();

  final List<String> acceptedPromotions = new ArrayList<>();
  int lookups;
  boolean acceptsTestPayments;
  boolean unfinishedIfUnknown;
  boolean needsToken;
  @Nullable IllegalArgumentException unsendable;

  /** Whether the checkout captures, and a confirm only reads. */
  boolean onlyReads;

  /** Whether so much time has passed that nothing can be captured any more. */
  boolean over;

  FakeConfirmSteps(GatewayTerms terms) {
    this.terms = terms;
  }

  FakeConfirmSteps answers(Payment payment) {
    answers.add(() -> new Captured(payment, false, false));
    return this;
  }

  /** Says captured, and shows nothing of the payment. */
  FakeConfirmSteps answersUnseen(boolean replay) {
    answers.add(() -> new Captured(null, replay, false));
    return this;
  }

  FakeConfirmSteps replays(Payment payment) {
    answers.add(() -> new Captured(payment, true, false));
    return this;
  }

  FakeConfirmSteps answersAfterALoss(Payment payment) {
    answers.add(() -> new Captured(payment, false, true));
    return this;
  }

  FakeConfirmSteps refuses(String code) {
    return fails(refusal(code));
  }

  /** A sending was lost; its repetition under the same key is refused. */
  FakeConfirmSteps losesAndRefuses(String code) {
    return fails(doubt(refusal(code)));
  }

  FakeConfirmSteps loses() {
    return fails(doubt(transport()));
  }

  FakeConfirmSteps fails(RuntimeException failure) {
    answers.add(
        () -> {
          throw failure;
        });
    return this;
  }

  FakeConfirmSteps shows(@Nullable Payment payment) {
    shown.add(() -> new Found(payment, payment == null ? refusal("NO_PAYMENT") : null, over));
    return this;
  }

  FakeConfirmSteps failsLookups(RuntimeException failure) {
    shown.add(
        () -> {
          throw failure;
        });
    return this;
  }

  static GatewayException refusal(String code) {
    return Errors.make()
        .gateway(
            "refused",
            ErrorDetails.builder("testpay")
                .httpStatus(code.equals("BUSY") ? 429 : code.equals("NOT_FOUND") ? 404 : 400)
                .gatewayCode(code)
                .gatewayMessage("words of " + code)
                .retryable(code.endsWith("_FOR_NOW") || code.equals("CONSECUTIVE"))
                .build());
  }

  static TransportException transport() {
    return Errors.make().transport("down", ErrorDetails.builder("testpay").build());
  }

  static OutcomeUnknownException doubt(PaymentException cause) {
    return Errors.make().outcomeUnknown("lost", ErrorDetails.after(cause).build(), null, null);
  }

  private static <T> T next(Deque<Supplier<T>> script) {
    Supplier<T> next = script.size() > 1 ? script.poll() : script.peek();
    return Objects.requireNonNull(next, "nothing was scripted").get();
  }

  @Override
  public GatewayTerms terms() {
    return terms;
  }

  @Override
  public Found find(ConfirmRequest request, Deadline deadline) {
    lookups++;
    return next(shown);
  }

  @Override
  public Sendable<Captured> capture(ConfirmRequest request, int number) {
    if (unsendable != null) {
      throw unsendable;
    }
    return deadline -> {
      captures.add(number);
      return next(answers);
    };
  }

  @Override
  public RefusalClass classify(GatewayException refusal) {
    String code = refusal.gatewayCode().orElse("");
    return FINAL.contains(code)
        ? RefusalClass.FINAL
        : OF_THIS_SENDING.contains(code)
            ? RefusalClass.OF_THIS_SENDING
            : code.equals("BY_THE_COMPANY") ? RefusalClass.BY_THE_COMPANY : RefusalClass.UNCERTAIN;
  }

  @Override
  public boolean mayPass(GatewayException refusal) {
    RefusalClass proof = classify(refusal);
    return refusal.isRetryable()
        || (!proof.isDefinite() && proof != RefusalClass.BY_THE_COMPANY && !isMisdirected(refusal));
  }

  @Override
  public boolean saysNotFound(GatewayException refusal) {
    return refusal.gatewayCode().filter("NO_PAYMENT"::equals).isPresent();
  }

  @Override
  public boolean isMisdirected(GatewayException refusal) {
    return refusal.gatewayCode().filter("NOT_FOUND"::equals).isPresent();
  }

  @Override
  public @Nullable CaptureSteps capturing(ConfirmRequest request) {
    return !onlyReads && (!needsToken || request.paymentToken().isPresent()) ? this : null;
  }

  @Override
  public boolean saysMismatch(GatewayException refusal) {
    return refusal.gatewayCode().filter("DIFFERS"::equals).isPresent();
  }

  @Override
  public boolean pause(int number, Deadline deadline) {
    return true;
  }

  @Override
  public boolean acceptsTestPayments() {
    return acceptsTestPayments;
  }

  @Override
  public boolean acceptsPromotion(Promotion promotion) {
    return promotion.id().filter(acceptedPromotions::contains).isPresent();
  }

  @Override
  public boolean isUnfinished(Payment payment) {
    return unfinishedIfUnknown;
  }
}
