package kr.pgsdk.sandbox.iamport;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.Switches;
import kr.pgsdk.sandbox.iamport.IamportBook.Prepared;
import kr.pgsdk.sandbox.iamport.IamportPayment.Account;
import kr.pgsdk.sandbox.iamport.IamportPayment.Cancel;
import org.jspecify.annotations.Nullable;

/** Writes payments as Iamport does: keys in alphabetical order, unix seconds, 0 for never. */
final class IamportJson {
  private static final int CUT_AT = 6;
  private static final Set<String> NOT_A_TEXT = Set.of("card_type", "promotion");

  private final Switches switches;

  IamportJson(Switches switches) {
    this.switches = switches;
  }

  Map<String, @Nullable Object> payment(IamportPayment payment) {
    Account account = payment.account;
    boolean card = payment.wasPaid() && !payment.byAccount;
    Map<String, @Nullable Object> json = new TreeMap<>();
    json.put("imp_uid", payment.impUid);
    json.put("merchant_uid", payment.merchantUid);
    json.put("amount", number(payment.amount.amount(), payment.amount.currency()));
    json.put("cancel_amount", number(payment.cancelled(), payment.amount.currency()));
    json.put("currency", payment.amount.currency());
    json.put("status", payment.status.name().toLowerCase(Locale.ROOT));
    if (!switches.isOn(Switch.IAMPORT_NO_SANDBOX_FIELD)) {
      json.put("sandbox", payment.testChannel);
    }
    json.put("started_at", seconds(payment.startedAt));
    json.put("paid_at", seconds(payment.paidAt));
    json.put("failed_at", seconds(payment.failedAt));
    json.put("cancelled_at", seconds(payment.cancelledAt));
    json.put("fail_reason", payment.failReason);
    json.put("cancel_reason", payment.cancels.isEmpty() ? null : reason(last(payment)));
    json.put("cancel_history", history(payment));
    json.put(
        "cancel_receipt_urls",
        payment.cancels.stream().map(cancel -> receiptUrl(cancel.pgTid())).toList());
    json.put("pg_tid", payment.pgTid);
    json.put("pg_id", "T0000");
    json.put("pg_provider", company(payment));
    json.put("promotion", promotion(payment));
    json.put("emb_pg_provider", null);
    json.put("pay_method", payment.byAccount ? "vbank" : "card");
    json.put("receipt_url", payment.wasPaid() ? receiptUrl(payment.pgTid) : null);
    json.put("apply_num", card ? "00000000" : null);
    json.put("card_code", card ? "381" : null);
    json.put("card_name", card ? "KB국민카드" : null);
    json.put("card_number", card ? "557042******000*" : null);
    json.put("card_quota", 0);
    json.put("card_type", card ? cardType() : null);
    json.put("vbank_code", account == null ? null : account.bankCode());
    json.put("vbank_name", account == null ? null : IamportCodes.bankName(account.bankCode()));
    json.put("vbank_num", account == null ? null : account.number());
    json.put("vbank_holder", account == null ? null : "샌드박스");
    json.put("vbank_date", account == null ? 0L : seconds(account.due()));
    json.put("vbank_issued_at", account == null ? 0L : seconds(account.issuedAt()));
    json.put("name", "샌드박스 주문");
    json.put("buyer_name", "홍길동");
    json.put("buyer_email", null);
    json.put("buyer_tel", "");
    json.put("buyer_addr", null);
    json.put("buyer_postcode", null);
    json.put("bank_code", null);
    json.put("bank_name", null);
    json.put("cash_receipt_issued", false);
    json.put("channel", "pc");
    json.put("custom_data", null);
    json.put("customer_uid", null);
    json.put("customer_uid_usage", null);
    json.put("escrow", false);
    json.put("user_agent", "sorry_not_supported_anymore");
    json.putAll(payment.given);
    return odd(json);
  }

  /** Two companies refund later, one of them deposits alone (OpenAPI, texts by company). */
  private String company(IamportPayment payment) {
    if (!switches.isOn(Switch.IAMPORT_REFUNDS_LATER)) {
      return "kcp";
    }
    return payment.byAccount ? "smartro_v2" : "paypal_v2";
  }

  private @Nullable Object promotion(IamportPayment payment) {
    if (payment.discount == null) {
      return null;
    }
    Map<String, Object> promotion = new LinkedHashMap<>();
    promotion.put("id", "promotion_sandbox");
    promotion.put("discount", number(payment.discount.amount(), payment.discount.currency()));
    return promotion;
  }

