package kr.pgsdk.toss.payouts;

import java.time.LocalDate;
import java.util.Map;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.text.DerivedKey;
import kr.pgsdk.core.internal.text.Texts;
import kr.pgsdk.toss.internal.TossCustomBuilder;

/**
 * Asks for a payout. Immutable.
 *
 * <p>Its idempotency key is derived from its number, destination, amount and currency unless given:
 * the same payout has the same key on every server, and two payouts never share one. Toss keeps an
 * answer under its key for 15 days, refusals too.
 */
public final class TossPayoutRequest extends KeyedRequest {
  private final String refPayoutId;
  private final Money amount;

  private TossPayoutRequest(
      String refPayoutId, Money amount, RequestFields fields, String idempotencyKey) {
    super(fields, idempotencyKey);
    this.refPayoutId = refPayoutId;
    this.amount = amount;
  }

  /**
   * Starts a request. Which fields Toss demands isn't confirmed; those that a payout is shown with
   * have a method here, any other is set by {@link Builder#field} and {@link Builder#jsonField}.
   *
   * @param refPayoutId the shop's number for the payout: at most 200 characters
   * @param destination the seller, by Toss's number
   * @throws IllegalArgumentException if the amount is zero, or an id is blank
   */
  public static Builder builder(String refPayoutId, String destination, Money amount) {
    return new Builder(refPayoutId, destination, amount);
  }

  /** The shop's number for the payout. */
  public String refPayoutId() {
    return refPayoutId;
  }

  /** How much is paid out. */
  public Money amount() {
    return amount;
  }

  /** Shows number and amount alone. */
  @Override
  public String toString() {
    return "TossPayoutRequest[" + refPayoutId + ", " + amount + "]";
  }

  /** Builds a {@link TossPayoutRequest}. What isn't set isn't sent. */
  public static final class Builder extends TossCustomBuilder<Builder> {
    private final String refPayoutId;
    private final String destination;
    private final Money amount;

    private Builder(String refPayoutId, String destination, Money amount) {
      this.refPayoutId = Texts.id(refPayoutId, "refPayoutId");
      this.destination = Texts.id(destination, "destination");
      this.amount = amount;
      RequestFields money = new RequestFields().positive("value", amount);
      money.text("currency", amount.currency());
      fields
          .text("refPayoutId", refPayoutId)
          .text("destination", destination)
          .object("amount", money);
    }

    @Override
    protected Builder self() {
      return this;
    }

    /** {@code scheduleType}: at once, or on a day. */
    public Builder scheduleType(TossPayoutSchedule schedule) {
      fields.word("scheduleType", schedule);
      return this;
    }

    /** {@code payoutDate}: the day of a scheduled one, in Korea. */
    public Builder payoutDate(LocalDate day) {
      fields.text("payoutDate", day.toString());
      return this;
    }

    /** {@code transactionDescription}: what the seller reads on the account's statement. */
    public Builder transactionDescription(String description) {
      fields.text("transactionDescription", description);
      return this;
    }

    /** {@code metadata}: the shop's own texts. */
    public Builder metadata(Map<String, String> metadata) {
      fields.object("metadata", TossSellerRequest.texts(metadata));
      return this;
    }

    /** Returns the request. */
    public TossPayoutRequest build() {
      String key =
          ownKey()
              .orElseGet(
                  () ->
                      DerivedKey.of(
                          "payout",
                          refPayoutId,
                          destination,
                          amount.toPlainString(),
                          amount.currency()));
      return new TossPayoutRequest(refPayoutId, amount, fields.copy(), key);
    }
  }
}
