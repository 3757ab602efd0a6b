package kr.pgsdk.core;

import java.time.LocalDate;
import java.util.stream.Stream;

/** What a gateway lists of a merchant's money, to compare the shop's books with. */
@FunctionalInterface
public interface TransactionList {
  /**
   * Returns the captures and cancels of a day, as the gateway orders them. Pages are fetched as
   * they are read: close the stream. Blocks, and moves no money.
   *
   * @param seoulDay the day in Asia/Seoul
   * @throws kr.pgsdk.core.error.PaymentException while it is read, if a page can't be fetched: the
   *     list isn't whole then
   */
  Stream<Transaction> on(LocalDate seoulDay);
}
