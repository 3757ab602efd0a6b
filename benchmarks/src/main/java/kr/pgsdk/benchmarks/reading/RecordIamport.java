package kr.pgsdk.benchmarks.reading;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An Iamport payment as a record, for Jackson. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record RecordIamport(
    @Nullable String impUid,
    @Nullable String merchantUid,
    @Nullable String payMethod,
    @Nullable String channel,
    @Nullable String pgProvider,
    @Nullable String embPgProvider,
    @Nullable String pgTid,
    @Nullable String pgId,
    boolean escrow,
    @Nullable String applyNum,
    @Nullable String bankCode,
    @Nullable String bankName,
    @Nullable String cardCode,
    @Nullable String cardName,
    @Nullable String cardIssuerCode,
    @Nullable String cardIssuerName,
    @Nullable String cardPublisherCode,
    @Nullable String cardPublisherName,
    @Nullable Integer cardQuota,
    @Nullable String cardNumber,
    @Nullable Integer cardType,
    @Nullable String vbankCode,
    @Nullable String vbankName,
    @Nullable String vbankNum,
    @Nullable String vbankHolder,
    long vbankDate,
    long vbankIssuedAt,
    @Nullable String name,
    @Nullable BigDecimal amount,
    @Nullable BigDecimal cancelAmount,
    @Nullable String currency,
    @Nullable String buyerName,
    @Nullable String buyerEmail,
    @Nullable String buyerTel,
    @Nullable String buyerAddr,
    @Nullable String buyerPostcode,
    @Nullable String customData,
    @Nullable String userAgent,
    @Nullable String status,
    long startedAt,
    long paidAt,
    long failedAt,
    long cancelledAt,
    @Nullable String failReason,
    @Nullable String cancelReason,
    @Nullable String receiptUrl,
    @Nullable List<Cancel> cancelHistory,
    @Nullable List<String> cancelReceiptUrls,
    boolean cashReceiptIssued,
    @Nullable String customerUid,
    @Nullable String customerUidUsage,
    @Nullable Promotion promotion,
    boolean sandbox) {

  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Cancel(
      @Nullable String pgTid,
      @Nullable BigDecimal amount,
      long cancelledAt,
      @Nullable String reason,
      @Nullable String cancellationId,
      @Nullable String receiptUrl) {}

  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Promotion(@Nullable String id, @Nullable BigDecimal discount) {}

  /** What every answer of Iamport comes in. */
  public record Envelope(int code, @Nullable String message, @Nullable RecordIamport response) {}
}
