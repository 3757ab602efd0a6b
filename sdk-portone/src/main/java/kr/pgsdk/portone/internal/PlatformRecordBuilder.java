package kr.pgsdk.portone.internal;

import kr.pgsdk.core.internal.http.RequestFields;

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
    fields.text("name", name, RequestFields.ANY_LENGTH);
  }

  /** Its id; by default PortOne makes one. */
  public B id(String id) {
    fields.text("id", id, RequestFields.ANY_LENGTH);
    return self();
  }

  /** A note of the platform's. */
  public B memo(String memo) {
    fields.note("memo", memo, RequestFields.ANY_LENGTH);
    return self();
  }
}
