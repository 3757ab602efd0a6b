package kr.pgsdk.iamport;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.PageEnd;
import kr.pgsdk.core.internal.http.Paging;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.iamport.internal.IamportCalls;
import kr.pgsdk.iamport.model.IamportPayment;
import org.jspecify.annotations.Nullable;

/** The pages of payments in one status, in steps of at most 90 days, the last step first. */
final class PaymentsByStatus implements Paging<IamportPayment> {
  // GET /payments/status/{payment_status}: both ends are included (v1.openapi.json)
  private static final long STEP = Duration.ofDays(90).toSeconds();
  private static final int LIMIT = 1000;

  private final IamportStatusFilter status;
  private final IamportSorting sorting;
  private final Function<JsonObject, IamportPayment> reader;
  private final long from;
  private long stepEnd;
  private int number = 1;

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
  public HttpRequest.Builder first() {
    return HttpRequest.safe("payments by status", "GET", "payments", "status", status.word())
        .query("from", stepStart())
        .query("to", stepEnd)
        .query("page", number)
        .query("limit", LIMIT)
        .query("sorting", sorting.word());
  }

  private long stepStart() {
    return Math.max(from, stepEnd - STEP);
  }

  @Override
  public List<String> places() {
    return List.of("response.list");
  }

  @Override
  public IamportPayment row(JsonObject json) {
    return reader.apply(json);
  }

  @Override
  public String id(IamportPayment row) {
    return row.paymentId().value();
  }

  /** A page past the end is a 400, which on the first page means something else. */
  @Override
  public boolean isNone(GatewayException refusal) {
    return IamportCalls.isNotFound(refusal)
        || (number > 1 && refusal.httpStatus().orElse(0) == 400);
  }

  @Override
  public HttpRequest.@Nullable Builder next(PageEnd<IamportPayment> page) {
    int next = next(page.envelope());
    if (next != 0) {
      if (page.rows() == 0) {
        throw new JsonProblem("$.response.next", "follows no payment");
      }
      number = next;
      return first();
    }
    if (stepStart() == from) {
      return null;
    }
    stepEnd = stepStart() - 1;
    number = 1;
    return first();
  }

  private int next(@Nullable JsonObject envelope) {
    if (envelope == null) {
      return 0;
    }
    JsonObject response = envelope.requiredObject("response");
    if (response.strictNumber("next") == null) {
      return 0;
    }
    Integer next = response.integer("next");
    if (next == null || next < 0 || (next != 0 && next <= number)) {
      throw response.problem("next", "doesn't lead on from page " + number);
    }
    return next;
  }
}
