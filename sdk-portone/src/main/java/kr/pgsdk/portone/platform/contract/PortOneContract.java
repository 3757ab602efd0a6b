package kr.pgsdk.portone.platform.contract;

import java.time.Instant;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/**
 * A contract: the fee that the platform takes of a partner's sales, and the days the partner is
 * paid.
 */
public final class PortOneContract extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneContract(JsonObject json) {
    super(json);
  }

  /** The contract's id. */
  public Optional<String> id() {
    return text("id");
  }

  /** Its id in PortOne's GraphQL API. */
  public Optional<String> graphqlId() {
    return text("graphqlId");
  }

  /** The name. */
  public Optional<String> name() {
    return text("name");
  }

  /** A note of the platform's. */
  public Optional<String> memo() {
    return text("memo");
  }

  /** What the platform takes of a sale. */
  public Optional<PortOneFee> platformFee() {
    return object("platformFee", PortOneFee::new);
  }

  /** When the partner is paid. */
  public Optional<SettlementCycle> settlementCycle() {
    return object("settlementCycle", SettlementCycle::new);
  }

  /** Who bears the VAT of the platform's fee. */
  public Optional<PortOnePayer> platformFeeVatPayer() {
    return word("platformFeeVatPayer", PortOnePayer::of);
  }

  /** Whether the VAT of a payment is taken off what the partner gets. */
  public Optional<Boolean> subtractPaymentVatAmount() {
    return flag("subtractPaymentVatAmount");
  }

  /** Whether it is put away. */
  public Optional<Boolean> isArchived() {
    return flag("isArchived");
  }

  /** Since when it is as it is; of a change that is to happen later, from when on. */
  public Optional<Instant> appliedAt() {
    return time("appliedAt");
  }

  /** Whether it is test data. */
  public Optional<Boolean> isForTest() {
    return flag("isForTest");
  }

  /**
   * When a partner is paid: so many days after the settlement begins, then the next day that fits.
   */
  public static final class SettlementCycle extends PortOneObject {
    SettlementCycle(JsonObject json) {
      super(json);
    }

    /** How many days after the beginning. */
    public OptionalInt lagDays() {
      return integer("lagDays");
    }

    /** What becomes of a holiday. */
    public Optional<PortOneSettlementDatePolicy> datePolicy() {
      return word("datePolicy", PortOneSettlementDatePolicy::of);
    }

    /** Which days fit. */
    public Optional<Method> method() {
      return object("method", Method::new);
    }
  }

  /** Which days fit. {@link #type} tells which of the other fields there are. */
  public static final class Method extends PortOneObject {
    Method(JsonObject json) {
      super(json);
    }

    /** {@code DAILY}, {@code WEEKLY}, {@code MONTHLY} or {@code MANUAL_DATES}. */
    public Optional<String> type() {
      return text("type");
    }

    /** The weekdays of {@code WEEKLY}, such as {@code MON}. Unmodifiable. */
    public List<String> daysOfWeek() {
      return texts("daysOfWeek");
    }

    /** The days of {@code MONTHLY}. Unmodifiable. */
    public List<Integer> daysOfMonth() {
      return integers("daysOfMonth");
    }

    /** The days of the year of {@code MANUAL_DATES}; what is no day is left out. Unmodifiable. */
    public List<MonthDay> dates() {
      return objects("dates", Method::day).stream().flatMap(Optional::stream).toList();
    }

    private static Optional<MonthDay> day(JsonObject json) {
      Integer month = json.integer("month");
      Integer day = json.integer("day");
      if (month == null || day == null || month < 1 || month > 12 || day < 1 || day > 31) {
        return Optional.empty();
      }
      return day > Month.of(month).maxLength()
          ? Optional.empty()
          : Optional.of(MonthDay.of(month, day));
    }
  }
}
