package kr.pgsdk.core;

import java.util.Objects;
import java.util.regex.Pattern;
import kr.pgsdk.core.internal.text.Texts;
import org.jspecify.annotations.Nullable;

/** Rules that several requests share. */
final class Requests {
  /** Toss's {@code cancelReason}, which doesn't say what it counts; Iamport takes 256. */
  private static final int MAX_REASON_LENGTH = 200;

  private static final int MAX_TOKEN_LENGTH = 2_000; // longer than any token documented
  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9_-]{1,32}");

  // Toss payments/cancel, cancelRequestId
  private static final Pattern CANCEL_REQUEST_ID = Pattern.compile("[A-Za-z0-9_=-]{6,64}");

  private Requests() {}

  /** Returns {@code money} if it is more than nothing. */
  static Money positive(@Nullable Money money, String name) {
    Objects.requireNonNull(money, name);
    if (money.isZero()) {
      throw new IllegalArgumentException(name + " must be more than zero");
    }
    return money;
  }

  /** Returns {@code reason} as one line that every gateway takes. */
  static String reason(String reason) {
    return Texts.note(reason, "reason", MAX_REASON_LENGTH);
  }

  /** Returns what a checkout brought back to capture with. */
  static String token(String token) {
    if (Texts.line(token, "paymentToken").length() > MAX_TOKEN_LENGTH) {
      throw new IllegalArgumentException(
          "paymentToken must have at most " + MAX_TOKEN_LENGTH + " characters");
    }
    return token;
  }

  /** Refuses a reference that could not stand in front of a reason. */
  static void reference(String reference) {
    if (!REFERENCE.matcher(reference).matches()) {
      throw new IllegalArgumentException(
          "reference must be 1 to 32 letters, digits, _ or -, without spaces");
    }
  }

  /** Refuses a number that Toss would refuse. */
  static void cancelRequestId(String id) {
    if (!CANCEL_REQUEST_ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "cancelRequestId must be 6 to 64 letters, digits, -, _ or =, without spaces");
    }
  }

  /** Refuses parts of a cancel that are more than the whole, or in another currency. */
  static void within(
      @Nullable Money amount,
      @Nullable Money balance,
      @Nullable Money taxFree,
      @Nullable Money vat) {
    within(amount, "amount", balance, "the expected balance");
    Money whole = amount != null ? amount : balance;
    String wholeName = amount != null ? "the amount" : "the expected balance";
    within(taxFree, "tax-free part", whole, wholeName);
    within(vat, "VAT", whole, wholeName);
  }

  private static void within(
      @Nullable Money part, String partName, @Nullable Money whole, String wholeName) {
    if (part != null && whole != null && part.isMoreThan(whole)) {
      throw new IllegalArgumentException(
          partName + " (" + part + ") must not be more than " + wholeName + " (" + whole + ")");
    }
  }
}
