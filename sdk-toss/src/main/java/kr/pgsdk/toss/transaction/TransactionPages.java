package kr.pgsdk.toss.transaction;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.Paging;
import kr.pgsdk.core.internal.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** The pages of transactions: each begins behind the last row of the one before. */
final class TransactionPages implements Paging<TossTransaction> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private final TossTransactionQuery query;

  TransactionPages(TossTransactionQuery query) {
    this.query = query;
  }

  @Override
  public HttpRequest.Builder first() {
    return request(query.startingAfter());
  }

  private HttpRequest.Builder request(@Nullable String startingAfter) {
    return HttpRequest.safe("transactions", "GET", "v1", "transactions")
        .query("startDate", time(query.start()))
        .query("endDate", time(query.end()))
        .query("startingAfter", startingAfter)
        .query("limit", query.limit());
  }

  private static String time(LocalDateTime time) {
    return TIME.format(time);
  }

  @Override
  public List<String> places() {
    return List.of("");
  }

  @Override
  public TossTransaction row(JsonObject json) {
    return new TossTransaction(json);
  }

  @Override
  public String id(TossTransaction row) {
    return row.transactionKey();
  }

  @Override
  public HttpRequest.@Nullable Builder next(End<TossTransaction> page) {
    TossTransaction last = page.last();
    return last == null || page.rows() < query.limit() ? null : after(last);
  }

  @Override
  public HttpRequest.Builder after(TossTransaction last) {
    return request(last.transactionKey());
  }
}
