package kr.pgsdk.sandbox.toss;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.Switches;
import kr.pgsdk.sandbox.toss.TossPayment.Method;
import org.jspecify.annotations.Nullable;

/** Writes payments as Toss does in version 2022-11-16: times in Korea, amounts as numbers. */
final class TossJson {
  static final ZoneOffset KOREA = ZoneOffset.ofHours(9);
  static final DateTimeFormatter WITH_OFFSET =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");
  private static final DateTimeFormatter WITHOUT_OFFSET =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
  static final String URL = "https://sandbox.invalid/";

  private final Switches switches;

  TossJson(Switches switches) {
    this.switches = switches;
  }

  Map<String, @Nullable Object> payment(TossPayment payment, Instant now) {
    String currency = payment.total.currency();
    BigDecimal balance = balance(payment);
    BigDecimal taxFree = payment.taxFreeLeft().min(balance);
    BigDecimal vat = vat(balance.subtract(taxFree), currency);
    List<TossReceipt> receipts = TossReceipt.of(payment);
    // A window without a payment has null for both (techchat m/1410526054635933798).
    boolean chosen = payment.isAuthenticated();
    boolean approved = payment.lastTransactionKey != null;
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("mId", "tosspayments");
    json.put("lastTransactionKey", payment.lastTransactionKey);
    json.put("paymentKey", payment.paymentKey);
    json.put("orderId", payment.orderId);
    json.put("orderName", payment.orderName);
    json.put("taxExemptionAmount", 0);
    json.put("status", status(payment, now));
    json.put("requestedAt", time(payment.requestedAt));
    json.put("approvedAt", payment.approvedAt == null ? null : time(payment.approvedAt));
    json.put("useEscrow", chosen ? payment.useEscrow : null);
    json.put("cultureExpense", false);
    json.put("card", chosen && byCard(payment) ? card(payment) : null);
    json.put(
        "virtualAccount", payment.account == null ? null : account(payment.account, payment, now));
    json.put("transfer", null);
    json.put("mobilePhone", null);
    json.put("giftCertificate", null);
    json.put("cashReceipt", receipts.isEmpty() ? null : receipts.get(0).shortJson());
    json.put(
        "cashReceipts",
        receipts.isEmpty()
            ? null
            : receipts.stream().map(receipt -> receipt.json(this, now)).toList());
    json.put("discount", null);
    json.put("cancels", payment.cancels.isEmpty() ? null : cancels(payment));
    json.put("secret", payment.secret);
    json.put("type", payment.byBillingKey ? "BILLING" : "NORMAL");
    json.put("easyPay", chosen && payment.easyPay != null ? easyPay(payment) : null);
    json.put("country", "KR");
    json.put("failure", payment.failureCode == null ? null : failure(payment.failureCode));
    json.put("isPartialCancelable", true);
    json.put("receipt", approved ? Map.of("url", URL + "receipt/" + payment.paymentKey) : null);
    json.put("checkout", Map.of("url", URL + "checkout/" + payment.paymentKey));
    json.put("currency", currency);
    json.put("totalAmount", number(payment.total.amount(), currency));
    json.put("balanceAmount", number(balance, currency));
    json.put("suppliedAmount", number(balance.subtract(taxFree).subtract(vat), currency));
    json.put("vat", number(vat, currency));
    json.put("taxFreeAmount", number(taxFree, currency));
    json.put("metadata", null);
    json.put("method", chosen ? method(payment) : null);
    json.put("version", "2022-11-16");
    if (switches.isOn(Switch.ABSENT_FIELDS)) {
      json.values().removeIf(value -> value == null);
    }
    return json;
  }

  /** {@code balanceAmount}; what is under way counts as there, or as gone. */
  BigDecimal balance(TossPayment payment) {
    return lowersAtOnce() ? payment.unclaimed() : payment.balance();
  }

  private String status(TossPayment payment, Instant now) {
    if (lowersAtOnce() && !payment.waitingCancels().isEmpty()) {
      boolean all =
          payment.cancels.stream()
              .anyMatch(cancel -> cancel.amount.compareTo(payment.total.amount()) == 0);
      return all ? "CANCELED" : "PARTIAL_CANCELED";
    }
    return payment.status(now).name();
  }

  private boolean lowersAtOnce() {
    return switches.isOn(Switch.TOSS_REFUND_UNDER_WAY_LOWERS_BALANCE);
  }

  private static boolean byCard(TossPayment payment) {
    return payment.method == Method.CARD && payment.easyPay == null;
  }

  private static String method(TossPayment payment) {
    if (payment.method == Method.VIRTUAL_ACCOUNT) {
      return "가상계좌";
    }
    return payment.easyPay == null ? "카드" : "간편결제";
  }

