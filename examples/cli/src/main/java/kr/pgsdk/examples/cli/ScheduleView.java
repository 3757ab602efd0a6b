package kr.pgsdk.examples.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.pgsdk.iamport.schedule.IamportScheduledPayment;
import org.jspecify.annotations.Nullable;

/** A scheduled payment as every command shows it: without its billing key. */
final class ScheduleView {
  static final List<Column<IamportScheduledPayment>> COLUMNS =
      List.of(
          new Column<>("scheduleAt", 20, IamportScheduledPayment::scheduleAt),
          new Column<>("scheduleStatus", 14, IamportScheduledPayment::scheduleStatus),
          new Column<>("paymentStatus", 13, IamportScheduledPayment::paymentStatus),
          new Column<>("amount", 10, IamportScheduledPayment::amount),
          new Column<>("currency", 8, IamportScheduledPayment::currency),
          new Column<>("orderId", 36, row -> Optional.of(row.orderId())),
          new Column<>("paymentId", 1, IamportScheduledPayment::paymentId),
          new Column<>("orderName", 0, IamportScheduledPayment::name),
          new Column<>("executedAt", 0, IamportScheduledPayment::executedAt),
          new Column<>("revokedAt", 0, IamportScheduledPayment::revokedAt),
          new Column<>("failReason", 0, IamportScheduledPayment::failReason));

  private ScheduleView() {}

  static Map<String, @Nullable Object> json(IamportScheduledPayment schedule) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    COLUMNS.forEach(column -> object.put(column.name(), column.json(schedule)));
    return object;
  }

  static void print(Page page, IamportScheduledPayment schedule) {
    page.value("order id", schedule.orderId().value())
        .value("scheduled for", text(schedule.scheduleAt()))
        .value("status", text(schedule.scheduleStatus()))
        .value("payment", text(schedule.paymentStatus()))
        .value("payment id", text(schedule.paymentId()))
        .value("amount", amount(schedule))
        .value("order name", text(schedule.name()))
        .value("executed at", text(schedule.executedAt()))
        .value("revoked at", text(schedule.revokedAt()))
        .value("failure", text(schedule.failReason()));
  }

  private static String amount(IamportScheduledPayment schedule) {
    String currency = text(schedule.currency());
    return schedule
        .amount()
        .map(amount -> (amount.toPlainString() + " " + currency).strip())
        .orElse("");
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }
}
