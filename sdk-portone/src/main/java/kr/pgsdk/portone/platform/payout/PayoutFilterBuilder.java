package kr.pgsdk.portone.platform.payout;

import java.time.Instant;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PortOneFields;

/**
 * What a filter is built from whose criteria are one time or one id: the last one set counts.
 *
 * @param <B> the builder itself
 */
abstract class PayoutFilterBuilder<B extends PayoutFilterBuilder<B>> {
  static final String CRITERIA = "criteria";

  final RequestFields fields = new RequestFields();

  abstract B self();

  /** When they were made. */
  public B created(Instant from, Instant until) {
    return within("timestampRange", from, until);
  }

  /** When their status changed last. */
  public B statusUpdated(Instant from, Instant until) {
    return within("statusUpdatedTimestampRange", from, until);
  }

  final B within(String range, Instant from, Instant until) {
    RequestFields criteria = new RequestFields();
    PortOneFields.between(criteria, range, from, until);
    return criteria(criteria);
  }

  final B named(String field, String id) {
    return criteria(new RequestFields().text(field, id));
  }

  private B criteria(RequestFields one) {
    fields.object(CRITERIA, one);
    return self();
  }
}
