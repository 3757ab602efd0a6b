package kr.pgsdk.iamport;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.iamport.model.IamportPayment;
import org.jspecify.annotations.Nullable;

/**
 * A cancel with every field that {@code POST /payments/cancel} takes.
 *
 * <p>Full and partial cancels have separate factories, because Iamport takes a missing or zero
 * amount for everything that is left. Iamport can't recognise a repetition: only {@link
 * Builder#checksum checksum} prevents a second refund if the same partial cancel is sent twice.
 * {@link IamportGateway#cancel} always sends it.
 */
public final class IamportCancelRequest extends RequestObject {
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

  private IamportCancelRequest(PaymentLookup payment, RequestFields fields) {
    super(fields);
    this.payment = payment;
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

  /**
   * Starts a cancel of all that is left of an order's payment; if there are several payments,
   * Iamport chooses one.
   */
  public static Builder full(OrderId orderId) {
    return new Builder(PaymentLookup.byOrderId(orderId), null);
  }

  /**
   * Starts a cancel of a part of an order's payment; if there are several payments, Iamport chooses
   * one.
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

  /** Whether a response about this payment can be one to this request. */
  boolean isAbout(IamportPayment answered) {
    return answered.paymentId().equals(payment.paymentId().orElse(answered.paymentId()))
        && answered.orderId().equals(payment.orderId().orElse(answered.orderId()));
  }

  /** Shows only the payment. */
  @Override
  public String toString() {
    return "IamportCancelRequest[" + payment + "]";
  }

  /** Builds an {@link IamportCancelRequest}. What isn't set isn't sent. */
  public static final class Builder {
    private static final int MAX_REASON_LENGTH = 256; // cancel-payment-api

    private final PaymentLookup payment;
    private final RequestFields fields = new RequestFields();
    private final @Nullable Money amount;
    private @Nullable Money checksum;
    private @Nullable Money taxFree;
    private @Nullable Money vat;
    private RequestFields refundAccount = new RequestFields();

    private Builder(PaymentLookup payment, @Nullable Money amount) {
      this.payment = payment;
      this.amount = amount;
      payment.paymentId().ifPresent(id -> text("imp_uid", id.value()));
      payment.orderId().ifPresent(id -> text("merchant_uid", id.value()));
      if (amount != null) {
        fields.amount("amount", amount);
      }
    }

    private void text(String name, String text) {
      fields.text(name, text);
    }

    /**
     * The amount that can be cancelled before this cancel, as the shop knows it: {@code amount -
     * cancel_amount}. If Iamport has another amount, it executes nothing.
     */
    public Builder checksum(Money checksum) {
      fields.amount("checksum", checksum);
      this.checksum = checksum;
      return this;
    }

    /** The tax-free part; for tax-free payments, several payment companies need it. */
    public Builder taxFree(Money taxFree) {
      fields.amount("tax_free", taxFree);
      this.taxFree = taxFree;
      return this;
    }

    /** {@code vat_amount}: the VAT; needed if the payment was made with one. */
    public Builder vat(Money vat) {
      fields.amount("vat_amount", vat);
      this.vat = vat;
      return this;
    }

    /**
     * Why; stored with the cancel, and needed for Naver Pay. Line breaks become spaces.
     *
     * @throws IllegalArgumentException if it is blank or has more than 256 characters, as {@link
     *     String#length} counts
     */
    public Builder reason(String reason) {
      fields.note("reason", reason, MAX_REASON_LENGTH);
      return this;
    }

    /**
     * {@code refund_bank}, {@code refund_account}, {@code refund_holder} and {@code refund_tel}:
     * where a deposit is refunded to.
     */
    public Builder refundAccount(RefundAccount account) {
      RequestFields to =
          new RequestFields()
              .text("refund_bank", account.bankCode())
              .personal("refund_account", account.number())
              .personal("refund_holder", account.holder());
      account.phone().ifPresent(phone -> to.personal("refund_tel", phone));
      this.refundAccount = to;
      return this;
    }

    /** Whether a promotion stays applied; false at Iamport. */
    public Builder retainPromotion(boolean retainPromotion) {
      fields.flag("retain_promotion", retainPromotion);
      return this;
    }

    /** Whether the shop gets a webhook for this cancel too; false at Iamport. */
    public Builder enableWebhook(boolean enableWebhook) {
      fields.flag("enable_webhook", enableWebhook);
      return this;
    }

    /** {@code extra.requester}: who asked for it. */
    public Builder requester(Requester requester) {
      fields.object("extra", new RequestFields().text("requester", requester.word));
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
      return new IamportCancelRequest(payment, fields.copy().all(refundAccount));
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
