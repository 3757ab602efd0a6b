package kr.pgsdk.durable;

/**
 * Encrypts refund accounts in the database with the shop's own key. The default stores them
 * unencrypted.
 */
public interface Sealer {
  /** Returns the text, encrypted. */
  String seal(String text);

  /** Returns what was sealed. */
  String open(String sealed);

  /** Stores everything unencrypted. */
  static Sealer none() {
    return new Sealer() {
      @Override
      public String seal(String text) {
        return text;
      }

      @Override
      public String open(String sealed) {
        return sealed;
      }
    };
  }
}
