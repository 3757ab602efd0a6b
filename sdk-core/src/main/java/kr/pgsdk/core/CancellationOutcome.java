package kr.pgsdk.core;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What every outcome of a cancel holds. */
abstract class CancellationOutcome {
  private final Payment payment;
  private final @Nullable Money cancelledNow;

  CancellationOutcome(Payment payment, @Nullable Money cancelledNow) {
    this.payment = Objects.requireNonNull(payment, "payment");
    this.cancelledNow = cancelledNow;
  }

  public Payment payment() {
    return payment;
  }

  public Optional<Money> cancelledNow() {
    return Optional.ofNullable(cancelledNow);
  }

  @Override
  public String toString() {
    return getClass().getSimpleName()
        + "["
        + (cancelledNow == null ? "" : cancelledNow + ", ")
        + payment
        + "]";
  }
}
