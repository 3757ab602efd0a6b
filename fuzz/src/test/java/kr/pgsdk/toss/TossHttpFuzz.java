package kr.pgsdk.toss;

import kr.pgsdk.fuzz.Accessors;
import kr.pgsdk.fuzz.Checks;
import kr.pgsdk.fuzz.PaymentsFuzz;
import kr.pgsdk.fuzz.Script;
import kr.pgsdk.fuzz.ScriptedTransport;
import kr.pgsdk.fuzz.VerbsFuzz;
import kr.pgsdk.toss.model.TossPayment;

/** HTTP responses to the verbs and typed calls of Toss. */
public final class TossHttpFuzz {
  private TossHttpFuzz() {}

  /** The input is a {@link Script}. */
  public static void run(byte[] input) {
    Script script = Script.read(input);
    if (script.commandHasSecret()) {
      return;
    }
    ScriptedTransport transport = new ScriptedTransport(script, null);
    try (TossGateway gateway =
        TossGateway.builder(TossSecretKey.of(Checks.SECRETS.get(2)))
            .transport(transport)
            .environment(transport.environment())
            .build()) {
      VerbsFuzz verbs = new VerbsFuzz(gateway, transport, script, true);
      if (!verbs.run()) {
        Checks.resultOf(() -> call(gateway.client(), verbs, script));
      }
    }
  }

  private static Object call(TossClient client, VerbsFuzz verbs, Script script) {
    switch (script.word(0)) {
      case "payment" -> payment(client.payment(verbs.paymentId()));
      case "payment-order" -> payment(client.paymentByOrderId(verbs.orderId()));
      case "capture" ->
          payment(
              verbs.moneyCall(
                  true,
                  () ->
                      client.confirm(
                          TossConfirmRequest.of(
                              verbs.paymentId(), verbs.orderId(), verbs.money()))));
      case "give-back" ->
          payment(
              verbs.moneyCall(
                  true,
                  () ->
                      client.cancel(
                          TossCancelRequest.partial(verbs.paymentId(), verbs.money(), "back")
                              .build())));
      case "get" -> client.request("GET", script.word(1), null);
      case "post" ->
          verbs.moneyCall(true, () -> client.request("POST", script.word(1), script.word(2)));
      case "post-keyed" ->
          verbs.moneyCall(
              true, () -> client.request("POST", script.word(1), script.word(2), script.word(3)));
      default -> Checks.require(true, "unknown command: ", script);
    }
    return true;
  }

  private static void payment(TossPayment payment) {
    Accessors.walk(payment);
    PaymentsFuzz.requireConsistent(payment.toPayment());
  }
}
