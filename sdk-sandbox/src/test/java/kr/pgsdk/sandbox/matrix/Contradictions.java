package kr.pgsdk.sandbox.matrix;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers that contradict themselves: the payment is paid, says a field, and another denies it. In
 * a reader's words, what makes each of a true answer's body.
 */
final class Contradictions {
  private static final Pattern STATUS = Pattern.compile("\"status\":\"[A-Za-z_]+\"");
  private static final Pattern TOTAL = Pattern.compile("\"totalAmount\":([0-9.]+)");
  private static final Pattern ROWS = Pattern.compile("\"cancels\":(null|\\[\\{[^\\]]*\\])");
  private static final Pattern HISTORY = Pattern.compile("\"cancel_history\":\\[[^\\]]*\\]");
  private static final Pattern PAID_AT = Pattern.compile("\"paid_at\":[0-9]+");
  private static final Pattern NO_ACCOUNT = Pattern.compile("\"virtualAccount\":null");
  private static final Pattern NO_FAILURE = Pattern.compile("\"failure\":null");
  private static final Pattern NEVER_FAILED = Pattern.compile("\"failed_at\":0");
  private static final String LATER = "4102444800";

  private Contradictions() {}

  static Map<String, UnaryOperator<String>> atToss() {
    Map<String, UnaryOperator<String>> all = new LinkedHashMap<>();
    all.put("DONE, and a finished cancel", body -> tossPaid(body, ROWS, row("DONE")));
    all.put("DONE, and a cancel under way", body -> tossPaid(body, ROWS, row("IN_PROGRESS")));
    for (String status : List.of("PENDING", "FAILED", "COMPLETED")) {
      String account =
          "\"virtualAccount\":{\"accountNumber\":\"1\",\"bankCode\":\"11\",\"refundStatus\":\"%s\"}"
              .formatted(status);
      all.put("DONE, and refundStatus " + status, body -> tossPaid(body, NO_ACCOUNT, account));
    }
    all.put(
        "DONE, and a failure without approvedAt",
        body ->
            tossPaid(
                    body,
                    NO_FAILURE,
                    "\"failure\":{\"code\":\"REJECT_CARD_COMPANY\",\"message\":\"-\"}")
                .replaceAll("\"approvedAt\":\"[^\"]*\"", "\"approvedAt\":null"));
    return all;
  }

  static Map<String, UnaryOperator<String>> atIamport() {
    Map<String, UnaryOperator<String>> all = new LinkedHashMap<>();
    all.put(
        "paid, cancel_amount 0, and a row in cancel_history",
        body ->
            iamportPaid(
                body,
                HISTORY,
                "\"cancel_history\":[{\"pg_tid\":\"t\",\"amount\":3000,\"cancelled_at\":1,\"reason\":\"r\"}]"));
    all.put(
        "paid, and cancelled_at",
        body ->
            iamportPaid(body, HISTORY, "\"cancel_history\":[]")
                .replaceFirst("\"cancelled_at\":[0-9]+", "\"cancelled_at\":" + LATER));
    all.put("paid, and paid_at 0", body -> iamportPaid(body, PAID_AT, "\"paid_at\":0"));
    all.put(
        "paid, and failed_at after paid_at",
        body -> iamportPaid(body, NEVER_FAILED, "\"failed_at\":" + LATER));
    return all;
  }

  static Map<String, UnaryOperator<String>> atPortOne() {
    Map<String, UnaryOperator<String>> all = new LinkedHashMap<>();
    all.put(
        "PAID, and a cancellation that succeeded",
        body -> portOnePaid(body, portOneRow("SUCCEEDED")));
    all.put(
        "PAID, and a cancellation under way", body -> portOnePaid(body, portOneRow("REQUESTED")));
    all.put(
        "PAID, and cancelledAt",
        body -> portOnePaid(body, "\"cancelledAt\":\"2026-01-01T00:00:00Z\","));
    all.put(
        "PAID, and a failure",
        body -> portOnePaid(body, "\"failure\":{\"reason\":\"-\",\"pgCode\":\"1\"},"));
    for (String status : List.of("PENDING", "FAILED", "COMPLETED")) {
      String account =
          "\"method\":{\"type\":\"PaymentMethodVirtualAccount\",\"accountNumber\":\"1\","
              + "\"refundStatus\":\"%s\"},".formatted(status);
      all.put("PAID, and refundStatus " + status, body -> portOnePaid(body, account));
    }
    return all;
  }

  static String statusTwice(String body) {
    Matcher status = STATUS.matcher(body);
    return status.find()
        ? status.replaceFirst("\"status\":\"another\"," + Matcher.quoteReplacement(status.group()))
        : body;
  }

  private static String row(String status) {
    return "\"cancels\":[{\"transactionKey\":\"odd\",\"cancelReason\":\"odd\",\"cancelAmount\":3000,"
        + "\"canceledAt\":\"2026-01-01T00:00:00+09:00\",\"cancelStatus\":\""
        + status
        + "\"}]";
  }

  /** Paid and nothing cancelled, says all but one field. */
  private static String tossPaid(String body, Pattern odd, String replacement) {
    Matcher total = TOTAL.matcher(body);
    if (!total.find()) {
      return body;
    }
    String paid =
        STATUS
            .matcher(body)
            .replaceFirst("\"status\":\"DONE\"")
            .replaceFirst("\"balanceAmount\":[0-9.]+", "\"balanceAmount\":" + total.group(1));
    String clean = ROWS.matcher(paid).replaceFirst("\"cancels\":null");
    return odd.matcher(clean).replaceFirst(Matcher.quoteReplacement(replacement));
  }

  private static String portOneRow(String status) {
    return "\"cancellations\":[{\"status\":\"%s\",\"id\":\"odd\",\"totalAmount\":3000,"
            .formatted(status)
        + "\"taxFreeAmount\":0,\"vatAmount\":273,\"reason\":\"odd\","
        + "\"requestedAt\":\"2026-01-01T00:00:00Z\",\"cancelledAt\":\"2026-01-01T00:00:00Z\"}],";
  }

  /** Paid and nothing cancelled, says all but one field; where no payment is shown, nothing. */
  private static String portOnePaid(String body, String odd) {
    if (!body.contains("\"transactionId\":")) {
      return body;
    }
    String clean =
        STATUS
            .matcher(body)
            .replaceFirst("\"status\":\"PAID\"")
            .replaceFirst("\"cancelled\":[0-9]+", "\"cancelled\":0")
            .replaceFirst("\"cancellations\":\\[(?:[^\"\\]]|\"[^\"]*\")*\\],?", "")
            .replaceFirst("\"cancelledAt\":\"[^\"]*\",?", "");
    if (odd.startsWith("\"method\"")) {
      clean = clean.replaceFirst("\"method\":\\{(?:[^{}]|\\{[^{}]*\\})*\\},", "");
    }
    clean = clean.replace(",}", "}");
    return clean.replaceFirst("\"transactionId\":", Matcher.quoteReplacement(odd) + "$0");
  }

  private static String iamportPaid(String body, Pattern odd, String replacement) {
    String paid =
        STATUS
            .matcher(body)
            .replaceFirst("\"status\":\"paid\"")
            .replaceFirst("\"cancel_amount\":[0-9.]+", "\"cancel_amount\":0")
            .replaceFirst("\"cancelled_at\":[0-9]+(?=.*\"card_code)", "\"cancelled_at\":0");
    String clean = HISTORY.matcher(paid).replaceFirst("\"cancel_history\":[]");
    return odd.matcher(clean).replaceFirst(Matcher.quoteReplacement(replacement));
  }
}
