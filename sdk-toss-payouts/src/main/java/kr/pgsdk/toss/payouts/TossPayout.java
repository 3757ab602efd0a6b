package kr.pgsdk.toss.payouts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.toss.model.TossObject;
import org.jspecify.annotations.Nullable;

/** A payout to a seller. */
public final class TossPayout extends TossObject {
  TossPayout(JsonObject json) {
    super(json);
  }

  /** {@code id}: Toss's number for the payout. */
  public Optional<String> id() {
    return text("id");
  }

  /** {@code refPayoutId}: the shop's number for the payout. */
  public Optional<String> refPayoutId() {
    return text("refPayoutId");
  }

  /** {@code destination}: the seller, by Toss's number. */
  public Optional<String> destination() {
    return text("destination");
  }

  /** {@code scheduleType}: when it is made. */
  public Optional<TossPayoutSchedule> scheduleType() {
    return word("scheduleType", TossPayoutSchedule::of);
  }

  /** {@code payoutDate}: the day it is made, in Korea. */
  public Optional<LocalDate> payoutDate() {
    return date("payoutDate");
  }

  /** {@code amount}: how much is paid out; Toss writes won as 5000.0 too. */
  public Optional<Money> amount() {
    return object("amount", json -> json).flatMap(json -> Optional.ofNullable(money(json)));
  }

  private static @Nullable Money money(JsonObject json) {
    BigDecimal value = json.number("value");
    String currency = json.text("currency");
    try {
      return value == null || currency == null ? null : Money.of(value, currency);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** {@code transactionDescription}: what the seller reads on the account's statement. */
  public Optional<String> transactionDescription() {
    return text("transactionDescription");
  }

  /** {@code requestedAt}: when it was asked for. */
  public Optional<Instant> requestedAt() {
    return time("requestedAt");
  }

  /** {@code status}: what became of it. */
  public Optional<TossPayoutStatus> status() {
    return word("status", TossPayoutStatus::of);
  }

  /** {@code error}: why it failed, as JSON; its fields aren't documented. */
  public Optional<String> error() {
    return json("error");
  }

  /** {@code metadata}: the shop's own texts. Unmodifiable. */
  public Map<String, String> metadata() {
    return object("metadata", JsonObject::texts).orElse(Map.of());
  }

  /** Shows ids and status alone. */
  @Override
  public String toString() {
    return "TossPayout[" + shown("id") + ", " + shown("refPayoutId") + ", " + shown("status") + "]";
  }
}
