package kr.pgsdk.toss;

import java.util.Set;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.flow.RefusalClass;
import kr.pgsdk.toss.model.TossErrorCode;

/**
 * What Toss's refusals of a confirm, a cancel or a charge prove. A code that Toss lists for the
 * very operation (reference/error-codes, confirm, cancel and billing) as a definite refusal is
 * final, unless it is named below; an unknown code leaves everything open.
 */
final class TossRefusals {
  /** The codes that leave open what happened, by the documentation or by their meaning. */
  private static final Set<TossErrorCode> UNCERTAIN =
      Set.of(
          TossErrorCode.ALREADY_PROCESSED_PAYMENT,
          TossErrorCode.ALREADY_COMPLETED_PAYMENT,
          TossErrorCode.IDEMPOTENT_REQUEST_PROCESSING,
          TossErrorCode.NOT_FOUND, // no such address: whoever says so may not be Toss
          TossErrorCode.PROVIDER_ERROR,
          TossErrorCode.FAILED_INTERNAL_SYSTEM_PROCESSING,
          TossErrorCode.FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING,
          TossErrorCode.COMMON_ERROR,
          TossErrorCode.FAILED_METHOD_HANDLING_CANCEL,
          TossErrorCode.FAILED_BILLING_AUTO_CANCEL,
          TossErrorCode.DUPLICATED_ORDER_ID); // the order may be charged already

  /** The bank may have carried it out (FAILED_REFUND_PROCESS: "bank may have executed it"). */
  private static final Set<TossErrorCode> AT_THE_BANK =
      Set.of(TossErrorCode.FAILED_REFUND_PROCESS, TossErrorCode.FAILED_PARTIAL_REFUND);

  private static final Set<TossErrorCode> FINAL_FOR_CONFIRM =
      Set.of(
          TossErrorCode.EXCEED_MAX_CARD_INSTALLMENT_PLAN,
          TossErrorCode.NOT_ALLOWED_POINT_USE,
          TossErrorCode.INVALID_REJECT_CARD,
          TossErrorCode.BELOW_MINIMUM_AMOUNT,
          TossErrorCode.INVALID_CARD_EXPIRATION,
          TossErrorCode.INVALID_STOPPED_CARD,
          TossErrorCode.EXCEED_MAX_DAILY_PAYMENT_COUNT,
          TossErrorCode.NOT_SUPPORTED_INSTALLMENT_PLAN_CARD_OR_MERCHANT,
          TossErrorCode.INVALID_CARD_INSTALLMENT_PLAN,
          TossErrorCode.NOT_SUPPORTED_MONTHLY_INSTALLMENT_PLAN,
          TossErrorCode.EXCEED_MAX_PAYMENT_AMOUNT,
          TossErrorCode.NOT_FOUND_TERMINAL_ID,
          TossErrorCode.INVALID_AUTHORIZE_AUTH,
          TossErrorCode.INVALID_CARD_LOST_OR_STOLEN,
          TossErrorCode.RESTRICTED_TRANSFER_ACCOUNT,
          TossErrorCode.INVALID_CARD_NUMBER,
          TossErrorCode.INVALID_UNREGISTERED_SUBMALL,
          TossErrorCode.NOT_REGISTERED_BUSINESS,
          TossErrorCode.EXCEED_MAX_ONE_DAY_WITHDRAW_AMOUNT,
          TossErrorCode.EXCEED_MAX_ONE_TIME_WITHDRAW_AMOUNT,
          TossErrorCode.EXCEED_MAX_AMOUNT,
          TossErrorCode.INVALID_ACCOUNT_INFO_RE_REGISTER,
          TossErrorCode.UNAPPROVED_ORDER_ID,
          TossErrorCode.EXCEED_MAX_MONTHLY_PAYMENT_AMOUNT,
          TossErrorCode.REJECT_ACCOUNT_PAYMENT,
          TossErrorCode.REJECT_CARD_PAYMENT,
          TossErrorCode.REJECT_CARD_COMPANY,
          TossErrorCode.REJECT_TOSSPAY_INVALID_ACCOUNT,
          TossErrorCode.EXCEED_MAX_AUTH_COUNT,
          TossErrorCode.EXCEED_MAX_ONE_DAY_AMOUNT,
          TossErrorCode.INVALID_PASSWORD,
          TossErrorCode.FDS_ERROR,
          TossErrorCode.NOT_FOUND_PAYMENT,
          TossErrorCode.NOT_FOUND_PAYMENT_SESSION);

