package kr.pgsdk.core.internal.access;

import java.util.Objects;
import java.util.function.UnaryOperator;
import kr.pgsdk.core.PaymentCancel;
import org.jspecify.annotations.Nullable;

/** Marks cancels as made outside, which only a gateway can know. */
public final class OutsideCancel {
  private static volatile @Nullable UnaryOperator<PaymentCancel> access;

  private OutsideCancel() {}

  /** Lets the SDK mark a cancel, which has no public method for it. */
  public static void grant(UnaryOperator<PaymentCancel> madeOutside) {
    access = madeOutside;
  }

  /** Returns a cancel as one that the gateway says was asked for by no request of an API user's. */
  public static PaymentCancel of(PaymentCancel cancel) {
    return Objects.requireNonNull(access, "granted by the cancel's own class").apply(cancel);
  }
}
