package kr.pgsdk.portone.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import kr.pgsdk.core.error.ErrorCode;
import kr.pgsdk.core.internal.http.RetryRules;

/**
 * The {@code type} of an error of PortOne's: a constant for each one documented, and any other text
 * as well, since types are added without notice. Compare with {@code equals}; read one from an
 * exception by {@code e.gatewayCode().map(PortOneErrorCode::of)}.
 *
 * <p>The file is as long as PortOne's own list (the errors of its OpenAPI description): one line a
 * type, and nothing else to look through.
 */
public final class PortOneErrorCode extends ErrorCode {
  private static final Map<String, PortOneErrorCode> KNOWN = new HashMap<>();

  public static final PortOneErrorCode ALREADY_PAID = known("ALREADY_PAID");
  public static final PortOneErrorCode ALREADY_PAID_OR_WAITING = known("ALREADY_PAID_OR_WAITING");
  public static final PortOneErrorCode B2B_BULK_TAX_INVOICE_NOT_FOUND =
      known("B2B_BULK_TAX_INVOICE_NOT_FOUND");
  public static final PortOneErrorCode B2B_CANNOT_CHANGE_TAX_TYPE =
      known("B2B_CANNOT_CHANGE_TAX_TYPE");
  public static final PortOneErrorCode B2B_CERTIFICATE_UNREGISTERED =
      known("B2B_CERTIFICATE_UNREGISTERED");
  public static final PortOneErrorCode B2B_COUNTERPARTY_BRN_INVALID =
      known("B2B_COUNTERPARTY_BRN_INVALID");
  public static final PortOneErrorCode B2B_COUNTERPARTY_BRN_MODIFICATION_NOT_ALLOWED =
      known("B2B_COUNTERPARTY_BRN_MODIFICATION_NOT_ALLOWED");
  public static final PortOneErrorCode B2B_COUNTERPARTY_ID_ALREADY_EXISTS =
      known("B2B_COUNTERPARTY_ID_ALREADY_EXISTS");
  public static final PortOneErrorCode B2B_COUNTERPARTY_ID_ALREADY_EXISTS_BY_PARTNER =
      known("B2B_COUNTERPARTY_ID_ALREADY_EXISTS_BY_PARTNER");
  public static final PortOneErrorCode B2B_COUNTERPARTY_MISSING_REQUIRED_FIELDS =
      known("B2B_COUNTERPARTY_MISSING_REQUIRED_FIELDS");
  public static final PortOneErrorCode B2B_COUNTERPARTY_NOT_FOUND =
      known("B2B_COUNTERPARTY_NOT_FOUND");
  public static final PortOneErrorCode B2B_COUNTERPARTY_NTS_CONNECTION_FAILED =
      known("B2B_COUNTERPARTY_NTS_CONNECTION_FAILED");
  public static final PortOneErrorCode B2B_COUNTERPARTY_NTS_NOT_CONNECTED =
      known("B2B_COUNTERPARTY_NTS_NOT_CONNECTED");
  public static final PortOneErrorCode B2B_COUNTERPARTY_ONGOING_TAX_INVOICE_EXISTS =
      known("B2B_COUNTERPARTY_ONGOING_TAX_INVOICE_EXISTS");
  public static final PortOneErrorCode B2B_COUNTERPARTY_PARTNER_NOT_CONNECTABLE =
      known("B2B_COUNTERPARTY_PARTNER_NOT_CONNECTABLE");
  public static final PortOneErrorCode B2B_COUNTERPARTY_PARTNER_NOT_DELETABLE =
      known("B2B_COUNTERPARTY_PARTNER_NOT_DELETABLE");
  public static final PortOneErrorCode B2B_COUNTERPARTY_PARTNER_NOT_UPDATABLE =
      known("B2B_COUNTERPARTY_PARTNER_NOT_UPDATABLE");
  public static final PortOneErrorCode B2B_COUNTERPARTY_SELF_ORIGIN_BRN_MISMATCH =
      known("B2B_COUNTERPARTY_SELF_ORIGIN_BRN_MISMATCH");
  public static final PortOneErrorCode B2B_COUNTERPARTY_TOO_MANY_ADDITIONAL_CONTACTS =
      known("B2B_COUNTERPARTY_TOO_MANY_ADDITIONAL_CONTACTS");
  public static final PortOneErrorCode B2B_COUNTERPARTY_VERIFICATION_BRN_MISMATCH =
      known("B2B_COUNTERPARTY_VERIFICATION_BRN_MISMATCH");
  public static final PortOneErrorCode B2B_COUNTERPARTY_VERIFICATION_INVALID =
      known("B2B_COUNTERPARTY_VERIFICATION_INVALID");
  public static final PortOneErrorCode B2B_COUNTERPARTY_VERIFICATION_NOT_FOUND =
      known("B2B_COUNTERPARTY_VERIFICATION_NOT_FOUND");
  public static final PortOneErrorCode B2B_COUNTERPARTY_VERIFICATION_TYPE_MISMATCH =
      known("B2B_COUNTERPARTY_VERIFICATION_TYPE_MISMATCH");
  public static final PortOneErrorCode B2B_DOCUMENT_KEY_CANNOT_BE_CHANGED =
      known("B2B_DOCUMENT_KEY_CANNOT_BE_CHANGED");
  public static final PortOneErrorCode B2B_EXTERNAL_SERVICE = known("B2B_EXTERNAL_SERVICE");
  public static final PortOneErrorCode B2B_FILE_NOT_FOUND = known("B2B_FILE_NOT_FOUND");
  public static final PortOneErrorCode B2B_ID_ALREADY_EXISTS = known("B2B_ID_ALREADY_EXISTS");
  public static final PortOneErrorCode B2B_ISSUANCE_TYPE_MISMATCH =
      known("B2B_ISSUANCE_TYPE_MISMATCH");
  public static final PortOneErrorCode B2B_MODIFICATION_NOT_PROVIDED =
      known("B2B_MODIFICATION_NOT_PROVIDED");
  public static final PortOneErrorCode B2B_NOT_ENABLED = known("B2B_NOT_ENABLED");
  public static final PortOneErrorCode B2B_ORIGINAL_TAX_INVOICE_NOT_FOUND =
      known("B2B_ORIGINAL_TAX_INVOICE_NOT_FOUND");
  public static final PortOneErrorCode B2B_RECIPIENT_NOT_FOUND = known("B2B_RECIPIENT_NOT_FOUND");
  public static final PortOneErrorCode B2B_SUPPLIER_NOT_FOUND = known("B2B_SUPPLIER_NOT_FOUND");
  public static final PortOneErrorCode B2B_TAX_INVOICE_ATTACHMENT_NOT_FOUND =
      known("B2B_TAX_INVOICE_ATTACHMENT_NOT_FOUND");
  public static final PortOneErrorCode B2B_TAX_INVOICE_NON_DELETABLE_STATUS =
      known("B2B_TAX_INVOICE_NON_DELETABLE_STATUS");
  public static final PortOneErrorCode B2B_TAX_INVOICE_NOT_DRAFTED_STATUS =
      known("B2B_TAX_INVOICE_NOT_DRAFTED_STATUS");
  public static final PortOneErrorCode B2B_TAX_INVOICE_NOT_FOUND =
      known("B2B_TAX_INVOICE_NOT_FOUND");
  public static final PortOneErrorCode B2B_TAX_INVOICE_NOT_ISSUED_STATUS =
      known("B2B_TAX_INVOICE_NOT_ISSUED_STATUS");
  public static final PortOneErrorCode B2B_TAX_INVOICE_NOT_REQUESTED_STATUS =
      known("B2B_TAX_INVOICE_NOT_REQUESTED_STATUS");
  public static final PortOneErrorCode B2B_TAX_INVOICE_NO_RECIPIENT_DOCUMENT_KEY =
      known("B2B_TAX_INVOICE_NO_RECIPIENT_DOCUMENT_KEY");
  public static final PortOneErrorCode B2B_TAX_INVOICE_NO_SUPPLIER_DOCUMENT_KEY =
      known("B2B_TAX_INVOICE_NO_SUPPLIER_DOCUMENT_KEY");
  public static final PortOneErrorCode B2B_TAX_INVOICE_RECIPIENT_DOCUMENT_KEY_ALREADY_USED =
      known("B2B_TAX_INVOICE_RECIPIENT_DOCUMENT_KEY_ALREADY_USED");
  public static final PortOneErrorCode B2B_TAX_INVOICE_STATUS_NOT_SENDING_COMPLETED =
      known("B2B_TAX_INVOICE_STATUS_NOT_SENDING_COMPLETED");
  public static final PortOneErrorCode B2B_TAX_INVOICE_SUPPLIER_DOCUMENT_KEY_ALREADY_USED =
      known("B2B_TAX_INVOICE_SUPPLIER_DOCUMENT_KEY_ALREADY_USED");
  public static final PortOneErrorCode BILLING_KEY_ALREADY_DELETED =
      known("BILLING_KEY_ALREADY_DELETED");
  public static final PortOneErrorCode BILLING_KEY_ALREADY_ISSUED =
      known("BILLING_KEY_ALREADY_ISSUED");
  public static final PortOneErrorCode BILLING_KEY_NOT_FOUND = known("BILLING_KEY_NOT_FOUND");
  public static final PortOneErrorCode BILLING_KEY_NOT_ISSUED = known("BILLING_KEY_NOT_ISSUED");
  public static final PortOneErrorCode CANCELLABLE_AMOUNT_CONSISTENCY_BROKEN =
      known("CANCELLABLE_AMOUNT_CONSISTENCY_BROKEN");
  public static final PortOneErrorCode CANCEL_AMOUNT_EXCEEDS_CANCELLABLE_AMOUNT =
      known("CANCEL_AMOUNT_EXCEEDS_CANCELLABLE_AMOUNT");
  public static final PortOneErrorCode CANCEL_TAX_AMOUNT_EXCEEDS_CANCELLABLE_TAX_AMOUNT =
      known("CANCEL_TAX_AMOUNT_EXCEEDS_CANCELLABLE_TAX_AMOUNT");
  public static final PortOneErrorCode CANCEL_TAX_FREE_AMOUNT_EXCEEDS_CANCELLABLE_TAX_FREE_AMOUNT =
      known("CANCEL_TAX_FREE_AMOUNT_EXCEEDS_CANCELLABLE_TAX_FREE_AMOUNT");
  public static final PortOneErrorCode CASH_RECEIPT_ALREADY_ISSUED =
      known("CASH_RECEIPT_ALREADY_ISSUED");
  public static final PortOneErrorCode CASH_RECEIPT_NOT_FOUND = known("CASH_RECEIPT_NOT_FOUND");
  public static final PortOneErrorCode CASH_RECEIPT_NOT_ISSUED = known("CASH_RECEIPT_NOT_ISSUED");
  public static final PortOneErrorCode CHANNEL_NOT_FOUND = known("CHANNEL_NOT_FOUND");
  public static final PortOneErrorCode CHANNEL_SPECIFIC = known("CHANNEL_SPECIFIC");
  public static final PortOneErrorCode DISCOUNT_AMOUNT_EXCEEDS_TOTAL_AMOUNT =
      known("DISCOUNT_AMOUNT_EXCEEDS_TOTAL_AMOUNT");
  public static final PortOneErrorCode FORBIDDEN = known("FORBIDDEN");
  public static final PortOneErrorCode IDENTITY_VERIFICATION_ALREADY_SENT =
      known("IDENTITY_VERIFICATION_ALREADY_SENT");
  public static final PortOneErrorCode IDENTITY_VERIFICATION_ALREADY_VERIFIED =
      known("IDENTITY_VERIFICATION_ALREADY_VERIFIED");
  public static final PortOneErrorCode IDENTITY_VERIFICATION_NOT_FOUND =
      known("IDENTITY_VERIFICATION_NOT_FOUND");
  public static final PortOneErrorCode IDENTITY_VERIFICATION_NOT_SENT =
      known("IDENTITY_VERIFICATION_NOT_SENT");
  public static final PortOneErrorCode INFORMATION_MISMATCH = known("INFORMATION_MISMATCH");
  public static final PortOneErrorCode INVALID_PAYMENT_TOKEN = known("INVALID_PAYMENT_TOKEN");
  public static final PortOneErrorCode INVALID_REQUEST = known("INVALID_REQUEST");
  public static final PortOneErrorCode MAX_CANCEL_COUNT_REACHED = known("MAX_CANCEL_COUNT_REACHED");
  public static final PortOneErrorCode MAX_TRANSACTION_COUNT_REACHED =
      known("MAX_TRANSACTION_COUNT_REACHED");
  public static final PortOneErrorCode MAX_TTL_EXCEEDED = known("MAX_TTL_EXCEEDED");
  public static final PortOneErrorCode MAX_WEBHOOK_RETRY_COUNT_REACHED =
      known("MAX_WEBHOOK_RETRY_COUNT_REACHED");
  public static final PortOneErrorCode NEGATIVE_PROMOTION_ADJUSTED_CANCEL_AMOUNT =
      known("NEGATIVE_PROMOTION_ADJUSTED_CANCEL_AMOUNT");
  public static final PortOneErrorCode PAYMENT_ALREADY_CANCELLED =
      known("PAYMENT_ALREADY_CANCELLED");
  public static final PortOneErrorCode PAYMENT_CANCELLATION_NOT_FOUND =
      known("PAYMENT_CANCELLATION_NOT_FOUND");
  public static final PortOneErrorCode PAYMENT_CANCELLATION_NOT_PENDING =
      known("PAYMENT_CANCELLATION_NOT_PENDING");
  public static final PortOneErrorCode PAYMENT_NOT_FOUND = known("PAYMENT_NOT_FOUND");
  public static final PortOneErrorCode PAYMENT_NOT_PAID = known("PAYMENT_NOT_PAID");
  public static final PortOneErrorCode PAYMENT_NOT_WAITING_FOR_DEPOSIT =
      known("PAYMENT_NOT_WAITING_FOR_DEPOSIT");
  public static final PortOneErrorCode PAYMENT_SCHEDULE_ALREADY_EXISTS =
      known("PAYMENT_SCHEDULE_ALREADY_EXISTS");
  public static final PortOneErrorCode PAYMENT_SCHEDULE_ALREADY_PROCESSED =
      known("PAYMENT_SCHEDULE_ALREADY_PROCESSED");
  public static final PortOneErrorCode PAYMENT_SCHEDULE_ALREADY_REVOKED =
      known("PAYMENT_SCHEDULE_ALREADY_REVOKED");
  public static final PortOneErrorCode PAYMENT_SCHEDULE_NOT_FOUND =
      known("PAYMENT_SCHEDULE_NOT_FOUND");
  public static final PortOneErrorCode PG_PROVIDER = known("PG_PROVIDER");
  public static final PortOneErrorCode PLATFORM_ACCOUNT_VERIFICATION_ALREADY_USED =
      known("PLATFORM_ACCOUNT_VERIFICATION_ALREADY_USED");
  public static final PortOneErrorCode PLATFORM_ACCOUNT_VERIFICATION_FAILED =
      known("PLATFORM_ACCOUNT_VERIFICATION_FAILED");
  public static final PortOneErrorCode PLATFORM_ACCOUNT_VERIFICATION_NOT_FOUND =
      known("PLATFORM_ACCOUNT_VERIFICATION_NOT_FOUND");
  public static final PortOneErrorCode PLATFORM_ADDITIONAL_FEE_POLICIES_NOT_FOUND =
      known("PLATFORM_ADDITIONAL_FEE_POLICIES_NOT_FOUND");
  public static final PortOneErrorCode PLATFORM_ADDITIONAL_FEE_POLICY_ALREADY_EXISTS =
      known("PLATFORM_ADDITIONAL_FEE_POLICY_ALREADY_EXISTS");
  public static final PortOneErrorCode PLATFORM_ADDITIONAL_FEE_POLICY_NOT_FOUND =
      known("PLATFORM_ADDITIONAL_FEE_POLICY_NOT_FOUND");
  public static final PortOneErrorCode PLATFORM_ADDITIONAL_FEE_POLICY_SCHEDULE_ALREADY_EXISTS =
      known("PLATFORM_ADDITIONAL_FEE_POLICY_SCHEDULE_ALREADY_EXISTS");
  public static final PortOneErrorCode
      PLATFORM_ADDITIONAL_FIXED_AMOUNT_FEE_CURRENCY_AND_SETTLEMENT_CURRENCY_MISMATCHED =
          known("PLATFORM_ADDITIONAL_FIXED_AMOUNT_FEE_CURRENCY_AND_SETTLEMENT_CURRENCY_MISMATCHED");
  public static final PortOneErrorCode PLATFORM_ARCHIVED_ADDITIONAL_FEE_POLICY =
      known("PLATFORM_ARCHIVED_ADDITIONAL_FEE_POLICY");
  public static final PortOneErrorCode PLATFORM_ARCHIVED_CONTRACT =
      known("PLATFORM_ARCHIVED_CONTRACT");
  public static final PortOneErrorCode PLATFORM_ARCHIVED_DISCOUNT_SHARE_POLICY =
      known("PLATFORM_ARCHIVED_DISCOUNT_SHARE_POLICY");
  public static final PortOneErrorCode PLATFORM_ARCHIVED_PARTNER =
      known("PLATFORM_ARCHIVED_PARTNER");
  public static final PortOneErrorCode PLATFORM_ARCHIVED_PARTNERS_CANNOT_BE_SCHEDULED =
      known("PLATFORM_ARCHIVED_PARTNERS_CANNOT_BE_SCHEDULED");
  public static final PortOneErrorCode PLATFORM_ARCHIVED_PARTNER_NTS_NOT_ALLOWED =
      known("PLATFORM_ARCHIVED_PARTNER_NTS_NOT_ALLOWED");
  public static final PortOneErrorCode PLATFORM_BTX_NOT_ENABLED = known("PLATFORM_BTX_NOT_ENABLED");
  public static final PortOneErrorCode PLATFORM_BULK_PAYOUT_ID_ALREADY_EXISTS =
      known("PLATFORM_BULK_PAYOUT_ID_ALREADY_EXISTS");
  public static final PortOneErrorCode PLATFORM_CANCELLABLE_AMOUNT_EXCEEDED =
      known("PLATFORM_CANCELLABLE_AMOUNT_EXCEEDED");
  public static final PortOneErrorCode PLATFORM_CANCELLABLE_DISCOUNT_AMOUNT_EXCEEDED =
      known("PLATFORM_CANCELLABLE_DISCOUNT_AMOUNT_EXCEEDED");
  public static final PortOneErrorCode PLATFORM_CANCELLABLE_DISCOUNT_TAX_FREE_AMOUNT_EXCEEDED =
      known("PLATFORM_CANCELLABLE_DISCOUNT_TAX_FREE_AMOUNT_EXCEEDED");
  public static final PortOneErrorCode PLATFORM_CANCELLABLE_PRODUCT_QUANTITY_EXCEEDED =
      known("PLATFORM_CANCELLABLE_PRODUCT_QUANTITY_EXCEEDED");
  public static final PortOneErrorCode PLATFORM_CANCELLATION_AND_PAYMENT_TYPE_MISMATCHED =
      known("PLATFORM_CANCELLATION_AND_PAYMENT_TYPE_MISMATCHED");
  public static final PortOneErrorCode PLATFORM_CANCELLATION_NOT_FOUND =
      known("PLATFORM_CANCELLATION_NOT_FOUND");
  public static final PortOneErrorCode PLATFORM_CANCEL_ORDER_TRANSFERS_EXISTS =
      known("PLATFORM_CANCEL_ORDER_TRANSFERS_EXISTS");
  public static final PortOneErrorCode PLATFORM_CANNOT_ARCHIVE_SCHEDULED_ADDITIONAL_FEE_POLICY =
      known("PLATFORM_CANNOT_ARCHIVE_SCHEDULED_ADDITIONAL_FEE_POLICY");
  public static final PortOneErrorCode PLATFORM_CANNOT_ARCHIVE_SCHEDULED_CONTRACT =
      known("PLATFORM_CANNOT_ARCHIVE_SCHEDULED_CONTRACT");
  public static final PortOneErrorCode PLATFORM_CANNOT_ARCHIVE_SCHEDULED_DISCOUNT_SHARE_POLICY =
      known("PLATFORM_CANNOT_ARCHIVE_SCHEDULED_DISCOUNT_SHARE_POLICY");
  public static final PortOneErrorCode PLATFORM_CANNOT_ARCHIVE_SCHEDULED_PARTNER =
      known("PLATFORM_CANNOT_ARCHIVE_SCHEDULED_PARTNER");
  public static final PortOneErrorCode PLATFORM_CANNOT_SPECIFY_TRANSFER =
      known("PLATFORM_CANNOT_SPECIFY_TRANSFER");
  public static final PortOneErrorCode PLATFORM_COMPANY_NOT_FOUND =
      known("PLATFORM_COMPANY_NOT_FOUND");
  public static final PortOneErrorCode PLATFORM_COMPANY_VERIFICATION_ALREADY_USED =
      known("PLATFORM_COMPANY_VERIFICATION_ALREADY_USED");
  public static final PortOneErrorCode PLATFORM_CONTRACTS_NOT_FOUND =
      known("PLATFORM_CONTRACTS_NOT_FOUND");
  public static final PortOneErrorCode PLATFORM_CONTRACT_ALREADY_EXISTS =
      known("PLATFORM_CONTRACT_ALREADY_EXISTS");
  public static final PortOneErrorCode PLATFORM_CONTRACT_NOT_FOUND =
      known("PLATFORM_CONTRACT_NOT_FOUND");
  public static final PortOneErrorCode
      PLATFORM_CONTRACT_PLATFORM_FIXED_AMOUNT_FEE_CURRENCY_AND_SETTLEMENT_CURRENCY_MISMATCHED =
          known(
              "PLATFORM_CONTRACT_PLATFORM_FIXED_AMOUNT_FEE_CURRENCY_AND_SETTLEMENT_CURRENCY_MISMATCHED");
  public static final PortOneErrorCode PLATFORM_CONTRACT_SCHEDULE_ALREADY_EXISTS =
      known("PLATFORM_CONTRACT_SCHEDULE_ALREADY_EXISTS");
  public static final PortOneErrorCode PLATFORM_COUNTERPARTY_NOT_CONNECTABLE_STATUS =
      known("PLATFORM_COUNTERPARTY_NOT_CONNECTABLE_STATUS");
  public static final PortOneErrorCode PLATFORM_COUNTERPARTY_NOT_CONNECTED =
      known("PLATFORM_COUNTERPARTY_NOT_CONNECTED");
  public static final PortOneErrorCode PLATFORM_COUNTERPARTY_ONGOING_TAX_INVOICE_EXISTS =
      known("PLATFORM_COUNTERPARTY_ONGOING_TAX_INVOICE_EXISTS");
  public static final PortOneErrorCode PLATFORM_CURRENCY_NOT_SUPPORTED =
      known("PLATFORM_CURRENCY_NOT_SUPPORTED");
  public static final PortOneErrorCode PLATFORM_DISCOUNT_SHARE_POLICIES_NOT_FOUND =
      known("PLATFORM_DISCOUNT_SHARE_POLICIES_NOT_FOUND");
  public static final PortOneErrorCode PLATFORM_DISCOUNT_SHARE_POLICY_ALREADY_EXISTS =
      known("PLATFORM_DISCOUNT_SHARE_POLICY_ALREADY_EXISTS");
  public static final PortOneErrorCode PLATFORM_DISCOUNT_SHARE_POLICY_ID_DUPLICATED =
      known("PLATFORM_DISCOUNT_SHARE_POLICY_ID_DUPLICATED");
  public static final PortOneErrorCode PLATFORM_DISCOUNT_SHARE_POLICY_NOT_FOUND =
      known("PLATFORM_DISCOUNT_SHARE_POLICY_NOT_FOUND");
  public static final PortOneErrorCode PLATFORM_DISCOUNT_SHARE_POLICY_SCHEDULE_ALREADY_EXISTS =
      known("PLATFORM_DISCOUNT_SHARE_POLICY_SCHEDULE_ALREADY_EXISTS");
  public static final PortOneErrorCode PLATFORM_DUPLICATED_PARTNER_SETTLEMENT_IDS =
      known("PLATFORM_DUPLICATED_PARTNER_SETTLEMENT_IDS");
  public static final PortOneErrorCode PLATFORM_EXTERNAL_API_FAILED =
      known("PLATFORM_EXTERNAL_API_FAILED");
  public static final PortOneErrorCode PLATFORM_EXTERNAL_API_TEMPORARILY_FAILED =
      known("PLATFORM_EXTERNAL_API_TEMPORARILY_FAILED");
  public static final PortOneErrorCode PLATFORM_INSUFFICIENT_DATA_TO_CHANGE_PARTNER_TYPE =
      known("PLATFORM_INSUFFICIENT_DATA_TO_CHANGE_PARTNER_TYPE");
  public static final PortOneErrorCode
      PLATFORM_MEMBER_COMPANY_CONNECTED_PARTNERS_CANNOT_BE_SCHEDULED =
          known("PLATFORM_MEMBER_COMPANY_CONNECTED_PARTNERS_CANNOT_BE_SCHEDULED");
  public static final PortOneErrorCode PLATFORM_MEMBER_COMPANY_CONNECTED_PARTNER_BRN_UNCHANGEABLE =
      known("PLATFORM_MEMBER_COMPANY_CONNECTED_PARTNER_BRN_UNCHANGEABLE");
  public static final PortOneErrorCode
      PLATFORM_MEMBER_COMPANY_CONNECTED_PARTNER_CANNOT_BE_SCHEDULED =
          known("PLATFORM_MEMBER_COMPANY_CONNECTED_PARTNER_CANNOT_BE_SCHEDULED");
  public static final PortOneErrorCode PLATFORM_MEMBER_COMPANY_CONNECTED_PARTNER_TYPE_UNCHANGEABLE =
      known("PLATFORM_MEMBER_COMPANY_CONNECTED_PARTNER_TYPE_UNCHANGEABLE");
  public static final PortOneErrorCode PLATFORM_NEGATIVE_AMOUNT_NOT_ALLOWED =
      known("PLATFORM_NEGATIVE_AMOUNT_NOT_ALLOWED");
  public static final PortOneErrorCode PLATFORM_NON_DELETABLE_PARTNER_SETTLEMENTS =
      known("PLATFORM_NON_DELETABLE_PARTNER_SETTLEMENTS");
  public static final PortOneErrorCode PLATFORM_NON_PAYABLE_PARTNER_SETTLEMENTS =
      known("PLATFORM_NON_PAYABLE_PARTNER_SETTLEMENTS");
  public static final PortOneErrorCode PLATFORM_NOT_ENABLED = known("PLATFORM_NOT_ENABLED");
  public static final PortOneErrorCode PLATFORM_NOT_SUPPORTED_BANK =
      known("PLATFORM_NOT_SUPPORTED_BANK");
  public static final PortOneErrorCode PLATFORM_NO_SELECTED_PARTNER_SETTLEMENTS =
      known("PLATFORM_NO_SELECTED_PARTNER_SETTLEMENTS");
  public static final PortOneErrorCode PLATFORM_ONGOING_TAX_INVOICE_EXISTS =
      known("PLATFORM_ONGOING_TAX_INVOICE_EXISTS");
  public static final PortOneErrorCode PLATFORM_ORDER_DETAIL_MISMATCHED =
      known("PLATFORM_ORDER_DETAIL_MISMATCHED");
  public static final PortOneErrorCode PLATFORM_ORDER_TRANSFER_ALREADY_CANCELLED =
      known("PLATFORM_ORDER_TRANSFER_ALREADY_CANCELLED");
  public static final PortOneErrorCode PLATFORM_PARTNER_IDS_ALREADY_EXISTS =
      known("PLATFORM_PARTNER_IDS_ALREADY_EXISTS");
  public static final PortOneErrorCode PLATFORM_PARTNER_IDS_DUPLICATED =
      known("PLATFORM_PARTNER_IDS_DUPLICATED");
  public static final PortOneErrorCode PLATFORM_PARTNER_ID_ALREADY_EXISTS =
      known("PLATFORM_PARTNER_ID_ALREADY_EXISTS");
  public static final PortOneErrorCode PLATFORM_PARTNER_NOT_FOUND =
      known("PLATFORM_PARTNER_NOT_FOUND");
  public static final PortOneErrorCode PLATFORM_PARTNER_PENDING_NTS_OPERATION =
      known("PLATFORM_PARTNER_PENDING_NTS_OPERATION");
  public static final PortOneErrorCode PLATFORM_PARTNER_SCHEDULES_ALREADY_EXIST =
      known("PLATFORM_PARTNER_SCHEDULES_ALREADY_EXIST");
  public static final PortOneErrorCode PLATFORM_PARTNER_SCHEDULE_ALREADY_EXISTS =
      known("PLATFORM_PARTNER_SCHEDULE_ALREADY_EXISTS");
  public static final PortOneErrorCode PLATFORM_PARTNER_SCHEDULE_EXISTS =
      known("PLATFORM_PARTNER_SCHEDULE_EXISTS");
  public static final PortOneErrorCode PLATFORM_PARTNER_SETTLEMENTS_NOT_FOUND =
      known("PLATFORM_PARTNER_SETTLEMENTS_NOT_FOUND");
  public static final PortOneErrorCode PLATFORM_PARTNER_TAXATION_TYPE_IS_SIMPLE =
      known("PLATFORM_PARTNER_TAXATION_TYPE_IS_SIMPLE");
  public static final PortOneErrorCode PLATFORM_PARTNER_TYPE_IS_NOT_BUSINESS =
      known("PLATFORM_PARTNER_TYPE_IS_NOT_BUSINESS");
  public static final PortOneErrorCode PLATFORM_PAYMENT_NOT_FOUND =
      known("PLATFORM_PAYMENT_NOT_FOUND");
  public static final PortOneErrorCode PLATFORM_PRODUCT_ID_DUPLICATED =
      known("PLATFORM_PRODUCT_ID_DUPLICATED");
  public static final PortOneErrorCode PLATFORM_PRODUCT_ID_NOT_FOUND =
      known("PLATFORM_PRODUCT_ID_NOT_FOUND");
  public static final PortOneErrorCode PLATFORM_REFERENCED_CANCEL_ORDER_TRANSFERS_EXIST =
      known("PLATFORM_REFERENCED_CANCEL_ORDER_TRANSFERS_EXIST");
  public static final PortOneErrorCode PLATFORM_SETTLEMENT_AMOUNT_EXCEEDED =
      known("PLATFORM_SETTLEMENT_AMOUNT_EXCEEDED");
  public static final PortOneErrorCode PLATFORM_SETTLEMENT_CANCEL_AMOUNT_EXCEEDED_PORT_ONE_CANCEL =
      known("PLATFORM_SETTLEMENT_CANCEL_AMOUNT_EXCEEDED_PORT_ONE_CANCEL");
  public static final PortOneErrorCode PLATFORM_SETTLEMENT_DATE_EARLIER_THAN_SETTLEMENT_START_DATE =
      known("PLATFORM_SETTLEMENT_DATE_EARLIER_THAN_SETTLEMENT_START_DATE");
  public static final PortOneErrorCode PLATFORM_SETTLEMENT_PARAMETER_NOT_FOUND =
      known("PLATFORM_SETTLEMENT_PARAMETER_NOT_FOUND");
  public static final PortOneErrorCode
      PLATFORM_SETTLEMENT_PAYMENT_AMOUNT_EXCEEDED_PORT_ONE_PAYMENT =
          known("PLATFORM_SETTLEMENT_PAYMENT_AMOUNT_EXCEEDED_PORT_ONE_PAYMENT");
  public static final PortOneErrorCode
      PLATFORM_SETTLEMENT_SUPPLY_WITH_VAT_AMOUNT_EXCEEDED_PORT_ONE_PAYMENT =
          known("PLATFORM_SETTLEMENT_SUPPLY_WITH_VAT_AMOUNT_EXCEEDED_PORT_ONE_PAYMENT");
  public static final PortOneErrorCode
      PLATFORM_SETTLEMENT_TAX_FREE_AMOUNT_EXCEEDED_PORT_ONE_PAYMENT =
          known("PLATFORM_SETTLEMENT_TAX_FREE_AMOUNT_EXCEEDED_PORT_ONE_PAYMENT");
  public static final PortOneErrorCode PLATFORM_TARGET_PARTNER_NOT_FOUND =
      known("PLATFORM_TARGET_PARTNER_NOT_FOUND");
  public static final PortOneErrorCode PLATFORM_TRANSFER_ALREADY_EXISTS =
      known("PLATFORM_TRANSFER_ALREADY_EXISTS");
  public static final PortOneErrorCode PLATFORM_TRANSFER_DISCOUNT_SHARE_POLICY_NOT_FOUND =
      known("PLATFORM_TRANSFER_DISCOUNT_SHARE_POLICY_NOT_FOUND");
  public static final PortOneErrorCode PLATFORM_TRANSFER_ID_ALREADY_USED =
      known("PLATFORM_TRANSFER_ID_ALREADY_USED");
  public static final PortOneErrorCode PLATFORM_TRANSFER_NON_DELETABLE_STATUS =
      known("PLATFORM_TRANSFER_NON_DELETABLE_STATUS");
  public static final PortOneErrorCode PLATFORM_TRANSFER_NOT_FOUND =
      known("PLATFORM_TRANSFER_NOT_FOUND");
  public static final PortOneErrorCode PLATFORM_USER_DEFINED_PROPERTY_NOT_FOUND =
      known("PLATFORM_USER_DEFINED_PROPERTY_NOT_FOUND");
  public static final PortOneErrorCode PROFILE_SETTINGS_NOT_FOUND =
      known("PROFILE_SETTINGS_NOT_FOUND");
  public static final PortOneErrorCode PROMOTION_DISCOUNT_RETAIN_OPTION_SHOULD_NOT_BE_CHANGED =
      known("PROMOTION_DISCOUNT_RETAIN_OPTION_SHOULD_NOT_BE_CHANGED");
  public static final PortOneErrorCode PROMOTION_NOT_FOUND = known("PROMOTION_NOT_FOUND");
  public static final PortOneErrorCode PROMOTION_PAY_METHOD_DOES_NOT_MATCH =
      known("PROMOTION_PAY_METHOD_DOES_NOT_MATCH");
  public static final PortOneErrorCode SESSION_EXPIRED = known("SESSION_EXPIRED");
  public static final PortOneErrorCode SESSION_NOT_FOUND = known("SESSION_NOT_FOUND");
  public static final PortOneErrorCode SUM_OF_PARTS_EXCEEDS_CANCEL_AMOUNT =
      known("SUM_OF_PARTS_EXCEEDS_CANCEL_AMOUNT");
  public static final PortOneErrorCode SUM_OF_PARTS_EXCEEDS_TOTAL_AMOUNT =
      known("SUM_OF_PARTS_EXCEEDS_TOTAL_AMOUNT");
  public static final PortOneErrorCode UNAUTHORIZED = known("UNAUTHORIZED");
  public static final PortOneErrorCode WEBHOOK_NOT_FOUND = known("WEBHOOK_NOT_FOUND");

