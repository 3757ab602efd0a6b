package kr.pgsdk.examples.cli;

import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.core.webhook.UntrustedReturn;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.iamport.model.IamportPayment;
import kr.pgsdk.iamport.webhook.IamportWebhook;
import kr.pgsdk.portone.model.PortOnePayment;
import kr.pgsdk.portone.webhook.PortOneWebhook;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.SandboxGateway;
import kr.pgsdk.sandbox.SandboxWebhook;
import kr.pgsdk.toss.model.TossPayment;
import kr.pgsdk.toss.webhook.TossWebhook;

/** One gateway of the sandbox: its server and keys, what its buyer does, and its webhooks. */
record DemoSandbox(Gateway gateway, Sandbox sandbox) {
  SandboxGateway server() {
    return switch (gateway) {
      case IAMPORT -> sandbox.iamport();
      case TOSS -> sandbox.toss();
      case PORTONE -> sandbox.portOne();
    };
  }

  /** The credentials, in the order of {@link Gateway#secrets()}. */
  List<String> secrets() {
    return switch (gateway) {
      case IAMPORT -> List.of(sandbox.iamportKey(), sandbox.iamportSecret());
      case TOSS -> List.of(sandbox.tossSecretKey());
      case PORTONE -> List.of(sandbox.portOneApiSecret());
    };
  }

  /** Whether the window captures the money; at Toss the shop's confirm does. */
  boolean windowCaptures() {
    return gateway != Gateway.TOSS;
  }

  BrowserReturn pay(OrderId order, Money amount) {
    return switch (gateway) {
      case IAMPORT -> sandbox.buyer().onIamport().pay(order, amount);
      case TOSS -> sandbox.buyer().onToss().authenticate(order, amount);
      case PORTONE -> sandbox.buyer().onPortOne().pay(order, amount);
    };
  }

  BrowserReturn payWithRefusedCard(OrderId order, Money amount) {
    return switch (gateway) {
      case IAMPORT -> sandbox.buyer().onIamport().refuse(order, amount);
      case TOSS ->
          sandbox
              .buyer()
              .onToss()
              .authenticateWithRefusedCard(order, amount, "REJECT_CARD_COMPANY");
      case PORTONE -> sandbox.buyer().onPortOne().refuse(order, amount);
    };
  }

  BrowserReturn chooseVirtualAccount(OrderId order, Money amount) {
    return switch (gateway) {
      case IAMPORT -> sandbox.buyer().onIamport().chooseVirtualAccount(order, amount);
      case TOSS -> sandbox.buyer().onToss().chooseVirtualAccount(order, amount);
      case PORTONE -> sandbox.buyer().onPortOne().chooseVirtualAccount(order, amount);
    };
  }

  void deposit(PaymentId paymentId) {
    switch (gateway) {
      case IAMPORT -> sandbox.buyer().onIamport().deposit(paymentId);
      case TOSS -> sandbox.buyer().onToss().deposit(paymentId);
      case PORTONE -> sandbox.buyer().onPortOne().deposit(paymentId);
    }
  }

  /** What the buyer's browser brings to the shop's server, without an amount. */
  UntrustedReturn returned(BrowserReturn back) {
    return UntrustedReturn.of(
        switch (gateway) {
          case IAMPORT -> IamportPayment.TERMS;
          case TOSS -> TossPayment.TERMS;
          case PORTONE -> PortOnePayment.TERMS;
        },
        back.paymentId(),
        back.orderId(),
        null,
        null);
  }

  /** What the gateway has sent about a payment last, as the SDK reads it. */
  UntrustedPayment webhook(BrowserReturn back) {
    SandboxWebhook webhook = server().webhooks(back.paymentId()).get(0);
    WebhookRequest request = WebhookRequest.of(webhook.body(), webhook::header);
    return switch (gateway) {
      case IAMPORT -> IamportWebhook.read(request).payment();
      case TOSS -> TossWebhook.read(request).payment().orElseThrow();
      case PORTONE -> PortOneWebhook.read(request).payment().orElseThrow();
    };
  }
}
