package kr.pgsdk.portone;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import kr.pgsdk.core.Transaction;
import kr.pgsdk.core.TransactionList;
import kr.pgsdk.core.internal.flow.TransactionDay;
import kr.pgsdk.portone.model.PortOnePayment;
import kr.pgsdk.portone.payment.PortOnePaymentFilter;

/**
 * A day's captures and cancels, out of PortOne's list of payments. A payment stands in it at the
 * time that its status changed last (PaymentTimestampType), so the list is read from the day on.
 */
final class PortOneTransactionList implements TransactionList {
  /** What is cancelled while the list is read, or by a clock that is ahead, is listed too. */
  private static final Duration MARGIN = Duration.ofDays(1);

  private static final List<String> MOVED = List.of("PAID", "PARTIAL_CANCELLED", "CANCELLED");

  private final PortOneClient client;
  private final boolean acceptsTestPayments;

  PortOneTransactionList(PortOneClient client, boolean acceptsTestPayments) {
    this.client = client;
    this.acceptsTestPayments = acceptsTestPayments;
  }

  @Override
  public Stream<Transaction> on(LocalDate day) {
    TransactionDay rows = new TransactionDay(day);
    Instant now = client.now().plus(MARGIN);
    PortOnePaymentFilter filter =
        PortOnePaymentFilter.builder()
            .timestampType("STATUS_CHANGED_AT")
            .from(rows.start())
            .until(now.isAfter(rows.end()) ? now : rows.end())
            .status(MOVED)
            .version("V2") // V1's are V1's gateway's to list
            .sortBy("STATUS_CHANGED_AT")
            .sortOrder("ASC")
            .build();
    return client
        .payments()
        .list(filter)
        .map(PortOnePayment::toPayment)
        .filter(payment -> acceptsTestPayments || !payment.test())
        .flatMap(payment -> rows.newOf(payment, null).stream());
  }
}
