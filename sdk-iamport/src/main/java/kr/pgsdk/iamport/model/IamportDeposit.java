package kr.pgsdk.iamport.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;

/** One row of {@code deposit_history}: a transfer into a fixed virtual account without limit. */
public final class IamportDeposit extends IamportObject {
  IamportDeposit(JsonObject json) {
    super(json);
  }

  /** The payment company's number for the deposit. */
  public Optional<String> pgTid() {
    return text("pg_tid");
  }

  /** How much came in, in major units of the payment's currency. */
  public Optional<BigDecimal> amount() {
    return number("amount");
  }

  /** Who paid in. Personal data. */
  public Optional<String> depositorName() {
    return text("depositor_name");
  }

  /** When. */
  public Optional<Instant> depositedAt() {
    return time("deposited_at");
  }

  /** Shows the time alone. */
  @Override
  public String toString() {
    return "IamportDeposit[" + depositedAt().map(Instant::toString).orElse("?") + "]";
  }
}
