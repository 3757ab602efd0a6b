package kr.pgsdk.iamport;

import java.util.Objects;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.core.internal.json.JsonText;
import kr.pgsdk.core.internal.text.Texts;
import kr.pgsdk.iamport.model.IamportPayment;
import org.jspecify.annotations.Nullable;

/**
 * A cancel with every field that {@code POST /payments/cancel} takes.
 *
 * <p>A full and a partial cancel have factories of their own: to Iamport a missing amount, and a
 * zero, mean everything that is left. Iamport recognises no repetition; only {@link
 * Builder#checksum checksum} keeps a second sending of the same partial cancel from being a second
 * refund. {@link IamportGateway#cancel} sends it always.
 */
public final class IamportCancelRequest {
  /** Who asked for the cancel; Naver Pay has to be told. */
  public enum Requester {
    /** The buyer. */
    CUSTOMER("customer"),
    /** The shop; Iamport's default. */
    ADMIN("admin");

    private final String word;

    Requester(String word) {
      this.word = word;
    }
  }

  private final PaymentLookup payment;
  private final JsonText body;
  private final @Nullable RefundAccount refundAccount;

  private IamportCancelRequest(
      PaymentLookup payment, JsonText body, @Nullable RefundAccount refundAccount) {
    this.payment = payment;
    this.body = body;
    this.refundAccount = refundAccount;
  }

  /** Starts a cancel of all that is left of a payment. */
  public static Builder full(PaymentId paymentId) {
    return new Builder(PaymentLookup.byPaymentId(paymentId), null);
  }

  /**
   * Starts a cancel of a part of a payment.
   *
   * @throws IllegalArgumentException if the amount is zero
   */
  public static Builder partial(PaymentId paymentId, Money amount) {
    return new Builder(PaymentLookup.byPaymentId(paymentId), positive(amount));
  }

  /** Starts a cancel of all that is left of an order's payment; Iamport chooses which, if many. */
  public static Builder full(OrderId orderId) {
    return new Builder(PaymentLookup.byOrderId(orderId), null);
  }

  /**
   * Starts a cancel of a part of an order's payment; Iamport chooses which, if many.
   *
   * @throws IllegalArgumentException if the amount is zero
   */
  public static Builder partial(OrderId orderId, Money amount) {
    return new Builder(PaymentLookup.byOrderId(orderId), positive(amount));
  }

  private static Money positive(Money amount) {
    if (amount.isZero()) {
      throw new IllegalArgumentException(
          "amount must be more than zero: Iamport takes a zero for everything; use full(...)");
    }
    return amount;
  }

  /** By what to look the payment up. */
  PaymentLookup payment() {
    return payment;
  }

  /** Whether an answer about this payment can be one to this request. */
  boolean isAbout(IamportPayment answered) {
    return answered.paymentId().equals(payment.paymentId().orElse(answered.paymentId()))
        && answered.orderId().equals(payment.orderId().orElse(answered.orderId()));
  }

  JsonText body() {
    return body;
  }

  /** The buyer's account, which no message may repeat. */
  @Nullable RefundAccount refundAccount() {
    return refundAccount;
  }

  /** Shows the payment alone. */
  @Override
  public String toString() {
    return "IamportCancelRequest[" + payment + "]";
  }

  /** Builds an {@link IamportCancelRequest}. What isn't set isn't sent. */
  public static final class Builder {
    private static final int MAX_REASON_LENGTH = 256; // cancel-payment-api

    private final PaymentLookup payment;
    private final @Nullable Money amount;
    private @Nullable Money checksum;
    private @Nullable Money taxFree;
    private @Nullable Money vat;
    private @Nullable String reason;
    private @Nullable RefundAccount refundAccount;
    private @Nullable Boolean retainPromotion;
    private @Nullable Boolean enableWebhook;
    private @Nullable Requester requester;

    private Builder(PaymentLookup payment, @Nullable Money amount) {
      this.payment = payment;
      this.amount = amount;
    }

    /**
     * What can be cancelled before this cancel, as the shop knows it: {@code amount -
     * cancel_amount}. If Iamport knows another, nothing is executed.
     */
    public Builder checksum(Money checksum) {
      this.checksum = Objects.requireNonNull(checksum, "checksum");
      return this;
    }

    /** The tax-free part; several payment companies don't assume zero for tax-free payments. */
    public Builder taxFree(Money taxFree) {
      this.taxFree = Objects.requireNonNull(taxFree, "taxFree");
      return this;
    }

    /** {@code vat_amount}: the VAT; needed if the payment was made with one. */
    public Builder vat(Money vat) {
      this.vat = Objects.requireNonNull(vat, "vat");
      return this;
    }

    /**
     * Why; stored with the cancel, and needed for Naver Pay. Line breaks become spaces.
     *
     * @throws IllegalArgumentException if it is blank or has more than 256 characters, as {@link
     *     String#length} counts
     */
    public Builder reason(String reason) {
      this.reason = Texts.note(reason, "reason", MAX_REASON_LENGTH);
      return this;
    }

    /**
     * {@code refund_bank}, {@code refund_account}, {@code refund_holder} and {@code refund_tel}:
     * where a deposit is refunded to.
     */
    public Builder refundAccount(RefundAccount refundAccount) {
      this.refundAccount = Objects.requireNonNull(refundAccount, "refundAccount");
      return this;
    }

    /** Whether a promotion stays applied; false at Iamport. */
    public Builder retainPromotion(boolean retainPromotion) {
      this.retainPromotion = retainPromotion;
      return this;
    }

    /** Whether the shop gets a webhook for this cancel too; false at Iamport. */
    public Builder enableWebhook(boolean enableWebhook) {
      this.enableWebhook = enableWebhook;
      return this;
    }

    /** {@code extra.requester}: who asked for it. */
    public Builder requester(Requester requester) {
      this.requester = Objects.requireNonNull(requester, "requester");
      return this;
    }

    /**
     * Returns the request.
     *
     * @throws IllegalArgumentException if amounts are of different currencies, or a part is more
     *     than the whole
     */
    public IamportCancelRequest build() {
      requireWithin(amount, "amount", checksum, "checksum");
      Money whole = amount != null ? amount : checksum;
      String wholeName = amount != null ? "amount" : "checksum";
      requireWithin(taxFree, "tax_free", whole, wholeName);
      requireWithin(vat, "vat_amount", whole, wholeName);
      JsonText body =
          JsonText.object()
              .put("imp_uid", payment.paymentId().map(PaymentId::value).orElse(null))
              .put("merchant_uid", payment.orderId().map(OrderId::value).orElse(null))
              .put("amount", amount)
              .put("checksum", checksum)
              .put("tax_free", taxFree)
              .put("vat_amount", vat)
              .put("reason", reason)
              .put("retain_promotion", retainPromotion)
              .put("enable_webhook", enableWebhook);
      if (refundAccount != null) {
        body.put("refund_bank", refundAccount.bankCode())
            .put("refund_account", refundAccount.number())
            .put("refund_holder", refundAccount.holder())
            .put("refund_tel", refundAccount.phone().orElse(null));
      }
      if (requester != null) {
        body.put("extra", JsonText.object().put("requester", requester.word));
      }
      return new IamportCancelRequest(payment, body, refundAccount);
    }

    private static void requireWithin(
        @Nullable Money part, String partName, @Nullable Money whole, String wholeName) {
      if (part != null && whole != null && part.isMoreThan(whole)) {
        throw new IllegalArgumentException(
            partName + " (" + part + ") must not be more than " + wholeName + " (" + whole + ")");
      }
    }
  }
}
