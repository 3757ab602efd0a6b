package kr.pgsdk.toss.brandpay;

import java.util.Map;
import java.util.UUID;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.toss.custom.TossCustomRequest;
import kr.pgsdk.toss.custom.TossCustomResponse;
import kr.pgsdk.toss.internal.TossCalls;
import kr.pgsdk.toss.internal.TossFields;
import kr.pgsdk.toss.model.TossPayment;

/**
 * Brandpay: a customer's wallet at the shop. Some calls are made on the customer's behalf: they
 * carry the customer's access token in place of the secret key. Where the fields of a request or an
 * answer aren't confirmed, the caller gives and reads them by Toss's names.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.toss.TossClient} throw. An access token
 * that Toss doesn't accept is a {@link kr.pgsdk.core.error.GatewayException}: the secret key is not
 * at fault.
 */
public final class TossBrandpay {
  private static final String[] PAYMENTS = {"v1", "brandpay", "payments"};

  private final TossCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public TossBrandpay(TossCalls calls) {
    this.calls = calls;
  }

  /**
   * {@code GET /v1/brandpay/terms}: the terms a customer has to agree to. No money moves.
   *
   * @param query the query parameters by Toss's names; may be empty. No message repeats a value.
   */
  public TossCustomResponse terms(Map<String, String> query) {
    HttpRequest.Builder request =
        HttpRequest.safe("brandpay terms", "GET", "v1", "brandpay", "terms");
    query.forEach((name, value) -> request.query(name, value).hide(value));
    return custom(request);
  }

  /**
   * {@code POST /v1/brandpay/terms/agree}: agrees to terms for a customer. No money moves. Repeated
   * only with the same idempotency key.
   */
  public TossCustomResponse agree(TossCustomRequest request) {
    return done(
        HttpRequest.keyed(
                "agree to brandpay terms",
                request.idempotencyKey(),
                "v1",
                "brandpay",
                "terms",
                "agree")
            .body(RequestFields.of(request)));
  }

  /**
   * {@code POST /v1/brandpay/authorizations/access-token}: issues a customer's access token. No
   * money moves. Repeated only with the same idempotency key.
   */
  public TossBrandpayAuthorization accessToken(TossCustomRequest request) {
    return calls.object(
        HttpRequest.keyed(
                "brandpay access token",
                request.idempotencyKey(),
                "v1",
                "brandpay",
                "authorizations",
                "access-token")
            .body(RequestFields.of(request)),
        TossBrandpayAuthorization::new);
  }

  /**
   * {@code GET /v1/brandpay/payments/methods}: the cards and accounts of the customer whose token
   * it is. No money moves.
   */
  public TossCustomResponse paymentMethods(TossBrandpayToken token) {
    return custom(by(token, HttpRequest.safe("brandpay methods", "GET", PAYMENTS).path("methods")));
  }

  /**
   * {@code GET /v1/brandpay/payments/methods/{customerKey}}: the cards and accounts of a customer.
   * No money moves.
   *
   * @param customerKey a secret: no message shows it
   * @throws IllegalArgumentException if it isn't 2 to 300 letters, digits, - _ = . @
   */
  public TossCustomResponse paymentMethods(String customerKey) {
    return custom(
        HttpRequest.safe("brandpay methods", "GET", PAYMENTS)
            .path("methods", TossFields.requireCustomerKey(customerKey))
            .hide(customerKey));
  }

  /**
   * {@code POST /v1/brandpay/payments/methods/card/remove}: removes a card from the wallet. No
   * money moves. Repeated only with the same idempotency key, which each call has its own of; a
   * card that is gone stays gone.
   *
   * @param methodKey the card; a secret: no message shows it
   */
  public TossCustomResponse removeCard(TossBrandpayToken token, String methodKey) {
    return remove("remove brandpay card", "card", token, methodKey);
  }

