package kr.pgsdk.toss.receipt;

import java.time.LocalDate;
import java.util.List;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.Paging;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.toss.internal.CursorPage;
import kr.pgsdk.toss.model.TossCashReceipt;
import org.jspecify.annotations.Nullable;

/** The pages of a day's cash receipts: each says where the next begins. */
final class CashReceiptPages implements Paging<TossCashReceipt> {
  private final LocalDate day;
  private final @Nullable Long firstCursor;
  private final int limit;
  private @Nullable String cursor;

  CashReceiptPages(LocalDate day, @Nullable Long firstCursor, int limit) {
    this.day = day;
    this.firstCursor = firstCursor;
    this.limit = limit;
  }

  @Override
  public HttpRequest.Builder first() {
    return request(firstCursor);
  }

  private HttpRequest.Builder request(@Nullable Object from) {
    return HttpRequest.safe("cash receipts", "GET", "v1", "cash-receipts")
        .query("requestDate", day)
        .query("cursor", from)
        .query("limit", limit);
  }

  @Override
  public List<String> places() {
    return List.of("data");
  }

  @Override
  public TossCashReceipt row(JsonObject json) {
    return new TossCashReceipt(json);
  }

  @Override
  public String id(TossCashReceipt row) {
    return row.receiptKey().orElseGet(row::toJson);
  }

  @Override
  public HttpRequest.@Nullable Builder next(End<TossCashReceipt> page) {
    JsonObject envelope = page.envelope();
    if (envelope == null || !CursorPage.hasNext(envelope)) {
      return null;
    }
    String last = envelope.strictText("lastCursor");
    if (last == null || last.equals(cursor) || page.rows() == 0) {
      throw envelope.problem("lastCursor", "doesn't lead on"); // it would never end
    }
    cursor = last;
    return request(last);
  }
}
