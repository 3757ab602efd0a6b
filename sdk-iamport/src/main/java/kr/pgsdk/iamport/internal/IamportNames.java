package kr.pgsdk.iamport.internal;

import kr.pgsdk.core.internal.json.JsonNames;

/**
 * What Iamport calls the members of a payment, and of the objects in it: first those that the
 * contract's payment is made of, then others. A name that is missing in the first list makes the
 * document be read twice; one that is missing in the second costs some bytes.
 */
public final class IamportNames {
  /** Of a payment in a response. */
  public static final JsonNames PAYMENT =
      JsonNames.of(
              "code",
              "message",
              "response",
              "amount",
              "cancel_amount",
              "cancel_history",
              "cancelled_at",
              "card_code",
              "card_number",
              "card_quota",
              "currency",
              "fail_reason",
              "failed_at",
              "imp_uid",
              "merchant_uid",
              "name",
              "paid_at",
              "pay_method",
              "receipt_url",
              "status",
              "vbank_code",
              "vbank_date",
              "vbank_holder",
              "vbank_num",
              "reason",
              "sandbox",
              "promotion",
              "card_issuer_code",
              "cancellation_id",
              "id",
              "discount")
          .and(
              "apply_num",
              "bank_code",
              "bank_name",
              "buyer_addr",
              "buyer_email",
              "buyer_name",
              "buyer_postcode",
              "buyer_tel",
              "cancel_reason",
              "cancel_receipt_urls",
              "card_name",
              "card_type",
              "cash_receipt_issued",
              "channel",
              "custom_data",
              "customer_uid",
              "customer_uid_usage",
              "emb_pg_provider",
              "escrow",
              "pg_id",
              "pg_provider",
              "pg_tid",
              "started_at",
              "user_agent",
              "vbank_issued_at",
              "vbank_name",
              "extension",
              "card_issuer_name",
              "card_publisher_code",
              "card_publisher_name",
              "deposit_history");

  private IamportNames() {}
}
