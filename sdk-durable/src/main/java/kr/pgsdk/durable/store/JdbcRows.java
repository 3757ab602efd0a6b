package kr.pgsdk.durable.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.durable.store.OrderRow.Attempts;
import kr.pgsdk.durable.store.OrderRow.Delivered;
import kr.pgsdk.durable.store.OrderRow.Slot;
import org.jspecify.annotations.Nullable;

/** Rows as values in the order of {@link Tables}' columns behind the shop's name, and back. */
final class JdbcRows {
  private JdbcRows() {}

  static List<@Nullable Object> list(@Nullable Object... values) {
    return Arrays.asList(values);
  }

  static List<@Nullable Object> values(OrderRow order) {
    Slot slot = order.slot();
    PaymentKey paying = order.paying();
    return list(
        order.orderId(),
        order.price(),
        order.price().currency(),
        order.account(),
        order.preparedPrice(),
        order.preparingUntil(),
        order.state(),
        order.version(),
        slot == null ? null : slot.payment().account(),
        slot == null ? null : slot.payment().paymentId(),
        slot == null ? null : slot.since(),
        slot == null ? null : slot.until(),
        paying == null ? null : paying.account(),
        paying == null ? null : paying.paymentId(),
        order.delivered().version(),
        order.delivered().told(),
        order.delivered().failures(),
        order.delivered().error(),
        order.delivered().effects(),
        order.attempts().count(),
        order.attempts().since(),
        order.createdAt(),
        order.updatedAt());
  }

  static OrderRow order(ResultSet row) throws SQLException {
    PaymentKey slot = Sql.key(row, "slot_account", "slot_payment");
    return new OrderRow(
        row.getString("order_id"),
        Sql.requiredMoney(row, "price"),
        row.getString("account"),
        Sql.money(row, "prepared_price"),
        Sql.time(row, "preparing_until"),
        Sql.word(OrderRow.State.class, row, "state"),
        row.getLong("version"),
        slot == null
            ? null
            : new Slot(
                slot, Sql.requiredTime(row, "slot_since"), Sql.requiredTime(row, "slot_until")),
        Sql.key(row, "paying_account", "paying_payment"),
        new Delivered(
            row.getLong("delivered_version"),
            row.getString("delivered"),
            row.getInt("handler_failures"),
            row.getString("handler_error"),
            row.getString("effects")),
        new Attempts(row.getInt("attempts"), Sql.requiredTime(row, "attempts_since")),
        Sql.requiredTime(row, "created_at"),
        Sql.requiredTime(row, "updated_at"));
  }

  static List<@Nullable Object> values(PaymentRow payment) {
    return list(
        payment.key().account(),
        payment.key().paymentId(),
        payment.orderId(),
        payment.price(),
        payment.price().currency(),
        payment.role(),
        payment.status(),
        payment.outcome(),
        payment.cancelled(),
        payment.balance(),
        payment.paidAt(),
        payment.dueAt(),
        payment.seenAt());
  }

  static PaymentRow payment(ResultSet row) throws SQLException {
    return new PaymentRow(
        new PaymentKey(row.getString("account"), row.getString("payment_id")),
        row.getString("order_id"),
        Sql.requiredMoney(row, "price"),
        Sql.word(PaymentRow.Role.class, row, "role"),
        Sql.word(Known.class, row, "status"),
        row.getString("outcome"),
        Sql.requiredMoney(row, "cancelled"),
        Sql.requiredMoney(row, "balance"),
        Sql.time(row, "paid_at"),
        Sql.time(row, "due_at"),
        Sql.requiredTime(row, "seen_at"));
  }

  static List<@Nullable Object> values(CancelRow cancel) {
    return list(
        cancel.payment().account(),
        cancel.payment().paymentId(),
        cancel.rowKey(),
        cancel.amount(),
        cancel.amount().currency(),
        cancel.state(),
        cancel.refundId());
  }

  static CancelRow cancel(ResultSet row) throws SQLException {
    return new CancelRow(
        new PaymentKey(row.getString("account"), row.getString("payment_id")),
        row.getString("row_key"),
        Sql.requiredMoney(row, "amount"),
        Sql.word(PaymentCancel.State.class, row, "state"),
        row.getString("refund_id"));
  }

  static List<@Nullable Object> values(RefundRow refund) {
    PaymentKey payment = refund.payment();
    return list(
        refund.refundId(),
        refund.orderId(),
        payment == null ? null : payment.account(),
        payment == null ? null : payment.paymentId(),
        refund.kind(),
        refund.amount(),
        refund.currency(),
        refund.reason(),
        refund.contentHash(),
        refund.details(),
        refund.pinned(),
        refund.state(),
        refund.fence(),
        refund.sends(),
        refund.sentUntil(),
        refund.slot(),
        refund.doneAmount(),
        refund.code(),
        refund.message(),
        refund.alarm(),
        refund.createdAt(),
        refund.endedAt());
  }

  static RefundRow refund(ResultSet row) throws SQLException {
    return new RefundRow(
        row.getString("refund_id"),
        row.getString("order_id"),
        Sql.key(row, "account", "payment_id"),
        Sql.word(RefundRow.Kind.class, row, "kind"),
        Sql.money(row, "amount"),
        row.getString("currency"),
        row.getString("reason"),
        row.getString("content_hash"),
        row.getString("details"),
        row.getString("pinned"),
        Sql.word(RefundRow.State.class, row, "state"),
        row.getLong("fence"),
        row.getInt("sends"),
        Sql.time(row, "sent_until"),
        row.getString("slot"),
        Sql.money(row, "done_amount"),
        row.getString("code"),
        row.getString("message"),
        row.getString("alarm") == null ? null : Sql.word(RefundRow.Alarm.class, row, "alarm"),
        Sql.requiredTime(row, "created_at"),
        Sql.time(row, "ended_at"));
  }

  static WorkRow work(ResultSet row) throws SQLException {
    return new WorkRow(
        new WorkKey(Sql.word(WorkKey.Kind.class, row, "kind"), row.getString("subject")),
        Sql.time(row, "due_at"),
        row.getLong("hints"),
        row.getString("hinted") != null,
        Named.keys(row.getString("hinted")),
        row.getLong("fence"),
        row.getInt("tries"));
  }

  static EventRow event(ResultSet row) throws SQLException {
    return new EventRow(
        row.getString("order_id"),
        Sql.requiredTime(row, "at"),
        row.getString("what"),
        row.getString("actor"),
        row.getString("detail"));
  }

  static TokenRow token(ResultSet row) throws SQLException {
    return new TokenRow(
        row.getString("account"), row.getString("token"), Sql.requiredTime(row, "expires_at"));
  }
}
