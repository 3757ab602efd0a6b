package kr.pgsdk.sandbox.readme;

import java.time.Instant;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.core.VirtualAccount;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.store.StoreException;
import kr.pgsdk.iamport.IamportClient;
import kr.pgsdk.iamport.model.IamportPayment;
import kr.pgsdk.iamport.receipt.IamportCashReceipt;
import kr.pgsdk.iamport.receipt.IamportCashReceiptRequest;
import kr.pgsdk.iamport.receipt.IamportCashReceiptType;
import kr.pgsdk.iamport.receipt.IamportReceiptIdentifier;
import kr.pgsdk.iamport.virtualaccount.IamportVirtualAccountRequest;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.model.TossCashReceipt;
import kr.pgsdk.toss.model.TossCashReceiptType;
import kr.pgsdk.toss.model.TossPayment;
import kr.pgsdk.toss.receipt.TossCashReceiptCancelRequest;
import kr.pgsdk.toss.receipt.TossCashReceiptRequest;
import kr.pgsdk.toss.virtualaccount.TossVirtualAccountRequest;
import kr.pgsdk.toss.webhook.TossWebhook;

/** The code of docs/virtual-accounts.md. A test runs it and holds the pages to it. */
final class VirtualAccountSnippets {
  private final Shop shop;

  VirtualAccountSnippets(Shop shop) {
    this.shop = shop;
  }

  /** What a shop keeps and shows. */
  interface Shop {
    void keep(PaymentId paymentId, OrderId orderId);

    void keepWebhookSecret(OrderId orderId, String secret);

    void show(VirtualAccount account);
  }

  // snippet toss
  void issueAtToss(TossClient client, OrderId orderId, Money price) {
    TossPayment issued =
        client
            .virtualAccounts()
            .issue(
                TossVirtualAccountRequest.builder(orderId, price, "T-shirt", "Hong Gildong", "88")
                    .validHours(24)
                    .cashReceipt(TossCashReceiptType.INCOME_DEDUCTION, "01000000000")
                    .build());
    shop.keep(issued.paymentKey(), orderId);
    shop.keepWebhookSecret(orderId, issued.secret().orElseThrow());
    shop.show(issued.toPayment().virtualAccount().orElseThrow());
  }

  // end

  // snippet iamport
  void issueAtIamport(
      IamportClient client, String channelKey, OrderId orderId, Money price, Instant due) {
    IamportPayment issued =
        client
            .virtualAccounts()
            .issue(
                IamportVirtualAccountRequest.builder(channelKey, orderId, price, "088", due)
                    .name("T-shirt")
                    .build());
    shop.keep(issued.paymentId(), orderId);
    shop.show(issued.toPayment().virtualAccount().orElseThrow());
  }

  // end

  // snippet deposit
  void follow(DurablePayments payments, Payment issued) {
    payments.notified(
        UntrustedPayment.of(issued.terms(), issued.paymentId(), issued.orderId(), null));
  }

  int tossDeposit(DurablePayments payments, WebhookRequest request) {
    try {
      return TossWebhook.read(request).payment().map(payments::notified).orElse(200);
    } catch (RejectedRequestException refused) {
      return refused.httpStatus();
    } catch (StoreException notStored) {
      return 503; // Toss sends the webhook again
    }
  }

  // end

  // snippet revoke
  void revokeBeforeTheDeposit(IamportClient client, PaymentId paymentId) {
    client.virtualAccounts().revoke(paymentId);
  }

  Cancellation refundADeposit(PaymentGateway gateway, PaymentId paymentId, OrderId orderId) {
    return gateway.cancel(
        CancelRequest.full(paymentId, "returned")
            .orderId(orderId)
            .refundAccount(RefundAccount.of("88", "110000000000", "Hong Gildong"))
            .build());
  }

  // end

  // snippet tossreceipt
  String receiptAtToss(TossClient client, OrderId orderId, Money received) {
    TossCashReceipt receipt =
        client
            .cashReceipts()
            .issue(
                TossCashReceiptRequest.builder(
                        orderId,
                        received,
                        "T-shirt",
                        TossCashReceiptType.EXPENSE_PROOF,
                        "1234567890")
                    .build());
    return receipt.receiptKey().orElseThrow(); // store it: a cancel needs it
  }

  void cancelReceiptAtToss(TossClient client, String receiptKey) {
    client.cashReceipts().cancel(TossCashReceiptCancelRequest.full(receiptKey).build());
  }

  // end

  // snippet iamportreceipt
  IamportCashReceipt receiptAtIamport(IamportClient client, PaymentId paymentId) {
    return client
        .cashReceipts()
        .issue(
            paymentId,
            IamportCashReceiptRequest.builder("01000000000")
                .identifierType(IamportReceiptIdentifier.PHONE)
                .type(IamportCashReceiptType.PERSON)
                .build());
  }

  void cancelReceiptAtIamport(IamportClient client, PaymentId paymentId) {
    client.cashReceipts().cancel(paymentId);
  }
  // end
}
