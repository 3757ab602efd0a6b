package kr.pgsdk.benchmarks.reading;

import kr.pgsdk.iamport.model.IamportPayment;
import kr.pgsdk.toss.model.TossCard;
import kr.pgsdk.toss.model.TossEasyPay;
import kr.pgsdk.toss.model.TossPayment;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Looks at everything a payment has, once: the SDK reads some of it only then. Long, for a payment
 * has that many fields, and there are three ways to keep them.
 */
final class Looking {
  private Looking() {}

  static void at(TossPayment payment, Blackhole seen) {
    seen.consume(payment.paymentKey());
    seen.consume(payment.orderId());
    seen.consume(payment.currency());
    seen.consume(payment.totalAmount());
    seen.consume(payment.balanceAmount().orElse(null));
    seen.consume(payment.status());
    seen.consume(payment.cancels());
    seen.consume(payment.version().orElse(null));
    seen.consume(payment.type().orElse(null));
    seen.consume(payment.orderName().orElse(null));
    seen.consume(payment.mId().orElse(null));
    seen.consume(payment.method().orElse(null));
    seen.consume(payment.requestedAt().orElse(null));
    seen.consume(payment.approvedAt().orElse(null));
    seen.consume(payment.useEscrow().orElse(null));
    seen.consume(payment.lastTransactionKey().orElse(null));
    seen.consume(payment.suppliedAmount().orElse(null));
    seen.consume(payment.vat().orElse(null));
    seen.consume(payment.taxFreeAmount().orElse(null));
    seen.consume(payment.taxExemptionAmount().orElse(null));
    seen.consume(payment.cultureExpense().orElse(null));
    seen.consume(payment.isPartialCancelable().orElse(null));
    seen.consume(payment.virtualAccount().orElse(null));
    seen.consume(payment.secret().orElse(null));
    seen.consume(payment.mobilePhone().orElse(null));
    seen.consume(payment.giftCertificate().orElse(null));
    seen.consume(payment.transfer().orElse(null));
    seen.consume(payment.metadata());
    seen.consume(payment.receiptUrl().orElse(null));
    seen.consume(payment.checkoutUrl().orElse(null));
    seen.consume(payment.country().orElse(null));
    seen.consume(payment.failure().orElse(null));
    seen.consume(payment.cashReceipt().orElse(null));
    seen.consume(payment.cashReceipts());
    seen.consume(payment.discountAmount().orElse(null));
    TossCard card = payment.card().orElse(null);
    if (card != null) {
      seen.consume(card.amount().orElse(null));
      seen.consume(card.issuerCode().orElse(null));
      seen.consume(card.acquirerCode().orElse(null));
      seen.consume(card.number().orElse(null));
      seen.consume(card.installmentPlanMonths().orElse(null));
      seen.consume(card.approveNo().orElse(null));
      seen.consume(card.useCardPoint().orElse(null));
      seen.consume(card.cardType().orElse(null));
      seen.consume(card.ownerType().orElse(null));
      seen.consume(card.acquireStatus().orElse(null));
      seen.consume(card.isInterestFree().orElse(null));
      seen.consume(card.interestPayer().orElse(null));
    }
    TossEasyPay easyPay = payment.easyPay().orElse(null);
    if (easyPay != null) {
      seen.consume(easyPay.provider().orElse(null));
      seen.consume(easyPay.amount().orElse(null));
      seen.consume(easyPay.discountAmount().orElse(null));
    }
  }

