package kr.pgsdk.portone.platform.partner;

import kr.pgsdk.core.OpenEnum;

/** What kind of taxpayer a partner is. */
public final class PortOnePartnerType extends OpenEnum {
  /** A registered business. */
  public static final PortOnePartnerType BUSINESS = of("BUSINESS");

  /** A person whose income tax is withheld. */
  public static final PortOnePartnerType WHT_PAYER = of("WHT_PAYER");

  /** A person whose income tax isn't withheld. */
  public static final PortOnePartnerType NON_WHT_PAYER = of("NON_WHT_PAYER");

  private PortOnePartnerType(String text) {
    super(text);
  }

  /** Returns the one with this word, also one that isn't documented. */
  public static PortOnePartnerType of(String text) {
    return new PortOnePartnerType(text);
  }
}
