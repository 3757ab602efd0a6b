package kr.pgsdk.examples.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code pg iamport}, {@code pg toss}, {@code pg portone}, and the groups of verbs below them. */
@Command(synopsisSubcommandLabel = "VERB")
final class GatewayCommand {
  private GatewayCommand() {}

  /**
   * Returns the gateway's command.
   *
   * @param words what follows the gateway's name, if the command line begins with that
   */
  static CommandLine of(Pg pg, Gateway gateway, List<String> words) {
    Map<String, Supplier<Object>> verbs = new LinkedHashMap<>();
    verbs.put("token", () -> new TokenCommand(pg, gateway));
    verbs.put("prepare", () -> new PrepareCommand(pg, gateway));
    verbs.put("find", () -> new FindCommand(pg, gateway));
    verbs.put("confirm", () -> new ConfirmCommand(pg, gateway));
    verbs.put("cancel", () -> new CancelCommand(pg, gateway));
    verbs.put("inspect", () -> new InspectCommand(pg, gateway));
    List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
    verbs.put("billing", () -> group("Charge cards by billing keys.", rest, billing(pg, gateway)));
    if (gateway != Gateway.PORTONE) {
      verbs.put("cash-receipt", () -> group("Cash receipts.", rest, receipts(pg, gateway)));
      verbs.put("virtual-account", () -> group("Virtual accounts.", rest, accounts(pg, gateway)));
    }
    verbs.put("request", () -> new RequestCommand(pg, gateway));
    if (gateway == Gateway.TOSS) {
      verbs.put("transactions", () -> new TossTransactionsCommand(pg));
      verbs.put("settlements", () -> new TossSettlementsCommand(pg));
    } else if (gateway == Gateway.PORTONE) {
      verbs.put("payments", () -> new PortOnePaymentsCommand(pg));
      verbs.put(
          "webhook",
          () ->
              group(
                  "Webhooks.", rest, Map.of("verify", () -> new PortOneWebhookVerifyCommand(pg))));
    } else {
      verbs.put(
          "schedule", () -> group("Charge billing keys at a later time.", rest, schedule(pg)));
      verbs.put("payments", () -> new IamportPaymentsCommand(pg));
    }
    verbs.put("reconcile", () -> new ReconcileCommand(pg, gateway));
    return group("Call " + gateway.displayName() + ".", words, verbs);
  }

  private static Map<String, Supplier<Object>> billing(Pg pg, Gateway gateway) {
    Map<String, Supplier<Object>> verbs = new LinkedHashMap<>();
    verbs.put("issue", () -> new BillingIssueCommand(pg, gateway));
    verbs.put("charge", () -> new BillingChargeCommand(pg, gateway));
    verbs.put("delete", () -> new BillingDeleteCommand(pg, gateway));
    return verbs;
  }

  private static Map<String, Supplier<Object>> receipts(Pg pg, Gateway gateway) {
    Map<String, Supplier<Object>> verbs = new LinkedHashMap<>();
    if (gateway == Gateway.TOSS) {
      verbs.put("issue", () -> new TossReceiptIssueCommand(pg));
      verbs.put("cancel", () -> new TossReceiptCancelCommand(pg));
    } else {
      verbs.put("issue", () -> new IamportReceiptIssueCommand(pg));
      verbs.put("cancel", () -> new IamportReceiptCancelCommand(pg));
    }
    return verbs;
  }

  private static Map<String, Supplier<Object>> accounts(Pg pg, Gateway gateway) {
    return Map.of(
        "issue",
        () ->
            gateway == Gateway.TOSS
                ? new TossAccountIssueCommand(pg)
                : new IamportAccountIssueCommand(pg));
  }

  private static Map<String, Supplier<Object>> schedule(Pg pg) {
    Map<String, Supplier<Object>> verbs = new LinkedHashMap<>();
    verbs.put("register", () -> new ScheduleRegisterCommand(pg));
    verbs.put("list", () -> new ScheduleListCommand(pg));
    verbs.put("find", () -> new ScheduleFindCommand(pg));
    verbs.put("change", () -> new ScheduleChangeCommand(pg));
    verbs.put("revoke", () -> new ScheduleRevokeCommand(pg));
    verbs.put("retry", () -> new ScheduleRetryCommand(pg));
    return verbs;
  }

  private static CommandLine group(
      String description, List<String> words, Map<String, Supplier<Object>> verbs) {
    CommandLine group = new CommandLine(new GatewayCommand());
    group.getCommandSpec().usageMessage().description(description);
    Pg.select(words, verbs).forEach((name, verb) -> group.addSubcommand(name, verb.get()));
    return group;
  }
}
