package kr.pgsdk.core;

import java.util.Objects;

/** What a gateway says of a billing key. */
public sealed interface BillingKeyLookup {
  /** The gateway knows the key. Whether its card can be charged, only a charge shows. */
  final class Found implements BillingKeyLookup {
    private final BillingKeyDetails details;

    /** Returns an outcome; a shop's test may make one. */
    public Found(BillingKeyDetails details) {
      this.details = Objects.requireNonNull(details, "details");
    }

    /** What it says of it. */
    public BillingKeyDetails details() {
      return details;
    }

    @Override
    public String toString() {
      return "Found[" + details + "]";
    }
  }

  /** The gateway says that there is no such key, or no longer. */
  final class NotFound implements BillingKeyLookup {
    /** Returns the outcome; a shop's test may make one. */
    public NotFound() {}

    @Override
    public String toString() {
      return "NotFound";
    }
  }

  /** The gateway has no way to look a key up (Toss): keep what issuing it has returned. */
  final class NotOffered implements BillingKeyLookup {
    /** Returns the outcome; a shop's test may make one. */
    public NotOffered() {}

    @Override
    public String toString() {
      return "NotOffered";
    }
  }
}
