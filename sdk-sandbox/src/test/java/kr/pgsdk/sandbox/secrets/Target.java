package kr.pgsdk.sandbox.secrets;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.RetryPolicy;
import kr.pgsdk.iamport.IamportCancelRequest;
import kr.pgsdk.iamport.IamportClient;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.iamport.payment.IamportSorting;
import kr.pgsdk.iamport.payment.IamportStatusFilter;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.JournalEntry;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.SandboxGateway;
import kr.pgsdk.toss.TossCancelRequest;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.TossConfirmRequest;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossSecretKey;

/** A gateway with all of its verbs and REST calls, and what of it must stay secret. */
enum Target {
  IAMPORT {
    @Override
    PaymentGateway open(Sandbox sandbox, Seen seen) {
      IamportCredentials credentials =
          IamportCredentials.of(sandbox.iamportKey(), sandbox.iamportSecret());
      seen.object(credentials);
      HttpOptions http = http(sandbox.iamportUrl(), seen);
      return IamportGateway.builder(credentials).http(http).build();
    }

    @Override
    SandboxGateway server(Sandbox sandbox) {
      return sandbox.iamport();
    }

    @Override
    BrowserReturn checkout(Sandbox sandbox, OrderId orderId) {
      return sandbox.buyer().onIamport().pay(orderId, PRICE);
    }

    @Override
    Map<String, String> credentials(Sandbox sandbox, PaymentGateway gateway) {
      Map<String, String> credentials = new LinkedHashMap<>();
      credentials.put("imp_key", sandbox.iamportKey());
      credentials.put("imp_secret", sandbox.iamportSecret());
      credentials.put("access_token", gateway.getToken().value());
      return credentials;
    }

    @Override
    Map<String, Call> calls(PaymentGateway gateway, PaymentId payment, OrderId order) {
      IamportClient client = ((IamportGateway) gateway).client();
      Map<String, Call> calls = verbs(gateway, payment, order);
      calls.put("payment", () -> client.payment(payment));
      calls.put("payments", () -> client.payments().find(List.of(payment), List.of(order)));
      calls.put(
          "find one",
          () ->
              client
                  .payments()
                  .find(order, IamportStatusFilter.PAID, IamportSorting.NEWEST_STARTED));
      calls.put(
          "of order",
          () ->
              client
                  .payments()
                  .all(order, IamportStatusFilter.ALL, IamportSorting.NEWEST_STARTED)
                  .toList());
      calls.put(
          "byStatus",
          () ->
              client
                  .payments()
                  .all(
                      IamportStatusFilter.PAID,
                      Instant.EPOCH,
                      Instant.EPOCH,
                      IamportSorting.NEWEST_STARTED)
                  .toList());
      calls.put("balance", () -> client.payments().balance(payment));
      calls.put("prepare amount", () -> client.payments().prepare(order, PRICE));
      calls.put("prepared", () -> client.payments().prepared(order));
      calls.put("change", () -> client.payments().changePrepared(order, PRICE));
      calls.put(
          "cancel typed",
          () ->
              client.cancel(
                  IamportCancelRequest.partial(payment, Money.krw(10))
                      .refundAccount(ACCOUNT.withPhone(PHONE))
                      .build()));
      calls.put("revoke", () -> client.virtualAccounts().revoke(payment, PG_API_KEY));
      calls.put(
          "issue billing key",
          () -> client.request("POST", "/subscribe/customers/" + BILLING_KEY, CARD_BODY));
      calls.put("ask", () -> client.request("GET", "/certifications/x?key=" + PG_API_KEY, null));
      return calls;
    }
  },

  TOSS {
    @Override
    PaymentGateway open(Sandbox sandbox, Seen seen) {
      TossSecretKey key = TossSecretKey.of(sandbox.tossSecretKey());
      seen.object(key);
      return TossGateway.builder(key).http(http(sandbox.tossUrl(), seen)).build();
    }

    @Override
    SandboxGateway server(Sandbox sandbox) {
      return sandbox.toss();
    }

    @Override
    BrowserReturn checkout(Sandbox sandbox, OrderId orderId) {
      return sandbox.buyer().onToss().authenticate(orderId, PRICE);
    }

    @Override
    Map<String, String> credentials(Sandbox sandbox, PaymentGateway gateway) {
      return Map.of("secret key", sandbox.tossSecretKey());
    }

    @Override
    Map<String, Call> calls(PaymentGateway gateway, PaymentId payment, OrderId order) {
      TossClient client = ((TossGateway) gateway).client();
      Map<String, Call> calls = verbs(gateway, payment, order);
      calls.put(
          "confirm typed", () -> client.confirm(TossConfirmRequest.of(payment, order, PRICE)));
      calls.put("payment", () -> client.payment(payment));
      calls.put("byOrder", () -> client.paymentByOrderId(order));
      calls.put(
          "cancel typed",
          () ->
              client.cancel(
                  TossCancelRequest.partial(payment, Money.krw(10), "one less")
                      .refundReceiveAccount(ACCOUNT)
                      .build()));
      calls.put(
          "pay by billing key",
          () -> client.request("POST", "/v1/billing/" + BILLING_KEY, CARD_BODY, "key-" + order));
      calls.put("ask", () -> client.request("GET", "/v1/cards?key=" + PG_API_KEY, null));
      return calls;
    }
  };

