package kr.pgsdk.portone.platform.payout;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.internal.PlatformCalls;
import kr.pgsdk.portone.model.PortOneObject;

/**
 * Payouts to partners, and the bank transfers they are made by. All of it is read alone: payouts
 * are made in PortOne's console.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.portone.PortOneClient} throw.
 */
public final class PortOnePayouts {
  private final PlatformCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public PortOnePayouts(PlatformCalls calls) {
    this.calls = calls;
  }

  /**
   * {@code GET /platform/payouts}: the payouts that fit. The SDK fetches each page when you read
   * it. Close the stream, with try-with-resources; a stream that is read to its end closes itself.
   * The stream is sequential, and for one thread. Reading it throws the exceptions of a call.
   */
  public Stream<PortOnePayout> list(PortOnePayoutFilter filter) {
    return rows("payouts", RequestFields.of(filter), PortOnePayout::new, PortOnePayout::id);
  }

  /**
   * {@code GET /platform/payouts}: how many payouts are in each status, as PortOne counts them for
   * a filter.
   */
  public PortOnePayoutCounts counts(PortOnePayoutFilter filter) {
    return calls.counts(
        "count payouts", "payouts", RequestFields.of(filter), PortOnePayoutCounts::new);
  }

  /**
   * {@code GET /platform/bulk-payouts}: the bulk payouts that fit. The SDK fetches each page when
   * you read it. Close the stream, with try-with-resources; a stream that is read to its end closes
   * itself. The stream is sequential, and for one thread. Reading it throws the exceptions of a
   * call.
   */
  public Stream<PortOneBulkPayout> bulk(PortOneBulkPayoutFilter filter) {
    return rows(
        "bulk-payouts", RequestFields.of(filter), PortOneBulkPayout::new, PortOneBulkPayout::id);
  }

  /**
   * {@code GET /platform/bulk-payouts}: how many bulk payouts are in each status, as PortOne counts
   * them for a filter.
   */
  public PortOneBulkPayoutCounts bulkCounts(PortOneBulkPayoutFilter filter) {
    return calls.counts(
        "count bulk payouts",
        "bulk-payouts",
        RequestFields.of(filter),
        PortOneBulkPayoutCounts::new);
  }

  /**
   * {@code GET /platform/account-transfers}: the bank transfers that fit. PortOne calls it
   * unstable. The SDK fetches each page when you read it. Close the stream, with
   * try-with-resources; a stream that is read to its end closes itself. The stream is sequential,
   * and for one thread. Reading it throws the exceptions of a call.
   */
  public Stream<PortOneAccountTransfer> transfers(PortOneAccountTransferFilter filter) {
    return rows(
        "account-transfers",
        RequestFields.of(filter),
        PortOneAccountTransfer::new,
        PortOneAccountTransfer::id);
  }

  /**
   * {@code GET /platform/account-transfers}: how many bank transfers are in each status, as PortOne
   * counts them for a filter.
   */
  public PortOneAccountTransferCounts transferCounts(PortOneAccountTransferFilter filter) {
    return calls.counts(
        "count bank transfers",
        "account-transfers",
        RequestFields.of(filter),
        PortOneAccountTransferCounts::new);
  }

  /**
   * {@code GET /platform/bulk-account-transfers}: the bulk transfers that fit. The SDK fetches each
   * page when you read it. Close the stream, with try-with-resources; a stream that is read to its
   * end closes itself. The stream is sequential, and for one thread. Reading it throws the
   * exceptions of a call.
   */
  public Stream<PortOneBulkAccountTransfer> bulkTransfers(PortOneBulkAccountTransferFilter filter) {
    return rows(
        "bulk-account-transfers",
        RequestFields.of(filter),
        PortOneBulkAccountTransfer::new,
        PortOneBulkAccountTransfer::id);
  }

  /**
   * {@code GET /platform/bulk-account-transfers}: how many bulk transfers are in each status, as
   * PortOne counts them for a filter.
   */
  public PortOneBulkAccountTransferCounts bulkTransferCounts(
      PortOneBulkAccountTransferFilter filter) {
    return calls.counts(
        "count bulk transfers",
        "bulk-account-transfers",
        RequestFields.of(filter),
        PortOneBulkAccountTransferCounts::new);
  }

  private <T extends PortOneObject> Stream<T> rows(
      String path,
      RequestFields filter,
      Function<JsonObject, T> reader,
      Function<T, Optional<String>> id) {
    return calls.list(
        path.replace('-', ' '), path, filter, reader, row -> id.apply(row).orElseGet(row::toJson));
  }
}
