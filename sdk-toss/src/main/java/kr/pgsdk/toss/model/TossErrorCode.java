package kr.pgsdk.toss.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kr.pgsdk.core.error.ErrorCode;
import kr.pgsdk.core.internal.http.RetryRules;

/**
 * A code Toss gives for an error: a constant for each one documented, and any other text as well,
 * since codes are added without notice. Compare with {@code equals}; read one from an exception by
 * {@code e.gatewayCode().map(TossErrorCode::of)}.
 *
 * <p>The file is as long as Toss's own list (reference/error-codes): one line a code, and nothing
 * else to look through.
 */
public final class TossErrorCode extends ErrorCode {
  /** Whether the same call may succeed later. */
  public enum Retryable {
    /** Toss says that the error is temporary, or that something is still in progress. */
    YES,
    /** A definite refusal, or a request that is wrong in itself. */
    NO,
    /** Not documented, or not a code this SDK knows. */
    UNKNOWN
  }

  private static final Map<String, TossErrorCode> KNOWN = new HashMap<>();

  // --- temporary, or in progress

  public static final TossErrorCode COMMON_ERROR = passing("COMMON_ERROR");
  public static final TossErrorCode FAILED_CARD_COMPANY_RESPONSE =
      passing("FAILED_CARD_COMPANY_RESPONSE");
  public static final TossErrorCode FAILED_INTERNAL_SYSTEM_PROCESSING =
      passing("FAILED_INTERNAL_SYSTEM_PROCESSING");
  public static final TossErrorCode FAILED_METHOD_HANDLING_CANCEL =
      passing("FAILED_METHOD_HANDLING_CANCEL");
  public static final TossErrorCode FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING =
      passing("FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING");
  public static final TossErrorCode FAILED_REFUND_PROCESS = passing("FAILED_REFUND_PROCESS");
  public static final TossErrorCode FORBIDDEN_CONSECUTIVE_REQUEST =
      passing("FORBIDDEN_CONSECUTIVE_REQUEST");
  public static final TossErrorCode IDEMPOTENT_REQUEST_PROCESSING =
      passing("IDEMPOTENT_REQUEST_PROCESSING");
  public static final TossErrorCode PROVIDER_ERROR = passing("PROVIDER_ERROR");

  // --- whether later helps isn't documented

  public static final TossErrorCode CARD_PROCESSING_ERROR = undocumented("CARD_PROCESSING_ERROR");
  public static final TossErrorCode FAILED_BILLING_AUTO_CANCEL =
      undocumented("FAILED_BILLING_AUTO_CANCEL");
  public static final TossErrorCode FAILED_BILL_KEY_AUTH_CREATION =
      undocumented("FAILED_BILL_KEY_AUTH_CREATION");
  public static final TossErrorCode FAILED_HASH_DATA_CREATION =
      undocumented("FAILED_HASH_DATA_CREATION");
  public static final TossErrorCode FAILED_METHOD_HANDLING = undocumented("FAILED_METHOD_HANDLING");
  public static final TossErrorCode FAILED_PARTIAL_REFUND = undocumented("FAILED_PARTIAL_REFUND");
  public static final TossErrorCode MAINTAINED_METHOD = undocumented("MAINTAINED_METHOD");
  public static final TossErrorCode NOT_AVAILABLE_BANK = undocumented("NOT_AVAILABLE_BANK");
  public static final TossErrorCode NOT_AVAILABLE_PAYMENT = undocumented("NOT_AVAILABLE_PAYMENT");
  public static final TossErrorCode UNKNOWN_ERROR = undocumented("UNKNOWN_ERROR");
  public static final TossErrorCode UNKNOWN_PAYMENT_ERROR = undocumented("UNKNOWN_PAYMENT_ERROR");

  // --- definite

