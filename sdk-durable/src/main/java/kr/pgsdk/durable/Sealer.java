package kr.pgsdk.durable;

/**
 * Keeps refund accounts unreadable in the database: a key of the shop's encrypts them. The default
 * stores them as they are.
 */
public interface Sealer {
  /** Returns the text, encrypted. */
  String seal(String text);

  /** Returns what was sealed. */
  String open(String sealed);

  /** Stores everything as it is. */
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
