package kr.pgsdk.sandbox.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.webhook.Parameters;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.durable.Arrival;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.store.MemoryPaymentStore;
import kr.pgsdk.durable.store.StoreException;
import kr.pgsdk.iamport.webhook.IamportConfirmProcess;
import kr.pgsdk.iamport.webhook.IamportRedirect;
import kr.pgsdk.iamport.webhook.IamportWebhook;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.SandboxWebhook;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossSecretKey;
import kr.pgsdk.toss.webhook.TossEvent;
import kr.pgsdk.toss.webhook.TossSecurityKey;
import kr.pgsdk.toss.webhook.TossSuccessRedirect;
import kr.pgsdk.toss.webhook.TossWebhook;
import org.jspecify.annotations.Nullable;

/** The code in docs/webhooks.md. A test runs it, and holds the page to it word by word. */
final class WebhookSnippets {
  private final DurablePayments payments;
  private final Shop shop;

  WebhookSnippets(DurablePayments payments, Shop shop) {
    this.payments = payments;
    this.shop = shop;
  }

  /** What the page takes for granted of a shop. */
  interface Shop {
    Optional<Money> priceOf(OrderId orderId);

    void payout(Connection connection, TossEvent event);
  }

  // snippet toss
  int tossWebhook(InputStream body, UnaryOperator<@Nullable String> header) throws IOException {
    try {
      TossWebhook webhook = TossWebhook.read(WebhookRequest.read(body, header));
      return webhook.payment().map(payments::notified).orElse(200);
    } catch (RejectedRequestException refused) {
      return refused.httpStatus(); // not Toss's, or not readable
    } catch (StoreException notStored) {
      return 503; // the database failed: Toss sends it again
    }
  }

  // end

  // snippet iamport
  int iamportWebhook(InputStream body, UnaryOperator<@Nullable String> header) throws IOException {
    try {
      IamportWebhook webhook = IamportWebhook.read(WebhookRequest.read(body, header));
      return payments.notified(webhook.payment());
    } catch (RejectedRequestException refused) {
      return refused.httpStatus();
    } catch (StoreException notStored) {
      return 503;
    }
  }

  // end

  // snippet redirect
  Arrival tossSuccess(String query) {
    return payments.returned(TossSuccessRedirect.read(Parameters.ofQuery(query)).toReturn());
  }

  Arrival iamportRedirect(String query) {
    return payments.returned(IamportRedirect.read(Parameters.ofQuery(query)).toReturn());
  }

  // end

  // snippet signed
  int payoutWebhook(WebhookRequest request, TossSecurityKey key) {
    try {
      TossEvent event = TossWebhook.read(request).verify(key, Clock.systemUTC());
      payments.once(event.eventId(), delivery -> shop.payout(delivery.connection(), event));
      return 200; // also if it was done before
    } catch (RejectedRequestException refused) {
      return refused.httpStatus();
    } catch (StoreException notStored) {
      return 503;
    }
  }

  // end

  // snippet confirmProcess
  IamportConfirmProcess.Answer confirmProcess(WebhookRequest request) {
    IamportConfirmProcess asked = IamportConfirmProcess.read(request);
    OrderId orderId = asked.payment().claimedOrderId().orElse(null);
    Money price = orderId == null ? null : shop.priceOf(orderId).orElse(null);
    return price == null
        ? IamportConfirmProcess.refuse("unknown order")
        : asked.compare(orderId, price); // answer with its httpStatus(), contentType() and body()
  }

  // end

  // snippet test
  static void webhookComesTwice_toldOnce(Shop shop) throws IOException {
    List<String> told = new ArrayList<>();
    try (Sandbox sandbox = Sandbox.start();
        PaymentGateway gateway =
            TossGateway.builder(TossSecretKey.of(sandbox.tossSecretKey()))
                .http(HttpOptions.builder().baseUrl(sandbox.tossUrl()).build())
                .build();
        DurablePayments payments =
            DurablePayments.builder(
                    MemoryPaymentStore.create(),
                    (event, delivery) -> told.add(event.getClass().getSimpleName()))
                .account("main", gateway)
                .build()) {
      OrderId orderId = OrderId.random();
      Money price = Money.krw(15_000);
      payments.open(OpenOrder.builder(orderId, price).orderName("T-shirt").build());
      BrowserReturn back = sandbox.buyer().onToss().authenticate(orderId, price);
      WebhookSnippets handler = new WebhookSnippets(payments, shop);
      handler.tossSuccess(sandbox.buyer().onToss().successQuery(back));
      sandbox.toss().cancelInConsole(back.paymentId(), Money.krw(5_000));

      SandboxWebhook webhook = sandbox.toss().webhooks(back.paymentId()).get(0);
      for (int times = 0; times < 2; times++) {
        InputStream body = new ByteArrayInputStream(webhook.body());
        assertEquals(200, handler.tossWebhook(body, webhook::header));
        payments.resume(Duration.ofSeconds(10));
      }
    }
    assertEquals(List.of("OrderPaid", "MoneyReturned"), told);
  }
  // end
}
