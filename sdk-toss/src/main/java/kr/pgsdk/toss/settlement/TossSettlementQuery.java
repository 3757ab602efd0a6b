package kr.pgsdk.toss.settlement;

import java.time.LocalDate;
import java.util.Objects;

/** Which settlements to list. */
public final class TossSettlementQuery {
  private static final int MAX_SIZE = 5000; // GET /v1/settlements

  private final LocalDate start;
  private final LocalDate end;
  private final TossSettlementDate dateType;
  private final int page;
  private final int size;

  private TossSettlementQuery(Builder builder) {
    this.start = builder.start;
    this.end = builder.end;
    this.dateType = builder.dateType;
    this.page = builder.page;
    this.size = builder.size;
  }

  /**
   * Starts a query.
   *
   * @param start the first day, in Korea
   * @param end the last day
   * @throws IllegalArgumentException if the end is before the start
   */
  public static Builder builder(LocalDate start, LocalDate end) {
    return new Builder(start, end);
  }

  LocalDate start() {
    return start;
  }

  LocalDate end() {
    return end;
  }

  TossSettlementDate dateType() {
    return dateType;
  }

  int page() {
    return page;
  }

  int size() {
    return size;
  }

  @Override
  public String toString() {
    return "TossSettlementQuery[" + start + ", " + end + "]";
  }

  /** Builds a {@link TossSettlementQuery}. */
  public static final class Builder {
    private final LocalDate start;
    private final LocalDate end;
    private TossSettlementDate dateType = TossSettlementDate.SOLD;
    private int page = 1;
    private int size = MAX_SIZE;

    private Builder(LocalDate start, LocalDate end) {
      this.start = start;
      this.end = end;
      if (end.isBefore(start)) {
        throw new IllegalArgumentException("endDate must not be before startDate");
      }
    }

    /** {@code dateType}: which day counts; by default the day of the sale. */
    public Builder dateType(TossSettlementDate dateType) {
      this.dateType = Objects.requireNonNull(dateType, "dateType");
      return this;
    }

    /**
     * {@code page}: the page to begin with; by default 1.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public Builder page(int page) {
      if (page < 1) {
        throw new IllegalArgumentException("page must be at least 1: " + page);
      }
      this.page = page;
      return this;
    }

    /**
     * {@code size}: how many a page has, 1 to 5000; by default 5000.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public Builder size(int size) {
      if (size < 1 || size > MAX_SIZE) {
        throw new IllegalArgumentException("size must be 1 to " + MAX_SIZE + ": " + size);
      }
      this.size = size;
      return this;
    }

    /** Returns the query. */
    public TossSettlementQuery build() {
      return new TossSettlementQuery(this);
    }
  }
}
