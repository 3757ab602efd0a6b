package kr.pgsdk.sandbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kr.pgsdk.core.BillingGateway;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.iamport.model.IamportPayment;
import kr.pgsdk.portone.PortOneApiSecret;
import kr.pgsdk.portone.PortOneGateway;
import kr.pgsdk.portone.model.PortOnePayment;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossSecretKey;
import kr.pgsdk.toss.model.TossPayment;

/** What the contract's scenarios need to know of a gateway: how a buyer acts, and its paths. */
enum Shop {
  IAMPORT {
    @Override
    PaymentGateway open(Sandbox sandbox, HttpOptions.Builder http) {
      return open(sandbox, http, sandbox.iamportSecret());
    }

    @Override
    PaymentGateway openWithWrongKey(Sandbox sandbox) {
      return open(sandbox, HttpOptions.builder(), "wrong-secret");
    }

    private PaymentGateway open(Sandbox sandbox, HttpOptions.Builder http, String secret) {
      return IamportGateway.builder(IamportCredentials.of(sandbox.iamportKey(), secret))
          .channelKey("channel-key-sandbox")
          .http(http.baseUrl(sandbox.iamportUrl()).build())
          .build();
    }

    @Override
    SandboxGateway server(Sandbox sandbox) {
      return sandbox.iamport();
    }

    @Override
    BrowserReturn checkout(Sandbox sandbox, OrderId orderId, Money amount) {
      return sandbox.buyer().onIamport().pay(orderId, amount);
    }

    @Override
    BrowserReturn checkoutWithRefusedCard(Sandbox sandbox, OrderId orderId, Money amount) {
      return sandbox.buyer().onIamport().refuse(orderId, amount);
    }

    @Override
    BrowserReturn abandon(Sandbox sandbox, OrderId orderId, Money amount) {
      return sandbox.buyer().onIamport().abandon(orderId, amount);
    }

    @Override
    BrowserReturn chooseVirtualAccount(Sandbox sandbox, OrderId orderId, Money amount) {
      return sandbox.buyer().onIamport().chooseVirtualAccount(orderId, amount);
    }

    @Override
    void deposit(Sandbox sandbox, PaymentId paymentId) {
      sandbox.buyer().onIamport().deposit(paymentId);
    }

    @Override
    String findPath(PaymentId paymentId) {
      return "/payments/" + paymentId;
    }

    @Override
    String cancelPath(PaymentId paymentId) {
      return "/payments/cancel";
    }

    @Override
    String confirmMethod() {
      return "GET";
    }

    @Override
    int tokenRequests() {
      return 1;
    }

    @Override
    BillingGateway billing(PaymentGateway gateway) {
      return ((IamportGateway) gateway).billing();
    }

    @Override
    String chargePath() {
      return "/subscribe/payments/again";
    }

    @Override
    GatewayTerms terms() {
      return IamportPayment.TERMS;
    }
  },

  TOSS {
    @Override
    PaymentGateway open(Sandbox sandbox, HttpOptions.Builder http) {
      return open(sandbox, http, sandbox.tossSecretKey());
    }

    @Override
    PaymentGateway openWithWrongKey(Sandbox sandbox) {
      return open(sandbox, HttpOptions.builder(), "test_sk_wrong");
    }

    private PaymentGateway open(Sandbox sandbox, HttpOptions.Builder http, String key) {
      return TossGateway.builder(TossSecretKey.of(key))
          .http(http.baseUrl(sandbox.tossUrl()).build())
          .build();
    }

    @Override
    SandboxGateway server(Sandbox sandbox) {
      return sandbox.toss();
    }

    @Override
    BrowserReturn checkout(Sandbox sandbox, OrderId orderId, Money amount) {
      return sandbox.buyer().onToss().authenticate(orderId, amount);
    }

    @Override
    BrowserReturn checkoutWithRefusedCard(Sandbox sandbox, OrderId orderId, Money amount) {
      return sandbox
          .buyer()
          .onToss()
          .authenticateWithRefusedCard(orderId, amount, "REJECT_CARD_COMPANY");
    }

    @Override
    BrowserReturn abandon(Sandbox sandbox, OrderId orderId, Money amount) {
      return sandbox.buyer().onToss().abandon(orderId, amount);
    }

    @Override
    BrowserReturn chooseVirtualAccount(Sandbox sandbox, OrderId orderId, Money amount) {
      return sandbox.buyer().onToss().chooseVirtualAccount(orderId, amount);
    }

    @Override
    void deposit(Sandbox sandbox, PaymentId paymentId) {
      sandbox.buyer().onToss().deposit(paymentId);
    }

    @Override
    String findPath(PaymentId paymentId) {
      return "/v1/payments/" + paymentId;
    }

    @Override
    String cancelPath(PaymentId paymentId) {
      return "/v1/payments/" + paymentId + "/cancel";
    }

    @Override
    String confirmMethod() {
      return "POST";
    }

    @Override
    int tokenRequests() {
      return 0;
    }

    @Override
    BillingGateway billing(PaymentGateway gateway) {
      return ((TossGateway) gateway).billing();
    }

    @Override
    String chargePath() {
      return "/v1/billing/";
    }

    @Override
    GatewayTerms terms() {
      return TossPayment.TERMS;
    }
  },

