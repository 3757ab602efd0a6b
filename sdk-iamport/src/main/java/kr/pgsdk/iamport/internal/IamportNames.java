package kr.pgsdk.iamport.internal;

import kr.pgsdk.core.internal.json.JsonNames;

/**
 * What Iamport calls the members of a payment, and of the objects in it. One that is missing here
 * is read like any other, and only takes more room.
 */
public final class IamportNames {
  /** Of a payment in a response. */
  public static final JsonNames PAYMENT =
      JsonNames.of(
          "code",
          "message",
          "response",
          "amount",
          "apply_num",
          "bank_code",
          "bank_name",
          "buyer_addr",
          "buyer_email",
          "buyer_name",
          "buyer_postcode",
          "buyer_tel",
          "cancel_amount",
          "cancel_history",
          "cancel_reason",
          "cancel_receipt_urls",
          "cancelled_at",
          "card_code",
          "card_name",
          "card_number",
          "card_quota",
          "card_type",
          "cash_receipt_issued",
          "channel",
          "currency",
          "custom_data",
          "customer_uid",
          "customer_uid_usage",
          "emb_pg_provider",
          "escrow",
          "fail_reason",
          "failed_at",
          "imp_uid",
          "merchant_uid",
          "name",
          "paid_at",
          "pay_method",
          "pg_id",
          "pg_provider",
          "pg_tid",
          "receipt_url",
          "started_at",
          "status",
          "user_agent",
          "vbank_code",
          "vbank_date",
          "vbank_holder",
          "vbank_issued_at",
          "vbank_name",
          "vbank_num",
          "reason",
          "sandbox",
          "promotion",
          "extension",
          "card_issuer_code",
          "card_issuer_name",
          "card_publisher_code",
          "card_publisher_name",
          "deposit_history");

  private IamportNames() {}
}
