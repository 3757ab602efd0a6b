package kr.pgsdk.sandbox.iamport;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import kr.pgsdk.core.Money;
import kr.pgsdk.sandbox.wire.Params;
import org.jspecify.annotations.Nullable;

/** A payment that is to be made at a time. Guarded by the simulation's lock. */
final class IamportSchedule {
  enum Status {
    SCHEDULED,
    EXECUTED,
    REVOKED
  }

  final String customerUid;
  final @Nullable Object customerId;
  final String merchantUid;
  final Money amount;
  final Params about;
  Instant at;
  private Status status = Status.SCHEDULED;
  private @Nullable Instant executedAt;
  private @Nullable Instant revokedAt;
  private @Nullable IamportPayment payment;

  IamportSchedule(
      String customerUid,
      @Nullable Object customerId,
      String merchantUid,
      Money amount,
      Params about,
      Instant at) {
    this.customerUid = customerUid;
    this.customerId = customerId;
    this.merchantUid = merchantUid;
    this.amount = amount;
    this.about = about;
    this.at = at;
  }

  boolean waits() {
    return status == Status.SCHEDULED;
  }

  boolean is(@Nullable Status wanted) {
    return wanted == null || status == wanted;
  }

  /** Whether it may be tried once more: it is revoked, or its payment has failed. */
  boolean canBeTriedAgain() {
    return status == Status.REVOKED
        || (payment != null && payment.status == IamportPayment.Status.FAILED);
  }

  void reschedule(Instant when) {
    at = when;
    status = Status.SCHEDULED;
    executedAt = null;
    revokedAt = null;
    payment = null;
  }

  void revoke(Instant now) {
    status = Status.REVOKED;
    revokedAt = now;
  }

  void executed(IamportPayment made, Instant when) {
    status = Status.EXECUTED;
    executedAt = when;
    revokedAt = null;
    payment = made;
  }

  Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("customer_uid", customerUid);
    json.put("merchant_uid", merchantUid);
    json.put("imp_uid", payment == null ? null : payment.impUid);
    json.put("pg_provider", "kcp");
    json.put("pg_id", "T0000");
    json.put("customer_id", customerId);
    json.put("schedule_at", at.getEpochSecond());
    json.put("executed_at", IamportJson.seconds(executedAt));
    json.put("revoked_at", IamportJson.seconds(revokedAt));
    json.put("amount", amount.amount());
    json.put("currency", amount.currency());
    IamportCharges.TEXTS.forEach(name -> json.put(name, about.text(name)));
    json.put("custom_data", about.textOrJson("custom_data"));
    json.put("schedule_status", word(status));
    json.put("payment_status", payment == null ? null : word(payment.status));
    json.put("fail_reason", payment == null ? null : payment.failReason);
    json.put("promotion_id", about.text("promotion_id"));
    return json;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
