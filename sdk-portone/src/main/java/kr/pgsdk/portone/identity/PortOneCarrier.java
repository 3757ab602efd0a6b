package kr.pgsdk.portone.identity;

import kr.pgsdk.core.OpenEnum;

/** A mobile carrier. */
public final class PortOneCarrier extends OpenEnum {
  /** SK Telecom. */
  public static final PortOneCarrier SKT = of("SKT");

  /** KT. */
  public static final PortOneCarrier KT = of("KT");

  /** LG U+. */
  public static final PortOneCarrier LGU = of("LGU");

  /** A budget carrier on the network of SK Telecom. */
  public static final PortOneCarrier SKT_MVNO = of("SKT_MVNO");

  /** A budget carrier on the network of KT. */
  public static final PortOneCarrier KT_MVNO = of("KT_MVNO");

  /** A budget carrier on the network of LG U+. */
  public static final PortOneCarrier LGU_MVNO = of("LGU_MVNO");

  private PortOneCarrier(String text) {
    super(text);
  }

  /** Returns the one with this word, also one that isn't documented. */
  public static PortOneCarrier of(String text) {
    return new PortOneCarrier(text);
  }
}
