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
   * {@code GET /v1/transactions}: the transactions of a time. The SDK fetches each page when you
   * read it, with a deadline for each page, so a list of any length takes little memory. If a page
   * breaks off, the SDK continues after the last transaction that you read.
   *
   * <p>Close the stream, with try-with-resources; a stream that is read to its end closes itself.
   * The stream is sequential, and for one thread. Nothing is sent before you read; reading throws
   * the exceptions of a call, and a {@code TransportException} says how many transactions were read
   * before.
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