  public static final TossErrorCode ACCOUNT_OWNER_CHECK_FAILED =
      lasting("ACCOUNT_OWNER_CHECK_FAILED");
  public static final TossErrorCode ALREADY_CANCELED_PAYMENT = lasting("ALREADY_CANCELED_PAYMENT");
  public static final TossErrorCode ALREADY_CLOSE_ACCOUNT = lasting("ALREADY_CLOSE_ACCOUNT");
  public static final TossErrorCode ALREADY_COMPLETED_PAYMENT =
      lasting("ALREADY_COMPLETED_PAYMENT");
  public static final TossErrorCode ALREADY_EXIST_SUBMALL = lasting("ALREADY_EXIST_SUBMALL");
  public static final TossErrorCode ALREADY_PROCESSED_PAYMENT =
      lasting("ALREADY_PROCESSED_PAYMENT");
  public static final TossErrorCode ALREADY_REFUNDING_PAYMENT =
      lasting("ALREADY_REFUNDING_PAYMENT");
  public static final TossErrorCode ALREADY_REFUND_PAYMENT = lasting("ALREADY_REFUND_PAYMENT");
  public static final TossErrorCode ALREADY_REMOVED_BILLING_KEY =
      lasting("ALREADY_REMOVED_BILLING_KEY");
  public static final TossErrorCode API_VERSION_UPDATE_NEEDED =
      lasting("API_VERSION_UPDATE_NEEDED");
  public static final TossErrorCode BELOW_MINIMUM_AMOUNT = lasting("BELOW_MINIMUM_AMOUNT");
  public static final TossErrorCode BELOW_ZERO_AMOUNT = lasting("BELOW_ZERO_AMOUNT");
  public static final TossErrorCode DUPLICATED_CASH_RECEIPT = lasting("DUPLICATED_CASH_RECEIPT");
  public static final TossErrorCode DUPLICATED_ORDER_ID = lasting("DUPLICATED_ORDER_ID");
  public static final TossErrorCode DUPLICATED_REQUEST = lasting("DUPLICATED_REQUEST");
  public static final TossErrorCode EXCEEDS_TRANSFER_AMOUNT_MAXIMUM =
      lasting("EXCEEDS_TRANSFER_AMOUNT_MAXIMUM");
  public static final TossErrorCode EXCEED_CANCEL_AMOUNT_DISCOUNT_AMOUNT =
      lasting("EXCEED_CANCEL_AMOUNT_DISCOUNT_AMOUNT");
  public static final TossErrorCode EXCEED_CANCEL_LIMIT = lasting("EXCEED_CANCEL_LIMIT");
  public static final TossErrorCode EXCEED_MAX_AMOUNT = lasting("EXCEED_MAX_AMOUNT");
  public static final TossErrorCode EXCEED_MAX_AUTH_COUNT = lasting("EXCEED_MAX_AUTH_COUNT");
  public static final TossErrorCode EXCEED_MAX_CARD_INSTALLMENT_PLAN =
      lasting("EXCEED_MAX_CARD_INSTALLMENT_PLAN");
  public static final TossErrorCode EXCEED_MAX_DAILY_PAYMENT_COUNT =
      lasting("EXCEED_MAX_DAILY_PAYMENT_COUNT");
  public static final TossErrorCode EXCEED_MAX_DUE_DATE = lasting("EXCEED_MAX_DUE_DATE");
  public static final TossErrorCode EXCEED_MAX_MONTHLY_PAYMENT_AMOUNT =
      lasting("EXCEED_MAX_MONTHLY_PAYMENT_AMOUNT");
  public static final TossErrorCode EXCEED_MAX_ONE_DAY_AMOUNT =
      lasting("EXCEED_MAX_ONE_DAY_AMOUNT");
  public static final TossErrorCode EXCEED_MAX_ONE_DAY_WITHDRAW_AMOUNT =
      lasting("EXCEED_MAX_ONE_DAY_WITHDRAW_AMOUNT");
  public static final TossErrorCode EXCEED_MAX_ONE_TIME_WITHDRAW_AMOUNT =
      lasting("EXCEED_MAX_ONE_TIME_WITHDRAW_AMOUNT");
  public static final TossErrorCode EXCEED_MAX_PAYMENT_AMOUNT =
      lasting("EXCEED_MAX_PAYMENT_AMOUNT");
  public static final TossErrorCode EXCEED_MAX_QUERY_LIMIT = lasting("EXCEED_MAX_QUERY_LIMIT");
  public static final TossErrorCode EXCEED_MAX_REFUND_AMOUNT = lasting("EXCEED_MAX_REFUND_AMOUNT");
  public static final TossErrorCode EXCEED_MAX_REFUND_DUE = lasting("EXCEED_MAX_REFUND_DUE");
  public static final TossErrorCode EXCEED_MAX_VALID_HOURS = lasting("EXCEED_MAX_VALID_HOURS");
  public static final TossErrorCode EXCEED_MIN_CARD_INSTALLMENT_PLAN =
      lasting("EXCEED_MIN_CARD_INSTALLMENT_PLAN");
  public static final TossErrorCode EXCEED_UNKNOWN_CASE = lasting("EXCEED_UNKNOWN_CASE");
  public static final TossErrorCode EXPIRED_PAYMENT = lasting("EXPIRED_PAYMENT");
  public static final TossErrorCode FAILED_DB_PROCESSING = lasting("FAILED_DB_PROCESSING");
  public static final TossErrorCode FDS_ERROR = lasting("FDS_ERROR");
  public static final TossErrorCode FORBIDDEN_BANK_REFUND_REQUEST =
      lasting("FORBIDDEN_BANK_REFUND_REQUEST");
  public static final TossErrorCode FORBIDDEN_REQUEST = lasting("FORBIDDEN_REQUEST");
  public static final TossErrorCode INCORRECT_BASIC_AUTH_FORMAT =
      lasting("INCORRECT_BASIC_AUTH_FORMAT");
  public static final TossErrorCode INCORRECT_FAIL_URL_FORMAT =
      lasting("INCORRECT_FAIL_URL_FORMAT");
  public static final TossErrorCode INCORRECT_SUCCESS_URL_FORMAT =
      lasting("INCORRECT_SUCCESS_URL_FORMAT");
  public static final TossErrorCode INVALID_ACCOUNT_INFO_RE_REGISTER =
      lasting("INVALID_ACCOUNT_INFO_RE_REGISTER");
  public static final TossErrorCode INVALID_ACCOUNT_NOT_CORRECT_BANK =
      lasting("INVALID_ACCOUNT_NOT_CORRECT_BANK");
  public static final TossErrorCode INVALID_ACCOUNT_NUMBER = lasting("INVALID_ACCOUNT_NUMBER");
  public static final TossErrorCode INVALID_ACCOUNT_NUMBER_OR_UNAVAILABLE =
      lasting("INVALID_ACCOUNT_NUMBER_OR_UNAVAILABLE");
  public static final TossErrorCode INVALID_API_KEY = lasting("INVALID_API_KEY");
  public static final TossErrorCode INVALID_AUTHORIZE_AUTH = lasting("INVALID_AUTHORIZE_AUTH");
  public static final TossErrorCode INVALID_AUTHORIZE_AUTH_TYPE_GIFT_CERTIFICATE =
      lasting("INVALID_AUTHORIZE_AUTH_TYPE_GIFT_CERTIFICATE");
  public static final TossErrorCode INVALID_BANK = lasting("INVALID_BANK");
  public static final TossErrorCode INVALID_BILLING_AUTH = lasting("INVALID_BILLING_AUTH");
  public static final TossErrorCode INVALID_BILL_KEY_REQUEST = lasting("INVALID_BILL_KEY_REQUEST");
  public static final TossErrorCode INVALID_BIRTH_DAY_FORMAT = lasting("INVALID_BIRTH_DAY_FORMAT");
  public static final TossErrorCode INVALID_BUSINESS_NUMBER = lasting("INVALID_BUSINESS_NUMBER");
  public static final TossErrorCode INVALID_CARD = lasting("INVALID_CARD");
  public static final TossErrorCode INVALID_CARD_COMPANY = lasting("INVALID_CARD_COMPANY");
  public static final TossErrorCode INVALID_CARD_EXPIRATION = lasting("INVALID_CARD_EXPIRATION");
  public static final TossErrorCode INVALID_CARD_IDENTITY = lasting("INVALID_CARD_IDENTITY");
  public static final TossErrorCode INVALID_CARD_INSTALLMENT_AMOUNT =
      lasting("INVALID_CARD_INSTALLMENT_AMOUNT");
  public static final TossErrorCode INVALID_CARD_INSTALLMENT_PLAN =
      lasting("INVALID_CARD_INSTALLMENT_PLAN");
  public static final TossErrorCode INVALID_CARD_INSTALLMENT_PLANS_WITH_MAX_AND_SINGLE =
      lasting("INVALID_CARD_INSTALLMENT_PLANS_WITH_MAX_AND_SINGLE");
  public static final TossErrorCode INVALID_CARD_LOST_OR_STOLEN =
      lasting("INVALID_CARD_LOST_OR_STOLEN");
  public static final TossErrorCode INVALID_CARD_NUMBER = lasting("INVALID_CARD_NUMBER");
  public static final TossErrorCode INVALID_CARD_PASSWORD = lasting("INVALID_CARD_PASSWORD");
  public static final TossErrorCode INVALID_CASH_RECEIPT_INFO =
      lasting("INVALID_CASH_RECEIPT_INFO");
  public static final TossErrorCode INVALID_CLIENT_KEY = lasting("INVALID_CLIENT_KEY");
  public static final TossErrorCode INVALID_CURRENCY = lasting("INVALID_CURRENCY");
  public static final TossErrorCode INVALID_CUSTOMER_KEY = lasting("INVALID_CUSTOMER_KEY");
  public static final TossErrorCode INVALID_DATE = lasting("INVALID_DATE");
  public static final TossErrorCode INVALID_EASY_PAY = lasting("INVALID_EASY_PAY");
  public static final TossErrorCode INVALID_EMAIL = lasting("INVALID_EMAIL");
  public static final TossErrorCode INVALID_FLOW_MODE_PARAMETERS =
      lasting("INVALID_FLOW_MODE_PARAMETERS");
  public static final TossErrorCode INVALID_IDEMPOTENCY_KEY = lasting("INVALID_IDEMPOTENCY_KEY");
  public static final TossErrorCode INVALID_IDENTIFICATION_TYPE =
      lasting("INVALID_IDENTIFICATION_TYPE");
  public static final TossErrorCode INVALID_ISO_DATE_FORMAT = lasting("INVALID_ISO_DATE_FORMAT");
  public static final TossErrorCode INVALID_ORDER_ID = lasting("INVALID_ORDER_ID");
  public static final TossErrorCode INVALID_ORDER_NAME = lasting("INVALID_ORDER_NAME");
  public static final TossErrorCode INVALID_PAGING_KEY = lasting("INVALID_PAGING_KEY");
  public static final TossErrorCode INVALID_PASSWORD = lasting("INVALID_PASSWORD");
  public static final TossErrorCode INVALID_PAYABLE_DATE = lasting("INVALID_PAYABLE_DATE");
  public static final TossErrorCode INVALID_PAYMENT_KEY = lasting("INVALID_PAYMENT_KEY");
  public static final TossErrorCode INVALID_REFUND_ACCOUNT_INFO =
      lasting("INVALID_REFUND_ACCOUNT_INFO");
  public static final TossErrorCode INVALID_REFUND_ACCOUNT_NUMBER =
      lasting("INVALID_REFUND_ACCOUNT_NUMBER");
  public static final TossErrorCode INVALID_REFUND_AMOUNT = lasting("INVALID_REFUND_AMOUNT");
  public static final TossErrorCode INVALID_REGISTRATION_NUMBER_TYPE =
      lasting("INVALID_REGISTRATION_NUMBER_TYPE");
  public static final TossErrorCode INVALID_REJECT_CARD = lasting("INVALID_REJECT_CARD");
  public static final TossErrorCode INVALID_REQUEST = lasting("INVALID_REQUEST");
  public static final TossErrorCode INVALID_REQUIRED_PARAM = lasting("INVALID_REQUIRED_PARAM");
  public static final TossErrorCode INVALID_STOPPED_CARD = lasting("INVALID_STOPPED_CARD");
  public static final TossErrorCode INVALID_SUBMALL_ID = lasting("INVALID_SUBMALL_ID");
  public static final TossErrorCode INVALID_SUCCESS_URL = lasting("INVALID_SUCCESS_URL");
  public static final TossErrorCode INVALID_TEST_CODE = lasting("INVALID_TEST_CODE");
  public static final TossErrorCode INVALID_UNREGISTERED_SUBMALL =
      lasting("INVALID_UNREGISTERED_SUBMALL");
  public static final TossErrorCode INVALID_URL = lasting("INVALID_URL");
  public static final TossErrorCode INVALID_URL_FORMAT = lasting("INVALID_URL_FORMAT");
  public static final TossErrorCode INVALID_VALID_HOURS_WITH_DUE_DATE_AND_SINGLE =
      lasting("INVALID_VALID_HOURS_WITH_DUE_DATE_AND_SINGLE");
  public static final TossErrorCode INVALID_VIRTUAL_ACCOUNT_TYPE =
      lasting("INVALID_VIRTUAL_ACCOUNT_TYPE");
  public static final TossErrorCode NOT_ALLOWED_CHANGING_ACCOUNT =
      lasting("NOT_ALLOWED_CHANGING_ACCOUNT");
  public static final TossErrorCode NOT_ALLOWED_HOLIDAY = lasting("NOT_ALLOWED_HOLIDAY");
  public static final TossErrorCode NOT_ALLOWED_INSTALLMENT_BELOW_AMOUNT =
      lasting("NOT_ALLOWED_INSTALLMENT_BELOW_AMOUNT");
  public static final TossErrorCode NOT_ALLOWED_PARTIAL_REFUND =
      lasting("NOT_ALLOWED_PARTIAL_REFUND");
  public static final TossErrorCode NOT_ALLOWED_PARTIAL_REFUND_WAITING_DEPOSIT =
      lasting("NOT_ALLOWED_PARTIAL_REFUND_WAITING_DEPOSIT");
  public static final TossErrorCode NOT_ALLOWED_POINT_USE = lasting("NOT_ALLOWED_POINT_USE");
  public static final TossErrorCode NOT_ALLOWED_REFUND_BANK = lasting("NOT_ALLOWED_REFUND_BANK");
  public static final TossErrorCode NOT_CANCELABLE_AMOUNT = lasting("NOT_CANCELABLE_AMOUNT");
  public static final TossErrorCode NOT_CANCELABLE_PAYMENT = lasting("NOT_CANCELABLE_PAYMENT");
  public static final TossErrorCode NOT_CANCELABLE_PAYMENT_FOR_DORMANT_USER =
      lasting("NOT_CANCELABLE_PAYMENT_FOR_DORMANT_USER");
  public static final TossErrorCode NOT_ENOUGH_AMOUNT = lasting("NOT_ENOUGH_AMOUNT");
  public static final TossErrorCode NOT_FOUND = lasting("NOT_FOUND");
  public static final TossErrorCode NOT_FOUND_BILLING = lasting("NOT_FOUND_BILLING");
  public static final TossErrorCode NOT_FOUND_HTTP_METHOD = lasting("NOT_FOUND_HTTP_METHOD");
  public static final TossErrorCode NOT_FOUND_MERCHANT = lasting("NOT_FOUND_MERCHANT");
  public static final TossErrorCode NOT_FOUND_MERCHANT_INTEGRATION =
      lasting("NOT_FOUND_MERCHANT_INTEGRATION");
  public static final TossErrorCode NOT_FOUND_METHOD = lasting("NOT_FOUND_METHOD");
  public static final TossErrorCode NOT_FOUND_METHOD_IN_GROUP =
      lasting("NOT_FOUND_METHOD_IN_GROUP");
  public static final TossErrorCode NOT_FOUND_METHOD_OWNERSHIP =
      lasting("NOT_FOUND_METHOD_OWNERSHIP");
  public static final TossErrorCode NOT_FOUND_PAYMENT = lasting("NOT_FOUND_PAYMENT");
  public static final TossErrorCode NOT_FOUND_PAYMENT_SESSION =
      lasting("NOT_FOUND_PAYMENT_SESSION");
  public static final TossErrorCode NOT_FOUND_SUBMALL = lasting("NOT_FOUND_SUBMALL");
  public static final TossErrorCode NOT_FOUND_TERMINAL_ID = lasting("NOT_FOUND_TERMINAL_ID");
  public static final TossErrorCode NOT_MATCHES_CUSTOMER_KEY = lasting("NOT_MATCHES_CUSTOMER_KEY");
  public static final TossErrorCode NOT_MATCHES_REFUNDABLE_AMOUNT =
      lasting("NOT_MATCHES_REFUNDABLE_AMOUNT");
  public static final TossErrorCode NOT_MATCH_PAYEE_NAME = lasting("NOT_MATCH_PAYEE_NAME");
  public static final TossErrorCode NOT_REGISTERED_BUSINESS = lasting("NOT_REGISTERED_BUSINESS");
  public static final TossErrorCode NOT_REGISTERED_CARD_COMPANY =
      lasting("NOT_REGISTERED_CARD_COMPANY");
  public static final TossErrorCode NOT_REGISTERED_SUBMALL = lasting("NOT_REGISTERED_SUBMALL");
  public static final TossErrorCode NOT_SUPPORTED_CARD_TYPE = lasting("NOT_SUPPORTED_CARD_TYPE");
  public static final TossErrorCode NOT_SUPPORTED_CARRIER = lasting("NOT_SUPPORTED_CARRIER");
  public static final TossErrorCode NOT_SUPPORTED_INSTALLMENT_PLAN_CARD_OR_MERCHANT =
      lasting("NOT_SUPPORTED_INSTALLMENT_PLAN_CARD_OR_MERCHANT");
  public static final TossErrorCode NOT_SUPPORTED_METHOD = lasting("NOT_SUPPORTED_METHOD");
  public static final TossErrorCode NOT_SUPPORTED_MONTHLY_INSTALLMENT_PLAN =
      lasting("NOT_SUPPORTED_MONTHLY_INSTALLMENT_PLAN");
  public static final TossErrorCode NOT_SUPPORTED_MONTHLY_INSTALLMENT_PLAN_BELOW_AMOUNT =
      lasting("NOT_SUPPORTED_MONTHLY_INSTALLMENT_PLAN_BELOW_AMOUNT");
  public static final TossErrorCode NOT_SUPPORTED_PROCESS = lasting("NOT_SUPPORTED_PROCESS");
  public static final TossErrorCode NOT_SUPPORTED_REFUND = lasting("NOT_SUPPORTED_REFUND");
  public static final TossErrorCode NOT_SUPPORTED_USD = lasting("NOT_SUPPORTED_USD");
  public static final TossErrorCode NTS_ERROR = lasting("NTS_ERROR");
  public static final TossErrorCode PAYOUT_NOT_FOUND = lasting("PAYOUT_NOT_FOUND");
  public static final TossErrorCode PAY_PROCESS_ABORTED = lasting("PAY_PROCESS_ABORTED");
  public static final TossErrorCode PAY_PROCESS_CANCELED = lasting("PAY_PROCESS_CANCELED");
  public static final TossErrorCode REFUND_REJECTED = lasting("REFUND_REJECTED");
  public static final TossErrorCode REJECT_ACCOUNT_PAYMENT = lasting("REJECT_ACCOUNT_PAYMENT");
  public static final TossErrorCode REJECT_CARD_COMPANY = lasting("REJECT_CARD_COMPANY");
  public static final TossErrorCode REJECT_CARD_PAYMENT = lasting("REJECT_CARD_PAYMENT");
  public static final TossErrorCode REJECT_TOSSPAY_INVALID_ACCOUNT =
      lasting("REJECT_TOSSPAY_INVALID_ACCOUNT");
  public static final TossErrorCode REQUIRED_ACCOUNT_KEY = lasting("REQUIRED_ACCOUNT_KEY");
  public static final TossErrorCode REQUIRED_AMOUNT = lasting("REQUIRED_AMOUNT");
  public static final TossErrorCode RESTRICTED_TRANSFER_ACCOUNT =
      lasting("RESTRICTED_TRANSFER_ACCOUNT");
  public static final TossErrorCode UNAPPROVED_ORDER_ID = lasting("UNAPPROVED_ORDER_ID");
  public static final TossErrorCode UNAUTHORIZED_KEY = lasting("UNAUTHORIZED_KEY");
  public static final TossErrorCode USER_ACCOUNT_ON_HOLD = lasting("USER_ACCOUNT_ON_HOLD");

