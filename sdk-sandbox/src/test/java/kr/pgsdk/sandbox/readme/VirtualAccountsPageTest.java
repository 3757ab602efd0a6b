package kr.pgsdk.sandbox.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.VirtualAccount;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.store.MemoryPaymentStore;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.sandbox.Gateways;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.SandboxWebhook;
import kr.pgsdk.toss.TossGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code of docs/virtual-accounts.md runs, and does what the page says. */
class VirtualAccountsPageTest {
  private static final Money PRICE = Money.krw(11_000);
  private static final OrderId ORDER = OrderId.of("order_9001");

  private final Sandbox sandbox = Sandbox.start();
  private final TossGateway toss = Gateways.toss(sandbox).build();
  private final IamportGateway iamport = Gateways.iamport(sandbox).build();
  private final List<PaymentId> kept = new ArrayList<>();
  private final List<String> secrets = new ArrayList<>();
  private final List<VirtualAccount> shown = new ArrayList<>();
  private final VirtualAccountSnippets snippets =
      new VirtualAccountSnippets(
          new VirtualAccountSnippets.Shop() {
            @Override
            public void keep(PaymentId paymentId, OrderId orderId) {
              kept.add(paymentId);
            }

            @Override
            public void keepWebhookSecret(OrderId orderId, String secret) {
              secrets.add(secret);
            }

            @Override
            public void show(VirtualAccount account) {
              shown.add(account);
            }
          });

  @AfterEach
  void close() {
    toss.close();
    iamport.close();
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"virtual-accounts.md", "virtual-accounts.ko.md"})
  void page_showsThisCode(String page) throws IOException {
    PageCode.assertShown(page, VirtualAccountSnippets.class);
  }

  @Test
  void toss_issued_depositProvedByTheWebhook_refunded() {
    List<String> told = new ArrayList<>();
    DurablePayments payments =
        DurablePayments.builder(
                MemoryPaymentStore.create(),
                (event, delivery) -> told.add(event.getClass().getSimpleName()))
            .account("main", toss)
            .build();
    payments.open(OpenOrder.builder(ORDER, PRICE).orderName("T-shirt").build());

    snippets.issueAtToss(toss.client(), ORDER, PRICE);
    PaymentId id = kept.get(0);
    snippets.follow(payments, toss.find(PaymentLookup.byPaymentId(id)).orElseThrow());
    payments.resume(Duration.ofSeconds(20));
    sandbox.buyer().onToss().deposit(id);
    List<SandboxWebhook> sent = sandbox.toss().webhooks(id);
    SandboxWebhook last = sent.get(sent.size() - 1);
    int status = snippets.tossDeposit(payments, WebhookRequest.of(last.body(), last::header));
    payments.resume(Duration.ofSeconds(20));

    assertThat(status).isEqualTo(200);
    assertThat(told).containsExactly("AwaitingDeposit", "OrderPaid");
    assertThat(shown).hasSize(1);
    assertThat(secrets).hasSize(1);
    assertThat(snippets.refundADeposit(toss, id, ORDER)).isInstanceOf(Cancellation.class);
  }

  @Test
  void iamport_issuedAndRevoked() {
    snippets.issueAtIamport(
        iamport.client(), "channel-key-1", ORDER, PRICE, Instant.now().plus(Duration.ofDays(1)));
    snippets.revokeBeforeTheDeposit(iamport.client(), kept.get(0));

    assertThat(shown).hasSize(1);
    assertThat(iamport.client().payment(kept.get(0)).status()).isEqualTo("cancelled");
  }

  @Test
  void receiptAtToss_issuedAndCancelled() {
    String key = snippets.receiptAtToss(toss.client(), ORDER, PRICE);
    snippets.cancelReceiptAtToss(toss.client(), key);

    assertThat(sandbox.toss().journal().count("POST", "/v1/cash-receipts")).isEqualTo(2);
  }

  @Test
  void receiptAtIamport_issuedAndCancelled() {
    PaymentId id = sandbox.buyer().onIamport().pay(ORDER, PRICE).paymentId();

    assertThat(snippets.receiptAtIamport(iamport.client(), id).cancelledAt()).isEmpty();
    snippets.cancelReceiptAtIamport(iamport.client(), id);

    assertThat(sandbox.iamport().journal().count("DELETE", "/receipts/")).isEqualTo(1);
  }
}
