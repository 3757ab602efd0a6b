package kr.pgsdk.sandbox.toss;

import java.util.HashMap;
import java.util.Map;

/**
 * The codes of confirm, get, cancel and billing with their HTTP statuses (the tables of the Toss
 * reference, as rendered on 2026-03-17), and those of the general list that the rest needs.
 */
final class TossCodes {
  private static final Map<String, Integer> STATUSES = new HashMap<>();

  static {
    put(
        400,
        """
        ALREADY_PROCESSED_PAYMENT PROVIDER_ERROR EXCEED_MAX_CARD_INSTALLMENT_PLAN INVALID_REQUEST
        NOT_ALLOWED_POINT_USE INVALID_API_KEY INVALID_REJECT_CARD BELOW_MINIMUM_AMOUNT
        INVALID_CARD_EXPIRATION INVALID_STOPPED_CARD EXCEED_MAX_DAILY_PAYMENT_COUNT
        NOT_SUPPORTED_INSTALLMENT_PLAN_CARD_OR_MERCHANT INVALID_CARD_INSTALLMENT_PLAN
        NOT_SUPPORTED_MONTHLY_INSTALLMENT_PLAN EXCEED_MAX_PAYMENT_AMOUNT NOT_FOUND_TERMINAL_ID
        INVALID_AUTHORIZE_AUTH INVALID_CARD_LOST_OR_STOLEN RESTRICTED_TRANSFER_ACCOUNT
        INVALID_CARD_NUMBER INVALID_UNREGISTERED_SUBMALL NOT_REGISTERED_BUSINESS
        EXCEED_MAX_ONE_DAY_WITHDRAW_AMOUNT EXCEED_MAX_ONE_TIME_WITHDRAW_AMOUNT
        CARD_PROCESSING_ERROR EXCEED_MAX_AMOUNT INVALID_ACCOUNT_INFO_RE_REGISTER
        NOT_AVAILABLE_PAYMENT UNAPPROVED_ORDER_ID EXCEED_MAX_MONTHLY_PAYMENT_AMOUNT
        NOT_SUPPORTED_MONTHLY_INSTALLMENT_PLAN_BELOW_AMOUNT ALREADY_CANCELED_PAYMENT
        INVALID_REFUND_ACCOUNT_INFO EXCEED_CANCEL_AMOUNT_DISCOUNT_AMOUNT
        INVALID_REFUND_ACCOUNT_NUMBER INVALID_BANK NOT_MATCHES_REFUNDABLE_AMOUNT REFUND_REJECTED
        ALREADY_REFUND_PAYMENT FORBIDDEN_BANK_REFUND_REQUEST INVALID_IDEMPOTENCY_KEY
        INVALID_TEST_CODE NOT_SUPPORTED_CARD_TYPE INVALID_CARD_PASSWORD INVALID_CARD_IDENTITY
        INVALID_BIRTH_DAY_FORMAT NOT_REGISTERED_CARD_COMPANY INVALID_EMAIL NOT_SUPPORTED_METHOD
        INVALID_BILL_KEY_REQUEST DUPLICATED_ORDER_ID NOT_MATCHES_CUSTOMER_KEY
        ALREADY_REMOVED_BILLING_KEY INVALID_BILLING_AUTH INVALID_REGISTRATION_NUMBER_TYPE
        EXCEED_MAX_DUE_DATE EXCEED_MAX_VALID_HOURS INVALID_VALID_HOURS_WITH_DUE_DATE_AND_SINGLE
        INVALID_DATE DUPLICATED_CASH_RECEIPT INVALID_CASH_RECEIPT_INFO
        """);
    put(401, "UNAUTHORIZED_KEY");
    put(
        403,
        """
        REJECT_ACCOUNT_PAYMENT REJECT_CARD_PAYMENT REJECT_CARD_COMPANY FORBIDDEN_REQUEST
        REJECT_TOSSPAY_INVALID_ACCOUNT EXCEED_MAX_AUTH_COUNT EXCEED_MAX_ONE_DAY_AMOUNT
        NOT_AVAILABLE_BANK INVALID_PASSWORD INCORRECT_BASIC_AUTH_FORMAT FDS_ERROR
        FORBIDDEN_CONSECUTIVE_REQUEST NOT_CANCELABLE_AMOUNT NOT_CANCELABLE_PAYMENT
        EXCEED_MAX_REFUND_DUE NOT_ALLOWED_PARTIAL_REFUND_WAITING_DEPOSIT NOT_ALLOWED_PARTIAL_REFUND
        NOT_CANCELABLE_PAYMENT_FOR_DORMANT_USER EXCEED_CANCEL_LIMIT
        """);
    put(404, "NOT_FOUND_PAYMENT NOT_FOUND_PAYMENT_SESSION NOT_FOUND_BILLING NOT_FOUND");
    put(409, "IDEMPOTENT_REQUEST_PROCESSING");
    put(
        500,
        """
        FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING FAILED_INTERNAL_SYSTEM_PROCESSING
        UNKNOWN_PAYMENT_ERROR FAILED_REFUND_PROCESS FAILED_METHOD_HANDLING_CANCEL
        FAILED_PARTIAL_REFUND COMMON_ERROR FAILED_BILL_KEY_AUTH_CREATION FAILED_DB_PROCESSING
        FAILED_CARD_COMPANY_RESPONSE FAILED_BILLING_AUTO_CANCEL
        """);
  }

