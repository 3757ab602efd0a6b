package kr.pgsdk.examples.cli;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.iamport.receipt.IamportCashReceipt;
import kr.pgsdk.toss.model.TossCashReceipt;
import kr.pgsdk.toss.model.TossCashReceiptStatus;
import org.jspecify.annotations.Nullable;

/**
 * A cash receipt; never whom it is for.
 *
 * @param status how far it is, in the gateway's word or in ours
 * @param refused whether the tax office refused it
 */
record ReceiptReport(
    Optional<String> status,
    boolean refused,
    Optional<String> receiptKey,
    Optional<String> orderId,
    Optional<String> paymentId,
    Optional<BigDecimal> amount,
    Optional<String> approvalNumber,
    Optional<String> url)
    implements Report {
  static ReceiptReport of(TossCashReceipt receipt) {
    return new ReceiptReport(
        receipt.issueStatus().map(Object::toString),
        receipt.issueStatus().filter(TossCashReceiptStatus.FAILED::equals).isPresent(),
        receipt.receiptKey(),
        receipt.orderId(),
        Optional.empty(),
        receipt.amount(),
        receipt.approvalNumber().or(receipt::issueNumber),
        receipt.receiptUrl());
  }

  static ReceiptReport of(String status, IamportCashReceipt receipt) {
    return new ReceiptReport(
        Optional.of(status),
        false,
        Optional.empty(),
        receipt.orderId().map(OrderId::value),
        receipt.paymentId().map(PaymentId::value),
        receipt.amount(),
        receipt.applyNum(),
        receipt.receiptUrl());
  }

  @Override
  public int exitCode() {
    return refused ? ExitCode.REFUSED : ExitCode.DONE;
  }

  @Override
  public Map<String, @Nullable Object> json() {
    return JsonLine.object(
        "status", status.orElse(null),
        "receiptKey", receiptKey.orElse(null),
        "orderId", orderId.orElse(null),
        "paymentId", paymentId.orElse(null),
        "amount", amount.map(BigDecimal::toPlainString).orElse(null),
        "approvalNumber", approvalNumber.orElse(null),
        "url", url.orElse(null));
  }

  @Override
  public void print(Page page) {
    page.line(refused ? Page.Tone.BAD : Page.Tone.GOOD, "cash receipt " + status.orElse(""))
        .value("receipt key", receiptKey.orElse(""))
        .value("order id", orderId.orElse(""))
        .value("payment id", paymentId.orElse(""))
        .value("amount", amount.map(BigDecimal::toPlainString).orElse(""))
        .value("approval number", approvalNumber.orElse(""))
        .value("url", url.orElse(""));
  }
}
