package kr.pgsdk.sandbox.matrix;

import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.ChargeRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.PrepareRequest;

/** What a shop calls. */
enum Verb {
  GET_TOKEN("getToken"),
  PREPARE("prepare"),
  FIND_BY_ID("find by payment id"),
  FIND_BY_ORDER("find by order id"),
  CONFIRM("confirm"),
  CANCEL_FULL("cancel all"),
  CANCEL_PART("cancel a part"),
  CHARGE("charge");

  static final Money PRICE = Money.krw(10_000);
  static final Money PART = Money.krw(3_000);

  final String words;

  Verb(String words) {
    this.words = words;
  }

  boolean isCancel() {
    return this == CANCEL_FULL || this == CANCEL_PART;
  }

  /** Calls the verb; a cancel with this request. */
  Object call(PaymentGateway gateway, Given given, CancelRequest cancel) {
    return switch (this) {
      case GET_TOKEN -> gateway.getToken();
      case PREPARE -> gateway.prepare(PrepareRequest.builder(given.orderId(), PRICE).build());
      case FIND_BY_ID -> gateway.find(PaymentLookup.byPaymentId(given.paymentId()));
      case FIND_BY_ORDER -> gateway.find(PaymentLookup.byOrderId(given.orderId()));
      case CONFIRM -> gateway.confirm(given.confirmRequest());
      case CANCEL_FULL, CANCEL_PART -> gateway.cancel(cancel);
      case CHARGE ->
          given
              .gateway()
              .billing(gateway)
              .charge(
                  ChargeRequest.builder(given.billingKey(), given.orderId(), PRICE, "November")
                      .build());
    };
  }

  CancelRequest cancelRequest(Given given) {
    return this == CANCEL_PART
        ? CancelRequest.partial(given.paymentId(), PART, "one item returned").build()
        : CancelRequest.full(given.paymentId(), "all returned").build();
  }
}
