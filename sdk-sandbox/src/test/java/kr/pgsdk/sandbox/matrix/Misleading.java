package kr.pgsdk.sandbox.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.matrix.Mishap.Chapter;
import kr.pgsdk.sandbox.matrix.Mishap.Execution;
import kr.pgsdk.sandbox.matrix.Mishap.Patience;

/** What arrives whole, and proves less than it seems to. */
final class Misleading {
  private static final String JSON = "application/json;charset=UTF-8";
  private static final Pattern STATUS = Pattern.compile("\"status\":\"[A-Za-z_]+\"");
  private static final Pattern TOTAL = Pattern.compile("\"totalAmount\":([0-9.]+)");
  private static final Pattern ROWS = Pattern.compile("\"cancels\":(null|\\[\\{[^\\]]*\\])");
  private static final Pattern HISTORY = Pattern.compile("\"cancel_history\":\\[[^\\]]*\\]");
  private static final Pattern PAID_AT = Pattern.compile("\"paid_at\":[0-9]+");
  private static final String LATER = "4102444800";

  private final List<Mishap> all = new ArrayList<>();

  private Misleading() {}

  /**
   * Answers that contradict themselves: the payment is paid, says a field, and another denies it.
   */
  static List<Mishap> contradictions() {
    Misleading misleading = new Misleading();
    for (String status : List.of("DONE", "IN_PROGRESS")) {
      String words = status.equals("DONE") ? "a finished cancel" : "a cancel under way";
      misleading.contradicts(
          Gate.TOSS,
          "DONE, and " + words,
          body -> tossPaid(body, ROWS, "\"cancels\":" + row(status)));
    }
    for (String status : List.of("PENDING", "FAILED", "COMPLETED")) {
      misleading.contradicts(
          Gate.TOSS,
          "DONE, and refundStatus " + status,
          body ->
              tossPaid(
                  body,
                  Pattern.compile("\"virtualAccount\":null"),
                  "\"virtualAccount\":{\"accountNumber\":\"1\",\"bankCode\":\"11\",\"refundStatus\":\""
                      + status
                      + "\"}"));
    }
    misleading.contradicts(
        Gate.TOSS,
        "DONE, and a failure without approvedAt",
        body ->
            tossPaid(
                    body,
                    Pattern.compile("\"failure\":null"),
                    "\"failure\":{\"code\":\"REJECT_CARD_COMPANY\",\"message\":\"-\"}")
                .replaceAll("\"approvedAt\":\"[^\"]*\"", "\"approvedAt\":null"));
    misleading.contradicts(
        Gate.IAMPORT,
        "paid, cancel_amount 0, and a row in cancel_history",
        body ->
            iamportPaid(
                body,
                HISTORY,
                "\"cancel_history\":[{\"pg_tid\":\"t\",\"amount\":3000,\"cancelled_at\":1,\"reason\":\"r\"}]"));
    misleading.contradicts(
        Gate.IAMPORT,
        "paid, and cancelled_at",
        body ->
            iamportPaid(body, HISTORY, "\"cancel_history\":[]")
                .replaceFirst("\"cancelled_at\":[0-9]+", "\"cancelled_at\":" + LATER));
    misleading.contradicts(
        Gate.IAMPORT, "paid, and paid_at 0", body -> iamportPaid(body, PAID_AT, "\"paid_at\":0"));
    misleading.contradicts(
        Gate.IAMPORT,
        "paid, and failed_at after paid_at",
        body -> iamportPaid(body, Pattern.compile("\"failed_at\":0"), "\"failed_at\":" + LATER));
    misleading.contradicts(
        Set.of(Gate.values()), "status twice", body -> twice(body, "\"status\":\"another\","));
    return List.copyOf(misleading.all);
  }