  /** Texts change without notice: don't branch on them. */
  private static final Map<String, String> TEXTS =
      Map.of(
          "NOT_FOUND_PAYMENT", "존재하지 않는 결제 입니다.",
          "NOT_FOUND_PAYMENT_SESSION", "결제 시간이 만료되어 결제 진행 데이터가 존재하지 않습니다.",
          "NOT_CANCELABLE_AMOUNT", "취소 할 수 없는 금액 입니다.",
          "ALREADY_CANCELED_PAYMENT", "이미 취소된 결제 입니다.",
          "ALREADY_PROCESSED_PAYMENT", "이미 처리된 결제 입니다.",
          "IDEMPOTENT_REQUEST_PROCESSING", "이전 멱등 요청이 처리중입니다.",
          "PROVIDER_ERROR", "일시적인 오류가 발생했습니다. 잠시 후 다시 시도해주세요.",
          "REJECT_CARD_COMPANY", "결제 승인이 거절되었습니다.",
          "UNAUTHORIZED_KEY", "인증되지 않은 시크릿 키 혹은 클라이언트 키 입니다.",
          "INVALID_REQUEST", "잘못된 요청입니다.");

  private TossCodes() {}

  private static void put(int status, String codes) {
    for (String code : codes.strip().split("\\s+", -1)) {
      STATUSES.put(code, status);
    }
  }

  /** Whether the sandbox knows the code. */
  static boolean isKnown(String code) {
    return STATUSES.containsKey(code);
  }

  /** Returns the status a known code comes with. */
  static int status(String code) {
    Integer status = STATUSES.get(code);
    if (status == null) {
      throw new IllegalArgumentException(
          code
              + " is no code of Toss's confirm, get, cancel or billing: see its error code tables");
    }
    return status;
  }

  static String text(String code) {
    return TEXTS.getOrDefault(code, "요청을 처리할 수 없습니다. (" + code + ")");
  }

  /** Returns a code that comes with {@code status}. */
  static String ofStatus(int status) {
    return switch (status) {
      case 400 -> "PROVIDER_ERROR";
      case 401 -> "UNAUTHORIZED_KEY";
      case 403 -> "FORBIDDEN_REQUEST";
      case 404 -> "NOT_FOUND_PAYMENT";
      case 409 -> "IDEMPOTENT_REQUEST_PROCESSING";
      default -> status < 500 ? "INVALID_REQUEST" : "FAILED_INTERNAL_SYSTEM_PROCESSING";
    };
  }
}
