package kr.pgsdk.portone.platform.payout;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** Several bank transfers that are made together. Amounts are in minor units. */
public final class PortOneBulkAccountTransfer extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneBulkAccountTransfer(JsonObject json) {
    super(json);
  }

  /** The bulk transfer's id. */
  public Optional<String> id() {
    return text("id");
  }

  /** Its id in PortOne's GraphQL API. */
  public Optional<String> graphqlId() {
    return text("graphqlId");
  }

  /** Who made it. */
  public Optional<String> creatorId() {
    return text("creatorId");
  }

  /** The account it goes out of. */
  public Optional<String> bankAccountId() {
    return text("bankAccountId");
  }

  /** That one's id in PortOne's GraphQL API. */
  public Optional<String> bankAccountGraphqlId() {
    return text("bankAccountGraphqlId");
  }

  /** What is sent in all. */
  public Optional<BigDecimal> totalAmount() {
    return number("totalAmount");
  }

  /** {@code PREPARED}, {@code SCHEDULED}, {@code ONGOING} or {@code COMPLETED}. */
  public Optional<String> status() {
    return text("status");
  }

  /** How many of its transfers are in each status. */
  public Optional<Transfers> transfers() {
    return object("stats", Transfers::new);
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

  /** When it is to be made. */
  public Optional<Instant> scheduledAt() {
    return time("scheduledAt");
  }

  /** Its transfers by their status. */
  public static final class Transfers extends PortOneObject {
    Transfers(JsonObject json) {
      super(json);
    }

    /** What they come to. */
    public Optional<Amounts> amount() {
      return object("amount", Amounts::new);
    }

    /** How many they are. */
    public Optional<PortOneAccountTransferCounts> count() {
      return object("count", PortOneAccountTransferCounts::new);
    }
  }

  /** What transfers come to, by their status, in minor units. */
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

    /** Being made by the bank. */
    public Optional<BigDecimal> asyncProcessing() {
      return number("asyncProcessing");
    }

    /** Made. */
    public Optional<BigDecimal> succeeded() {
      return number("succeeded");
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