  static void at(IamportPayment payment, Blackhole seen) {
    seen.consume(payment.paymentId());
    seen.consume(payment.orderId());
    seen.consume(payment.amount());
    seen.consume(payment.cancelAmount());
    seen.consume(payment.currency());
    seen.consume(payment.status());
    seen.consume(payment.sandbox());
    seen.consume(payment.cancelHistory());
    seen.consume(payment.payMethod().orElse(null));
    seen.consume(payment.channel().orElse(null));
    seen.consume(payment.pgProvider().orElse(null));
    seen.consume(payment.embPgProvider().orElse(null));
    seen.consume(payment.pgTid().orElse(null));
    seen.consume(payment.pgId().orElse(null));
    seen.consume(payment.escrow());
    seen.consume(payment.applyNum().orElse(null));
    seen.consume(payment.bankCode().orElse(null));
    seen.consume(payment.bankName().orElse(null));
    seen.consume(payment.cardCode().orElse(null));
    seen.consume(payment.cardName().orElse(null));
    seen.consume(payment.cardIssuerCode().orElse(null));
    seen.consume(payment.cardIssuerName().orElse(null));
    seen.consume(payment.cardPublisherCode().orElse(null));
    seen.consume(payment.cardPublisherName().orElse(null));
    seen.consume(payment.cardQuota());
    seen.consume(payment.cardNumber().orElse(null));
    seen.consume(payment.cardType());
    seen.consume(payment.vbankCode().orElse(null));
    seen.consume(payment.vbankName().orElse(null));
    seen.consume(payment.vbankNum().orElse(null));
    seen.consume(payment.vbankHolder().orElse(null));
    seen.consume(payment.vbankDate().orElse(null));
    seen.consume(payment.vbankIssuedAt().orElse(null));
    seen.consume(payment.name().orElse(null));
    seen.consume(payment.buyerName().orElse(null));
    seen.consume(payment.buyerEmail().orElse(null));
    seen.consume(payment.buyerTel().orElse(null));
    seen.consume(payment.buyerAddr().orElse(null));
    seen.consume(payment.buyerPostcode().orElse(null));
    seen.consume(payment.customData().orElse(null));
    seen.consume(payment.userAgent().orElse(null));
    seen.consume(payment.customerUid().orElse(null));
    seen.consume(payment.customerUidUsage().orElse(null));
    seen.consume(payment.startedAt().orElse(null));
    seen.consume(payment.paidAt().orElse(null));
    seen.consume(payment.failedAt().orElse(null));
    seen.consume(payment.cancelledAt().orElse(null));
    seen.consume(payment.failReason().orElse(null));
    seen.consume(payment.cancelReason().orElse(null));
    seen.consume(payment.receiptUrl().orElse(null));
    seen.consume(payment.cancelReceiptUrls());
    seen.consume(payment.cashReceiptIssued());
    seen.consume(payment.promotion().orElse(null));
  }

  static void at(PlainToss payment, Blackhole seen) {
    seen.consume(payment.version);
    seen.consume(payment.paymentKey);
    seen.consume(payment.type);
    seen.consume(payment.orderId);
    seen.consume(payment.orderName);
    seen.consume(payment.mId);
    seen.consume(payment.currency);
    seen.consume(payment.method);
    seen.consume(payment.totalAmount);
    seen.consume(payment.balanceAmount);
    seen.consume(payment.status);
    seen.consume(payment.requestedAt);
    seen.consume(payment.approvedAt);
    seen.consume(payment.useEscrow);
    seen.consume(payment.lastTransactionKey);
    seen.consume(payment.suppliedAmount);
    seen.consume(payment.vat);
    seen.consume(payment.cultureExpense);
    seen.consume(payment.taxFreeAmount);
    seen.consume(payment.taxExemptionAmount);
    seen.consume(payment.cancels);
    seen.consume(payment.isPartialCancelable);
    seen.consume(payment.virtualAccount);
    seen.consume(payment.secret);
    seen.consume(payment.mobilePhone);
    seen.consume(payment.giftCertificate);
    seen.consume(payment.transfer);
    seen.consume(payment.metadata);
    seen.consume(payment.country);
    seen.consume(payment.failure);
    seen.consume(payment.cashReceipt);
    seen.consume(payment.cashReceipts);
    PlainToss.Link receipt = payment.receipt;
    if (receipt != null) {
      seen.consume(receipt.url);
    }
    PlainToss.Link checkout = payment.checkout;
    if (checkout != null) {
      seen.consume(checkout.url);
    }
    PlainToss.Discount discount = payment.discount;
    if (discount != null) {
      seen.consume(discount.amount);
    }
    PlainToss.Card card = payment.card;
    if (card != null) {
      seen.consume(card.amount);
      seen.consume(card.issuerCode);
      seen.consume(card.acquirerCode);
      seen.consume(card.number);
      seen.consume(card.installmentPlanMonths);
      seen.consume(card.approveNo);
      seen.consume(card.useCardPoint);
      seen.consume(card.cardType);
      seen.consume(card.ownerType);
      seen.consume(card.acquireStatus);
      seen.consume(card.isInterestFree);
      seen.consume(card.interestPayer);
    }
    PlainToss.EasyPay easyPay = payment.easyPay;
    if (easyPay != null) {
      seen.consume(easyPay.provider);
      seen.consume(easyPay.amount);
      seen.consume(easyPay.discountAmount);
    }
  }