  private static final Set<TossErrorCode> FINAL_FOR_CANCEL =
      Set.of(
          TossErrorCode.INVALID_REFUND_ACCOUNT_INFO,
          TossErrorCode.EXCEED_CANCEL_AMOUNT_DISCOUNT_AMOUNT,
          TossErrorCode.INVALID_REFUND_ACCOUNT_NUMBER,
          TossErrorCode.INVALID_BANK,
          TossErrorCode.REFUND_REJECTED,
          TossErrorCode.FORBIDDEN_BANK_REFUND_REQUEST,
          TossErrorCode.EXCEED_MAX_REFUND_DUE,
          TossErrorCode.NOT_ALLOWED_PARTIAL_REFUND_WAITING_DEPOSIT,
          TossErrorCode.NOT_ALLOWED_PARTIAL_REFUND,
          TossErrorCode.NOT_CANCELABLE_PAYMENT_FOR_DORMANT_USER,
          TossErrorCode.EXCEED_CANCEL_LIMIT,
          TossErrorCode.NOT_FOUND_PAYMENT);

  private static final Set<TossErrorCode> FINAL_FOR_CHARGE =
      Set.of(
          TossErrorCode.INVALID_STOPPED_CARD,
          TossErrorCode.INVALID_REJECT_CARD,
          TossErrorCode.INVALID_CARD_EXPIRATION,
          TossErrorCode.INVALID_CARD_NUMBER,
          TossErrorCode.INVALID_CARD_LOST_OR_STOLEN,
          TossErrorCode.INVALID_BILL_KEY_REQUEST,
          TossErrorCode.NOT_SUPPORTED_CARD_TYPE,
          TossErrorCode.NOT_SUPPORTED_INSTALLMENT_PLAN_CARD_OR_MERCHANT,
          TossErrorCode.INVALID_CARD_INSTALLMENT_PLAN,
          TossErrorCode.NOT_MATCHES_CUSTOMER_KEY,
          TossErrorCode.BELOW_MINIMUM_AMOUNT,
          TossErrorCode.NOT_REGISTERED_CARD_COMPANY,
          TossErrorCode.NOT_SUPPORTED_MONTHLY_INSTALLMENT_PLAN,
          TossErrorCode.NOT_SUPPORTED_METHOD,
          TossErrorCode.ALREADY_REMOVED_BILLING_KEY,
          TossErrorCode.REJECT_CARD_PAYMENT,
          TossErrorCode.REJECT_ACCOUNT_PAYMENT,
          TossErrorCode.REJECT_CARD_COMPANY,
          TossErrorCode.EXCEED_MAX_AUTH_COUNT);

  /** What a refund is refused with while another of the payment is worked on. */
  private static final Set<TossErrorCode> IN_THE_WAY =
      Set.of(TossErrorCode.FORBIDDEN_CONSECUTIVE_REQUEST, TossErrorCode.ALREADY_REFUNDING_PAYMENT);

  private TossRefusals() {}

  /** Whether a refusal may come because a refund of the payment is being worked on. */
  static boolean saysRefundUnderWay(GatewayException refusal) {
    return refusal.gatewayCode().map(TossErrorCode::of).filter(IN_THE_WAY::contains).isPresent();
  }

  /** What a refusal of a confirm proves. */
  static RefusalClass ofConfirm(GatewayException refusal) {
    return classify(refusal, FINAL_FOR_CONFIRM);
  }

  /** What a refusal of a cancel proves. */
  static RefusalClass ofCancel(GatewayException refusal) {
    return classify(refusal, FINAL_FOR_CANCEL);
  }

  /** What a refusal of a charge proves. */
  static RefusalClass ofCharge(GatewayException refusal) {
    return classify(refusal, FINAL_FOR_CHARGE);
  }

  private static RefusalClass classify(GatewayException refusal, Set<TossErrorCode> ofOperation) {
    String text = refusal.gatewayCode().orElse(null);
    if (text == null) {
      return RefusalClass.UNCERTAIN;
    }
    TossErrorCode code = TossErrorCode.of(text);
    if (AT_THE_BANK.contains(code) || text.startsWith("UNKNOWN_")) {
      return RefusalClass.UNCERTAIN_AT_THE_BANK;
    }
    int status = refusal.httpStatus().orElse(0);
    if (UNCERTAIN.contains(code) || !code.isKnown() || status >= 500) {
      return RefusalClass.UNCERTAIN;
    }
    // The rest is refused in front of the record of keys (INVALID_REQUEST, FORBIDDEN_REQUEST,
    // FORBIDDEN_CONSECUTIVE_REQUEST, …), or can be the request's own doing (ALREADY_CANCELED_…), or
    // isn't listed for this operation.
    return ofOperation.contains(code) ? RefusalClass.FINAL : RefusalClass.OF_THIS_SENDING;
  }
}
