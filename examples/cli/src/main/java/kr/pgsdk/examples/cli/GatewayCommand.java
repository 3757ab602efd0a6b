package kr.pgsdk.examples.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code pg iamport}, {@code pg toss}, and the groups of verbs below them. */
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
    verbs.put("request", () -> new RequestCommand(pg, gateway));
    return group("Call " + gateway.displayName() + ".", words, verbs);
  }

  private static Map<String, Supplier<Object>> billing(Pg pg, Gateway gateway) {
    Map<String, Supplier<Object>> verbs = new LinkedHashMap<>();
    verbs.put("issue", () -> new BillingIssueCommand(pg, gateway));
    verbs.put("charge", () -> new BillingChargeCommand(pg, gateway));
    verbs.put("delete", () -> new BillingDeleteCommand(pg, gateway));
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
