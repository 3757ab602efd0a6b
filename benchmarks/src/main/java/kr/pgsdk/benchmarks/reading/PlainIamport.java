package kr.pgsdk.benchmarks.reading;

import com.squareup.moshi.Json;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An Iamport payment as a class with fields, for Gson and for Moshi by reflection. Moshi has no
 * policy for names with underscores, so every field says its own; Gson has one.
 */
public final class PlainIamport {
  @Json(name = "imp_uid")
  @Nullable String impUid;

  @Json(name = "merchant_uid")
  @Nullable String merchantUid;

  @Json(name = "pay_method")
  @Nullable String payMethod;

  @Nullable String channel;

  @Json(name = "pg_provider")
  @Nullable String pgProvider;

  @Json(name = "emb_pg_provider")
  @Nullable String embPgProvider;

  @Json(name = "pg_tid")
  @Nullable String pgTid;

  @Json(name = "pg_id")
  @Nullable String pgId;

  boolean escrow;

  @Json(name = "apply_num")
  @Nullable String applyNum;

  @Json(name = "bank_code")
  @Nullable String bankCode;

  @Json(name = "bank_name")
  @Nullable String bankName;

  @Json(name = "card_code")
  @Nullable String cardCode;

  @Json(name = "card_name")
  @Nullable String cardName;

  @Json(name = "card_issuer_code")
  @Nullable String cardIssuerCode;

  @Json(name = "card_issuer_name")
  @Nullable String cardIssuerName;

  @Json(name = "card_publisher_code")
  @Nullable String cardPublisherCode;

  @Json(name = "card_publisher_name")
  @Nullable String cardPublisherName;

  @Json(name = "card_quota")
  @Nullable Integer cardQuota;

  @Json(name = "card_number")
  @Nullable String cardNumber;

  @Json(name = "card_type")
  @Nullable Integer cardType;

  @Json(name = "vbank_code")
  @Nullable String vbankCode;

  @Json(name = "vbank_name")
  @Nullable String vbankName;

  @Json(name = "vbank_num")
  @Nullable String vbankNum;

  @Json(name = "vbank_holder")
  @Nullable String vbankHolder;

  @Json(name = "vbank_date")
  long vbankDate;

  @Json(name = "vbank_issued_at")
  long vbankIssuedAt;

  @Nullable String name;

  @Nullable BigDecimal amount;

  @Json(name = "cancel_amount")
  @Nullable BigDecimal cancelAmount;

  @Nullable String currency;

  @Json(name = "buyer_name")
  @Nullable String buyerName;

  @Json(name = "buyer_email")
  @Nullable String buyerEmail;

  @Json(name = "buyer_tel")
  @Nullable String buyerTel;

  @Json(name = "buyer_addr")
  @Nullable String buyerAddr;

  @Json(name = "buyer_postcode")
  @Nullable String buyerPostcode;

  @Json(name = "custom_data")
  @Nullable String customData;

  @Json(name = "user_agent")
  @Nullable String userAgent;

  @Nullable String status;

  @Json(name = "started_at")
  long startedAt;

  @Json(name = "paid_at")
  long paidAt;

  @Json(name = "failed_at")
  long failedAt;

  @Json(name = "cancelled_at")
  long cancelledAt;

  @Json(name = "fail_reason")
  @Nullable String failReason;

  @Json(name = "cancel_reason")
  @Nullable String cancelReason;

  @Json(name = "receipt_url")
  @Nullable String receiptUrl;

  @Json(name = "cancel_history")
  @Nullable List<Cancel> cancelHistory;

  @Json(name = "cancel_receipt_urls")
  @Nullable List<String> cancelReceiptUrls;

  @Json(name = "cash_receipt_issued")
  boolean cashReceiptIssued;

  @Json(name = "customer_uid")
  @Nullable String customerUid;

  @Json(name = "customer_uid_usage")
  @Nullable String customerUidUsage;

  @Nullable Promotion promotion;

  boolean sandbox;

  static final class Cancel {
    @Json(name = "pg_tid")
    @Nullable String pgTid;

    @Nullable BigDecimal amount;

    @Json(name = "cancelled_at")
    long cancelledAt;

    @Nullable String reason;

    @Json(name = "cancellation_id")
    @Nullable String cancellationId;

    @Json(name = "receipt_url")
    @Nullable String receiptUrl;
  }

  static final class Promotion {
    @Nullable String id;

    @Nullable BigDecimal discount;
  }

  /** What every answer of Iamport comes in. */
  public static final class Envelope {
    int code;

    @Nullable String message;

    @Nullable PlainIamport response;
  }
}
