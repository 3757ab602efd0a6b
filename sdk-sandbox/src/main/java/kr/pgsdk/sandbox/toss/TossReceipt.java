package kr.pgsdk.sandbox.toss;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A cash receipt, or the cancel of one: the two are objects of their own. Immutable. */
record TossReceipt(
    Wish wish,
    Order order,
    boolean isCancel,
    BigDecimal amount,
    BigDecimal taxFree,
    Instant requestedAt) {
  /** The tax office takes one to two days. */
  private static final Duration UNDER_WAY = Duration.ofDays(1);

  /** What the key of a cancel starts with; the receipt's follows. */
  static final String CANCEL = "c_";

  /** Of which order it is. */
  record Order(String id, String name) {}

  /** For whom it is, and under which keys. */
  record Wish(String type, String identity, String key, String issueNumber) {}

  String key() {
    return isCancel ? CANCEL + wish.key() : wish.key();
  }

  /** The receipt of a payment and its cancels, oldest first; none before the money is there. */
  static List<TossReceipt> of(TossPayment payment) {
    List<TossReceipt> receipts = new ArrayList<>();
    if (payment.receiptWish != null && payment.approvedAt != null) {
      TossReceipt issued =
          new TossReceipt(
              payment.receiptWish,
              new Order(payment.orderId, payment.orderName),
              false,
              payment.total.amount(),
              payment.taxFree,
              payment.approvedAt);
      receipts.add(issued);
      for (TossCancellation cancel : payment.cancels) {
        if (cancel.status == TossCancellation.Status.DONE) {
          receipts.add(issued.cancelled(cancel.amount, cancel.taxFree, cancel.at));
        }
      }
    }
    return receipts;
  }

  /** The cancel of {@code part} of it. */
  TossReceipt cancelled(BigDecimal part, BigDecimal taxFreePart, Instant at) {
    return new TossReceipt(wish, order, true, part, taxFreePart, at);
  }

  Map<String, @Nullable Object> json(TossJson writer, Instant now) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("receiptKey", key());
    json.put("orderId", order.id());
    json.put("orderName", order.name());
    json.put("type", wish.type());
    json.put("issueNumber", wish.issueNumber());
    json.put("receiptUrl", url());
    json.put("businessNumber", "");
    json.put("transactionType", isCancel ? "CANCEL" : "CONFIRM");
    json.put("amount", amount);
    json.put("taxFreeAmount", taxFree);
    json.put(
        "issueStatus", now.isBefore(requestedAt.plus(UNDER_WAY)) ? "IN_PROGRESS" : "COMPLETED");
    json.put("failure", null);
    json.put("customerIdentityNumber", wish.identity());
    json.put("requestedAt", writer.time(requestedAt));
    return json;
  }

  /** How a payment shows its receipt. */
  Map<String, @Nullable Object> shortJson() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("type", wish.type());
    json.put("receiptKey", key());
    json.put("issueNumber", wish.issueNumber());
    json.put("receiptUrl", url());
    json.put("amount", amount);
    json.put("taxFreeAmount", taxFree);
    return json;
  }

  private String url() {
    return TossJson.URL + "receipts/cash-receipt/" + order.id();
  }
}
