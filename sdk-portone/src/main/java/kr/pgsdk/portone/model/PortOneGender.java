package kr.pgsdk.portone.model;

import kr.pgsdk.core.OpenEnum;

/** A person's gender, as PortOne writes it. */
public final class PortOneGender extends OpenEnum {
  /** Male. */
  public static final PortOneGender MALE = of("MALE");

  /** Female. */
  public static final PortOneGender FEMALE = of("FEMALE");

  /** Neither. */
  public static final PortOneGender OTHER = of("OTHER");

  private PortOneGender(String text) {
    super(text);
  }

  /** Returns the one with this word, also one that isn't documented. */
  public static PortOneGender of(String text) {
    return new PortOneGender(text);
  }
}
