package kr.pgsdk.portone.platform.contract;

import java.time.Instant;
import java.util.stream.Stream;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PlatformCalls;
import kr.pgsdk.portone.internal.PlatformRecords;

/**
 * Contracts: what the platform keeps of a partner's sales, and when the partner is paid. No money
 * moves, but what is made of later sales follows them.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.portone.PortOneClient} throw.
 */
public final class PortOneContracts {
  private final PlatformRecords<PortOneContract> records;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public PortOneContracts(PlatformCalls calls) {
    this.records =
        new PlatformRecords<>(calls, "contract", "contract", "contracts", PortOneContract::new);
  }

  /**
   * {@code POST /platform/contracts}: makes a contract. Repeated only with the same idempotency
   * key.
   *
   * @throws kr.pgsdk.core.error.GatewayException if PortOne refuses, as for an id in use ({@code
   *     PLATFORM_CONTRACT_ALREADY_EXISTS})
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the answer is lost or can't be read:
   *     send the same request again within three hours, or look at {@link #get}
   */
  public PortOneContract create(PortOneContractRequest request) {
    return records.create(RequestFields.of(request), request.idempotencyKey());
  }

  /** {@code GET /platform/contracts/{id}}: a contract. */
  public PortOneContract get(String id) {
    return records.get(id);
  }

  /**
   * {@code GET /platform/contracts}: the contracts that fit. Pages are fetched as they are read.
   * Close the stream, with try-with-resources; one that is read to its end closes itself. It is
   * sequential, and for one thread; reading it throws what a call throws.
   */
  public Stream<PortOneContract> list(PortOneContractFilter filter) {
    return records.list(RequestFields.of(filter), row -> row.id().orElseGet(row::toJson));
  }

  /**
   * {@code PATCH /platform/contracts/{id}}: changes a contract at once.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the answer is lost or can't be read:
   *     look at {@link #get}, or change it again
   */
  public PortOneContract update(String id, PortOneContractUpdate update) {
    return records.update(id, RequestFields.of(update));
  }

  /**
   * {@code POST /platform/contracts/{id}/archive}: puts a contract away. Refused while a change of
   * it is to happen later.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the answer is lost or can't be read:
   *     look at {@link #get}, or do it again
   */
  public PortOneContract archive(String id) {
    return records.archive(id);
  }

  /**
   * {@code POST /platform/contracts/{id}/recover}: takes a contract out of the archive.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the answer is lost or can't be read:
   *     look at {@link #get}, or do it again
   */
  public PortOneContract recover(String id) {
    return records.recover(id);
  }

  /**
   * {@code GET /platform/contracts/{id}/schedule}: what the contract will be after the change that
   * is to happen later. PortOne calls the operations of such changes unstable.
   */
  public PortOneContract scheduled(String id) {
    return records.scheduled(id);
  }

  /**
   * {@code POST /platform/contracts/{id}/schedule}: has a change happen later; a contract has one
   * such change at most.
   *
   * @throws kr.pgsdk.core.error.GatewayException if PortOne refuses, as for one that has such a
   *     change ({@code PLATFORM_CONTRACT_SCHEDULE_ALREADY_EXISTS})
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the answer is lost or can't be read:
   *     look at {@link #scheduled}
   */
  public PortOneContract schedule(String id, PortOneContractUpdate update, Instant appliedAt) {
    return records.schedule(id, RequestFields.of(update), appliedAt);
  }

  /**
   * {@code PUT /platform/contracts/{id}/schedule}: replaces the change that is to happen later.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the answer is lost or can't be read:
   *     look at {@link #scheduled}
   */
  public PortOneContract reschedule(String id, PortOneContractUpdate update, Instant appliedAt) {
    return records.reschedule(id, RequestFields.of(update), appliedAt);
  }

  /**
   * {@code DELETE /platform/contracts/{id}/schedule}: drops the change that is to happen later.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the answer is lost or can't be read:
   *     look at {@link #scheduled}
   */
  public void cancelSchedule(String id) {
    records.cancelSchedule(id);
  }
}
