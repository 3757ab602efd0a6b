package kr.pgsdk.core.verify;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import kr.pgsdk.core.Mismatch;

/** What {@link PaymentVerifier} found. */
public final class Verification implements Serializable {
  static final Verification MATCH = new Verification(List.of());

  @Serial private static final long serialVersionUID = 1L;

  /** What is written in its place. */
  private record Form(Mismatch[] mismatches) implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    @Serial
    private Object readResolve() {
      return of(List.of(mismatches));
    }
  }

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

  @Serial
  private Object writeReplace() {
    return new Form(mismatches.toArray(new Mismatch[0]));
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("a Form is written in place of this");
  }
}
