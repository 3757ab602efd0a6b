package kr.pgsdk.portone.platform.partner;

import kr.pgsdk.core.OpenEnum;

/** What PortOne knows of a partner's bank account. */
public final class PortOneAccountStatus extends OpenEnum {
  /** It belongs to the holder. */
  public static final PortOneAccountStatus VERIFIED = of("VERIFIED");

  /** It belongs to somebody else. */
  public static final PortOneAccountStatus VERIFY_FAILED = of("VERIFY_FAILED");

  /** The bank didn't say. */
  public static final PortOneAccountStatus VERIFY_ERROR = of("VERIFY_ERROR");

  /** Nobody has asked. */
  public static final PortOneAccountStatus NOT_VERIFIED = of("NOT_VERIFIED");

  /** PortOne doesn't know. */
  public static final PortOneAccountStatus UNKNOWN = of("UNKNOWN");

  private PortOneAccountStatus(String text) {
    super(text);
  }

  /** Returns the one with this word, also one that isn't documented. */
  public static PortOneAccountStatus of(String text) {
    return new PortOneAccountStatus(text);
  }
}
