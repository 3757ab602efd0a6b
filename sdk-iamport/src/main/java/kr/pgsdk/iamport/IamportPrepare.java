package kr.pgsdk.iamport;

import kr.pgsdk.core.CheckoutParameters;
import kr.pgsdk.core.Preparation;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import kr.pgsdk.core.internal.http.RetryRules;
import kr.pgsdk.iamport.internal.NewPayment;
import kr.pgsdk.iamport.model.IamportPreparedPayment;
import kr.pgsdk.iamport.payment.IamportPayments;
import org.jspecify.annotations.Nullable;

/** Registers an amount; one that Iamport knows already is success if it is the same. */
final class IamportPrepare {
  private final IamportClient client;
  private final @Nullable String channelKey;

  IamportPrepare(IamportClient client, @Nullable String channelKey) {
    this.client = client;
    this.channelKey = channelKey;
  }

  /** Returns what the page hands over; refuses what Iamport would, before anything is sent. */
  CheckoutParameters checked(PrepareRequest request) {
    NewPayment.check(request.orderId(), request.money());
    request.orderName().ifPresent(IamportRules::orderName);
    return IamportCheckoutPage.of(request, channelKey);
  }

  Preparation prepare(PrepareRequest request) {
    CheckoutParameters checkout = checked(request);
    IamportPayments payments = client.api(client.sender().deadline()).payments();
    try {
      payments.prepare(request.orderId(), request.money());
    } catch (GatewayException refusal) {
      afterRefusal(payments, request, refusal);
    }
    return new Preparation.Registered(request.orderId(), request.money(), checkout);
  }

  /** Returns if the amount is registered after all. */
  private static void afterRefusal(
      IamportPayments payments, PrepareRequest request, GatewayException refusal) {
    if (RetryRules.isBusy(refusal)) {
      throw refusal;
    }
    IamportPreparedPayment registered;
    try {
      registered = payments.prepared(request.orderId()).orElseThrow(() -> refusal);
    } catch (PaymentException e) {
      if (e != refusal) {
        e.addSuppressed(refusal);
      }
      throw e;
    }
    if (registered.isFor(request.money())) {
      return;
    }
    if (!request.replaceAmount()) {
      throw Errors.make()
          .gateway(
              "merchant_uid "
                  + request.orderId()
                  + " is registered with another amount: "
                  + registered.amount().toPlainString()
                  + registered.currency().map(currency -> " " + currency).orElse("")
                  + ", not "
                  + request.money()
                  + ". Ask for replaceAmount(true), or take a new order id.",
              ErrorDetails.after(refusal).build());
    }
    payments.changePrepared(request.orderId(), request.money());
  }
}
