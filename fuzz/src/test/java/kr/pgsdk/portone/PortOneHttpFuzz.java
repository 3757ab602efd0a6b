package kr.pgsdk.portone;

import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.fuzz.Accessors;
import kr.pgsdk.fuzz.Checks;
import kr.pgsdk.fuzz.PaymentsFuzz;
import kr.pgsdk.fuzz.Script;
import kr.pgsdk.fuzz.ScriptedTransport;
import kr.pgsdk.fuzz.VerbsFuzz;

/** HTTP responses to the verbs and typed calls of PortOne V2. */
public final class PortOneHttpFuzz {
  private PortOneHttpFuzz() {}

  /** The input is a {@link Script}. */
  public static void run(byte[] input) {
    Script script = Script.read(input);
    if (script.commandHasSecret()) {
      return;
    }
    ScriptedTransport transport = new ScriptedTransport(script, null);
    try (PortOneGateway gateway =
        PortOneGateway.builder(PortOneApiSecret.of(Checks.SECRETS.get(4)))
            .transport(transport)
            .environment(transport.environment())
            .build()) {
      VerbsFuzz verbs = new VerbsFuzz(gateway, transport, script, false);
      if (!verbs.run()) {
        Checks.resultOf(() -> call(gateway, verbs, script));
      }
    }
  }

  private static Object call(PortOneGateway gateway, VerbsFuzz verbs, Script script) {
    PortOneClient client = gateway.client();
    switch (script.word(0)) {
      case "confirm-token" -> capture(gateway, verbs);
      case "payment" -> {
        var payment = client.payment(verbs.orderId());
        Accessors.walk(payment);
        PaymentsFuzz.requireConsistent(payment.toPayment());
      }
      case "cancel-call" ->
          Accessors.walk(
              verbs.moneyCall(
                  true,
                  () ->
                      client.cancel(
                          PortOneCancelRequest.full(verbs.orderId(), "KRW", "back").build())));
      case "get" -> client.request("GET", script.word(1), null);
      case "post" ->
          verbs.moneyCall(true, () -> client.request("POST", script.word(1), script.word(2)));
      default -> Checks.require(true, "unknown command: ", script);
    }
    return true;
  }

  /** A confirm by a payment token captures. */
  private static void capture(PortOneGateway gateway, VerbsFuzz verbs) {
    ConfirmRequest request =
        ConfirmRequest.builder(verbs.paymentId(), verbs.orderId(), verbs.money())
            .paymentToken("token-1")
            .build();
    Confirmation outcome = verbs.moneyCall(true, () -> gateway.confirm(request));
    Checks.requireLine(outcome.toString());
    if (outcome instanceof Confirmed confirmed) {
      PaymentsFuzz.requireConsistent(confirmed.payment());
      Checks.require(
          confirmed.payment().status().isPaid()
              && confirmed.payment().orderId().equals(request.orderId())
              && confirmed.payment().amount().equals(request.money()),
          "confirmed, though not paid as asked: ",
          confirmed.payment());
    }
  }
}
