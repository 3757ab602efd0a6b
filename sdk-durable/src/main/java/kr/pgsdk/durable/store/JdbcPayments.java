package kr.pgsdk.durable.store;

import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.PaymentStatus.Known;

/** The payments of a shop and their cancels, within a transaction. */
final class JdbcPayments {
  private final JdbcTable payments;
  private final JdbcTable cancels;

  JdbcPayments(JdbcTable payments, JdbcTable cancels) {
    this.payments = payments;
    this.cancels = cancels;
  }

  Optional<PaymentRow> find(PaymentKey key) {
    return payments.find(JdbcRows::payment, key.account(), key.paymentId());
  }

  List<PaymentRow> ofOrder(String orderId) {
    return payments.list("order_id=? order by seen_at, payment_id", JdbcRows::payment, orderId);
  }

  List<PaymentRow> misplaced(int max) {
    return payments.list(
        "balance>0 and role in ('DUPLICATE','LATE','OTHER') and status in "
            + Sql.words(Known.class)
            + " order by seen_at limit "
            + max,
        JdbcRows::payment);
  }

  List<PaymentRow> awaitingDeposit(int max) {
    return payments.list(
        "role='PAYS' and status='WAITING_FOR_DEPOSIT' order by due_at limit " + max,
        JdbcRows::payment);
  }

  List<PaymentRow> paid(TimeSlice slice) {
    return payments.slice("paid_at", "payment_id", "", slice, JdbcRows::payment);
  }

  void save(PaymentRow payment) {
    payments.save(JdbcRows.values(payment));
  }

  List<CancelRow> cancels(PaymentKey key) {
    return cancels.list(
        "account=? and payment_id=? order by row_key",
        JdbcRows::cancel,
        key.account(),
        key.paymentId());
  }

  void saveCancel(CancelRow cancel) {
    cancels.save(JdbcRows.values(cancel), "refund_id");
  }

  void deleteCancel(CancelRow cancel) {
    cancels.delete(cancel.payment().account(), cancel.payment().paymentId(), cancel.rowKey());
  }

  boolean claimCancel(CancelRow cancel, String refundId) {
    boolean claimed =
        cancels.change(
            "refund_id=?",
            " and refund_id is null",
            refundId,
            cancels.shop(),
            cancel.payment().account(),
            cancel.payment().paymentId(),
            cancel.rowKey());
    return claimed || refundId.equals(cancel.refundId());
  }

  void deleteOfOrder(String orderId) {
    for (PaymentRow payment : ofOrder(orderId)) {
      cancels.deleteAll(
          "account=? and payment_id=?", payment.key().account(), payment.key().paymentId());
    }
    payments.deleteAll("order_id=?", orderId);
  }
}