  /**
   * {@code POST /v1/brandpay/payments/methods/account/remove}: removes an account from the wallet,
   * as {@link #removeCard} does a card.
   */
  public TossCustomResponse removeAccount(TossBrandpayToken token, String methodKey) {
    return remove("remove brandpay account", "account", token, methodKey);
  }

  private TossCustomResponse remove(
      String operation, String kind, TossBrandpayToken token, String methodKey) {
    RequestFields fields = new RequestFields().personal("methodKey", methodKey);
    return done(
        by(
            token,
            HttpRequest.keyed(operation, UUID.randomUUID().toString(), PAYMENTS)
                .path("methods", kind, "remove")
                .body(fields)));
  }

  /**
   * {@code POST /v1/brandpay/payments/confirm}: confirms a payment that the customer made in the
   * wallet. <strong>Moves money.</strong> Repeated only with the same idempotency key. Toss may
   * repeat an older answer for the same key.
   *
   * @throws kr.pgsdk.core.error.GatewayException if Toss or the card company refuses
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     look the payment up, or send the same request again, never another for the order
   */
  public TossPayment confirm(TossBrandpayConfirmRequest request) {
    return calls.payment(
        HttpRequest.keyed("brandpay confirm", request.idempotencyKey(), PAYMENTS)
            .path("confirm")
            .about(PaymentLookup.byPaymentId(request.paymentKey()))
            .body(RequestFields.of(request)),
        payment ->
            payment.paymentKey().equals(request.paymentKey())
                && payment.orderId().equals(request.orderId()));
  }

  /**
   * {@code POST /v1/brandpay/payments}: pays with a method in the wallet, without the customer
   * being there. <strong>Moves money.</strong> Repeated only with the same idempotency key. Toss
   * may repeat an older answer for the same key.
   *
   * @throws kr.pgsdk.core.error.GatewayException if Toss or the card company refuses
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     look the order up, or send the same request again, never another for the order
   */
  public TossPayment pay(TossBrandpayPaymentRequest request) {
    return calls.payment(
        HttpRequest.keyed("brandpay payment", request.idempotencyKey(), PAYMENTS)
            .about(PaymentLookup.byOrderId(request.orderId()))
            .body(RequestFields.of(request)),
        payment -> payment.orderId().equals(request.orderId()));
  }

  /**
   * {@code POST /v1/brandpay/customers/remove}: removes the customer whose token it is, with the
   * whole wallet. No money moves. Repeated only with the same idempotency key.
   *
   * @param request without fields, unless Toss asks for some
   */
  public TossCustomResponse removeCustomer(TossBrandpayToken token, TossCustomRequest request) {
    return done(
        by(
            token,
            HttpRequest.keyed(
                    "remove brandpay customer",
                    request.idempotencyKey(),
                    "v1",
                    "brandpay",
                    "customers",
                    "remove")
                .body(RequestFields.of(request))));
  }

  /** {@code GET /v1/brandpay/promotions/card}: the promotions of cards. No money moves. */
  public TossCustomResponse cardPromotions() {
    return custom(
        HttpRequest.safe(
            "brandpay card promotions", "GET", "v1", "brandpay", "promotions", "card"));
  }

  /** {@code GET /v1/brandpay/promotions/bank}: the promotions of banks. No money moves. */
  public TossCustomResponse bankPromotions() {
    return custom(
        HttpRequest.safe(
            "brandpay bank promotions", "GET", "v1", "brandpay", "promotions", "bank"));
  }

  /** Makes a request on a customer's behalf. */
  private static HttpRequest.Builder by(TossBrandpayToken token, HttpRequest.Builder request) {
    return request
        .withoutCredential()
        .header("Authorization", "Bearer " + token.value())
        .hide(token.value());
  }

  private TossCustomResponse custom(HttpRequest.Builder request) {
    return TossCustomResponse.of(calls.document(request));
  }

  /** Of a request that may be answered with nothing: there is nothing to tell. */
  private TossCustomResponse done(HttpRequest.Builder request) {
    return TossCustomResponse.of(calls.documentOrNothing(request));
  }
}
