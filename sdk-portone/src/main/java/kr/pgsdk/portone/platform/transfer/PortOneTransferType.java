package kr.pgsdk.portone.platform.transfer;

import kr.pgsdk.core.OpenEnum;

/** What a transfer is made of. */
public final class PortOneTransferType extends OpenEnum {
  /** A sale. */
  public static final PortOneTransferType ORDER = of("ORDER");

  /** The cancel of a sale. */
  public static final PortOneTransferType ORDER_CANCEL = of("ORDER_CANCEL");

  /** Neither: an amount that the platform sets. */
  public static final PortOneTransferType MANUAL = of("MANUAL");

  private PortOneTransferType(String text) {
    super(text);
  }

  /** Returns the one with this word, also one that isn't documented. */
  public static PortOneTransferType of(String text) {
    return new PortOneTransferType(text);
  }
}
