package kr.pgsdk.portone.model;

import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;

/** How a payment was made. {@link #type} tells which of the other fields there are. */
public final class PortOnePaymentMethod extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOnePaymentMethod(JsonObject json) {
    super(json);
  }

  /**
   * {@code PaymentMethodCard}, {@code ...Transfer}, {@code ...VirtualAccount}, {@code ...EasyPay},
   * {@code ...Mobile}, {@code ...GiftCertificate}, {@code ...ConvenienceStore}, {@code ...Crypto}.
   */
  public Optional<String> type() {
    return text("type");
  }

  /** The card. */
  public Optional<PortOneCard> card() {
    return object("card", PortOneCard::new);
  }

  /** The number of the approval, of a card or a gift certificate. */
  public Optional<String> approvalNumber() {
    return text("approvalNumber");
  }

  /** The instalments of a card payment. */
  public Optional<PortOneInstallment> installment() {
    return object("installment", PortOneInstallment::new);
  }

  /** Whether the card's points were used. */
  public Optional<Boolean> pointUsed() {
    return flag("pointUsed");
  }

  /** The bank, such as {@code SHINHAN}: of a transfer, of a virtual account. */
  public Optional<String> bank() {
    return text("bank");
  }

  /** The number of the account. */
  public Optional<String> accountNumber() {
    return text("accountNumber");
  }

  /** {@code FIXED} or {@code NORMAL}, of a virtual account. */
  public Optional<String> accountType() {
    return text("accountType");
  }

  /** Who holds the virtual account. */
  public Optional<String> remitteeName() {
    return text("remitteeName");
  }

  /** Who pays into it. */
  public Optional<String> remitterName() {
    return text("remitterName");
  }

  /** Until when a deposit is taken. */
  public Optional<Instant> expiredAt() {
    return time("expiredAt");
  }

  /** When the virtual account was issued. */
  public Optional<Instant> issuedAt() {
    return time("issuedAt");
  }

  /**
   * How far a deposit's refund has come: {@code PENDING}, {@code PARTIAL_REFUND_FAILED}, {@code
   * FAILED}, {@code COMPLETED}.
   */
  public Optional<String> refundStatus() {
    return text("refundStatus");
  }

  /** The wallet, such as {@code KAKAOPAY}. */
  public Optional<String> provider() {
    return text("provider");
  }

  /** What the wallet paid with: a card, a transfer, or what was charged into it. */
  public Optional<PortOnePaymentMethod> easyPayMethod() {
    return object("easyPayMethod", PortOnePaymentMethod::new);
  }

  /** The mobile phone's number. */
  public Optional<String> phoneNumber() {
    return text("phoneNumber");
  }

  /** The kind of gift certificate. */
  public Optional<String> giftCertificateType() {
    return text("giftCertificateType");
  }

  /** The chain of convenience stores. */
  public Optional<String> convenienceStoreBrand() {
    return text("convenienceStoreBrand");
  }

  /** The number to pay with at the store. */
  public Optional<String> confirmationNumber() {
    return text("confirmationNumber");
  }

  /** The number of the store's receipt. */
  public Optional<String> receiptNumber() {
    return text("receiptNumber");
  }

  /** Until when it can be paid at the store. */
  public Optional<Instant> paymentDeadline() {
    return time("paymentDeadline");
  }
}