  static void at(PlainIamport payment, Blackhole seen) {
    seen.consume(payment.impUid);
    seen.consume(payment.merchantUid);
    seen.consume(payment.payMethod);
    seen.consume(payment.channel);
    seen.consume(payment.pgProvider);
    seen.consume(payment.embPgProvider);
    seen.consume(payment.pgTid);
    seen.consume(payment.pgId);
    seen.consume(payment.escrow);
    seen.consume(payment.applyNum);
    seen.consume(payment.bankCode);
    seen.consume(payment.bankName);
    seen.consume(payment.cardCode);
    seen.consume(payment.cardName);
    seen.consume(payment.cardIssuerCode);
    seen.consume(payment.cardIssuerName);
    seen.consume(payment.cardPublisherCode);
    seen.consume(payment.cardPublisherName);
    seen.consume(payment.cardQuota);
    seen.consume(payment.cardNumber);
    seen.consume(payment.cardType);
    seen.consume(payment.vbankCode);
    seen.consume(payment.vbankName);
    seen.consume(payment.vbankNum);
    seen.consume(payment.vbankHolder);
    seen.consume(payment.vbankDate);
    seen.consume(payment.vbankIssuedAt);
    seen.consume(payment.name);
    seen.consume(payment.amount);
    seen.consume(payment.cancelAmount);
    seen.consume(payment.currency);
    seen.consume(payment.buyerName);
    seen.consume(payment.buyerEmail);
    seen.consume(payment.buyerTel);
    seen.consume(payment.buyerAddr);
    seen.consume(payment.buyerPostcode);
    seen.consume(payment.customData);
    seen.consume(payment.userAgent);
    seen.consume(payment.status);
    seen.consume(payment.startedAt);
    seen.consume(payment.paidAt);
    seen.consume(payment.failedAt);
    seen.consume(payment.cancelledAt);
    seen.consume(payment.failReason);
    seen.consume(payment.cancelReason);
    seen.consume(payment.receiptUrl);
    seen.consume(payment.cancelHistory);
    seen.consume(payment.cancelReceiptUrls);
    seen.consume(payment.cashReceiptIssued);
    seen.consume(payment.customerUid);
    seen.consume(payment.customerUidUsage);
    seen.consume(payment.promotion);
    seen.consume(payment.sandbox);
  }

