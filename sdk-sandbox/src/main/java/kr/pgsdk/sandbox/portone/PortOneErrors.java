package kr.pgsdk.sandbox.portone;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The error types of the operations that the sandbox has, with the documented statuses. */
final class PortOneErrors {
  private static final Map<String, Integer> STATUSES = new HashMap<>();

  /** The refusals of a cancel that an operator can ask for by name. */
  private static final Set<String> OF_CANCEL =
      Set.of(
          "PAYMENT_NOT_PAID",
          "PAYMENT_ALREADY_CANCELLED",
          "CANCEL_AMOUNT_EXCEEDS_CANCELLABLE_AMOUNT",
          "CANCELLABLE_AMOUNT_CONSISTENCY_BROKEN",
          "MAX_CANCEL_COUNT_REACHED",
          "FORBIDDEN",
          "INVALID_REQUEST");

  static {
    put(
        400,
        "INVALID_REQUEST",
        "INVALID_PAYMENT_TOKEN",
        "MAX_TRANSACTION_COUNT_REACHED",
        "MAX_WEBHOOK_RETRY_COUNT_REACHED",
        "MAX_TTL_EXCEEDED",
        "NEGATIVE_PROMOTION_ADJUSTED_CANCEL_AMOUNT",
        "PROMOTION_DISCOUNT_RETAIN_OPTION_SHOULD_NOT_BE_CHANGED");
    put(401, "UNAUTHORIZED");
    put(403, "FORBIDDEN");
    put(
        404,
        "PAYMENT_NOT_FOUND",
        "CHANNEL_NOT_FOUND",
        "BILLING_KEY_NOT_FOUND",
        "CASH_RECEIPT_NOT_FOUND",
        "CASH_RECEIPT_NOT_ISSUED",
        "IDENTITY_VERIFICATION_NOT_FOUND",
        "IDENTITY_VERIFICATION_NOT_SENT",
        "PAYMENT_CANCELLATION_NOT_FOUND",
        "PAYMENT_SCHEDULE_NOT_FOUND",
        "PROMOTION_NOT_FOUND",
        "PROFILE_SETTINGS_NOT_FOUND",
        "SESSION_NOT_FOUND",
        "WEBHOOK_NOT_FOUND");
    put(
        409,
        "ALREADY_PAID",
        "ALREADY_PAID_OR_WAITING",
        "INFORMATION_MISMATCH",
        "IDEMPOTENCY_OUTSTANDING_REQUEST",
        "PAYMENT_NOT_PAID",
        "PAYMENT_ALREADY_CANCELLED",
        "CANCEL_AMOUNT_EXCEEDS_CANCELLABLE_AMOUNT",
        "CANCEL_TAX_AMOUNT_EXCEEDS_CANCELLABLE_TAX_AMOUNT",
        "CANCEL_TAX_FREE_AMOUNT_EXCEEDS_CANCELLABLE_TAX_FREE_AMOUNT",
        "CANCELLABLE_AMOUNT_CONSISTENCY_BROKEN",
        "SUM_OF_PARTS_EXCEEDS_CANCEL_AMOUNT",
        "SUM_OF_PARTS_EXCEEDS_TOTAL_AMOUNT",
        "MAX_CANCEL_COUNT_REACHED",
        "PAYMENT_NOT_WAITING_FOR_DEPOSIT",
        "PAYMENT_CANCELLATION_NOT_PENDING",
        "PAYMENT_SCHEDULE_ALREADY_EXISTS",
        "PAYMENT_SCHEDULE_ALREADY_PROCESSED",
        "PAYMENT_SCHEDULE_ALREADY_REVOKED",
        "BILLING_KEY_ALREADY_DELETED",
        "BILLING_KEY_ALREADY_ISSUED",
        "CASH_RECEIPT_ALREADY_ISSUED",
        "IDENTITY_VERIFICATION_ALREADY_SENT",
        "IDENTITY_VERIFICATION_ALREADY_VERIFIED");
    put(410, "SESSION_EXPIRED");
    put(502, "PG_PROVIDER");
  }

  private static final Map<String, String> MESSAGES =
      Map.ofEntries(
          Map.entry("UNAUTHORIZED", "인증 정보가 올바르지 않습니다."),
          Map.entry("FORBIDDEN", "요청이 거절되었습니다."),
          Map.entry("PAYMENT_NOT_FOUND", "결제 건이 존재하지 않습니다."),
          Map.entry("ALREADY_PAID", "이미 결제가 완료되었습니다."),
          Map.entry("INVALID_PAYMENT_TOKEN", "유효하지 않은 결제 토큰입니다."),
          Map.entry("INFORMATION_MISMATCH", "결제 정보가 일치하지 않습니다."),
          Map.entry("PAYMENT_NOT_PAID", "결제가 완료되지 않았습니다."),
          Map.entry("PAYMENT_ALREADY_CANCELLED", "이미 취소된 결제입니다."),
          Map.entry("CANCEL_AMOUNT_EXCEEDS_CANCELLABLE_AMOUNT", "취소 가능 금액을 초과했습니다."),
          Map.entry("CANCELLABLE_AMOUNT_CONSISTENCY_BROKEN", "취소 가능 잔액이 일치하지 않습니다."),
          Map.entry("IDEMPOTENCY_OUTSTANDING_REQUEST", "같은 멱등 키의 요청을 처리하고 있습니다."),
          Map.entry("PG_PROVIDER", "PG사에서 오류를 전달했습니다."));

  private PortOneErrors() {}

  private static void put(int status, String... types) {
    for (String type : types) {
      STATUSES.put(type, status);
    }
  }

  static int status(String type) {
    Integer status = STATUSES.get(type);
    if (status == null) {
      throw new IllegalStateException("no such error type: " + type);
    }
    return status;
  }

  static String message(String type) {
    return MESSAGES.getOrDefault(type, "요청을 처리할 수 없습니다. (" + type + ")");
  }

  /** Whether PortOne itself, not the payment company, refuses a cancel with this type. */
  static boolean isOfCancel(String type) {
    return OF_CANCEL.contains(type);
  }

  /**
   * What the gateway says with a status that no operation chose. Its words for 408, 429, 500, 503
   * and others are not documented: these types are the sandbox's own.
   */
  static Map<String, @Nullable Object> ofStatus(int status) {
    String type =
        switch (status) {
          case 400 -> "INVALID_REQUEST";
          case 401 -> "UNAUTHORIZED";
          case 403 -> "FORBIDDEN";
          case 404 -> "PAYMENT_NOT_FOUND";
          case 409 -> "IDEMPOTENCY_OUTSTANDING_REQUEST";
          case 429 -> "TOO_MANY_REQUESTS";
          case 502 -> "PG_PROVIDER";
          default -> "SANDBOX_STATUS_" + status;
        };
    if (type.equals("PG_PROVIDER")) {
      return PortOneRefusal.byCompany("SANDBOX", "PG사와 통신하지 못했습니다.").json();
    }
    return STATUSES.containsKey(type)
        ? PortOneRefusal.of(type).json()
        : Map.of("type", type, "message", "HTTP " + status);
  }

  /** Every type, for the test that compares them with the facts. */
  static List<String> types() {
    return List.copyOf(STATUSES.keySet());
  }
}
