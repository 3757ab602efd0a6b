package kr.pgsdk.sandbox.window;

/** What a script was called with, or what the buyer asked for, isn't possible. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  final String code;

  /**
   * A refusal.
   *
   * @param code the gateway's own, where it is known
   * @param message for a person
   */
  Refused(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }
}
