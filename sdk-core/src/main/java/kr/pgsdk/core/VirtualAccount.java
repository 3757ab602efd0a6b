package kr.pgsdk.core;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bank account a buyer is asked to pay into. It always has a number: as long as the gateway has
 * issued no number, the payment has no account, and its status is {@link
 * PaymentStatus.Known#READY}.
 */
public final class VirtualAccount implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private final @Nullable String bankCode;
  private final String number;
  private final @Nullable String holder;
  private final @Nullable Instant dueAt;

  private VirtualAccount(
      @Nullable String bankCode, String number, @Nullable String holder, @Nullable Instant dueAt) {
    this.bankCode = bankCode;
    this.number = Objects.requireNonNull(number, "number");
    this.holder = holder;
    this.dueAt = dueAt;
  }

  /** Returns an account; pass {@code null} for what the gateway didn't say. */
  public static VirtualAccount of(
      @Nullable String bankCode, String number, @Nullable String holder, @Nullable Instant dueAt) {
    return new VirtualAccount(bankCode, number, holder, dueAt);
  }

  /**
   * The bank in the gateway's own code: three digits at Iamport ({@code 088}), two at Toss, a word
   * at PortOne V2 ({@code SHINHAN}).
   */
  public Optional<String> bankCode() {
    return Optional.ofNullable(bankCode);
  }

  /** The account's number as the gateway writes it; it may hold letters and dashes. */
  public String number() {
    return number;
  }

  /** In whose name the account is; some payment companies don't say. */
  public Optional<String> holder() {
    return Optional.ofNullable(holder);
  }

  /** Until when a deposit is taken. */
  public Optional<Instant> dueAt() {
    return Optional.ofNullable(dueAt);
  }

  /** Shows the bank and the time; never number and holder. */
  @Override
  public String toString() {
    boolean shown = bankCode == null || bankCode.matches("[A-Za-z0-9]{1,6}");
    return "VirtualAccount[bankCode=" + (shown ? bankCode : "?") + ", dueAt=" + dueAt + "]";
  }

  @Serial
  private Object writeReplace() {
    return SerializedForm.of(SerializedForm.Kind.VIRTUAL_ACCOUNT, bankCode, number, holder, dueAt);
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw SerializedForm.notThis();
  }
}
