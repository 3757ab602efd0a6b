package kr.pgsdk.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Buyer;
import kr.pgsdk.sandbox.PortOneBuyer;
import org.jspecify.annotations.Nullable;

/** A payment that is there when the simulated gateways start, to be tried. */
record SamplePayment(Gateway gateway, String what, BrowserReturn back, @Nullable String token) {
  SamplePayment(Gateway gateway, String what, BrowserReturn back) {
    this(gateway, what, back, null);
  }

  /** Lets the buyer make one of each kind at each gateway. */
  static List<SamplePayment> of(Buyer buyer) {
    Money price = Money.krw(15_000);
    return List.of(
        new SamplePayment(
            Gateway.IAMPORT, "paid by card", buyer.onIamport().pay(OrderId.random(), price)),
        new SamplePayment(
            Gateway.IAMPORT,
            "virtual account, waiting for its deposit",
            buyer.onIamport().chooseVirtualAccount(OrderId.random(), price)),
        new SamplePayment(
            Gateway.TOSS,
            "authenticated, to be confirmed within 10 minutes",
            buyer.onToss().authenticate(OrderId.random(), price)),
        new SamplePayment(
            Gateway.TOSS,
            "virtual account, to be confirmed within 10 minutes",
            buyer.onToss().chooseVirtualAccount(OrderId.random(), price)),
        new SamplePayment(
            Gateway.PORTONE, "paid by card", buyer.onPortOne().pay(OrderId.random(), price)),
        manualAtPortOne(buyer.onPortOne(), price));
  }

  private static SamplePayment manualAtPortOne(PortOneBuyer buyer, Money price) {
    BrowserReturn back = buyer.authenticate(OrderId.random(), price);
    return new SamplePayment(
        Gateway.PORTONE,
        "authenticated through a channel with manual confirmation, to be confirmed within 10"
            + " minutes",
        back,
        buyer.paymentToken(back));
  }

  Map<String, @Nullable Object> json() {
    return JsonLine.object(
        "gateway", gateway.id(),
        "orderId", back.orderId(),
        "paymentId", back.paymentId(),
        "amount", back.amount().toPlainString(),
        "currency", back.amount().currency(),
        "what", what,
        "paymentToken", token);
  }

  String confirm(Terminal terminal) {
    List<String> words =
        new ArrayList<>(
            List.of(
                gateway.id(),
                "confirm",
                "--payment-id",
                back.paymentId().value(),
                "--order-id",
                back.orderId().value(),
                "--amount",
                back.amount().toPlainString()));
    if (token != null) {
      words.addAll(List.of("--payment-token", token));
    }
    return terminal.line(words);
  }
}
