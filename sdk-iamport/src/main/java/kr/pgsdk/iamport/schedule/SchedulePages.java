package kr.pgsdk.iamport.schedule;

import java.util.function.Function;
import java.util.function.Supplier;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.iamport.internal.NumberedPages;

/** The pages of a list of scheduled payments. */
final class SchedulePages extends NumberedPages<IamportScheduledPayment> {
  private final Supplier<HttpRequest.Builder> request;
  private final Function<JsonObject, IamportScheduledPayment> reader;

  /**
   * Asks for pages.
   *
   * @param request makes the request for a page, but for the page's number
   * @param reader reads a row
   */
  SchedulePages(
      Supplier<HttpRequest.Builder> request, Function<JsonObject, IamportScheduledPayment> reader) {
    this.request = request;
    this.reader = reader;
  }

  @Override
  protected HttpRequest.Builder page(int page) {
    return request.get().query("page", page);
  }

  @Override
  public IamportScheduledPayment row(JsonObject json) {
    return reader.apply(json);
  }

  @Override
  public String id(IamportScheduledPayment row) {
    return row.orderId().value();
  }
}
