package kr.pgsdk.examples.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.AwaitingDeposit;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Mismatch;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.Refusal;
import org.jspecify.annotations.Nullable;

/** The result of a confirm. */
record ConfirmReport(Confirmation confirmation) implements Report {
  @Override
  public int exitCode() {
    return confirmation instanceof NotConfirmed ? ExitCode.REFUSED : ExitCode.DONE;
  }

  @Override
  public Map<String, @Nullable Object> json() {
    Optional<NotConfirmed> not = notConfirmed();
    Optional<Refusal> refusal = not.flatMap(NotConfirmed::refusal);
    return JsonLine.object(
        "confirmation",
        outcome(),
        "capture",
        confirmation instanceof Confirmed confirmed ? confirmed.capture() : null,
        "moneyHeld",
        not.map(NotConfirmed::moneyHeld).orElse(null),
        "reason",
        not.map(NotConfirmed::reason).orElse(null),
        "mismatches",
        not.map(NotConfirmed::mismatches).orElse(List.of()).stream()
            .map(ConfirmReport::json)
            .toList(),
        "gatewayCode",
        refusal.flatMap(Refusal::code).orElse(null),
        "gatewayMessage",
        refusal.flatMap(Refusal::message).orElse(null),
        "traceId",
        refusal.flatMap(Refusal::traceId).orElse(null),
        "refund",
        not.flatMap(NotConfirmed::refund).orElse(null),
        "payment",
        payment().map(PaymentView::json).orElse(null));
  }

  private static Map<String, @Nullable Object> json(Mismatch mismatch) {
    return JsonLine.object(
        "field", mismatch.field(), "expected", mismatch.expected(), "actual", mismatch.actual());
  }

  private String outcome() {
    if (confirmation instanceof Confirmed) {
      return "CONFIRMED";
    }
    return confirmation instanceof AwaitingDeposit ? "AWAITING_DEPOSIT" : "NOT_CONFIRMED";
  }

  private Optional<NotConfirmed> notConfirmed() {
    return confirmation instanceof NotConfirmed not ? Optional.of(not) : Optional.empty();
  }

  private Optional<Payment> payment() {
    if (confirmation instanceof Confirmed confirmed) {
      return Optional.of(confirmed.payment());
    }
    if (confirmation instanceof AwaitingDeposit awaiting) {
      return Optional.of(awaiting.payment());
    }
    return notConfirmed().flatMap(NotConfirmed::payment);
  }

  @Override
  public void print(Page page) {
    if (confirmation instanceof Confirmed confirmed) {
      boolean now = confirmed.capture() == Confirmed.Capture.BY_THIS_CALL;
      page.line(
          Page.Tone.GOOD,
          "confirmed: the order is paid, captured " + (now ? "by this call" : "earlier"));
    } else if (confirmation instanceof AwaitingDeposit) {
      page.line(Page.Tone.WAITING, "waiting for the buyer's deposit: don't ship yet");
    }
    notConfirmed().ifPresent(not -> print(page, not));
    payment().ifPresent(payment -> PaymentView.print(page, payment));
  }

  private static void print(Page page, NotConfirmed not) {
    page.line(Page.Tone.BAD, "NOT confirmed: " + not.reason() + ". Don't ship.");
    not.mismatches()
        .forEach(
            mismatch ->
                page.value(
                    mismatch.fieldName(),
                    "expected " + mismatch.expected() + ", got " + mismatch.actual()));
    page.value("money held", not.moneyHeld().toString());
    not.refusal()
        .ifPresent(
            refusal ->
                page.value("gateway code", refusal.code().orElse(""))
                    .value("gateway message", refusal.message().orElse(""))
                    .value("trace id", refusal.traceId().orElse(""))
                    .value("retryable", refusal.retryable() ? "yes, later" : "no"));
    page.value("refund", not.refund().map(Object::toString).orElse(""));
  }
}
