package kr.pgsdk.portone.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A payment as PortOne writes it, for a test to change in one place. */
public final class Pay {
  private final Map<String, String> members = new LinkedHashMap<>();
  private final Map<String, Long> amounts = new LinkedHashMap<>();

  private Pay(String status) {
    with("status", '"' + status + '"');
    with("id", "\"order9001\"");
    with("transactionId", "\"0190a0b0-0001-7000-8000-000000000001\"");
    with("merchantId", "\"merchant-1\"");
    with("storeId", "\"store-1\"");
    with("version", "\"V2\"");
    with("requestedAt", "\"2026-08-01T01:00:00Z\"");
    with("updatedAt", "\"2026-08-01T01:00:01Z\"");
    with("statusChangedAt", "\"2026-08-01T01:00:01Z\"");
    with("orderName", "\"T-shirt\"");
    with("currency", "\"KRW\"");
    with("customer", "{}");
    with("origin", "{\"platformType\":\"PC\",\"ipAddress\":\"203.0.113.7\"}");
    for (String zero : new String[] {"taxFree", "discount", "cancelled", "cancelledTaxFree"}) {
      amounts.put(zero, 0L);
    }
    amount("total", 15_000).amount("paid", 15_000);
  }

  /** Paid by card, 15,000 won. */
  public static Pay paid() {
    return of("PAID")
        .with("paidAt", "\"2026-08-01T01:00:01Z\"")
        .with("disputes", "[]")
        .with(
            "method",
            "{\"type\":\"PaymentMethodCard\",\"card\":{\"issuer\":\"SHINHAN_CARD\","
                + "\"number\":\"123456******7890\"},\"installment\":{\"month\":3}}");
  }

  /** A virtual account that waits for its deposit. */
  public static Pay awaiting() {
    return of("VIRTUAL_ACCOUNT_ISSUED")
        .with(
            "method",
            ("{'type':'PaymentMethodVirtualAccount','bank':'SHINHAN','accountNumber':'123456789',"
                    + "'remitteeName':'shop','expiredAt':'2026-08-08T14:59:59Z'}")
                .replace('\'', '"'));
  }

  /** Prepared, and nothing done yet: no channel. */
  public static Pay ready() {
    return of("READY").with("channel", null);
  }

  /** This, through a test channel. */
  public Pay test() {
    return with(
        "channel",
        "{'type':'TEST','pgProvider':'TOSSPAYMENTS','pgMerchantId':'m1'}".replace('\'', '"'));
  }

  /** In any state, through a live channel, with no method. */
  public static Pay of(String status) {
    return new Pay(status)
        .with(
            "channel",
            "{\"type\":\"LIVE\",\"pgProvider\":\"TOSSPAYMENTS\",\"pgMerchantId\":\"m1\"}");
  }

  /** Sets a member, as JSON; null takes it out. */
  public Pay with(String name, String json) {
    if (json == null) {
      members.remove(name);
    } else {
      members.put(name, json);
    }
    return this;
  }

  /** Sets one of the amounts, in minor units. */
  public Pay amount(String name, long units) {
    amounts.put(name, units);
    return this;
  }

  /** Leaves one of the amounts out. */
  public Pay without(String name) {
    amounts.remove(name);
    return this;
  }

  public PortOnePayment read() {
    return PortOnePayment.parse(toString());
  }

  @Override
  public String toString() {
    return "{"
        + members.entrySet().stream()
            .map(member -> '"' + member.getKey() + "\":" + member.getValue())
            .collect(Collectors.joining(","))
        + ",\"amount\":{"
        + amounts.entrySet().stream()
            .map(amount -> '"' + amount.getKey() + "\":" + amount.getValue())
            .collect(Collectors.joining(","))
        + "}}";
  }
}
