package kr.pgsdk.portone.platform.partner;

import kr.pgsdk.core.OpenEnum;

/** How a business is taxed. */
public final class PortOneTaxationType extends OpenEnum {
  /** The general rule. */
  public static final PortOneTaxationType NORMAL = of("NORMAL");

  /** Simplified, and it issues tax invoices. */
  public static final PortOneTaxationType SIMPLE_TAX_INVOICE_ISSUER =
      of("SIMPLE_TAX_INVOICE_ISSUER");

  /** Simplified, and it issues no tax invoices. */
  public static final PortOneTaxationType SIMPLE = of("SIMPLE");

  /** Free of VAT. */
  public static final PortOneTaxationType TAX_FREE = of("TAX_FREE");

  /** It has a number without owing VAT, such as a public body. */
  public static final PortOneTaxationType ASSIGNED_ID_NUMBER = of("ASSIGNED_ID_NUMBER");

  /** A special rule. */
  public static final PortOneTaxationType SPECIAL = of("SPECIAL");

  private PortOneTaxationType(String text) {
    super(text);
  }

  /** Returns the one with this word, also one that isn't documented. */
  public static PortOneTaxationType of(String text) {
    return new PortOneTaxationType(text);
  }
}
