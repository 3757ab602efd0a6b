package kr.pgsdk.examples.shop.sandbox;

/** The shop lacks a setting, or has one that can't be used. */
public final class SettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  /** Of a shop that takes real money: says which setting, and why; never its value. */
  public SettingException(String message) {
    this(
        message,
        "With the keys of a gateway the shop needs SHOP_OPERATOR_PASSWORD and SHOP_SEALING_KEY in"
            + " the environment (docs/shop.md). Without any key it plays, and needs nothing.");
  }

  /** Says what is wrong, and what to do. */
  public SettingException(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }
}
