package kr.pgsdk.portone.platform.partner;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** Work on many records, which PortOne does after it has answered. */
public final class PortOneBulkTask extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneBulkTask(JsonObject json) {
    super(json);
  }

  /** The task's id. */
  public Optional<String> id() {
    return text("id");
  }

  /** Its id in PortOne's GraphQL API. */
  public Optional<String> graphqlId() {
    return text("graphqlId");
  }

  /** {@code PREPARED}, {@code PROCESSING}, {@code COMPLETED} or {@code CANCELED}. */
  public Optional<String> status() {
    return text("status");
  }

  /** What is done, in PortOne's words, such as {@code CONNECT_MEMBER_COMPANIES}. */
  public Optional<String> type() {
    return text("type");
  }

  /** How far it is. */
  public Optional<Progress> progress() {
    return object("progressStats", Progress::new);
  }

  /** Whether it is about test data. */
  public Optional<Boolean> isForTest() {
    return flag("isForTest");
  }

  /** When its status changed last. */
  public Optional<Instant> statusUpdatedAt() {
    return time("statusUpdatedAt");
  }

  /** When it was asked for. */
  public Optional<Instant> createdAt() {
    return time("createdAt");
  }

  /** When it changed last. */
  public Optional<Instant> updatedAt() {
    return time("updatedAt");
  }

  /** How many records of a task are how far. */
  public static final class Progress extends PortOneObject {
    Progress(JsonObject json) {
      super(json);
    }

    /** Those that wait. */
    public OptionalInt preparedCount() {
      return integer("preparedCount");
    }

    /** Those that are worked on. */
    public OptionalInt processingCount() {
      return integer("processingCount");
    }

    /** Those that are done. */
    public OptionalInt succeededCount() {
      return integer("succeededCount");
    }

    /** Those that failed. */
    public OptionalInt failedCount() {
      return integer("failedCount");
    }

    /** Those that won't be done. */
    public OptionalInt canceledCount() {
      return integer("canceledCount");
    }
  }
}