  private static final Set<TossErrorCode> AUTHENTICATION =
      Set.of(UNAUTHORIZED_KEY, INVALID_API_KEY, INCORRECT_BASIC_AUTH_FORMAT);

  // The codes that say themselves that the payment may have gone through, or that the institution
  // behind Toss may have done what was asked; with every UNKNOWN_ code.
  private static final Set<TossErrorCode> UNCERTAIN =
      Set.of(
          ALREADY_PROCESSED_PAYMENT,
          ALREADY_COMPLETED_PAYMENT,
          DUPLICATED_REQUEST,
          IDEMPOTENT_REQUEST_PROCESSING,
          FORBIDDEN_CONSECUTIVE_REQUEST,
          PROVIDER_ERROR,
          FAILED_INTERNAL_SYSTEM_PROCESSING,
          FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING,
          COMMON_ERROR,
          FAILED_REFUND_PROCESS,
          FAILED_METHOD_HANDLING_CANCEL,
          FAILED_PARTIAL_REFUND,
          FAILED_BILLING_AUTO_CANCEL);

  private final Retryable retryable;

  private TossErrorCode(String text, boolean known, Retryable retryable) {
    super(text, known);
    this.retryable = retryable;
  }

  private static TossErrorCode passing(String text) {
    return known(text, Retryable.YES);
  }

