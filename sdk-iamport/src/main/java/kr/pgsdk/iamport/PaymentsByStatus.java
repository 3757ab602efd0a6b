package kr.pgsdk.iamport;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.PageEnd;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.iamport.internal.NumberedPages;
import kr.pgsdk.iamport.model.IamportPayment;
import org.jspecify.annotations.Nullable;

/** The pages of payments in one status, in steps of at most 90 days, the last step first. */
final class PaymentsByStatus extends NumberedPages<IamportPayment> {
  // GET /payments/status/{payment_status}: both ends are included (v1.openapi.json)
  private static final long STEP = Duration.ofDays(90).toSeconds();
  private static final int LIMIT = 1000;

  private final IamportStatusFilter status;
  private final IamportSorting sorting;
  private final Function<JsonObject, IamportPayment> reader;
  private final long from;
  private long stepEnd;

  PaymentsByStatus(
      IamportStatusFilter status,
      Instant from,
      Instant to,
      IamportSorting sorting,
      Function<JsonObject, IamportPayment> reader) {
    this.status = status;
    this.sorting = sorting;
    this.reader = reader;
    this.from = from.getEpochSecond();
    this.stepEnd = to.getEpochSecond();
    if (this.from < 0) {
      throw new IllegalArgumentException("from must not be before 1970: " + from);
    }
    if (stepEnd < this.from) {
      throw new IllegalArgumentException("to must not be before from: " + to + " < " + from);
    }
  }

  @Override
  protected HttpRequest.Builder page(int page) {
    return HttpRequest.safe("payments by status", "GET", "payments", "status", status.word())
        .query("from", stepStart())
        .query("to", stepEnd)
        .query("page", page)
        .query("limit", LIMIT)
        .query("sorting", sorting.word());
  }

  private long stepStart() {
    return Math.max(from, stepEnd - STEP);
  }

  @Override
  public IamportPayment row(JsonObject json) {
    return reader.apply(json);
  }

  @Override
  public String id(IamportPayment row) {
    return row.paymentId().value();
  }

  @Override
  public HttpRequest.@Nullable Builder next(PageEnd<IamportPayment> page) {
    HttpRequest.Builder next = super.next(page);
    if (next != null || stepStart() == from) {
      return next;
    }
    stepEnd = stepStart() - 1;
    return restart();
  }
}
