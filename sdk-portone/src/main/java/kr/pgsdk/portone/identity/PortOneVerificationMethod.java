package kr.pgsdk.portone.identity;

import kr.pgsdk.core.OpenEnum;

/** By what a person shows who they are. */
public final class PortOneVerificationMethod extends OpenEnum {
  /** A code in a text message. */
  public static final PortOneVerificationMethod SMS = of("SMS");

  /** The carrier's app. */
  public static final PortOneVerificationMethod APP = of("APP");

  private PortOneVerificationMethod(String text) {
    super(text);
  }

  /** Returns the one with this word, also one that isn't documented. */
  public static PortOneVerificationMethod of(String text) {
    return new PortOneVerificationMethod(text);
  }
}
