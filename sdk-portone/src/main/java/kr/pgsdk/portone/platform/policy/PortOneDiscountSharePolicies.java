package kr.pgsdk.portone.platform.policy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PlatformCalls;
import kr.pgsdk.portone.internal.PlatformRecords;

/**
 * Who bears a discount: the platform or the partner. No money moves, but what is made of later
 * sales follows them.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.portone.PortOneClient} throw.
 */
public final class PortOneDiscountSharePolicies {
  private final PlatformCalls calls;
  private final PlatformRecords<PortOneDiscountSharePolicy> records;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public PortOneDiscountSharePolicies(PlatformCalls calls) {
    this.calls = calls;
    this.records =
        new PlatformRecords<>(
            calls,
            "discount share policy",
            "discountSharePolicy",
            "discount-share-policies",
            PortOneDiscountSharePolicy::new);
  }

  /**
   * {@code POST /platform/discount-share-policies}: makes a discount share policy. Repeated only
   * with the same idempotency key.
   *
   * @throws kr.pgsdk.core.error.GatewayException if PortOne refuses, as for an id in use ({@code
   *     PLATFORM_DISCOUNT_SHARE_POLICY_ALREADY_EXISTS})
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the answer is lost or can't be read:
   *     send the same request again within three hours, or look at {@link #get}
   */
  public PortOneDiscountSharePolicy create(PortOneDiscountSharePolicyRequest request) {
    return records.create(RequestFields.of(request), request.idempotencyKey());
  }

  /** {@code GET /platform/discount-share-policies/{id}}: a discount share policy. */
  public PortOneDiscountSharePolicy get(String id) {
    return records.get(id);
  }

  /**
   * {@code GET /platform/discount-share-policies}: the discount share policies that fit. Pages are
   * fetched as they are read. Close the stream, with try-with-resources; one that is read to its
   * end closes itself. It is sequential, and for one thread; reading it throws what a call throws.
   */
  public Stream<PortOneDiscountSharePolicy> list(PortOneDiscountSharePolicyFilter filter) {
    return records.list(RequestFields.of(filter), row -> row.id().orElseGet(row::toJson));
  }

  /**
   * {@code PATCH /platform/discount-share-policies/{id}}: changes a discount share policy at once.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the answer is lost or can't be read:
   *     look at {@link #get}, or change it again
   */
  public PortOneDiscountSharePolicy update(String id, PortOneDiscountSharePolicyUpdate update) {
    return records.update(id, RequestFields.of(update));
  }

  /**
   * {@code POST /platform/discount-share-policies/{id}/archive}: puts a discount share policy away.
   * Refused while a change of it is to happen later.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the answer is lost or can't be read:
   *     look at {@link #get}, or do it again
   */
  public PortOneDiscountSharePolicy archive(String id) {
    return records.archive(id);
  }

  /**
   * {@code POST /platform/discount-share-policies/{id}/recover}: takes a discount share policy out
   * of the archive.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the answer is lost or can't be read:
   *     look at {@link #get}, or do it again
   */
  public PortOneDiscountSharePolicy recover(String id) {
    return records.recover(id);
  }

  /**
   * {@code GET /platform/discount-share-policies/{id}/schedule}: what the discount share policy
   * will be after the change that is to happen later. PortOne calls the operations of such changes
   * unstable.
   */
  public PortOneDiscountSharePolicy scheduled(String id) {
    return records.scheduled(id);
  }

  /**
   * {@code POST /platform/discount-share-policies/{id}/schedule}: has a change happen later; a
   * discount share policy has one such change at most.
   *
   * @throws kr.pgsdk.core.error.GatewayException if PortOne refuses, as for one that has such a
   *     change ({@code PLATFORM_DISCOUNT_SHARE_POLICY_SCHEDULE_ALREADY_EXISTS})
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the answer is lost or can't be read:
   *     look at {@link #scheduled}
   */
  public PortOneDiscountSharePolicy schedule(
      String id, PortOneDiscountSharePolicyUpdate update, Instant appliedAt) {
    return records.schedule(id, RequestFields.of(update), appliedAt);
  }

  /**
   * {@code PUT /platform/discount-share-policies/{id}/schedule}: replaces the change that is to
   * happen later.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the answer is lost or can't be read:
   *     look at {@link #scheduled}
   */
  public PortOneDiscountSharePolicy reschedule(
      String id, PortOneDiscountSharePolicyUpdate update, Instant appliedAt) {
    return records.reschedule(id, RequestFields.of(update), appliedAt);
  }

  /**
   * {@code DELETE /platform/discount-share-policies/{id}/schedule}: drops the change that is to
   * happen later.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the answer is lost or can't be read:
   *     look at {@link #scheduled}
   */
  public void cancelSchedule(String id) {
    records.cancelSchedule(id);
  }

  /**
   * {@code GET /platform/discount-share-policy-filter-options}: the partner's shares in use, in
   * thousandths of a percent. Unmodifiable. PortOne calls it unstable.
   *
   * @param isArchived whether those of policies that are put away are meant, instead of the others
   */
  public List<Integer> partnerShareRates(boolean isArchived) {
    return calls.object(
        calls
            .get("shares of discounts", "discount-share-policy-filter-options")
            .query("isArchived", isArchived),
        json -> json.integers("partnerShareRates"));
  }
}
