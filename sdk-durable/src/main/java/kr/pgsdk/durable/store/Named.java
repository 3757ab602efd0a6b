package kr.pgsdk.durable.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Payments that hints have named, as text. Neither the name of an account nor a payment id has a
 * line break, and the name has no blank.
 */
final class Named {
  /** So many characters are kept: a flood of forged names is bounded by it. */
  static final int LONGEST = 2_000;

  private Named() {}

  /** What is added for a payment; it is found in the text whatever stands beside it. */
  static String text(@Nullable PaymentKey payment) {
    return payment == null ? "" : "\n" + payment.account() + " " + payment.paymentId() + "\n";
  }

  /** Adds a payment that isn't there, as long as there is room. */
  static String with(String text, @Nullable PaymentKey payment) {
    String added = text(payment);
    boolean fits = !text.contains(added) && text.length() + added.length() <= LONGEST;
    return fits ? text + added : text;
  }

  static List<PaymentKey> keys(@Nullable String text) {
    List<PaymentKey> keys = new ArrayList<>();
    for (String line : text == null ? new String[0] : text.split("\n")) {
      int blank = line.indexOf(' ');
      if (blank > 0) {
        keys.add(new PaymentKey(line.substring(0, blank), line.substring(blank + 1)));
      }
    }
    return keys;
  }
}
