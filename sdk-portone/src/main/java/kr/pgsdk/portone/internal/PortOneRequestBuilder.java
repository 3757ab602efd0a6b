package kr.pgsdk.portone.internal;

import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What a request that changes something is built from: its fields, and the idempotency key by which
 * PortOne recognises a repetition.
 *
 * @param <B> the builder itself
 * @hidden
 */
public abstract class PortOneRequestBuilder<B extends PortOneRequestBuilder<B>> {
  /**
   * The body.
   *
   * @hidden
   */
  protected final RequestFields fields = new RequestFields();

  private @Nullable String idempotencyKey;

  /**
   * For the builders of requests.
   *
   * @hidden
   */
  protected PortOneRequestBuilder() {}

  /**
   * This builder.
   *
   * @hidden
   */
  protected abstract B self();

  /**
   * The key under which PortOne executes the request once, for 3 hours: 1 to 300 visible ASCII
   * characters, never used for anything else. By default each request object has a key of its own,
   * so the same object sent again is one request.
   *
   * @throws IllegalArgumentException if it breaks that rule
   */
  public B idempotencyKey(String idempotencyKey) {
    this.idempotencyKey = Texts.idempotencyKey(idempotencyKey);
    return self();
  }

  /**
   * The caller's key, or a new one.
   *
   * @hidden
   */
  protected final String key() {
    return idempotencyKey != null ? idempotencyKey : PortOneKey.random();
  }
}
