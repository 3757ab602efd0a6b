package kr.pgsdk.toss.internal;

import java.util.Optional;
import java.util.UUID;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What a request that changes something is built from: its fields, and the idempotency key by which
 * Toss recognises a repetition.
 *
 * @param <B> the builder itself
 * @hidden
 */
public abstract class TossRequestBuilder<B extends TossRequestBuilder<B>> {
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
  protected TossRequestBuilder() {}

  /**
   * This builder.
   *
   * @hidden
   */
  protected abstract B self();

  /**
   * The key under which Toss executes the request once, for 15 days: 1 to 300 visible ASCII
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
    return ownKey().orElseGet(() -> UUID.randomUUID().toString());
  }

  /**
   * The caller's key.
   *
   * @hidden
   */
  protected final Optional<String> ownKey() {
    return Optional.ofNullable(idempotencyKey);
  }
}
