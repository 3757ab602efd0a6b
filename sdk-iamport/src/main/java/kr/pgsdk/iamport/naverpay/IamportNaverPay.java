package kr.pgsdk.iamport.naverpay;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonRows;
import kr.pgsdk.core.internal.json.ResponseMatch;
import kr.pgsdk.iamport.internal.IamportCalls;

/**
 * Naver Pay's own calls. Those with {@link IamportNaverOrders} are for orders placed at Naver Pay;
 * {@link #point}, {@link #confirm} and {@link #cashAmount} for payments by Naver Pay.
 *
 * <p>Whatever changes something is sent once. Naver may do it for some of the product orders alone:
 * read the {@link IamportNaverOutcome}. If it was done for none, the call throws a {@code
 * GatewayException}. After an {@code OutcomeUnknownException} look at {@link #productOrders}.
 * Thread-safe.
 */
public final class IamportNaverPay {
  private static final int PARTLY_DONE = 207;
  private static final String PRODUCT_ORDER_ID = "product_order_id";

  private final IamportCalls calls;

  /**
   * Takes what sends.
   *
   * @hidden
   */
  public IamportNaverPay(IamportCalls calls) {
    this.calls = calls;
  }

  /** {@code GET /payments/{imp_uid}/naver/product-orders}: none if Iamport knows none. */
  public List<IamportNaverProductOrder> productOrders(PaymentId paymentId) {
    return calls.list(
        HttpRequest.safe(
                "Naver product orders",
                "GET",
                "payments",
                paymentId.value(),
                "naver",
                "product-orders")
            .about(PaymentLookup.byPaymentId(paymentId)),
        IamportNaverProductOrder::new);
  }

  /** {@code GET /naver/product-orders/{product_order_id}}: empty if there is none. */
  public Optional<IamportNaverProductOrder> productOrder(String productOrderId) {
    if (productOrderId.isBlank()) {
      throw new IllegalArgumentException(PRODUCT_ORDER_ID + " must not be blank");
    }
    return calls.find(
        HttpRequest.safe("Naver product order", "GET", "naver", "product-orders", productOrderId),
        ResponseMatch.about(PRODUCT_ORDER_ID, productOrderId, IamportNaverProductOrder::new));
  }

  /**
   * {@code GET /naver/reviews}: the reviews of this time.
   *
   * @param channelKey the channel for orders at Naver Pay
   * @throws IllegalArgumentException if the channel is blank, or the time ends before it begins
   */
  public List<IamportNaverReview> reviews(
      String channelKey, IamportNaverReviewType type, Instant from, Instant to) {
    if (channelKey.isBlank() || to.isBefore(from)) {
      throw new IllegalArgumentException(
          "channel_key must not be blank, and to must not be before from");
    }
    return calls.list(
        HttpRequest.safe("Naver reviews", "GET", "naver", "reviews")
            .query("from", from.getEpochSecond())
            .query("to", to.getEpochSecond())
            .query("review_type", type.text())
            .query("channel_key", channelKey),
        IamportNaverReview::new);
  }

  /** {@code GET /payments/{imp_uid}/naver/cash-amount}: what a cash receipt can be issued for. */
  public IamportNaverCashAmount cashAmount(PaymentId paymentId) {
    return calls.object(
        HttpRequest.safe(
                "Naver cash amount", "GET", "payments", paymentId.value(), "naver", "cash-amount")
            .about(PaymentLookup.byPaymentId(paymentId)),
        IamportNaverCashAmount::new);
  }

  /** {@code POST /payments/{imp_uid}/naver/point}: gives the buyer the points of the payment. */
  public void point(PaymentId paymentId) {
    boolean unused = calls.send(post(paymentId, "point"), body -> true);
  }

  /**
   * {@code POST /payments/{imp_uid}/naver/confirm}: confirms the purchase of an escrow order, which
   * releases the money to the shop.
   */
  public void confirm(PaymentId paymentId, IamportNaverRequester requester) {
    boolean unused =
        calls.send(
            post(paymentId, "confirm").body(new RequestFields().word("requester", requester)),
            body -> true);
  }

  /** {@code POST /payments/{imp_uid}/naver/place}: places the orders. */
  public IamportNaverOutcome place(PaymentId paymentId, IamportNaverOrders orders) {
    return act(paymentId, "place", orders, orders.fields());
  }

  /** {@code POST /payments/{imp_uid}/naver/ship}: ships them. */
  public IamportNaverOutcome ship(
      PaymentId paymentId,
      IamportNaverOrders orders,
      IamportNaverDelivery delivery,
      Instant dispatchedAt) {
    return act(
        paymentId,
        "ship",
        orders,
        orders
            .fields()
            .all(RequestFields.of(delivery))
            .epochSeconds("dispatched_at", dispatchedAt));
  }

