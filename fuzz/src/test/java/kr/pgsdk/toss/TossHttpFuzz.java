package kr.pgsdk.toss;

import kr.pgsdk.fuzz.Accessors;
import kr.pgsdk.fuzz.Lines;
import kr.pgsdk.fuzz.PaymentsFuzz;
import kr.pgsdk.fuzz.Script;
import kr.pgsdk.fuzz.ScriptedGateway;
import kr.pgsdk.fuzz.VerbsFuzz;
import kr.pgsdk.toss.model.TossPayment;

/** Any answers to any call of Toss's. */
public final class TossHttpFuzz {
  private TossHttpFuzz() {}

  /** The input is a {@link Script}. */
  public static void run(byte[] input) {
    Script script = Script.read(input);
    if (script.asksWithSecret()) {
      return;
    }
    ScriptedGateway scripted = new ScriptedGateway(script, null);
    try (TossGateway gateway =
        TossGateway.builder(TossSecretKey.of(Lines.SECRETS.get(2)))
            .transport(scripted)
            .environment(scripted.environment())
            .build()) {
      VerbsFuzz verbs = new VerbsFuzz(gateway, scripted, script, true);
      if (!verbs.run()) {
        Lines.tried(() -> call(gateway.client(), verbs, script));
      }
    }
  }

  private static Object call(TossClient client, VerbsFuzz verbs, Script script) {
    switch (script.word(0)) {
      case "payment" -> payment(client.payment(verbs.paymentId()));
      case "payment-order" -> payment(client.paymentByOrderId(verbs.orderId()));
      case "capture" ->
          payment(
              verbs.money(
                  true,
                  () ->
                      client.confirm(
                          TossConfirmRequest.of(
                              verbs.paymentId(), verbs.orderId(), verbs.money()))));
      case "give-back" ->
          payment(
              verbs.money(
                  true,
                  () ->
                      client.cancel(
                          TossCancelRequest.partial(verbs.paymentId(), verbs.money(), "back")
                              .build())));
      case "get" -> client.request("GET", script.word(1), null);
      case "post" ->
          verbs.money(true, () -> client.request("POST", script.word(1), script.word(2)));
      case "post-keyed" ->
          verbs.money(
              true, () -> client.request("POST", script.word(1), script.word(2), script.word(3)));
      default -> Lines.require(true, "asks for nothing", script);
    }
    return true;
  }

  private static void payment(TossPayment payment) {
    Accessors.walk(payment);
    PaymentsFuzz.requireSound(payment.toPayment());
  }
}
