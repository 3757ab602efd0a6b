package kr.pgsdk.durable.store;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The tables under a shop's prefix. The schema files hold the same columns. */
record Tables(
    Table orders,
    Table payments,
    Table refunds,
    Table cancels,
    Table work,
    Table events,
    Table seen,
    Table accounts,
    Table tokens,
    Table schema) {
  private static final Pattern PREFIX =
      Pattern.compile("([a-z][a-z0-9_]{0,30}\\.)?[a-z][a-z0-9_]{0,20}");

  static Tables of(String prefix) {
    if (!PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException(
          "the prefix of the tables must be of a-z 0-9 _, such as pay_ or billing.pay_");
    }
    return new Tables(
        table(
            prefix + "order",
            List.of("order_id"),
            "price",
            "currency",
            "account",
            "prepared_price",
            "preparing_until",
            "state",
            "version",
            "slot_account",
            "slot_payment",
            "slot_since",
            "slot_until",
            "paying_account",
            "paying_payment",
            "delivered_version",
            "delivered",
            "handler_failures",
            "handler_error",
            "effects",
            "attempts",
            "attempts_since",
            "created_at",
            "updated_at"),
        table(
            prefix + "payment",
            List.of("account", "payment_id"),
            "order_id",
            "price",
            "currency",
            "role",
            "status",
            "outcome",
            "cancelled",
            "balance",
            "paid_at",
            "due_at",
            "seen_at"),
        table(
            prefix + "refund",
            List.of("refund_id"),
            "order_id",
            "account",
            "payment_id",
            "kind",
            "amount",
            "currency",
            "reason",
            "content_hash",
            "details",
            "pinned",
            "state",
            "fence",
            "sends",
            "sent_until",
            "slot",
            "done_amount",
            "code",
            "message",
            "alarm",
            "created_at",
            "ended_at"),
        table(
            prefix + "refund_row",
            List.of("account", "payment_id", "row_key"),
            "amount",
            "currency",
            "state",
            "refund_id"),
        table(
            prefix + "work",
            List.of("kind", "subject"),
            "due_at",
            "hints",
            "hinted",
            "fence",
            "lease_until",
            "owner",
            "tries"),
        table(prefix + "event", List.of("order_id"), "at", "what", "actor", "detail"),
        table(prefix + "seen", List.of("event_id"), "at"),
        table(prefix + "account", List.of("account"), "fingerprint"),
        table(prefix + "token", List.of("account"), "token", "expires_at"),
        new Table(prefix + "schema", List.of("version"), List.of()));
  }

  private static Table table(String name, List<String> keys, String... values) {
    List<String> all = new ArrayList<>(List.of("shop"));
    all.addAll(keys);
    return new Table(name, all, List.of(values));
  }
}
