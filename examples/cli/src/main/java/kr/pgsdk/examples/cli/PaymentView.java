package kr.pgsdk.examples.cli;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.VirtualAccount;
import org.jspecify.annotations.Nullable;

/** A payment as every command shows it. */
final class PaymentView {
  private PaymentView() {}

  static Map<String, @Nullable Object> json(Payment payment) {
    return JsonLine.object(
        "gateway", payment.gateway(),
        "orderId", payment.orderId(),
        "paymentId", payment.paymentId(),
        "status", payment.status().known(),
        "gatewayStatus", payment.status().gatewayWord(),
        "amount", payment.amount().toPlainString(),
        "currency", payment.amount().currency(),
        "balance", payment.balance().toPlainString(),
        "cancelled", payment.cancelled().toPlainString(),
        "method", payment.method().orElse(null),
        "orderName", payment.orderName().orElse(null),
        "paidAt", payment.paidAt().orElse(null),
        "test", payment.test(),
        "virtualAccount", payment.virtualAccount().map(PaymentView::json).orElse(null),
        "cancels", payment.cancels().stream().map(PaymentView::json).toList());
  }

  private static Map<String, @Nullable Object> json(VirtualAccount account) {
    return JsonLine.object(
        "bankCode", account.bankCode().orElse(null),
        "number", account.number(),
        "holder", account.holder().orElse(null),
        "dueAt", account.dueAt().orElse(null));
  }

  private static Map<String, @Nullable Object> json(PaymentCancel cancel) {
    return JsonLine.object(
        "amount", cancel.amount().toPlainString(),
        "reason", cancel.reason().orElse(null),
        "cancelledAt", cancel.cancelledAt().orElse(null));
  }

  static void print(Page page, Payment payment) {
    page.value("payment id", payment.paymentId() + " at " + payment.gateway())
        .value("order id", payment.orderId().value())
        .value("order name", payment.orderName().orElse(""))
        .value("status", payment.status() + (payment.test() ? ", test channel: no money" : ""))
        .value("failure", words(payment.failureCode().stream(), payment.failureMessage().stream()))
        .value("amount", payment.amount().toString())
        .value("cancelled", payment.cancelled().isZero() ? "" : payment.cancelled().toString())
        .value("balance", payment.balance().toString())
        .value("method", payment.method().orElse(""))
        .value("paid at", payment.paidAt().map(Instant::toString).orElse(""));
    payment
        .virtualAccount()
        .ifPresent(
            account ->
                page.value("virtual account", line(account))
                    .value(
                        "deposit until", account.dueAt().map(Instant::toString).orElse("unknown")));
    payment.cancels().forEach(cancel -> page.value("cancel", line(cancel)));
  }

  private static String line(VirtualAccount account) {
    return words(
        account.bankCode().map(code -> "bank " + code).stream(),
        Stream.of(account.number()),
        account.holder().stream());
  }

  private static String line(PaymentCancel cancel) {
    return words(
        Stream.of(cancel.amount()),
        Stream.of(cancel.state()).filter(state -> state != PaymentCancel.State.DONE),
        cancel.cancelledAt().stream(),
        cancel.reason().stream());
  }

  private static String words(Stream<?>... parts) {
    return Stream.of(parts)
        .flatMap(part -> part)
        .map(Object::toString)
        .collect(Collectors.joining("  "));
  }
}