  /** A request under the same idempotency key still runs; documented beside the description. */
  public static final PortOneErrorCode IDEMPOTENCY_OUTSTANDING_REQUEST =
      known("IDEMPOTENCY_OUTSTANDING_REQUEST");

  private PortOneErrorCode(String text, boolean known) {
    super(text, known);
  }

  private static PortOneErrorCode known(String text) {
    PortOneErrorCode code = new PortOneErrorCode(text, true);
    KNOWN.put(text, code);
    return code;
  }

  /** Returns the code with this text, known or not. */
  public static PortOneErrorCode of(String text) {
    PortOneErrorCode known = KNOWN.get(Objects.requireNonNull(text, "text"));
    return known != null ? known : new PortOneErrorCode(text, false);
  }

  /**
   * Whether it answers the request it comes for, whatever the HTTP status: PortOne refuses with 409
   * and 502 too. An unknown type, and one that says that the request still runs, may not.
   */
  public boolean isRefusal() {
    return isKnown()
        && !equals(IDEMPOTENCY_OUTSTANDING_REQUEST)
        && !equals(PLATFORM_EXTERNAL_API_FAILED)
        && !equals(PLATFORM_EXTERNAL_API_TEMPORARILY_FAILED);
  }

  @Override
  public boolean isRetryable(int httpStatus) {
    return !isRefusal() && (isKnown() || RetryRules.isBusy(httpStatus) || httpStatus >= 500);
  }
}
