package kr.pgsdk.sandbox.toss;

/** Toss says no, with one of its codes. */
final class TossRefusal extends RuntimeException {
  final int status;
  final String code;

  private TossRefusal(int status, String code) {
    super(code, null, false, false);
    this.status = status;
    this.code = code;
  }

  /** Returns the refusal with this code and its documented status. */
  static TossRefusal of(String code) {
    return new TossRefusal(TossCodes.status(code), code);
  }
}
