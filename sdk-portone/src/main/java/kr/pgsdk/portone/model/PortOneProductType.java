package kr.pgsdk.portone.model;

import kr.pgsdk.core.OpenEnum;

/** What a buyer receives. */
public final class PortOneProductType extends OpenEnum {
  /** Something that is delivered. */
  public static final PortOneProductType PHYSICAL = of("PHYSICAL");

  /** Something that is not. */
  public static final PortOneProductType DIGITAL = of("DIGITAL");

  private PortOneProductType(String text) {
    super(text);
  }

  /** Returns the one with this word, also one that isn't documented. */
  public static PortOneProductType of(String text) {
    return new PortOneProductType(text);
  }
}
