package kr.pgsdk.portone.internal;

/**
 * What a new contract or policy is built from.
 *
 * @param <B> the builder itself
 * @hidden
 */
public abstract class PlatformRecordBuilder<B extends PlatformRecordBuilder<B>>
    extends PortOneRequestBuilder<B> {
  /**
   * For the builders of requests.
   *
   * @hidden
   */
  protected PlatformRecordBuilder(String name) {
    fields.text("name", name);
  }

  /** Its id; by default PortOne makes one. */
  public B id(String id) {
    fields.text("id", id);
    return self();
  }

  /** A note of the platform's. */
  public B memo(String memo) {
    fields.note("memo", memo);
    return self();
  }
}