  private @Nullable String reason(Cancel cancel) {
    if (switches.isOn(Switch.IAMPORT_DROPS_REASONS)) {
      return null;
    }
    if (switches.isOn(Switch.IAMPORT_REPLACES_REASONS)) {
      return "취소요청api";
    }
    String reason = cancel.reason();
    boolean cut = switches.isOn(Switch.IAMPORT_CUTS_REASONS) && reason.length() > CUT_AT;
    return cut ? reason.substring(0, CUT_AT) : reason;
  }

  private @Nullable Object cardType() {
    if (switches.isOn(Switch.IAMPORT_CARD_TYPE_AS_TEXT)) {
      return "null";
    }
    return switches.isOn(Switch.IAMPORT_CARD_TYPE_NULL) ? null : (Object) 0;
  }

  private Map<String, @Nullable Object> odd(Map<String, @Nullable Object> json) {
    if (switches.isOn(Switch.ABSENT_FIELDS)) {
      json.values().removeIf(value -> value == null || value.equals("") || value.equals(List.of()));
    } else if (switches.isOn(Switch.IAMPORT_EMPTY_TEXTS)) {
      // Every field that is null here is a text, but for these.
      json.replaceAll(
          (name, value) -> value == null && !NOT_A_TEXT.contains(name) ? (Object) "" : value);
    }
    return json;
  }

  private List<Object> history(IamportPayment payment) {
    List<Object> rows = new ArrayList<>();
    for (Cancel cancel : payment.cancels) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("pg_tid", cancel.pgTid());
      row.put("amount", number(cancel.amount(), payment.amount.currency()));
      row.put("cancelled_at", cancel.at().getEpochSecond());
      row.put("reason", reason(cancel));
      row.put("cancellation_id", cancel.id());
      row.put("receipt_url", receiptUrl(cancel.pgTid()));
      if (switches.isOn(Switch.CANCEL_ROWS_WITHOUT_IDS)) {
        row.remove("cancellation_id");
      }
      if (switches.isOn(Switch.CANCEL_ROWS_WITHOUT_TIMES)) {
        row.remove("cancelled_at");
      }
      rows.add(row);
    }
    return rows;
  }

  private static Cancel last(IamportPayment payment) {
    return payment.cancels.get(payment.cancels.size() - 1);
  }

  private static String receiptUrl(@Nullable String pgTid) {
    return "https://sandbox.invalid/receipt/" + pgTid;
  }

  Map<String, @Nullable Object> prepared(String merchantUid, Prepared prepared) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("merchant_uid", merchantUid);
    json.put("amount", prepared.amount());
    if (!switches.isOn(Switch.ABSENT_FIELDS)) {
      json.put("currency", prepared.currency());
    }
    return json;
  }

  /** What a card payment consists of: the tax is a tenth of the supply. */
  Map<String, @Nullable Object> balance(IamportPayment payment) {
    String currency = payment.amount.currency();
    BigDecimal balance = payment.balance();
    BigDecimal vat = balance.divide(BigDecimal.valueOf(11), 0, RoundingMode.HALF_UP);
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("amount", number(payment.amount.amount(), currency));
    json.put("cash_receipt", part(BigDecimal.ZERO, BigDecimal.ZERO, currency));
    json.put("primary", part(balance.subtract(vat), vat, currency));
    json.put("secondary", part(BigDecimal.ZERO, BigDecimal.ZERO, currency));
    json.put("discount", part(BigDecimal.ZERO, BigDecimal.ZERO, currency));
    json.put("histories", List.of());
    return json;
  }

  private Map<String, Object> part(BigDecimal supply, BigDecimal vat, String currency) {
    Map<String, Object> part = new LinkedHashMap<>();
    part.put("tax_free", number(BigDecimal.ZERO, currency));
    part.put("supply", number(supply, currency));
    part.put("vat", number(vat, currency));
    part.put("service", number(BigDecimal.ZERO, currency));
    return part;
  }

  private BigDecimal number(BigDecimal amount, String currency) {
    if (switches.isOn(Switch.TRAILING_ZEROS) && !currency.equals("KRW")) {
      return amount.setScale(Math.max(2, amount.scale()), RoundingMode.UNNECESSARY);
    }
    return amount;
  }

  static long seconds(@Nullable Instant time) {
    return time == null ? 0 : time.getEpochSecond();
  }
}
