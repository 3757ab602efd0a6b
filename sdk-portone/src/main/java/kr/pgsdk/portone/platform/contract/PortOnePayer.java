package kr.pgsdk.portone.platform.contract;

import kr.pgsdk.core.OpenEnum;

/** Who bears a fee or its VAT. */
public final class PortOnePayer extends OpenEnum {
  /** The partner: it is taken off what the partner gets. */
  public static final PortOnePayer PARTNER = of("PARTNER");

  /** The merchant who runs the platform. */
  public static final PortOnePayer MERCHANT = of("MERCHANT");

  private PortOnePayer(String text) {
    super(text);
  }

  /** Returns the one with this word, also one that isn't documented. */
  public static PortOnePayer of(String text) {
    return new PortOnePayer(text);
  }
}