  private static TossErrorCode undocumented(String text) {
    return known(text, Retryable.UNKNOWN);
  }

  private static TossErrorCode lasting(String text) {
    return known(text, Retryable.NO);
  }

  private static TossErrorCode known(String text, Retryable retryable) {
    TossErrorCode code = new TossErrorCode(text, true, retryable);
    KNOWN.put(text, code);
    return code;
  }

  /** Returns the code with this text, known or not. */
  public static TossErrorCode of(String text) {
    TossErrorCode known = KNOWN.get(Objects.requireNonNull(text, "text"));
    return known != null ? known : new TossErrorCode(text, false, Retryable.UNKNOWN);
  }

  /** Whether the same call may succeed later, as far as Toss says. */
  public Retryable retryable() {
    return retryable;
  }

  /**
   * Whether it leaves open what happened: look the payment up before trying again or calling it
   * failed.
   */
  public boolean isUncertain() {
    return UNCERTAIN.contains(this) || text().startsWith("UNKNOWN_");
  }

  /** Whether the key is refused, and not what was asked. */
  public boolean isAuthentication() {
    return AUTHENTICATION.contains(this);
  }

  @Override
  public boolean isRetryable(int httpStatus) {
    return isKnown()
        ? retryable == Retryable.YES
        : RetryRules.isBusy(httpStatus) || httpStatus >= 500;
  }
}