  static void at(RecordToss payment, Blackhole seen) {
    seen.consume(payment.version());
    seen.consume(payment.paymentKey());
    seen.consume(payment.type());
    seen.consume(payment.orderId());
    seen.consume(payment.orderName());
    seen.consume(payment.mId());
    seen.consume(payment.currency());
    seen.consume(payment.method());
    seen.consume(payment.totalAmount());
    seen.consume(payment.balanceAmount());
    seen.consume(payment.status());
    seen.consume(payment.requestedAt());
    seen.consume(payment.approvedAt());
    seen.consume(payment.useEscrow());
    seen.consume(payment.lastTransactionKey());
    seen.consume(payment.suppliedAmount());
    seen.consume(payment.vat());
    seen.consume(payment.cultureExpense());
    seen.consume(payment.taxFreeAmount());
    seen.consume(payment.taxExemptionAmount());
    seen.consume(payment.cancels());
    seen.consume(payment.isPartialCancelable());
    seen.consume(payment.virtualAccount());
    seen.consume(payment.secret());
    seen.consume(payment.mobilePhone());
    seen.consume(payment.giftCertificate());
    seen.consume(payment.transfer());
    seen.consume(payment.metadata());
    seen.consume(payment.country());
    seen.consume(payment.failure());
    seen.consume(payment.cashReceipt());
    seen.consume(payment.cashReceipts());
    RecordToss.Link receipt = payment.receipt();
    if (receipt != null) {
      seen.consume(receipt.url());
    }
    RecordToss.Link checkout = payment.checkout();
    if (checkout != null) {
      seen.consume(checkout.url());
    }
    RecordToss.Discount discount = payment.discount();
    if (discount != null) {
      seen.consume(discount.amount());
    }
    RecordToss.Card card = payment.card();
    if (card != null) {
      seen.consume(card.amount());
      seen.consume(card.issuerCode());
      seen.consume(card.acquirerCode());
      seen.consume(card.number());
      seen.consume(card.installmentPlanMonths());
      seen.consume(card.approveNo());
      seen.consume(card.useCardPoint());
      seen.consume(card.cardType());
      seen.consume(card.ownerType());
      seen.consume(card.acquireStatus());
      seen.consume(card.isInterestFree());
      seen.consume(card.interestPayer());
    }
    RecordToss.EasyPay easyPay = payment.easyPay();
    if (easyPay != null) {
      seen.consume(easyPay.provider());
      seen.consume(easyPay.amount());
      seen.consume(easyPay.discountAmount());
    }
  }

  static void at(RecordIamport payment, Blackhole seen) {
    seen.consume(payment.impUid());
    seen.consume(payment.merchantUid());
    seen.consume(payment.payMethod());
    seen.consume(payment.channel());
    seen.consume(payment.pgProvider());
    seen.consume(payment.embPgProvider());
    seen.consume(payment.pgTid());
    seen.consume(payment.pgId());
    seen.consume(payment.escrow());
    seen.consume(payment.applyNum());
    seen.consume(payment.bankCode());
    seen.consume(payment.bankName());
    seen.consume(payment.cardCode());
    seen.consume(payment.cardName());
    seen.consume(payment.cardIssuerCode());
    seen.consume(payment.cardIssuerName());
    seen.consume(payment.cardPublisherCode());
    seen.consume(payment.cardPublisherName());
    seen.consume(payment.cardQuota());
    seen.consume(payment.cardNumber());
    seen.consume(payment.cardType());
    seen.consume(payment.vbankCode());
    seen.consume(payment.vbankName());
    seen.consume(payment.vbankNum());
    seen.consume(payment.vbankHolder());
    seen.consume(payment.vbankDate());
    seen.consume(payment.vbankIssuedAt());
    seen.consume(payment.name());
    seen.consume(payment.amount());
    seen.consume(payment.cancelAmount());
    seen.consume(payment.currency());
    seen.consume(payment.buyerName());
    seen.consume(payment.buyerEmail());
    seen.consume(payment.buyerTel());
    seen.consume(payment.buyerAddr());
    seen.consume(payment.buyerPostcode());
    seen.consume(payment.customData());
    seen.consume(payment.userAgent());
    seen.consume(payment.status());
    seen.consume(payment.startedAt());
    seen.consume(payment.paidAt());
    seen.consume(payment.failedAt());
    seen.consume(payment.cancelledAt());
    seen.consume(payment.failReason());
    seen.consume(payment.cancelReason());
    seen.consume(payment.receiptUrl());
    seen.consume(payment.cancelHistory());
    seen.consume(payment.cancelReceiptUrls());
    seen.consume(payment.cashReceiptIssued());
    seen.consume(payment.customerUid());
    seen.consume(payment.customerUidUsage());
    seen.consume(payment.promotion());
    seen.consume(payment.sandbox());
  }
}
