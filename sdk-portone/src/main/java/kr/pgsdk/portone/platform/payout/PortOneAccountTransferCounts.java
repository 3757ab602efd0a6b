package kr.pgsdk.portone.platform.payout;

import java.util.OptionalInt;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** How many bank transfers are in each status. */
public final class PortOneAccountTransferCounts extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneAccountTransferCounts(JsonObject json) {
    super(json);
  }

  /** To be made. */
  public OptionalInt prepared() {
    return integer("prepared");
  }

  /** To be made at their time. */
  public OptionalInt scheduled() {
    return integer("scheduled");
  }

  /** Being made. */
  public OptionalInt processing() {
    return integer("processing");
  }

  /** Being made by the bank. */
  public OptionalInt asyncProcessing() {
    return integer("asyncProcessing");
  }

  /** Made. */
  public OptionalInt succeeded() {
    return integer("succeeded");
  }

  /** Failed. */
  public OptionalInt failed() {
    return integer("failed");
  }

  /** Stopped. */
  public OptionalInt stopped() {
    return integer("stopped");
  }

  /** Cancelled. */
  public OptionalInt cancelled() {
    return integer("cancelled");
  }
}