  /** A call of the application's. */
  interface Call {
    Object make();
  }

  static final Money PRICE = Money.krw(15_000);
  static final String HOLDER = "김카나리아";
  static final String ACCOUNT_NUMBER = "11098765432109";
  static final String PHONE = "010-5555-1234";
  static final String EMAIL = "canary.buyer@example.com";
  static final String CARD = "4330-1234-5678-9012";
  static final String PG_API_KEY = "pg-api-key-canary";
  static final String BILLING_KEY = "Zcanary_billing-key0";
  static final RefundAccount ACCOUNT = RefundAccount.of("88", ACCOUNT_NUMBER, HOLDER);
  static final String CARD_BODY =
      "{\"card_number\":\"%s\",\"customer_name\":\"%s\",\"customer_email\":\"%s\"}"
          .formatted(CARD, HOLDER, EMAIL);

  /** What buyers gave us: never shown by us, though the application may ask for it. */
  static Map<String, String> personal() {
    Map<String, String> personal = new LinkedHashMap<>();
    personal.put("holder", HOLDER);
    personal.put("account", ACCOUNT_NUMBER);
    personal.put("phone", PHONE);
    personal.put("email", EMAIL);
    personal.put("card", CARD);
    personal.put("pg api key", PG_API_KEY);
    personal.put("billing key", BILLING_KEY);
    return personal;
  }

  /**
   * Whether it can be told from a plain word: a card's number always, a name only by a request that
   * carried it.
   */
  static boolean isRecognised(String personal, String call) {
    return switch (personal) {
      case "holder" -> call.startsWith("cancel") || call.contains("billing key");
      case "pg api key" -> call.equals("revoke") || call.equals("ask");
      case "billing key" -> call.contains("billing key");
      default -> true;
    };
  }

  /** Whether the answer to this request may repeat it: a name only if the request carried it. */
  boolean mayRepeat(String personal, JournalEntry request) {
    return !List.of("holder", "pg api key", "billing key").contains(personal)
        || (request.path().startsWith("/certifications")
            || request.path().startsWith("/v1/cards")
            || (!request.method().equals("GET") && !request.path().equals("/users/getToken")));
  }

  abstract PaymentGateway open(Sandbox sandbox, Seen seen);

  abstract SandboxGateway server(Sandbox sandbox);

  abstract BrowserReturn checkout(Sandbox sandbox, OrderId orderId);

  abstract Map<String, String> credentials(Sandbox sandbox, PaymentGateway gateway);

  abstract Map<String, Call> calls(PaymentGateway gateway, PaymentId payment, OrderId order);

  private static HttpOptions http(String url, Seen seen) {
    HttpOptions http =
        HttpOptions.builder()
            .baseUrl(url)
            .deadline(Duration.ofSeconds(20))
            .retryPolicy(new RetryPolicy(2, Duration.ofNanos(1), Duration.ofNanos(1)))
            .listener(seen)
            .build();
    seen.object(http);
    return http;
  }

  private static Map<String, Call> verbs(PaymentGateway gateway, PaymentId payment, OrderId order) {
    Map<String, Call> calls = new LinkedHashMap<>();
    calls.put("getToken", gateway::getToken);
    calls.put("prepare", () -> gateway.prepare(PrepareRequest.builder(order, PRICE).build()));
    calls.put("find by payment", () -> gateway.find(PaymentLookup.byPaymentId(payment)));
    calls.put("find by order", () -> gateway.find(PaymentLookup.byOrderId(order)));
    calls.put(
        "confirm", () -> gateway.confirm(ConfirmRequest.builder(payment, order, PRICE).build()));
    calls.put(
        "cancel",
        () ->
            gateway.cancel(
                CancelRequest.partial(payment, Money.krw(100), "one less")
                    .expectedBalance(PRICE)
                    .refundAccount(ACCOUNT)
                    .build()));
    return calls;
  }
}
