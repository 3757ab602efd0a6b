package kr.pgsdk.toss.custom;

/** A response whose fields, or even whose shape, aren't confirmed. Immutable. */
public final class TossCustomResponse {
  private final String json;

  private TossCustomResponse(String json) {
    this.json = json;
  }

  /**
   * Made by the calls.
   *
   * @hidden
   */
  public static TossCustomResponse of(String json) {
    return new TossCustomResponse(json);
  }

  /**
   * Everything Toss sent, as JSON: an object, an array, or another value; empty if Toss sent
   * nothing. It may hold personal data and keys, so keep it out of logs.
   */
  public String toJson() {
    return json;
  }

  /** Shows its kind alone: a field may be personal. */
  @Override
  public String toString() {
    return "TossCustomResponse";
  }
}
