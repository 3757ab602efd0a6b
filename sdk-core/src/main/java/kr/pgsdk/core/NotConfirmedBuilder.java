package kr.pgsdk.core;

import java.util.List;
import java.util.Objects;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Confirmation.NotConfirmed.Refund;
import org.jspecify.annotations.Nullable;

/** Builds a {@link NotConfirmed}. */
public final class NotConfirmedBuilder {
  final GatewayTerms terms;
  final Reason reason;
  final MoneyHeld moneyHeld;
  List<Mismatch> mismatches = List.of();
  @Nullable Payment payment;
  @Nullable Refusal refusal;
  @Nullable Refund refund;
  @Nullable String advice;

  NotConfirmedBuilder(GatewayTerms terms, Reason reason, MoneyHeld moneyHeld) {
    this.terms = Objects.requireNonNull(terms, "terms");
    this.reason = Objects.requireNonNull(reason, "reason");
    this.moneyHeld = Objects.requireNonNull(moneyHeld, "moneyHeld");
  }

  /** Every difference. */
  public NotConfirmedBuilder mismatches(List<Mismatch> mismatches) {
    this.mismatches = Objects.requireNonNull(mismatches, "mismatches");
    return this;
  }

  /** The payment as last described. */
  public NotConfirmedBuilder payment(@Nullable Payment payment) {
    this.payment = payment;
    return this;
  }

  /** The gateway's own reason. */
  public NotConfirmedBuilder refusal(@Nullable Refusal refusal) {
    this.refusal = refusal;
    return this;
  }

  /** What became of the refund. */
  public NotConfirmedBuilder refund(@Nullable Refund refund) {
    this.refund = refund;
    return this;
  }

  /** What an operator should look at. */
  public NotConfirmedBuilder advice(@Nullable String advice) {
    this.advice = advice;
    return this;
  }

  /** Returns the outcome. */
  public NotConfirmed build() {
    return new NotConfirmed(this);
  }
}
