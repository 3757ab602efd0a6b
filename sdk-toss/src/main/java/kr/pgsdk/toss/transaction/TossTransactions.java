package kr.pgsdk.toss.transaction;

import java.time.LocalDateTime;
import java.util.stream.Stream;
import kr.pgsdk.toss.internal.TossCalls;

/**
 * Transactions: what moved, payment by payment.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.toss.TossClient} throw.
 */
public final class TossTransactions {
  private final TossCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public TossTransactions(TossCalls calls) {
    this.calls = calls;
  }

  /**
   * {@code GET /v1/transactions}: the transactions of a time. Pages are fetched as they are read,
   * each with a deadline of its own, and one that breaks off is continued behind the last
   * transaction that was handed on. So a list of any length takes little memory.
   *
   * <p>Close the stream, with try-with-resources; one that is read to its end closes itself. It is
   * sequential, and for one thread. Nothing is sent before it is read; reading it throws what a
   * call throws, and a {@code TransportException} says how many were read before.
   *
   * @param start from when, in Korean time
   * @param end until when, in Korean time
   */
  public Stream<TossTransaction> list(LocalDateTime start, LocalDateTime end) {
    return list(TossTransactionQuery.builder(start, end).build());
  }

  /** Like {@link #list(LocalDateTime, LocalDateTime)}, from a transaction on, or in other pages. */
  public Stream<TossTransaction> list(TossTransactionQuery query) {
    return calls.stream(new TransactionPages(query));
  }
}
