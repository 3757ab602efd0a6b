package kr.pgsdk.sandbox.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.webhook.Parameters;
import kr.pgsdk.core.webhook.PaymentInbox;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.ReplayGuard;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.iamport.webhook.IamportConfirmProcess;
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
  private final PaymentGateway gateway;
  private final ReplayGuard guard;
  private final Shop shop;
  private final PaymentInbox inbox;

  WebhookSnippets(PaymentGateway gateway, ReplayGuard guard, Shop shop) {
    this.gateway = gateway;
    this.guard = guard;
    this.shop = shop;
    this.inbox = inbox(gateway, guard, shop);
  }

  /** What the page takes for granted of a shop. */
  interface Shop {
    Optional<Money> priceOf(OrderId orderId);

    void settle(Confirmation outcome);

    void lookLater(OrderId orderId);

    void payout(TossEvent event);
  }

  private static PaymentInbox inbox(PaymentGateway gateway, ReplayGuard guard, Shop shop) {
    // snippet inbox
    PaymentInbox inbox =
        PaymentInbox.of(
            gateway.with(CallOptions.builder().deadline(Duration.ofSeconds(5)).build()),
            guard, // ReplayGuard.inMemory(), or yours over the database
            shop::priceOf, // OrderId to Optional<Money>, from your own records
            shop::settle); // takes a Confirmation, as after gateway.confirm
    // end
    return inbox;
  }

  // snippet toss
  int tossWebhook(InputStream body, UnaryOperator<@Nullable String> header) throws IOException {
    try {
      TossWebhook webhook = TossWebhook.read(WebhookRequest.read(body, header));
      UntrustedPayment named = webhook.payment().orElse(null);
      return named == null ? 200 : inbox.receive(named).httpStatus();
    } catch (RejectedRequestException refused) {
      return refused.httpStatus(); // not Toss's, or not readable
    } catch (PaymentException unknownNow) {
      return 503; // Toss couldn't be asked: let it send the webhook again
    }
  }

  // end

  // snippet iamport
  int iamportWebhook(InputStream body, UnaryOperator<@Nullable String> header) throws IOException {
    try {
      IamportWebhook webhook = IamportWebhook.read(WebhookRequest.read(body, header));
      return webhook.isConsoleTest() ? 200 : inbox.receive(webhook.payment()).httpStatus();
    } catch (RejectedRequestException refused) {
      return refused.httpStatus();
    } catch (PaymentException unknownNow) {
      return 503;
    }
  }

  // end

  // snippet redirect
  Confirmation success(String query, OrderId orderId, Money price) {
    Confirmation outcome =
        TossSuccessRedirect.read(Parameters.ofQuery(query)).confirm(gateway, orderId, price);
    if (inbox.settle(outcome).httpStatus() == 503) { // BUSY or NOT_YET
      shop.lookLater(orderId); // inbox.look(orderId), after a while
    }
    return outcome; // what to show the buyer
  }

  // end

  // snippet signed
  int payoutWebhook(WebhookRequest request, TossSecurityKey key) {
    try {
      TossEvent event = TossWebhook.read(request).verify(key, Clock.systemUTC());
      return event.once(guard, shop::payout).httpStatus();
    } catch (RejectedRequestException refused) {
      return refused.httpStatus();
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
  static void webhookComesTwice_settledOnce(Shop shop, ReplayGuard guard) throws IOException {
    try (Sandbox sandbox = Sandbox.start();
        PaymentGateway gateway =
            TossGateway.builder(TossSecretKey.of(sandbox.tossSecretKey()))
                .http(HttpOptions.builder().baseUrl(sandbox.tossUrl()).build())
                .build()) {
      OrderId orderId = OrderId.random();
      BrowserReturn back = sandbox.buyer().onToss().authenticate(orderId, Money.krw(15_000));
      WebhookSnippets handler = new WebhookSnippets(gateway, guard, shop);
      handler.success(sandbox.buyer().onToss().successQuery(back), orderId, Money.krw(15_000));
      sandbox.toss().cancelInConsole(back.paymentId(), Money.krw(5_000));

      List<SandboxWebhook> webhooks = sandbox.toss().webhooks(back.paymentId());
      for (SandboxWebhook webhook : List.of(webhooks.get(0), webhooks.get(0))) {
        InputStream body = new ByteArrayInputStream(webhook.body());
        assertEquals(200, handler.tossWebhook(body, webhook::header));
      }
    }
  }
  // end
}
