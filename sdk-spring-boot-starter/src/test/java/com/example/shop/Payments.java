package com.example.shop;

import java.util.Map;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.Checkout;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.spring.CheckoutPage;
import kr.pgsdk.spring.Checkouts;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
record Payments(Checkouts checkouts, DurablePayments payments) {
  @PostMapping("/orders/{id}/pay/{merchant}")
  Map<String, Object> pay(@PathVariable("id") OrderId id, @PathVariable("merchant") String at) {
    if (checkouts.open(id, at).orElse(null) instanceof Checkout.Ready ready) {
      CheckoutPage page = checkouts.page(ready);
      Object arguments = ready.preparation().checkout().asMap();
      return Map.of("script", page.scriptUrl(), "key", page.publicKey(), "arguments", arguments);
    }
    return Map.of(); // paid already, or under way: the page shows the order again
  }

  @PostMapping("/orders/{id}/refund") // for operators: put it behind your log-in
  String refund(@PathVariable("id") OrderId id) {
    Refund all = Refund.full(id.value(), id, "changed my mind").build(); // one refund an order
    return payments.refund(all).state().name();
  }
}
