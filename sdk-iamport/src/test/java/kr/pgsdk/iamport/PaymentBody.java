package kr.pgsdk.iamport;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A payment as Iamport would send it, to be bent by a test. */
public final class PaymentBody {
  public static final String IMP_UID = "imp_123";
  static final String MERCHANT_UID = "order_9001";

  private final Map<String, String> fields = new LinkedHashMap<>();

  private PaymentBody() {}

  /** 15,000 won, paid by card, nothing cancelled. */
  public static PaymentBody paid() {
    return new PaymentBody()
        .with("imp_uid", "\"" + IMP_UID + "\"")
        .with("merchant_uid", "\"" + MERCHANT_UID + "\"")
        .with("amount", "15000")
        .with("cancel_amount", "0")
        .with("currency", "\"KRW\"")
        .with("status", "\"paid\"")
        .with("sandbox", "false")
        .with("pay_method", "\"card\"")
        .with("started_at", "1700000000")
        .with("paid_at", "1700000060")
        .with("cancel_history", "[]");
  }

  /** The same with these cancels, of which each could be that of {@code cancel-key-1}. */
  public static PaymentBody cancelled(int... amounts) {
    return cancelled("\"[b5c65e5f9f] why\"", amounts);
  }

  /** With a reason of their own as raw JSON; the status word is cancelled after a part already. */
  public static PaymentBody cancelled(String reason, int... amounts) {
    StringBuilder rows = new StringBuilder();
    int sum = 0;
    for (int amount : amounts) {
      rows.append(rows.length() == 0 ? "" : ",")
          .append("{\"pg_tid\":\"t\",\"amount\":")
          .append(amount)
          .append(",\"cancelled_at\":1700000100,\"reason\":")
          .append(reason)
          .append("}");
      sum += amount;
    }
    return paid()
        .with("status", "\"cancelled\"")
        .with("cancel_amount", String.valueOf(sum))
        .with("cancelled_at", "1700000100")
        .with("cancel_history", "[" + rows + "]");
  }

  public static PaymentBody ready() {
    return paid().with("status", "\"ready\"").with("paid_at", "0");
  }

  public static PaymentBody waiting() {
    return ready()
        .with("pay_method", "\"vbank\"")
        .with("vbank_num", "\"X-100\"")
        .with("vbank_code", "\"088\"")
        .with("vbank_holder", "\"holder\"")
        .with("vbank_date", "1700100000");
  }

  public static PaymentBody failed() {
    return ready().with("status", "\"failed\"").with("fail_reason", "\"한도초과\"");
  }

  /** Sets a field to raw JSON. */
  public PaymentBody with(String name, String rawJson) {
    fields.put(name, rawJson);
    return this;
  }

  public PaymentBody id(String impUid) {
    return with("imp_uid", "\"" + impUid + "\"");
  }

  public PaymentBody order(String merchantUid) {
    return with("merchant_uid", "\"" + merchantUid + "\"");
  }

  public PaymentBody without(String name) {
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
