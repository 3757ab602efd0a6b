package kr.pgsdk.benchmarks.reading;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Toss payment as a record, for Jackson. */
public record RecordToss(
    @Nullable String version,
    @Nullable String paymentKey,
    @Nullable String type,
    @Nullable String orderId,
    @Nullable String orderName,
    @Nullable String mId,
    @Nullable String currency,
    @Nullable String method,
    @Nullable BigDecimal totalAmount,
    @Nullable BigDecimal balanceAmount,
    @Nullable String status,
    @Nullable OffsetDateTime requestedAt,
    @Nullable OffsetDateTime approvedAt,
    @Nullable Boolean useEscrow,
    @Nullable String lastTransactionKey,
    @Nullable BigDecimal suppliedAmount,
    @Nullable BigDecimal vat,
    @Nullable Boolean cultureExpense,
    @Nullable BigDecimal taxFreeAmount,
    @Nullable BigDecimal taxExemptionAmount,
    @Nullable List<Cancel> cancels,
    @Nullable Boolean isPartialCancelable,
    @Nullable Card card,
    @Nullable VirtualAccount virtualAccount,
    @Nullable String secret,
    @Nullable MobilePhone mobilePhone,
    @Nullable GiftCertificate giftCertificate,
    @Nullable Transfer transfer,
    @Nullable Map<String, String> metadata,
    @Nullable Link receipt,
    @Nullable Link checkout,
    @Nullable EasyPay easyPay,
    @Nullable String country,
    @Nullable Failure failure,
    @Nullable CashReceipt cashReceipt,
    @Nullable List<CashReceipt> cashReceipts,
    @Nullable Discount discount) {

  record Cancel(
      @Nullable BigDecimal cancelAmount,
      @Nullable String cancelReason,
      @Nullable BigDecimal taxFreeAmount,
      @Nullable BigDecimal taxExemptionAmount,
      @Nullable BigDecimal refundableAmount,
      @Nullable BigDecimal cardDiscountAmount,
      @Nullable BigDecimal transferDiscountAmount,
      @Nullable BigDecimal easyPayDiscountAmount,
      @Nullable OffsetDateTime canceledAt,
      @Nullable String transactionKey,
      @Nullable String receiptKey,
      @Nullable String cancelStatus,
      @Nullable String cancelRequestId) {}

  record Card(
      @Nullable BigDecimal amount,
      @Nullable String issuerCode,
      @Nullable String acquirerCode,
      @Nullable String number,
      @Nullable Integer installmentPlanMonths,
      @Nullable String approveNo,
      @Nullable Boolean useCardPoint,
      @Nullable String cardType,
      @Nullable String ownerType,
      @Nullable String acquireStatus,
      @Nullable Boolean isInterestFree,
      @Nullable String interestPayer) {}

  record VirtualAccount(
      @Nullable String accountType,
      @Nullable String accountNumber,
      @Nullable String bankCode,
      @Nullable String customerName,
      @Nullable String depositorName,
      @Nullable String dueDate,
      @Nullable String refundStatus,
      @Nullable Boolean expired,
      @Nullable String settlementStatus,
      @Nullable RefundAccount refundReceiveAccount) {}

  record RefundAccount(
      @Nullable String bankCode, @Nullable String accountNumber, @Nullable String holderName) {}

  record MobilePhone(
      @Nullable String customerMobilePhone,
      @Nullable String settlementStatus,
      @Nullable String receiptUrl) {}

  record GiftCertificate(@Nullable String approveNo, @Nullable String settlementStatus) {}

  record Transfer(@Nullable String bankCode, @Nullable String settlementStatus) {}

  record Link(@Nullable String url) {}

  record EasyPay(
      @Nullable String provider,
      @Nullable BigDecimal amount,
      @Nullable BigDecimal discountAmount) {}

  record Failure(@Nullable String code, @Nullable String message) {}

  record CashReceipt(
      @Nullable String receiptKey,
      @Nullable String type,
      @Nullable String orderId,
      @Nullable String orderName,
      @Nullable String businessNumber,
      @Nullable String transactionType,
      @Nullable String issueNumber,
      @Nullable String receiptUrl,
      @Nullable BigDecimal amount,
      @Nullable BigDecimal taxFreeAmount,
      @Nullable String issueStatus,
      @Nullable Failure failure,
      @Nullable String customerIdentityNumber,
      @Nullable OffsetDateTime requestedAt) {}

  record Discount(@Nullable BigDecimal amount) {}
}
