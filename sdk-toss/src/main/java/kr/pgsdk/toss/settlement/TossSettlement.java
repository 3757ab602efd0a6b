package kr.pgsdk.toss.settlement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.toss.model.TossCancellation;
import kr.pgsdk.toss.model.TossCard;
import kr.pgsdk.toss.model.TossEasyPay;
import kr.pgsdk.toss.model.TossGiftCertificate;
import kr.pgsdk.toss.model.TossMobilePhone;
import kr.pgsdk.toss.model.TossObject;
import kr.pgsdk.toss.model.TossTransfer;
import kr.pgsdk.toss.model.TossVirtualAccount;
import org.jspecify.annotations.Nullable;

/** What Toss pays out for one transaction. Amounts are in {@link #currency()}. */
public final class TossSettlement extends TossObject {
  private final String currency;
  private final @Nullable TossEasyPay easyPay;
  private final @Nullable TossCancellation cancel;

  TossSettlement(JsonObject json) {
    super(json);
    this.currency = json.requiredCurrency("currency"); // no amount says anything without it
    this.easyPay = TossEasyPay.in(json);
    this.cancel = object("cancel", each -> new TossCancellation(each, currency)).orElse(null);
  }

  /** {@code currency}: the currency's code, such as {@code KRW}. */
  public String currency() {
    return currency;
  }

  /** {@code mId}: the merchant's number at Toss. */
  public Optional<String> mId() {
    return text("mId");
  }

  /** {@code paymentKey}: Toss's number for the payment. */
  public Optional<PaymentId> paymentKey() {
    return word("paymentKey", PaymentId::of);
  }

  /** {@code transactionKey}: Toss's number for the capture or the cancel. */
  public Optional<String> transactionKey() {
    return text("transactionKey");
  }

  /** {@code orderId}: the shop's number for the order. */
  public Optional<OrderId> orderId() {
    return word("orderId", OrderId::of);
  }

  /** {@code method}: how it was paid, in Toss's words, such as 카드. */
  public Optional<String> method() {
    return text("method");
  }

  /** {@code amount}: the payment's or the cancel's. */
  public Optional<BigDecimal> amount() {
    return number("amount");
  }

  /** {@code interestFee}: the interest of installments that the merchant pays. */
  public Optional<BigDecimal> interestFee() {
    return number("interestFee");
  }

  /** {@code fees}: what Toss keeps, by kind. Unmodifiable. */
  public List<TossSettlementFee> fees() {
    return objects("fees", TossSettlementFee::new);
  }

  /** {@code supplyAmount}: the fees without their VAT. */
  public Optional<BigDecimal> supplyAmount() {
    return number("supplyAmount");
  }

  /** {@code vat}: the VAT of the fees. */
  public Optional<BigDecimal> vat() {
    return number("vat");
  }

  /** {@code payOutAmount}: what is paid out. */
  public Optional<BigDecimal> payOutAmount() {
    return number("payOutAmount");
  }

  /** {@code approvedAt}: when it was captured. */
  public Optional<Instant> approvedAt() {
    return time("approvedAt");
  }

  /** {@code soldDate}: the day it counts for, in Korea. */
  public Optional<LocalDate> soldDate() {
    return date("soldDate");
  }

  /** {@code paidOutDate}: the day it is paid out, in Korea. */
  public Optional<LocalDate> paidOutDate() {
    return date("paidOutDate");
  }

  /** {@code card}: the card's part. */
  public Optional<TossCard> card() {
    return object("card", TossCard::new);
  }

  /** {@code easyPay}: the wallet's part. */
  public Optional<TossEasyPay> easyPay() {
    return Optional.ofNullable(easyPay);
  }

  /** {@code giftCertificate}: the gift certificate's part. */
  public Optional<TossGiftCertificate> giftCertificate() {
    return object("giftCertificate", TossGiftCertificate::new);
  }

  /** {@code mobilePhone}: the mobile phone's part. */
  public Optional<TossMobilePhone> mobilePhone() {
    return object("mobilePhone", TossMobilePhone::new);
  }

  /** {@code transfer}: the bank transfer's part. */
  public Optional<TossTransfer> transfer() {
    return object("transfer", TossTransfer::new);
  }

  /** {@code virtualAccount}: the account that was paid into. */
  public Optional<TossVirtualAccount> virtualAccount() {
    return object("virtualAccount", TossVirtualAccount::new);
  }

  /** {@code cancel}: the cancel that this is the settlement of; empty for a capture. */
  public Optional<TossCancellation> cancel() {
    return Optional.ofNullable(cancel);
  }
}
