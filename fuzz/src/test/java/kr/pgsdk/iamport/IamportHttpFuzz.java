package kr.pgsdk.iamport;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.pgsdk.fuzz.Accessors;
import kr.pgsdk.fuzz.Checks;
import kr.pgsdk.fuzz.PaymentsFuzz;
import kr.pgsdk.fuzz.Script;
import kr.pgsdk.fuzz.ScriptedTransport;
import kr.pgsdk.fuzz.VerbsFuzz;
import kr.pgsdk.iamport.model.IamportPayment;
import kr.pgsdk.iamport.payment.IamportSorting;
import kr.pgsdk.iamport.payment.IamportStatusFilter;

/** HTTP responses to the verbs and typed calls of Iamport. */
public final class IamportHttpFuzz {
  static final Script.Response TOKEN =
      new Script.Response(
          200,
          true,
          Map.of(),
          ("{\"code\":0,\"message\":null,\"response\":{\"access_token\":\""
                  + Checks.SECRETS.get(3)
                  + "\",\"now\":1800000000,\"expired_at\":1800001800}}")
              .getBytes(StandardCharsets.UTF_8));

  private IamportHttpFuzz() {}

  /** The input is a {@link Script}; it answers token requests only if its command says so. */
  public static void run(byte[] input) {
    Script script = Script.read(input);
    if (script.commandHasSecret()) {
      return;
    }
    boolean tokensToo = script.word(0).equals("get-token") || script.word(4).equals("token");
    ScriptedTransport transport = new ScriptedTransport(script, tokensToo ? null : TOKEN);
    try (IamportGateway gateway =
        IamportGateway.builder(IamportCredentials.of(Checks.SECRETS.get(0), Checks.SECRETS.get(1)))
            .transport(transport)
            .environment(transport.environment())
            .acceptTestPayments(script.word(4).equals("test"))
            .build()) {
      VerbsFuzz verbs = new VerbsFuzz(gateway, transport, script, false);
      if (!verbs.run()) {
        Checks.resultOf(() -> call(gateway.client(), verbs, script));
      }
    }
  }

  private static Object call(IamportClient client, VerbsFuzz verbs, Script script) {
    switch (script.word(0)) {
      case "payment" -> payment(client.payment(verbs.paymentId()));
      case "payments" ->
          client
              .payments()
              .find(List.of(verbs.paymentId()), List.of(verbs.orderId()))
              .forEach(IamportHttpFuzz::payment);
      case "find-one" ->
          client
              .payments()
              .find(verbs.orderId(), IamportStatusFilter.PAID, IamportSorting.NEWEST_PAID)
              .ifPresent(IamportHttpFuzz::payment);
      case "find-all" ->
          all(
              client
                  .payments()
                  .all(verbs.orderId(), IamportStatusFilter.ALL, IamportSorting.NEWEST_STARTED));
      case "by-status" ->
          all(
              client
                  .payments()
                  .all(
                      IamportStatusFilter.ALL,
                      Instant.EPOCH,
                      Instant.EPOCH,
                      IamportSorting.NEWEST_STARTED));
      case "balance" -> Accessors.walk(client.payments().balance(verbs.paymentId()));
      case "register" -> Accessors.walk(client.payments().prepare(verbs.orderId(), verbs.money()));
      case "registered" -> client.payments().prepared(verbs.orderId()).ifPresent(Accessors::walk);
      case "change" ->
          Accessors.walk(client.payments().changePrepared(verbs.orderId(), verbs.money()));
      case "cancel-order" ->
          payment(
              verbs.moneyCall(
                  true,
                  () ->
                      client.cancel(
                          IamportCancelRequest.partial(verbs.orderId(), verbs.money())
                              .checksum(verbs.money())
                              .build())));
      case "revoke" ->
          payment(verbs.moneyCall(true, () -> client.virtualAccounts().revoke(verbs.paymentId())));
      case "get" -> client.request("GET", script.word(1), null);
      case "post" ->
          verbs.moneyCall(true, () -> client.request("POST", script.word(1), script.word(2)));
      default -> Checks.require(true, "unknown command: ", script);
    }
    return true;
  }

  private static void all(Stream<IamportPayment> payments) {
    try (payments) {
      payments.forEach(IamportHttpFuzz::payment);
    }
  }

  private static void payment(IamportPayment payment) {
    Accessors.walk(payment);
    PaymentsFuzz.requireConsistent(payment.toPayment());
  }
}