  /**
   * {@code POST /payments/{imp_uid}/naver/cancel}: cancels and refunds them. <strong>Moves
   * money.</strong>
   */
  public IamportNaverOutcome cancel(
      PaymentId paymentId, IamportNaverOrders orders, IamportNaverReason reason) {
    return act(paymentId, "cancel", orders, orders.fields().word("reason", reason));
  }

  /**
   * {@code POST /payments/{imp_uid}/naver/approve-cancel}: approves the cancel that the buyer asked
   * for, and refunds it. <strong>Moves money.</strong>
   */
  public IamportNaverOutcome approveCancel(PaymentId paymentId, IamportNaverOrders orders) {
    return act(paymentId, "approve-cancel", orders, orders.fields());
  }

  /** {@code POST /payments/{imp_uid}/naver/request-return}: asks for a return. */
  public IamportNaverOutcome requestReturn(
      PaymentId paymentId,
      IamportNaverOrders orders,
      IamportNaverReason reason,
      IamportNaverDelivery delivery) {
    return act(
        paymentId,
        "request-return",
        orders,
        orders.fields().word("reason", reason).all(RequestFields.of(delivery)));
  }

  /**
   * {@code POST /payments/{imp_uid}/naver/approve-return}: approves a return. <strong>Moves
   * money.</strong>
   */
  public IamportNaverOutcome approveReturn(PaymentId paymentId, IamportNaverOrders orders) {
    return act(paymentId, "approve-return", orders, orders.fields());
  }

  /**
   * {@code POST /payments/{imp_uid}/naver/approve-return}: approves a return, with a note for the
   * buyer. <strong>Moves money.</strong>
   */
  public IamportNaverOutcome approveReturn(
      PaymentId paymentId, IamportNaverOrders orders, String memo) {
    return act(paymentId, "approve-return", orders, orders.fields().note("memo", memo));
  }

  /** {@code POST /payments/{imp_uid}/naver/reject-return}: rejects a return; the memo says why. */
  public IamportNaverOutcome rejectReturn(
      PaymentId paymentId, IamportNaverOrders orders, String memo) {
    return act(paymentId, "reject-return", orders, orders.fields().note("memo", memo));
  }

  /**
   * {@code POST /payments/{imp_uid}/naver/withhold-return}: holds a return, and charges the buyer
   * this; a zero charges nothing. The memo goes to the buyer.
   */
  public IamportNaverOutcome withholdReturn(
      PaymentId paymentId,
      IamportNaverOrders orders,
      IamportNaverWithholdReason reason,
      String memo,
      Money extraCharge) {
    return act(
        paymentId,
        "withhold-return",
        orders,
        orders
            .fields()
            .word("reason", reason)
            .note("memo", memo)
            .wholeAmount("extra_charge", extraCharge));
  }

  /** {@code POST /payments/{imp_uid}/naver/resolve-return}: ends the hold of a return. */
  public IamportNaverOutcome resolveReturn(PaymentId paymentId, IamportNaverOrders orders) {
    return act(paymentId, "resolve-return", orders, orders.fields());
  }

  /**
   * {@code POST /payments/{imp_uid}/naver/collect-exchanged}: says that the goods to exchange came
   * back.
   */
  public IamportNaverOutcome collectExchanged(PaymentId paymentId, IamportNaverOrders orders) {
    return act(paymentId, "collect-exchanged", orders, orders.fields());
  }

  /** {@code POST /payments/{imp_uid}/naver/ship-exchanged}: ships the goods in exchange. */
  public IamportNaverOutcome shipExchanged(
      PaymentId paymentId, IamportNaverOrders orders, IamportNaverDelivery delivery) {
    return act(
        paymentId, "ship-exchanged", orders, orders.fields().all(RequestFields.of(delivery)));
  }

  private IamportNaverOutcome act(
      PaymentId paymentId, String action, IamportNaverOrders orders, RequestFields fields) {
    Function<JsonObject, IamportNaverProductOrder> reader =
        orders.ids().isEmpty() // all
            ? IamportNaverProductOrder::new
            : ResponseMatch.aboutOneOf(
                PRODUCT_ORDER_ID, orders.ids(), IamportNaverProductOrder::new);
    JsonRows<IamportNaverProductOrder> rows = new JsonRows<>(reader, "response");
    AtomicBoolean partial = new AtomicBoolean();
    return calls.send(
        post(paymentId, action).body(fields).responseIsList(),
        response -> {
          partial.set(response.status() == PARTLY_DONE);
          return rows.read(response.json());
        },
        body -> new IamportNaverOutcome(orders, rows.required(body), partial.get()),
        refusal -> null);
  }

  private static HttpRequest.Builder post(PaymentId paymentId, String action) {
    return HttpRequest.once(
            "Naver " + action, "POST", "payments", paymentId.value(), "naver", action)
        .about(PaymentLookup.byPaymentId(paymentId));
  }
}
