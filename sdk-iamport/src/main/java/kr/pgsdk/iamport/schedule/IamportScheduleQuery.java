package kr.pgsdk.iamport.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import kr.pgsdk.core.internal.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Which scheduled payments to list: by the time they are scheduled for. */
public final class IamportScheduleQuery {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final int MAX_MONTHS = 3; // v1.openapi.json, GET /subscribe/payments/schedule

  private final Instant from;
  private final Instant to;
  private final @Nullable IamportScheduleStatus status;

  private IamportScheduleQuery(Instant from, Instant to, @Nullable IamportScheduleStatus status) {
    this.from = from;
    this.to = to;
    this.status = status;
  }

  /**
   * Asks for those of any status.
   *
   * @param from the beginning, included, in whole seconds
   * @param to the end, not included, at most 3 months later
   * @throws IllegalArgumentException if these are otherwise
   */
  public static IamportScheduleQuery between(Instant from, Instant to) {
    if (from.getEpochSecond() < 0) {
      throw new IllegalArgumentException("from must not be before 1970: " + from);
    }
    if (from.getEpochSecond() >= to.getEpochSecond()) {
      throw new IllegalArgumentException("from must be before to: " + from + " to " + to);
    }
    if (to.isAfter(from.atZone(SEOUL).plusMonths(MAX_MONTHS).toInstant())) {
      throw new IllegalArgumentException(
          "from and to must be at most 3 months apart: " + from + " to " + to);
    }
    return new IamportScheduleQuery(from, to, null);
  }

  /** The same for those of one status. */
  public IamportScheduleQuery withStatus(IamportScheduleStatus status) {
    return new IamportScheduleQuery(from, to, Objects.requireNonNull(status, "status"));
  }

  /** Adds it to a request; the lists name the same things differently. */
  HttpRequest.Builder addTo(
      HttpRequest.Builder request, String fromName, String toName, String statusName) {
    return request
        .query(fromName, from.getEpochSecond())
        .query(toName, to.getEpochSecond())
        .query(statusName, status);
  }

  @Override
  public String toString() {
    return "IamportScheduleQuery[" + from + " to " + to + "]";
  }
}
