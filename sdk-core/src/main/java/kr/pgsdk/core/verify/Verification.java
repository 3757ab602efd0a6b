package kr.pgsdk.core.verify;

import java.util.List;
import kr.pgsdk.core.Mismatch;

/** What {@link PaymentVerifier} found. */
public final class Verification {
  static final Verification MATCH = new Verification(List.of());

  private final List<Mismatch> mismatches;

  private Verification(List<Mismatch> mismatches) {
    this.mismatches = mismatches;
  }

  static Verification of(List<Mismatch> mismatches) {
    return new Verification(List.copyOf(mismatches));
  }

  /** Whether the payment is paid and everything is as expected. */
  public boolean isMatch() {
    return mismatches.isEmpty();
  }

  /** Every difference, not just the first. Unmodifiable. For operators only. */
  public List<Mismatch> mismatches() {
    return mismatches;
  }

  @Override
  public String toString() {
    return isMatch() ? "Verification[match]" : "Verification" + mismatches;
  }
}