  /** Paid from the wallet's own money: no card takes part (common/easypay-response). */
  private Map<String, @Nullable Object> easyPay(TossPayment payment) {
    Map<String, @Nullable Object> easyPay = new LinkedHashMap<>();
    easyPay.put("provider", payment.easyPay);
    easyPay.put("amount", number(payment.total.amount(), payment.total.currency()));
    easyPay.put("discountAmount", 0);
    return easyPay;
  }

  private Map<String, @Nullable Object> card(TossPayment payment) {
    Map<String, @Nullable Object> card = new LinkedHashMap<>();
    card.put("issuerCode", "61");
    card.put("acquirerCode", "31");
    card.put("number", payment.cardNumber);
    card.put("installmentPlanMonths", payment.installmentMonths);
    card.put("isInterestFree", false);
    card.put("interestPayer", null);
    card.put("approveNo", payment.approvedAt == null ? null : "00000000");
    card.put("useCardPoint", false);
    card.put("cardType", "신용");
    card.put("ownerType", "개인");
    card.put("acquireStatus", "READY");
    card.put("amount", number(payment.total.amount(), payment.total.currency()));
    return card;
  }

  private Map<String, @Nullable Object> account(
      TossAccount issued, TossPayment payment, Instant now) {
    Map<String, @Nullable Object> account = new LinkedHashMap<>();
    account.put("accountNumber", issued.number);
    account.put("accountType", issued.fixed ? "고정" : "일반");
    account.put("bankCode", issued.bankCode);
    account.put("customerName", issued.holder);
    account.put("dueDate", time(issued.due));
    account.put("expired", payment.approvedAt == null && !now.isBefore(issued.due));
    account.put("settlementStatus", "INCOMPLETED");
    account.put("refundStatus", payment.refundStatus());
    account.put("refundReceiveAccount", null);
    account.put("depositorName", issued.depositor);
    return account;
  }

  private List<Object> cancels(TossPayment payment) {
    List<Object> rows = new ArrayList<>();
    payment.cancels.forEach(cancel -> rows.add(cancel(payment, cancel)));
    return rows;
  }

  /** One of the rows that say what went back. */
  Map<String, @Nullable Object> cancel(TossPayment payment, TossCancellation cancel) {
    String currency = payment.total.currency();
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("transactionKey", cancel.transactionKey);
    row.put("cancelReason", cancel.reason);
    row.put("taxExemptionAmount", 0);
    row.put("canceledAt", time(cancel.at));
    row.put("cardDiscountAmount", 0);
    row.put("transferDiscountAmount", 0);
    row.put("easyPayDiscountAmount", 0);
    TossReceipt.Wish receipt = payment.approvedAt == null ? null : payment.receiptWish;
    row.put("receiptKey", receipt == null ? null : TossReceipt.CANCEL + receipt.key());
    row.put("cancelAmount", number(cancel.amount, currency));
    row.put("taxFreeAmount", number(cancel.taxFree, currency));
    row.put("refundableAmount", number(cancel.left, currency));
    row.put("cancelStatus", cancel.status.name());
    row.put("cancelRequestId", cancel.cancelRequestId);
    if (switches.isOn(Switch.CANCEL_ROWS_WITHOUT_IDS)) {
      row.remove("transactionKey");
    }
    if (switches.isOn(Switch.CANCEL_ROWS_WITHOUT_TIMES)) {
      row.remove("canceledAt");
    }
    return row;
  }

  static Map<String, @Nullable Object> failure(String code) {
    Map<String, @Nullable Object> failure = new LinkedHashMap<>();
    failure.put("code", code);
    failure.put("message", TossCodes.text(code));
    return failure;
  }

  /** An eleventh of what is left and taxed, rounded. */
  private static BigDecimal vat(BigDecimal balance, String currency) {
    int digits = currency.equals("KRW") ? 0 : 2;
    return balance.divide(BigDecimal.valueOf(11), digits, RoundingMode.HALF_UP);
  }

  private BigDecimal number(BigDecimal amount, String currency) {
    if (switches.isOn(Switch.TRAILING_ZEROS) && !currency.equals("KRW")) {
      return amount.setScale(Math.max(2, amount.scale()), RoundingMode.UNNECESSARY);
    }
    return amount;
  }

  String time(Instant time) {
    boolean bare = switches.isOn(Switch.TOSS_TIMES_WITHOUT_OFFSET);
    return (bare ? WITHOUT_OFFSET : WITH_OFFSET).format(time.atOffset(KOREA));
  }
}
