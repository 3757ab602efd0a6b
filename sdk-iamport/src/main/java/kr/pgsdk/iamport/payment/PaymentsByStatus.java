package kr.pgsdk.iamport.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.iamport.internal.NumberedPages;
import kr.pgsdk.iamport.model.IamportPayment;
import org.jspecify.annotations.Nullable;

/** The pages of payments in one status, in steps of at most 90 days, the last step first. */
final class PaymentsByStatus extends NumberedPages<IamportPayment> {
  // GET /payments/status/{payment_status}: both ends are included (v1.openapi.json)
  private static final long LONGEST = Duration.ofDays(90).toSeconds();
  private static final int LIMIT = 1000;

  /** The part of the time that is listed now. */
  private static final class Step {
    private final long from;
    private long end;

    Step(Instant from, Instant to) {
      this.from = from.getEpochSecond();
      this.end = to.getEpochSecond();
      if (this.from < 0) {
        throw new IllegalArgumentException("from must not be before 1970: " + from);
      }
      if (end < this.from) {
        throw new IllegalArgumentException("to must not be before from: " + to + " < " + from);
      }
    }

    long start() {
      return Math.max(from, end - LONGEST);
    }

    boolean isLast() {
      return start() == from;
    }

    void advance() {
      end = start() - 1;
    }
  }

  private final Step step;

  PaymentsByStatus(
      IamportStatusFilter status,
      Instant from,
      Instant to,
      IamportSorting sorting,
      Function<JsonObject, IamportPayment> reader) {
    this(new Step(from, to), status, sorting, reader);
  }

  private PaymentsByStatus(
      Step step,
      IamportStatusFilter status,
      IamportSorting sorting,
      Function<JsonObject, IamportPayment> reader) {
    super(
        page ->
            HttpRequest.safe("payments by status", "GET", "payments", "status", status.word())
                .query("from", step.start())
                .query("to", step.end)
                .query("page", page)
                .query("limit", LIMIT)
                .query("sorting", sorting.word()),
        reader,
        payment -> payment.paymentId().value());
    this.step = step;
  }

  @Override
  public HttpRequest.@Nullable Builder next(End<IamportPayment> page) {
    HttpRequest.Builder next = super.next(page);
    if (next != null || step.isLast()) {
      return next;
    }
    step.advance();
    return restart();
  }
}
