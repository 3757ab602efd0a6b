package kr.pgsdk.core;

import java.util.Optional;
import kr.pgsdk.core.internal.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The buyer's account a deposit is refunded to; needed to cancel a virtual account that was paid
 * into.
 *
 * <p>Bank codes are the gateway's own, and the SDK doesn't convert them: Toss takes two digits
 * ({@code 88}), PortOne V2 a word ({@code SHINHAN}). At Iamport the code depends on the payment
 * company (KCP {@code BK04}, Inicis {@code 04}, most others three digits).
 */
public final class RefundAccount {
  private final String bankCode;
  private final String number;
  private final String holder;
  private final @Nullable String phone;

  private RefundAccount(String bankCode, String number, String holder, @Nullable String phone) {
    this.bankCode = Texts.line(bankCode, "refund bank");
    this.number = Texts.line(number, "refund account");
    this.holder = Texts.line(holder, "refund holder");
    this.phone = phone == null ? null : Texts.line(phone, "refund phone");
  }

  /**
   * Returns an account.
   *
   * @throws IllegalArgumentException if a text is blank or has control characters
   */
  public static RefundAccount of(String bankCode, String number, String holder) {
    return new RefundAccount(bankCode, number, holder, null);
  }

  /**
   * Returns this account with the holder's phone number. Smartro requires it, at Iamport and at
   * PortOne V2; Toss takes none.
   */
  public RefundAccount withPhone(String phone) {
    return new RefundAccount(bankCode, number, holder, phone);
  }

  /** The bank, in the code that the gateway takes. */
  public String bankCode() {
    return bankCode;
  }

  /** The account's number. */
  public String number() {
    return number;
  }

  /** In whose name the account is. */
  public String holder() {
    return holder;
  }

  /** The holder's phone number. */
  public Optional<String> phone() {
    return Optional.ofNullable(phone);
  }

  /** Shows only the bank's code; not even the code if it looks like an account number. */
  @Override
  public String toString() {
    return "RefundAccount[bankCode="
        + (bankCode.matches("[A-Za-z0-9]{1,6}") ? bankCode : "?")
        + "]";
  }
}