  /** Through a channel whose checkout captures; {@link PortOneManualTest} has the other. */
  PORTONE {
    private final Map<PaymentId, OrderId> orders = new ConcurrentHashMap<>();

    @Override
    PaymentGateway open(Sandbox sandbox, HttpOptions.Builder http) {
      return open(sandbox, http, sandbox.portOneApiSecret());
    }

    @Override
    PaymentGateway openWithWrongKey(Sandbox sandbox) {
      return open(sandbox, HttpOptions.builder(), "wrong-secret-0123456789");
    }

    private PaymentGateway open(Sandbox sandbox, HttpOptions.Builder http, String secret) {
      return PortOneGateway.builder(PortOneApiSecret.of(secret))
          .storeId(sandbox.portOneStoreId())
          .channelKey(sandbox.portOneChannelKey())
          .http(http.baseUrl(sandbox.portOneUrl()).build())
          .build();
    }

    @Override
    SandboxGateway server(Sandbox sandbox) {
      return sandbox.portOne();
    }

    @Override
    BrowserReturn checkout(Sandbox sandbox, OrderId orderId, Money amount) {
      return known(sandbox.buyer().onPortOne().pay(orderId, amount));
    }

    @Override
    BrowserReturn checkoutWithRefusedCard(Sandbox sandbox, OrderId orderId, Money amount) {
      return known(sandbox.buyer().onPortOne().refuse(orderId, amount));
    }

    @Override
    BrowserReturn abandon(Sandbox sandbox, OrderId orderId, Money amount) {
      return known(sandbox.buyer().onPortOne().abandon(orderId, amount));
    }

    @Override
    BrowserReturn chooseVirtualAccount(Sandbox sandbox, OrderId orderId, Money amount) {
      return known(sandbox.buyer().onPortOne().chooseVirtualAccount(orderId, amount));
    }

    @Override
    void deposit(Sandbox sandbox, PaymentId paymentId) {
      sandbox.buyer().onPortOne().deposit(paymentId);
    }

    @Override
    String findName() {
      return "payments";
    }

    /** A lookup by the payment is a search. */
    @Override
    String findPath(PaymentId paymentId) {
      return "/payments";
    }

    /** Its paths name the order. */
    @Override
    String cancelPath(PaymentId paymentId) {
      return "/payments/" + orders.get(paymentId) + "/cancel";
    }

    private BrowserReturn known(BrowserReturn back) {
      orders.put(back.paymentId(), back.orderId());
      return back;
    }

    @Override
    String confirmMethod() {
      return "GET";
    }

    @Override
    int tokenRequests() {
      return 0;
    }

    @Override
    BillingGateway billing(PaymentGateway gateway) {
      return ((PortOneGateway) gateway).billing();
    }

    @Override
    String chargePath() {
      return "/payments/";
    }

    @Override
    GatewayTerms terms() {
      return PortOnePayment.TERMS;
    }
  };

  abstract PaymentGateway open(Sandbox sandbox, HttpOptions.Builder http);

  abstract PaymentGateway openWithWrongKey(Sandbox sandbox);

  abstract SandboxGateway server(Sandbox sandbox);

  /** The buyer does all that is theirs to do, so that a confirm finds or makes it paid. */
  abstract BrowserReturn checkout(Sandbox sandbox, OrderId orderId, Money amount);

  abstract BrowserReturn checkoutWithRefusedCard(Sandbox sandbox, OrderId orderId, Money amount);

  abstract BrowserReturn abandon(Sandbox sandbox, OrderId orderId, Money amount);

  abstract BrowserReturn chooseVirtualAccount(Sandbox sandbox, OrderId orderId, Money amount);

  abstract void deposit(Sandbox sandbox, PaymentId paymentId);

  /** The name of a lookup by the payment, in logs. */
  String findName() {
    return "payment";
  }

  abstract String findPath(PaymentId paymentId);

  abstract String cancelPath(PaymentId paymentId);

  /** How the request that decides a confirm is sent. */
  abstract String confirmMethod();

  /** How many requests a first credential takes. */
  abstract int tokenRequests();

  abstract GatewayTerms terms();

  abstract BillingGateway billing(PaymentGateway gateway);

  /** What the path of a charge begins with, and that of no other request that moves money. */
  abstract String chargePath();
}