  /** Refusals of a repetition after a loss: said before the idempotency key is looked at. */
  static List<Mishap> refusedAfterALoss() {
    Misleading misleading = new Misleading();
    misleading.refused("403 FORBIDDEN_CONSECUTIVE_REQUEST", 403, "FORBIDDEN_CONSECUTIVE_REQUEST");
    misleading.refused("400 DUPLICATED_REQUEST", 400, "DUPLICATED_REQUEST");
    misleading.refused("400 PROVIDER_ERROR", 400, "PROVIDER_ERROR");
    misleading.refused("400 with a code that isn't in the documents", 400, "BRAND_NEW_CODE");
    misleading.afterALoss(Gate.TOSS, "401", () -> Fault.status(401));
    misleading.afterALoss(
        Gate.IAMPORT, "200 with code 1", () -> iamportSays(1, "환불가능금액이 일치하지 않습니다."));
    misleading.afterALoss(Gate.IAMPORT, "200 with code -1", () -> iamportSays(-1, "취소 실패"));
    misleading.afterALoss(Gate.IAMPORT, "401", () -> Fault.status(401));
    return List.copyOf(misleading.all);
  }

  /** Refunds of the same amount by somebody else. */
  static List<Mishap> refundsOfAnother() {
    List<Mishap> all = new ArrayList<>();
    for (Another.Who who : Another.Who.values()) {
      for (Another.When when : Another.When.values()) {
        Another.Plan plan = new Another.Plan(who, when);
        String words = who.words + ", " + when.words;
        if (when == Another.When.AFTER_THE_LOSS) {
          all.add(another(words, Execution.AT_ONCE, Fault::answerLost, plan));
          all.add(another(words, Execution.NEVER, Fault::cutAfterRead, plan));
        } else {
          all.add(another(words, Execution.SAID, () -> Fault.rewrittenBody(body -> body), plan));
        }
      }
    }
    return all;
  }

  private static Mishap another(
      String words, Execution execution, Supplier<Fault> fault, Another.Plan plan) {
    return new Mishap(
        Chapter.ANOTHERS,
        words,
        execution,
        Patience.PLENTY,
        world -> fault.get(),
        null,
        Set.of(Gate.values()),
        null,
        plan);
  }

  private void contradicts(Gate gate, String words, UnaryOperator<String> change) {
    contradicts(Set.of(gate), words, change);
  }

  private void contradicts(Set<Gate> gates, String words, UnaryOperator<String> change) {
    all.add(
        new Mishap(
            Chapter.CONTRADICTS,
            words,
            Execution.AT_ONCE,
            Patience.PLENTY,
            world -> Fault.rewrittenBody(change),
            null,
            gates,
            null,
            null));
  }

  private void refused(String words, int status, String code) {
    String body = "{\"code\":\"" + code + "\",\"message\":\"-\"}";
    afterALoss(Gate.TOSS, words, () -> Fault.answer(status, JSON, body));
  }

  private void afterALoss(Gate gate, String words, Supplier<Fault> refusal) {
    for (Execution execution : List.of(Execution.NEVER, Execution.AT_ONCE, Execution.LATER)) {
      all.add(
          new Mishap(
              Chapter.AFTER_A_LOSS,
              words,
              execution,
              Patience.PLENTY,
              world -> lost(execution),
              null,
              Set.of(gate),
              refusal,
              null));
    }
  }

  private static Fault lost(Execution execution) {
    return switch (execution) {
      case AT_ONCE -> Fault.answerLost();
      case LATER -> Fault.cutThenExecutedOnRelease();
      case NEVER, SAID -> Fault.cutAfterRead();
    };
  }

  private static Fault iamportSays(int code, String message) {
    return Fault.answer(
        200, JSON, "{\"code\":" + code + ",\"message\":\"" + message + "\",\"response\":null}");
  }

  private static String row(String status) {
    return "[{\"transactionKey\":\"odd\",\"cancelReason\":\"odd\",\"cancelAmount\":3000,"
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

  private static String twice(String body, String other) {
    Matcher status = STATUS.matcher(body);
    return status.find()
        ? status.replaceFirst(other + Matcher.quoteReplacement(status.group()))
        : body;
  }
}
