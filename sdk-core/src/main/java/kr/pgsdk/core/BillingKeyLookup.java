package kr.pgsdk.core;

import java.util.Objects;

/** What a gateway says about a billing key. */
public sealed interface BillingKeyLookup {
  /** The gateway knows the key. Only a charge shows whether its card can be charged. */
  final class Found implements BillingKeyLookup {
    private final BillingKeyDetails details;

    /** Returns an outcome; a shop's test may make one. */
    public Found(BillingKeyDetails details) {
      this.details = Objects.requireNonNull(details, "details");
    }

    /** What the gateway says about the key. */
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

  /**
   * The gateway has no way to look a key up (Toss): store the details that issuing the key
   * returned.
   */
  final class NotOffered implements BillingKeyLookup {
    /** Returns the outcome; a shop's test may make one. */
    public NotOffered() {}

    @Override
    public String toString() {
      return "NotOffered";
    }
  }
}
