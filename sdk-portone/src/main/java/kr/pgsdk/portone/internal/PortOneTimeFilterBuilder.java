package kr.pgsdk.portone.internal;

import java.time.Instant;
import kr.pgsdk.core.internal.http.RequestFields;

/**
 * What a filter of things that happened at a time is built from.
 *
 * @param <B> the builder itself
 * @hidden
 */
public abstract class PortOneTimeFilterBuilder<B extends PortOneTimeFilterBuilder<B>> {
  /**
   * The filter.
   *
   * @hidden
   */
  protected final RequestFields fields = new RequestFields();

  /**
   * For the builders of filters.
   *
   * @hidden
   */
  protected PortOneTimeFilterBuilder() {}

  /**
   * This builder.
   *
   * @hidden
   */
  protected abstract B self();

  /** The beginning of the time asked for. */
  public B from(Instant from) {
    PortOneFields.time(fields, "from", from);
    return self();
  }

  /** The end of the time asked for. */
  public B until(Instant until) {
    PortOneFields.time(fields, "until", until);
    return self();
  }
}
