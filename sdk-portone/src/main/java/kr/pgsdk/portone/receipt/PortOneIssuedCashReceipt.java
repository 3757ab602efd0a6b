package kr.pgsdk.portone.receipt;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** What a cash receipt was issued with. */
public final class PortOneIssuedCashReceipt extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneIssuedCashReceipt(JsonObject json) {
    super(json);
  }

  /** The number it has at the tax office. */
  public Optional<String> issueNumber() {
    return text("issueNumber");
  }

  /** Where it is shown. */
  public Optional<String> url() {
    return text("url");
  }

  /** The payment company's number for the receipt. */
  public Optional<String> pgReceiptId() {
    return text("pgReceiptId");
  }
}
