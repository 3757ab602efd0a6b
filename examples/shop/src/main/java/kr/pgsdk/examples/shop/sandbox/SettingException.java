package kr.pgsdk.examples.shop.sandbox;

/** A shop that takes real money lacks a setting, or has one that can't be used. */
public final class SettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says which setting, and why; never its value. */
  public SettingException(String message) {
    super(message);
  }
}
