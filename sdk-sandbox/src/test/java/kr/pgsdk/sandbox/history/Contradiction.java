package kr.pgsdk.sandbox.history;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer in which a machine that is behind has written some of the fields. What contradicts is
 * the truth: the payment is refunded, or was never paid, and some field still says so. Where the
 * truth is that it is paid, nothing is changed.
 */
final class Contradiction {
  private static final Pattern STATUS = Pattern.compile("\"status\":\"([A-Za-z_]+)\"");
  private static final Pattern TOSS_BALANCE = Pattern.compile("\"balanceAmount\":[0-9.]+");
  private static final Pattern TOSS_TOTAL = Pattern.compile("\"totalAmount\":([0-9.]+)");
  private static final Pattern CANCELLED_AMOUNT = Pattern.compile("\"cancel_amount\":[0-9.]+");
  private static final Pattern HISTORY = Pattern.compile("\"cancel_history\":\\[\\{[^\\]]*\\]");

  private static final Pattern PORTONE_CANCELLED = Pattern.compile("\"cancelled\":[0-9]+");

  /** A reason may have brackets. */
  private static final Pattern PORTONE_ROWS =
      Pattern.compile("\"cancellations\":\\[(?:[^\"\\]]|\"[^\"]*\")*\\],?");

  private Contradiction() {}

  /** Returns the body with the contradiction of this number, or as it is. */
  static String in(Gateway gateway, String body, long number) {
    if (number == 3) {
      return withARepeatedKey(gateway, body);
    }
    return switch (gateway) {
      case IAMPORT -> atIamport(body, number);
      case TOSS -> atToss(body);
      case PORTONE -> atPortOne(body, number);
    };
  }

  private static String atToss(String body) {
    if (body.contains("\"cancels\":[{")) {
      Matcher total = TOSS_TOTAL.matcher(body);
      return total.find()
          ? TOSS_BALANCE
              .matcher(withStatus(body, "DONE"))
              .replaceFirst("\"balanceAmount\":" + total.group(1))
          : body;
    }
    // A failure without an approval; without one, nothing would contradict.
    return body.contains("\"status\":\"ABORTED\"") && body.contains("\"failure\":{")
        ? withStatus(body, "DONE")
        : body;
  }

  private static String atIamport(String body, long number) {
    if (body.contains("\"cancel_history\":[{")) {
      String paid =
          CANCELLED_AMOUNT.matcher(withStatus(body, "paid")).replaceFirst("\"cancel_amount\":0");
      // Either the rows are there, or cancelled_at alone.
      return number == 1 ? HISTORY.matcher(paid).replaceFirst("\"cancel_history\":[]") : paid;
    }
    boolean unpaid = body.contains("\"paid_at\":0");
    return unpaid ? withStatus(body, "paid") : body;
  }

  private static String atPortOne(String body, long number) {
    if (!body.contains("\"transactionId\":")) {
      return body; // the answer to a cancel shows no payment
    }
    if (body.contains("\"cancellations\":[{")) {
      String paid =
          PORTONE_CANCELLED.matcher(withStatus(body, "PAID")).replaceFirst("\"cancelled\":0");
      // Either the rows are there, or cancelledAt alone.
      return number == 1 && body.contains("\"cancelledAt\":")
          ? PORTONE_ROWS.matcher(paid).replaceFirst("")
          : paid;
    }
    return body.contains("\"status\":\"FAILED\"") && body.contains("\"failure\":{")
        ? withStatus(body, "PAID")
        : body;
  }

  private static String withARepeatedKey(Gateway gateway, String body) {
    if (body.contains("\"sandbox\":true")) {
      return body.replace("\"sandbox\":true", "\"sandbox\":true,\"sandbox\":false");
    }
    String paid =
        switch (gateway) {
          case IAMPORT -> "paid";
          case TOSS -> "DONE";
          case PORTONE -> "PAID";
        };
    Matcher status = STATUS.matcher(body);
    return status.find() && !status.group(1).equals(paid)
        ? body.replace(status.group(), status.group() + ",\"status\":\"" + paid + "\"")
        : body;
  }

  private static String withStatus(String body, String status) {
    return STATUS.matcher(body).replaceFirst("\"status\":\"" + status + "\"");
  }
}
