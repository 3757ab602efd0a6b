package kr.pgsdk.toss.settlement;

import java.util.List;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.Paging;
import kr.pgsdk.core.internal.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** The pages of settlements, by their number. */
final class SettlementPages implements Paging<TossSettlement> {
  private final TossSettlementQuery query;
  private int number;

  SettlementPages(TossSettlementQuery query) {
    this.query = query;
    this.number = query.page();
  }

  @Override
  public HttpRequest.Builder first() {
    return HttpRequest.safe("settlements", "GET", "v1", "settlements")
        .query("startDate", query.start())
        .query("endDate", query.end())
        .query("dateType", query.dateType().word())
        .query("page", number)
        .query("size", query.size());
  }

  @Override
  public List<String> places() {
    return List.of("");
  }

  @Override
  public TossSettlement row(JsonObject json) {
    return new TossSettlement(json);
  }

  @Override
  public String id(TossSettlement row) {
    return row.transactionKey().orElseGet(row::toJson);
  }

  @Override
  public HttpRequest.@Nullable Builder next(End<TossSettlement> page) {
    if (page.rows() < query.size()) {
      return null;
    }
    number++;
    return first();
  }
}
