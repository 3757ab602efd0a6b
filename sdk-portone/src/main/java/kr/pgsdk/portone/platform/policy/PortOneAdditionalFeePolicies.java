package kr.pgsdk.portone.platform.policy;

import java.time.Instant;
import java.util.stream.Stream;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PlatformCalls;
import kr.pgsdk.portone.internal.PlatformRecords;

/**
 * Fees that are taken of a sale besides the platform's own. No money moves, but what is made of
 * later sales follows them.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.portone.PortOneClient} throw.
 */
public final class PortOneAdditionalFeePolicies {
  private final PlatformRecords<PortOneAdditionalFeePolicy> records;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public PortOneAdditionalFeePolicies(PlatformCalls calls) {
    this.records =
        new PlatformRecords<>(
            calls,
            "additional fee policy",
            "additionalFeePolicy",
            "additional-fee-policies",
            PortOneAdditionalFeePolicy::new);
  }

  /**
   * {@code POST /platform/additional-fee-policies}: makes an additional fee policy. Repeated only
   * with the same idempotency key.
   *
   * @throws kr.pgsdk.core.error.GatewayException if PortOne refuses, as for an id in use ({@code
   *     PLATFORM_ADDITIONAL_FEE_POLICY_ALREADY_EXISTS})
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the answer is lost or can't be read:
   *     send the same request again within three hours, or look at {@link #get}
   */
  public PortOneAdditionalFeePolicy create(PortOneAdditionalFeePolicyRequest request) {
    return records.create(RequestFields.of(request), request.idempotencyKey());
  }

  /** {@code GET /platform/additional-fee-policies/{id}}: an additional fee policy. */
  public PortOneAdditionalFeePolicy get(String id) {
    return records.get(id);
  }

  /**
   * {@code GET /platform/additional-fee-policies}: the additional fee policies that fit. Pages are
   * fetched as they are read. Close the stream, with try-with-resources; one that is read to its
   * end closes itself. It is sequential, and for one thread; reading it throws what a call throws.
   */
  public Stream<PortOneAdditionalFeePolicy> list(PortOneAdditionalFeePolicyFilter filter) {
    return records.list(RequestFields.of(filter), row -> row.id().orElseGet(row::toJson));
  }

  /**
   * {@code PATCH /platform/additional-fee-policies/{id}}: changes an additional fee policy at once.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the answer is lost or can't be read:
   *     look at {@link #get}, or change it again
   */
  public PortOneAdditionalFeePolicy update(String id, PortOneAdditionalFeePolicyUpdate update) {
    return records.update(id, RequestFields.of(update));
  }

  /**
   * {@code POST /platform/additional-fee-policies/{id}/archive}: puts an additional fee policy
   * away. Refused while a change of it is to happen later.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the answer is lost or can't be read:
   *     look at {@link #get}, or do it again
   */
  public PortOneAdditionalFeePolicy archive(String id) {
    return records.archive(id);
  }

  /**
   * {@code POST /platform/additional-fee-policies/{id}/recover}: takes an additional fee policy out
   * of the archive.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the answer is lost or can't be read:
   *     look at {@link #get}, or do it again
   */
  public PortOneAdditionalFeePolicy recover(String id) {
    return records.recover(id);
  }

  /**
   * {@code GET /platform/additional-fee-policies/{id}/schedule}: what the additional fee policy
   * will be after the change that is to happen later. PortOne calls the operations of such changes
   * unstable.
   */
  public PortOneAdditionalFeePolicy scheduled(String id) {
    return records.scheduled(id);
  }

  /**
   * {@code POST /platform/additional-fee-policies/{id}/schedule}: has a change happen later; an
   * additional fee policy has one such change at most.
   *
   * @throws kr.pgsdk.core.error.GatewayException if PortOne refuses, as for one that has such a
   *     change ({@code PLATFORM_ADDITIONAL_FEE_POLICY_SCHEDULE_ALREADY_EXISTS})
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the answer is lost or can't be read:
   *     look at {@link #scheduled}
   */
  public PortOneAdditionalFeePolicy schedule(
      String id, PortOneAdditionalFeePolicyUpdate update, Instant appliedAt) {
    return records.schedule(id, RequestFields.of(update), appliedAt);
  }

  /**
   * {@code PUT /platform/additional-fee-policies/{id}/schedule}: replaces the change that is to
   * happen later.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the answer is lost or can't be read:
   *     look at {@link #scheduled}
   */
  public PortOneAdditionalFeePolicy reschedule(
      String id, PortOneAdditionalFeePolicyUpdate update, Instant appliedAt) {
    return records.reschedule(id, RequestFields.of(update), appliedAt);
  }

  /**
   * {@code DELETE /platform/additional-fee-policies/{id}/schedule}: drops the change that is to
   * happen later.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the answer is lost or can't be read:
   *     look at {@link #scheduled}
   */
  public void cancelSchedule(String id) {
    records.cancelSchedule(id);
  }
}
