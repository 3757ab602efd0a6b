package kr.pgsdk.sandbox.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One request of a call, as it arrived at the gateway. */
final class Sent {
  private final long id;
  private final boolean money;
  private final @Nullable String key;
  private final Instant arrived;

  /** When the gateway had done with it; null if that isn't known. */
  volatile @Nullable Instant finished;

  /** What went wrong with it, as far as that changed anything. */
  volatile PlannedFault met = PlannedFault.NONE;

  /** Whether its true answer, or an older one for a lookup, has reached the client. */
  volatile boolean answered;

  Sent(long id, boolean money, @Nullable String key, Instant arrived) {
    this.id = id;
    this.money = money;
    this.key = key;
    this.arrived = arrived;
  }

  /** Whether a request with this path asks the gateway to move money. */
  static boolean movesMoney(String path) {
    String plain = path.replaceFirst("\\?.*", "");
    return plain.endsWith("/cancel")
        || plain.endsWith("/confirm")
        || plain.endsWith("/virtual-account/close");
  }

  /** Its number at the gateway. */
  long id() {
    return id;
  }

  /** Whether it asks the gateway to move money. */
  boolean isMoney() {
    return money;
  }

  /** Whether the answer was another request's, or contradicted the truth. */
  boolean isUntrue() {
    return isOfAnother() || met.contradicts();
  }

  /** Whether the answer was another request's. */
  boolean isOfAnother() {
    return met.special() == PlannedFault.Special.OF_ANOTHER;
  }

  /** Whether a stranger said that there is no such thing. */
  boolean isStrange404() {
    return met.special() == PlannedFault.Special.STRANGE_404;
  }

  /** When it arrived. */
  Instant arrived() {
    return arrived;
  }

  /**
   * Whether it was let in beside {@code other}, which the gateway was still working on, although
   * nothing told the gateway that it is the same: another idempotency key, or none.
   */
  boolean isBeside(Sent other) {
    Instant end = other.finished;
    boolean same = key != null && key.equals(other.key);
    return money
        && other.money
        && !same
        && end != null
        && other.arrived.isBefore(arrived)
        && arrived.isBefore(end);
  }

  @Override
  public String toString() {
    // Not the key: one that the SDK makes itself is another each time.
    return "#" + id + (money ? " POST " : " ") + arrived;
  }
}
