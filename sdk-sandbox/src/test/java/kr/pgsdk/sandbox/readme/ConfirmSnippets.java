package kr.pgsdk.sandbox.readme;

import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.VirtualAccount;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;

/** The code in docs/confirm.md. A test runs it, and holds the page to it word by word. */
final class ConfirmSnippets {
  private final Shop shop;

  ConfirmSnippets(Shop shop) {
    this.shop = shop;
  }

  /** What a shop does with each outcome. */
  interface Shop {
    void ship(Payment payment);

    void showAccount(VirtualAccount account);

    void explain(Confirmation.NotConfirmed refused);

    void askAgainLater(PaymentLookup lookup);

    void report(PaymentException failed);
  }

  // snippet confirm
  void confirm(
      PaymentGateway gateway,
      OrderId orderId, // from your database
      Money price,
      String paymentKey, // from the browser
      String returnedOrderId,
      String returnedAmount) {
    try {
      Confirmation result =
          gateway.confirm(
              ConfirmRequest.builder(PaymentId.of(paymentKey), orderId, price)
                  .returned(OrderId.of(returnedOrderId), Money.of(returnedAmount, "KRW"))
                  .build());
      if (result instanceof Confirmation.Confirmed paid) {
        shop.ship(paid.payment());
      } else if (result instanceof Confirmation.AwaitingDeposit waiting) {
        shop.showAccount(waiting.payment().virtualAccount().orElseThrow());
      } else if (result instanceof Confirmation.NotConfirmed refused) {
        shop.explain(refused); // reason(), mismatches(), refusal(), moneyHeld()
      }
    } catch (OutcomeUnknownException unknown) {
      shop.askAgainLater(unknown.lookup()); // money may have moved: call find(lookup) later
    } catch (PaymentException failed) {
      shop.report(failed); // this call moved no money; isRetryable(): calling again may help
    }
  }

  // end
}
