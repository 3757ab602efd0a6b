package kr.pgsdk.portone.platform.payout;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** Several payouts that are made together. Amounts are in minor units. */
public final class PortOneBulkPayout extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneBulkPayout(JsonObject json) {
    super(json);
  }

  /** The bulk payout's id. */
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

  /** Who made it. */
  public Optional<String> creatorId() {
    return text("creatorId");
  }

  /** {@code DIRECT} by the platform, or {@code AGENCY} by PortOne. */
  public Optional<String> method() {
    return text("method");
  }

  /** What is paid in all. */
  public Optional<BigDecimal> totalPayoutAmount() {
    return number("totalPayoutAmount");
  }

  /** What the settlements in it come to. */
  public Optional<BigDecimal> totalSettlementAmount() {
    return number("totalSettlementAmount");
  }

  /**
   * {@code PREPARING}, {@code PREPARED}, {@code ONGOING}, {@code POST_PROCESS_PENDING}, {@code
   * COMPLETED} or {@code CANCELLED}.
   */
  public Optional<String> status() {
    return text("status");
  }

  /** How many of its payouts are in each status. */
  public Optional<Payouts> payouts() {
    return object("payoutStats", Payouts::new);
  }

  /** When its status changed last. */
  public Optional<Instant> statusUpdatedAt() {
    return time("statusUpdatedAt");
  }

  /** When it was made. */
  public Optional<Instant> createdAt() {
    return time("createdAt");
  }

  /** When it changed last. */
  public Optional<Instant> updatedAt() {
    return time("updatedAt");
  }

  /** Its payouts by their status. */
  public static final class Payouts extends PortOneObject {
    Payouts(JsonObject json) {
      super(json);
    }

    /** What they come to. */
    public Optional<Amounts> amount() {
      return object("amount", Amounts::new);
    }

    /** How many they are. */
    public Optional<PortOnePayoutCounts> count() {
      return object("count", PortOnePayoutCounts::new);
    }
  }

  /** What payouts come to, by their status, in minor units. */
  public static final class Amounts extends PortOneObject {
    Amounts(JsonObject json) {
      super(json);
    }

    /** To be made. */
    public Optional<BigDecimal> prepared() {
      return number("prepared");
    }

    /** To be made at their time. */
    public Optional<BigDecimal> scheduled() {
      return number("scheduled");
    }

    /** Being made. */
    public Optional<BigDecimal> processing() {
      return number("processing");
    }

    /** Made. */
    public Optional<BigDecimal> succeeded() {
      return number("succeeded");
    }

    /** Confirmed. */
    public Optional<BigDecimal> confirmed() {
      return number("confirmed");
    }

    /** Failed. */
    public Optional<BigDecimal> failed() {
      return number("failed");
    }

    /** Stopped. */
    public Optional<BigDecimal> stopped() {
      return number("stopped");
    }

    /** Cancelled. */
    public Optional<BigDecimal> cancelled() {
      return number("cancelled");
    }
  }
}
