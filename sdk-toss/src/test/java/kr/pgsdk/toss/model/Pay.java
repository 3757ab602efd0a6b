package kr.pgsdk.toss.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import kr.pgsdk.toss.TossServer;

/** A payment as Toss would write it, a field at a time; values are raw JSON. */
public final class Pay {
  private final Map<String, String> fields = new LinkedHashMap<>();

  private Pay() {}

  /** The captured payment that {@link TossServer} speaks of. */
  public static Pay done() {
    return of("DONE").with("approvedAt", "\"2024-02-13T12:18:14+09:00\"");
  }

  public static Pay of(String status) {
    return new Pay()
        .with("paymentKey", "\"" + TossServer.PAYMENT_KEY + "\"")
        .with("orderId", "\"" + TossServer.ORDER_ID + "\"")
        .with("status", "\"" + status + "\"")
        .with("currency", "\"KRW\"")
        .with("totalAmount", "15000")
        .with("balanceAmount", "15000")
        .with("method", "\"카드\"");
  }

  /** Captured, and this much of it cancelled in one row. */
  public static Pay cancelled(int amount, String cancelStatus) {
    return cancelled(amount, cancelStatus, "[b5c65e5f9f] returned");
  }

  public static Pay cancelled(int amount, String cancelStatus, String reason) {
    boolean gone = cancelStatus.equals("DONE");
    return done()
        .with("status", amount == 15_000 ? "\"CANCELED\"" : "\"PARTIAL_CANCELED\"")
        .with("balanceAmount", String.valueOf(gone ? 15_000 - amount : 15_000))
        .with("lastTransactionKey", "\"tx_1\"")
        .with("cancels", "[" + cancel("tx_1", amount, cancelStatus, reason) + "]");
  }

  /** A row of the cancel that {@code cancel-key-1} stands for. */
  public static String cancel(String transactionKey, int amount, String cancelStatus) {
    return cancel(transactionKey, amount, cancelStatus, "[b5c65e5f9f] returned");
  }

  /** A row with a reason of its own. */
  public static String cancel(
      String transactionKey, int amount, String cancelStatus, String reason) {
    return "{\"transactionKey\":\""
        + transactionKey
        + "\",\"cancelAmount\":"
        + amount
        + ",\"cancelReason\":\""
        + reason
        + "\",\"canceledAt\":\"2024-02-13T12:20:00+09:00\",\"cancelStatus\":\""
        + cancelStatus
        + "\"}";
  }

  public static Pay waiting() {
    return of("WAITING_FOR_DEPOSIT")
        .with("approvedAt", "null")
        .with("method", "\"가상계좌\"")
        .with(
            "virtualAccount",
            "{\"accountNumber\":\"79000000000000\",\"bankCode\":\"11\",\"customerName\":\"김토스\","
                + "\"dueDate\":\"2024-02-20T12:18:14\"}");
  }

  public Pay with(String name, String json) {
    fields.put(name, json);
    return this;
  }

  public Pay without(String name) {
    fields.remove(name);
    return this;
  }

  @Override
  public String toString() {
    return fields.entrySet().stream()
        .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
