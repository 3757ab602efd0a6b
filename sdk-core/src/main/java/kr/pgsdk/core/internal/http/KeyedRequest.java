package kr.pgsdk.core.internal.http;

/** A request that the gateway recognises when it is sent again. */
public abstract class KeyedRequest extends RequestObject {
  private final String idempotencyKey;

  /**
   * Takes what was built.
   *
   * @hidden
   */
  protected KeyedRequest(RequestFields fields, String idempotencyKey) {
    super(fields);
    this.idempotencyKey = idempotencyKey;
  }

  /** Under what the gateway recognises a repetition: PortOne for three hours, Toss for 15 days. */
  public final String idempotencyKey() {
    return idempotencyKey;
  }
}
