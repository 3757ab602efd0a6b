package kr.pgsdk.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.AwaitingDeposit;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.webhook.Parameters;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.iamport.webhook.IamportConfirmProcess;
import kr.pgsdk.iamport.webhook.IamportRedirect;
import kr.pgsdk.iamport.webhook.IamportWebhook;
import kr.pgsdk.portone.webhook.PortOneWebhook;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.TossSecretKey;
import kr.pgsdk.toss.webhook.TossEvent;
import kr.pgsdk.toss.webhook.TossFailRedirect;
import kr.pgsdk.toss.webhook.TossSecurityKey;
import kr.pgsdk.toss.webhook.TossSuccessRedirect;
import kr.pgsdk.toss.webhook.TossWebhook;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the simulated gateways send, read by the SDK, and what the gateway says of it. */
@Timeout(100)
class WebhookTest {
  private static final Instant NOW = Instant.parse("2026-03-01T03:00:00Z");
  private static final Money PRICE = Money.krw(15_000);

  private final OrderId order = OrderId.random();
  private Sandbox sandbox;
  private PaymentGateway iamport;
  private PaymentGateway toss;
  private PaymentGateway portOne;

  @BeforeEach
  void start() {
    sandbox = Sandbox.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC)).start();
    iamport = Shop.IAMPORT.open(sandbox, HttpOptions.builder());
    toss = Shop.TOSS.open(sandbox, HttpOptions.builder());
    portOne = Shop.PORTONE.open(sandbox, HttpOptions.builder());
  }

  @AfterEach
  void stop() {
    iamport.close();
    toss.close();
    portOne.close();
    sandbox.close();
  }

  static WebhookRequest arrived(SandboxWebhook webhook) {
    return WebhookRequest.of(webhook.body(), webhook::header);
  }

  static UntrustedPayment named(Shop shop, SandboxWebhook webhook) {
    return named(shop, arrived(webhook));
  }

  private static UntrustedPayment named(Shop shop, WebhookRequest request) {
    return switch (shop) {
      case IAMPORT -> IamportWebhook.read(request).payment();
      case TOSS -> TossWebhook.read(request).payment().orElseThrow();
      case PORTONE -> PortOneWebhook.read(request).payment().orElseThrow();
    };
  }

  private PaymentGateway gateway(Shop shop) {
    return switch (shop) {
      case IAMPORT -> iamport;
      case TOSS -> toss;
      case PORTONE -> portOne;
    };
  }

  private BrowserReturn paid(Shop shop) {
    BrowserReturn back = shop.checkout(sandbox, order, PRICE);
    assertThat(
            gateway(shop).confirm(ConfirmRequest.builder(back.paymentId(), order, PRICE).build()))
        .isInstanceOf(Confirmed.class);
    return back;
  }

  private List<SandboxWebhook> webhooks(Shop shop, BrowserReturn back) {
    return shop.server(sandbox).webhooks(back.paymentId());
  }

  // --- what is sent

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void iamport_sendsWhatTheGuideSays(boolean form) {
    if (form) {
      sandbox.switches().on(Switch.IAMPORT_WEBHOOKS_AS_FORM);
    }
    IamportBuyer buyer = sandbox.buyer().onIamport();
    BrowserReturn refused = buyer.refuse(OrderId.random(), PRICE);
    BrowserReturn left = buyer.abandon(OrderId.random(), PRICE);
    BrowserReturn account = buyer.chooseVirtualAccount(OrderId.random(), PRICE);
    BrowserReturn paid = buyer.pay(order, PRICE);

    assertThat(webhooks(Shop.IAMPORT, refused)).isEmpty();
    assertThat(webhooks(Shop.IAMPORT, left)).isEmpty();
    assertThat(status(account)).isEqualTo("ready");
    buyer.deposit(account.paymentId());
    assertThat(status(account)).isEqualTo("paid");
    assertThat(status(paid)).isEqualTo("paid");
    sandbox.iamport().cancelInConsole(paid.paymentId(), Money.krw(5_000));
    IamportWebhook cancelled = IamportWebhook.read(arrived(webhooks(Shop.IAMPORT, paid).get(0)));
    assertThat(cancelled.payment().claimedStatus()).contains("cancelled");
    assertThat(cancelled.claimedCancellationId().orElseThrow()).startsWith("cancellation_");
    assertThat(webhooks(Shop.IAMPORT, paid).get(0).header("content-type"))
        .contains(form ? "form" : "json");
  }

  private String status(BrowserReturn back) {
    List<SandboxWebhook> webhooks = webhooks(Shop.IAMPORT, back);
    assertThat(webhooks).hasSize(1);
    return named(Shop.IAMPORT, webhooks.get(0)).claimedStatus().orElseThrow();
  }

  @Test
  void toss_sendsTwoForAVirtualAccount_andNoneBeforeTheConfirm() {
    TossBuyer buyer = sandbox.buyer().onToss();
    BrowserReturn back = buyer.chooseVirtualAccount(order, PRICE);

    assertThat(webhooks(Shop.TOSS, back)).isEmpty();
    toss.confirm(ConfirmRequest.builder(back.paymentId(), order, PRICE).build());
    assertThat(types(back)).containsExactly("DEPOSIT_CALLBACK");
    buyer.deposit(back.paymentId());
    assertThat(types(back)).containsExactly("PAYMENT_STATUS_CHANGED", "DEPOSIT_CALLBACK");

    BrowserReturn failed = buyer.failToAuthenticate(OrderId.random(), PRICE, "INVALID_PASSWORD");
    assertThat(types(failed)).containsExactly("PAYMENT_STATUS_CHANGED");
    assertThat(types(buyer.letExpire(OrderId.random(), PRICE))).hasSize(1);
    assertThat(types(buyer.abandon(OrderId.random(), PRICE))).isEmpty();
  }

  private List<String> types(BrowserReturn back) {
    return webhooks(Shop.TOSS, back).stream()
        .map(webhook -> TossWebhook.read(arrived(webhook)).claimedEventType())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void tossWebhook_hasItsTimes_itsHeaders_andTheSecretOfThePayment(boolean odd) {
    if (odd) {
      sandbox
          .switches()
          .on(Switch.TOSS_WEBHOOK_TIMES_WITH_OFFSET, Switch.TOSS_WEBHOOK_WITHOUT_SECRET);
    }
    BrowserReturn back = paid(Shop.TOSS);
    TossWebhook webhook = TossWebhook.read(arrived(webhooks(Shop.TOSS, back).get(0)));

    assertThat(webhook.claimedCreatedAt()).contains(NOW);
    assertThat(webhook.claimedTransmissionTime()).contains(NOW);
    assertThat(webhook.claimedRetriedCount()).hasValue(0);
    assertThat(webhook.deliveryId()).startsWith("header:whtrans_");
    try (TossClient client =
        TossClient.builder(TossSecretKey.of(sandbox.tossSecretKey()))
            .http(HttpOptions.builder().baseUrl(sandbox.tossUrl()).build())
            .build()) {
      String secret = client.payment(back.paymentId()).secret().orElseThrow();
      assertThat(webhook.hasSecret(secret)).isEqualTo(!odd);
      assertThat(webhook.hasSecret("ps_other")).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void payoutWebhook_isSigned_withEitherReadingOfTheKey(boolean decoded) {
    if (decoded) {
      sandbox.switches().on(Switch.TOSS_SIGNS_WITH_DECODED_KEY);
    }
    TossSecurityKey key = TossSecurityKey.of(sandbox.tossSecurityKey());
    SandboxWebhook webhook = sandbox.tossPayoutWebhook("FPA_1", "COMPLETED");
    sandbox.clock().advance(Duration.ofMinutes(5));

    TossEvent event = TossWebhook.read(arrived(webhook)).verify(key, sandbox.clock());

    assertThat(event.entityId()).isEqualTo("FPA_1");
    assertThat(event.status()).contains("COMPLETED");
    assertThat(TossWebhook.read(arrived(webhook)).payment()).isEmpty();
    sandbox.clock().advance(Duration.ofSeconds(1));
    assertThatThrownBy(() -> TossWebhook.read(arrived(webhook)).verify(key, sandbox.clock()))
        .isInstanceOfSatisfying(
            RejectedRequestException.class, e -> assertThat(e.httpStatus()).isEqualTo(401));
    assertThatThrownBy(
            () ->
                TossWebhook.read(arrived(webhook))
                    .verify(TossSecurityKey.of("0".repeat(63) + "1"), sandbox.clock()))
        .isInstanceOf(RejectedRequestException.class);
  }

  @Test
  void webhook_isDeliveredOverHttp_once() throws Exception {
    try (MockWebServer shop = new MockWebServer()) {
      shop.start();
      shop.enqueue(new MockResponse.Builder().code(503).build());
      BrowserReturn back = sandbox.buyer().onIamport().pay(order, PRICE);
      SandboxWebhook webhook = webhooks(Shop.IAMPORT, back).get(0);

      assertThat(webhook.deliverTo(URI.create(shop.url("/hook?a=b").toString()))).isEqualTo(503);

      RecordedRequest request = shop.takeRequest();
      assertThat(request.getMethod()).isEqualTo("POST");
      assertThat(request.getTarget()).isEqualTo("/hook?a=b");
      assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
      assertThat(request.getBody().utf8()).isEqualTo(webhook.text());
      assertThat(shop.getRequestCount()).isEqualTo(1);
    }
  }

  // --- what the gateway says of it

  @ParameterizedTest
  @EnumSource
  void lateWebhook_isVerifiedAsThePaymentIsNow(Shop shop) {
    BrowserReturn back = paid(shop);
    UntrustedPayment named = named(shop, webhooks(shop, back).get(0));
    assertThat(named.verify(gateway(shop), order, PRICE)).isInstanceOf(Confirmed.class);
    shop.server(sandbox).cancelInConsole(back.paymentId(), Money.krw(5_000));

    NotConfirmed outcome = (NotConfirmed) named.verify(gateway(shop), order, PRICE);

    assertThat(outcome.reason()).isEqualTo(Reason.CANCELLED);
    assertThat(outcome.moneyHeld()).isEqualTo(MoneyHeld.YES);
    assertThat(outcome.payment().orElseThrow().balance()).isEqualTo(Money.krw(10_000));
  }

  @Test
  void virtualAccountAtToss_bothKindsOfWebhook_nameTheDeposit() {
    TossBuyer buyer = sandbox.buyer().onToss();
    BrowserReturn back = buyer.chooseVirtualAccount(order, PRICE);
    assertThat(toss.confirm(ConfirmRequest.builder(back.paymentId(), order, PRICE).build()))
        .isInstanceOf(AwaitingDeposit.class);
    buyer.deposit(back.paymentId());

    assertThat(webhooks(Shop.TOSS, back))
        .hasSize(2)
        .allSatisfy(
            webhook ->
                assertThat(named(Shop.TOSS, webhook).verify(toss, order, PRICE))
                    .isInstanceOf(Confirmed.class));
  }

  @ParameterizedTest
  @EnumSource
  void forgedWebhook_movesNoMoney_andIsNotBelieved(Shop shop) {
    BrowserReturn open = shop.abandon(sandbox, order, PRICE);

    assertThat(reason(shop, forged(shop, open.paymentId(), order))).isEqualTo(Reason.NOT_YET_PAID);
    assertThat(reason(shop, forged(shop, PaymentId.of("imp_forged"), order)))
        .isEqualTo(Reason.NOT_FOUND);
    assertThat(shop.server(sandbox).ledger(order).captures()).isZero();
  }

  private Reason reason(Shop shop, UntrustedPayment named) {
    return ((NotConfirmed) named.verify(gateway(shop), order, PRICE)).reason();
  }

  @Test
  void forgedWebhookOfAnAuthenticatedPayment_captures_nothing() {
    BrowserReturn authenticated = sandbox.buyer().onToss().authenticate(order, PRICE);

    Confirmation outcome =
        forged(Shop.TOSS, authenticated.paymentId(), order).verify(toss, order, PRICE);

    assertThat(((NotConfirmed) outcome).reason()).isEqualTo(Reason.NOT_YET_PAID);
    assertThat(sandbox.toss().ledger(authenticated.paymentId()).captures()).isZero();
    assertThat(sandbox.toss().journal().count("POST", "/v1")).isZero();
  }

  private static UntrustedPayment forged(Shop shop, PaymentId paymentId, OrderId orderId) {
    String body =
        switch (shop) {
          case IAMPORT -> "{\"imp_uid\":\"%s\",\"merchant_uid\":\"%s\",\"status\":\"paid\"}";
          case TOSS ->
              "{\"eventType\":\"PAYMENT_STATUS_CHANGED\",\"data\":{\"paymentKey\":\"%s\","
                  + "\"orderId\":\"%s\",\"status\":\"DONE\"}}";
          case PORTONE ->
              "{\"type\":\"Transaction.Paid\",\"timestamp\":\"2026-03-01T03:00:00Z\","
                  + "\"data\":{\"transactionId\":\"%s\",\"paymentId\":\"%s\",\"storeId\":\"s\"}}";
        };
    return named(
        shop, WebhookRequest.of(body.formatted(paymentId, orderId).getBytes(UTF_8), name -> null));
  }

  @ParameterizedTest
  @EnumSource
  void strangersPaymentWithOurOrder_isRefused(Shop shop) {
    BrowserReturn stranger = shop.checkout(sandbox, OrderId.random(), PRICE);
    UntrustedPayment named = forged(shop, stranger.paymentId(), order);

    assertThat(reason(shop, named)).isEqualTo(Reason.MISMATCH);
    assertThatThrownBy(() -> named.fetch(gateway(shop)))
        .isInstanceOf(RejectedRequestException.class);
  }

  @Test
  void testChannelPaymentAtIamport_isNotPaid() {
    BrowserReturn back = sandbox.buyer().onIamport().payInTestChannel(order, PRICE);

    assertThat(
            named(Shop.IAMPORT, webhooks(Shop.IAMPORT, back).get(0)).verify(iamport, order, PRICE))
        .isNotInstanceOf(Confirmed.class);
  }

  @ParameterizedTest
  @EnumSource
  void gatewayDown_isAnError_notAnAnswer(Shop shop) {
    BrowserReturn back = paid(shop);
    UntrustedPayment named = named(shop, webhooks(shop, back).get(0));
    InjectedFault down = shop.server(sandbox).inject(Fault.status(400).times(1));

    assertThatThrownBy(() -> named.verify(gateway(shop), order, PRICE))
        .isInstanceOf(kr.pgsdk.core.error.PaymentException.class);
    assertThat(down.hits()).isEqualTo(1);

    assertThat(named.verify(gateway(shop), order, PRICE)).isInstanceOf(Confirmed.class);
  }

  // --- redirects

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void iamportsRedirect_isConfirmed_whateverItClaims(boolean withoutSuccess) {
    if (withoutSuccess) {
      sandbox.switches().on(Switch.IAMPORT_NO_IMP_SUCCESS);
    }
    IamportBuyer buyer = sandbox.buyer().onIamport();
    BrowserReturn paid = buyer.pay(order, PRICE);
    OrderId other = OrderId.random();
    BrowserReturn refused = buyer.refuse(other, PRICE);
    IamportRedirect back = IamportRedirect.read(Parameters.ofQuery(buyer.redirectQuery(paid)));
    IamportRedirect failed = IamportRedirect.read(Parameters.ofQuery(buyer.redirectQuery(refused)));
    IamportRedirect callback =
        IamportRedirect.readCallback(
            WebhookRequest.of(buyer.callback(paid).getBytes(UTF_8), name -> null));

    assertThat(back.claimedSuccess()).isEqualTo(Optional.of(true).filter(yes -> !withoutSuccess));
    assertThat(back.confirm(iamport, order, PRICE)).isInstanceOf(Confirmed.class);
    assertThat(callback.confirm(iamport, order, PRICE)).isInstanceOf(Confirmed.class);
    assertThat(((NotConfirmed) failed.confirm(iamport, other, PRICE)).reason())
        .isEqualTo(Reason.FAILED);
    assertThat(failed.claimedErrorMessage()).isPresent();
    assertThat(((NotConfirmed) back.confirm(iamport, other, PRICE)).reason())
        .isEqualTo(Reason.MISMATCH);
  }

  @Test
  void iamportsConfirmProcess_isComparedWithTheOrder() {
    IamportBuyer buyer = sandbox.buyer().onIamport();
    BrowserReturn open = buyer.abandon(order, PRICE);
    IamportConfirmProcess asked = IamportConfirmProcess.read(arrived(buyer.confirmProcess(open)));

    assertThat(asked.compare(order, PRICE).isApproval()).isTrue();
    assertThat(asked.compare(order, Money.krw(1)).isApproval()).isFalse();
    assertThat(asked.payment().fetch(iamport)).isPresent();
  }

  @Test
  void tosssRedirects_areReadAndConfirmed() {
    TossBuyer buyer = sandbox.buyer().onToss();
    BrowserReturn tampered = buyer.tamper(OrderId.random(), PRICE, Money.krw(100));
    BrowserReturn back = buyer.authenticate(order, PRICE);
    TossFailRedirect failed =
        TossFailRedirect.read(Parameters.ofQuery(buyer.failQuery(back, "REJECT_CARD_COMPANY")));

    assertThat(
            TossSuccessRedirect.read(Parameters.ofQuery(buyer.successQuery(back)))
                .confirm(toss, order, PRICE))
        .isInstanceOf(Confirmed.class);
    assertThat(
            ((NotConfirmed)
                    TossSuccessRedirect.read(Parameters.ofQuery(buyer.successQuery(tampered)))
                        .confirm(toss, tampered.orderId(), PRICE))
                .reason())
        .isEqualTo(Reason.MISMATCH);
    assertThat(failed.claimedCode()).contains("REJECT_CARD_COMPANY");
    assertThat(failed.claimedOrderId()).contains(order);
    assertThat(
            TossFailRedirect.read(Parameters.ofQuery(buyer.failQuery(back, "PAY_PROCESS_CANCELED")))
                .claimsBuyerCancelled())
        .isTrue();
  }

  // --- looking without capturing

  @ParameterizedTest
  @EnumSource
  void confirmWithoutCapture_saysTheSameAsAConfirm_ofWhatIsPaid(Shop shop) {
    BrowserReturn back = paid(shop);
    ConfirmRequest look =
        ConfirmRequest.builder(back.paymentId(), order, PRICE).withoutCapture().build();

    assertThat(gateway(shop).confirm(look)).isInstanceOf(Confirmed.class);
    assertThat(
            gateway(shop)
                .confirm(
                    ConfirmRequest.builder(back.paymentId(), order, Money.krw(1))
                        .withoutCapture()
                        .build()))
        .isInstanceOfSatisfying(
            NotConfirmed.class, no -> assertThat(no.reason()).isEqualTo(Reason.MISMATCH));
    assertThat(
            gateway(shop)
                .confirm(
                    ConfirmRequest.builder(PaymentId.of("none"), order, PRICE)
                        .withoutCapture()
                        .build()))
        .isInstanceOfSatisfying(
            NotConfirmed.class, no -> assertThat(no.reason()).isEqualTo(Reason.NOT_FOUND));
    assertThat(shop.server(sandbox).ledger(back.paymentId()).captures()).isEqualTo(1);
  }
}
