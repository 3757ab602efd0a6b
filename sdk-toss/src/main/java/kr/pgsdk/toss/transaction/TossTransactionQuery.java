package kr.pgsdk.toss.transaction;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Which transactions to list. */
public final class TossTransactionQuery {
  private static final int MAX_LIMIT = 5000; // GET /v1/transactions

  private final LocalDateTime start;
  private final LocalDateTime end;
  private final @Nullable String startingAfter;
  private final int limit;

  private TossTransactionQuery(Builder builder) {
    this.start = builder.start;
    this.end = builder.end;
    this.startingAfter = builder.startingAfter;
    this.limit = builder.limit;
  }

  /**
   * Starts a query.
   *
   * @param start from when, in Korean time; whole seconds
   * @param end until when, in Korean time
   * @throws IllegalArgumentException if the end is before the start
   */
  public static Builder builder(LocalDateTime start, LocalDateTime end) {
    return new Builder(start, end);
  }

  LocalDateTime start() {
    return start;
  }

  LocalDateTime end() {
    return end;
  }

  @Nullable String startingAfter() {
    return startingAfter;
  }

  int limit() {
    return limit;
  }

  @Override
  public String toString() {
    return "TossTransactionQuery[" + start + ", " + end + "]";
  }

  /** Builds a {@link TossTransactionQuery}. */
  public static final class Builder {
    private final LocalDateTime start;
    private final LocalDateTime end;
    private @Nullable String startingAfter;
    private int limit = MAX_LIMIT;

    private Builder(LocalDateTime start, LocalDateTime end) {
      this.start = start.truncatedTo(ChronoUnit.SECONDS);
      this.end = end.truncatedTo(ChronoUnit.SECONDS);
      if (end.isBefore(start)) {
        throw new IllegalArgumentException("endDate must not be before startDate");
      }
    }

    /** {@code startingAfter}: the key of the transaction to go on after. */
    public Builder startingAfter(String transactionKey) {
      if (transactionKey.isBlank()) {
        throw new IllegalArgumentException("startingAfter must not be empty or blank");
      }
      this.startingAfter = transactionKey;
      return this;
    }

    /**
     * {@code limit}: how many a page has, 1 to 5000; by default 5000.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public Builder limit(int limit) {
      if (limit < 1 || limit > MAX_LIMIT) {
        throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ": " + limit);
      }
      this.limit = limit;
      return this;
    }

    /** Returns the query. */
    public TossTransactionQuery build() {
      return new TossTransactionQuery(this);
    }
  }
}
