package kr.pgsdk.toss.virtualaccount;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.toss.internal.TossFields;
import kr.pgsdk.toss.internal.TossOrderBuilder;
import kr.pgsdk.toss.model.TossCashReceiptType;
import org.jspecify.annotations.Nullable;

/**
 * What a virtual account is issued with. Immutable; the same object sent again is one account for
 * Toss, within 15 days, by its idempotency key.
 */
public final class TossVirtualAccountRequest extends KeyedRequest {
  private static final Duration LONGEST = Duration.ofDays(90);

  private final OrderId orderId;
  private final Money amount;
  private final @Nullable Instant due;

  private TossVirtualAccountRequest(
      OrderId orderId,
      Money amount,
      @Nullable Instant due,
      RequestFields fields,
      String idempotencyKey) {
    super(fields, idempotencyKey);
    this.orderId = orderId;
    this.amount = amount;
    this.due = due;
  }

  /**
   * Starts a request.
   *
   * @param orderId 6 to 64 letters, digits, - _ =
   * @param amount what is to be paid in, in won
   * @param orderName what is bought: at most 100 characters
   * @param customerName in whose name the account is issued: at most 100 characters, personal
   * @param bank the bank's code of two characters, such as {@code 88}
   * @throws IllegalArgumentException if the amount is zero, or a rule above is broken
   */
  public static Builder builder(
      OrderId orderId, Money amount, String orderName, String customerName, String bank) {
    return new Builder(orderId, amount, orderName, customerName, bank);
  }

  /** The order. */
  public OrderId orderId() {
    return orderId;
  }

  /** What is to be paid in. */
  public Money amount() {
    return amount;
  }

  void requireDue(Instant now) {
    if (due != null && (!due.isAfter(now) || due.isAfter(now.plus(LONGEST)))) {
      throw new IllegalArgumentException(
          "dueDate must be in the next 90 days: " + due + ", and it is " + now);
    }
  }

  /** Shows order and amount alone. */
  @Override
  public String toString() {
    return "TossVirtualAccountRequest[" + orderId + ", " + amount + "]";
  }

  /** Builds a {@link TossVirtualAccountRequest}. What isn't set isn't sent. */
  public static final class Builder extends TossOrderBuilder<Builder> {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Pattern BANK = Pattern.compile("[0-9A-Z]{2}");
    private static final Pattern PHONE = Pattern.compile("[0-9]{8,15}");
    private static final int MAX_HOURS = 2_160; // 90 days

    private @Nullable Instant due;

    private Builder(
        OrderId orderId, Money amount, String orderName, String customerName, String bank) {
      super(orderId, amount, orderName);
      fields.won("amount", amount);
      TossFields.customerName(fields, customerName);
      if (!BANK.matcher(bank).matches()) {
        throw new IllegalArgumentException(
            "bank must be Toss's code of two digits or capital letters, such as 88");
      }
      fields.text("bank", bank, 2);
    }

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * {@code validHours}: how long a deposit is taken: 1 to 2160 hours; 168 by default. Not with
     * {@link #dueDate}.
     *
     * @throws IllegalArgumentException if it breaks that rule
     */
    public Builder validHours(int hours) {
      fields.number("validHours", hours, 1, MAX_HOURS);
      return this;
    }

    /**
     * {@code dueDate}: until when a deposit is taken, to the second; at most 90 days from now, as
     * {@link TossVirtualAccounts#issue} checks. Not with {@link #validHours}.
     */
    public Builder dueDate(Instant due) {
      this.due = due;
      LocalDateTime inKorea = LocalDateTime.ofInstant(due, SEOUL).truncatedTo(ChronoUnit.SECONDS);
      String text = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(inKorea);
      fields.text("dueDate", text, text.length());
      return this;
    }

    /** {@code customerEmail}: personal, as the next; at most 100 characters. */
    public Builder customerEmail(String email) {
      TossFields.customerEmail(fields, email);
      return this;
    }

    /**
     * {@code customerMobilePhone}.
     *
     * @throws IllegalArgumentException if it isn't 8 to 15 digits
     */
    public Builder customerMobilePhone(String phone) {
      fields.personal(
          "customerMobilePhone", phone, PHONE, "8 to 15 digits, without spaces or dashes");
      return this;
    }

    /**
     * {@code cashReceipt}: the receipt that Toss issues once the money is there.
     *
     * @param registrationNumber whom it is for: a phone's or a business's number, 8 to 30 digits,
     *     personal; dashes between them are dropped
     * @throws IllegalArgumentException if the number has another form
     */
    public Builder cashReceipt(TossCashReceiptType type, String registrationNumber) {
      RequestFields receipt = new RequestFields().word("type", type);
      TossFields.receiptIdentity(receipt, "registrationNumber", registrationNumber);
      fields.object("cashReceipt", receipt);
      return this;
    }

    /** {@code cashReceipt}: none is issued. */
    public Builder noCashReceipt() {
      fields.object("cashReceipt", new RequestFields().word("type", TossCashReceiptType.NONE));
      return this;
    }

    /** {@code useEscrow}: whether an escrow holds the money until the delivery. */
    public Builder useEscrow(boolean escrow) {
      fields.flag("useEscrow", escrow);
      return this;
    }

    /** {@code escrowProducts}: what is delivered. */
    public Builder escrowProducts(List<TossEscrowProduct> products) {
      fields.objects("escrowProducts", products.stream().map(RequestFields::of).toList());
      return this;
    }

    /** {@code accountKey}: which fixed account, for merchants that have such; not shown. */
    public Builder accountKey(String accountKey) {
      fields.personal("accountKey", accountKey);
      return this;
    }

    /**
     * Returns the request.
     *
     * @throws IllegalArgumentException if {@link #validHours} and {@link #dueDate} are both set
     */
    public TossVirtualAccountRequest build() {
      if (fields.has("validHours") && fields.has("dueDate")) {
        throw new IllegalArgumentException("set validHours or dueDate, not both");
      }
      return new TossVirtualAccountRequest(orderId, amount, due, fields.copy(), key());
    }
  }
}
