package kr.pgsdk.examples.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code pg iamport}, {@code pg toss}: contains the verbs. */
@Command(synopsisSubcommandLabel = "VERB")
final class GatewayCommand {
  private GatewayCommand() {}

  /**
   * Returns the gateway's command.
   *
   * @param words what follows the gateway's name, if the command line begins with that
   */
  static CommandLine of(Pg pg, Gateway gateway, List<String> words) {
    CommandLine group = new CommandLine(new GatewayCommand());
    group.getCommandSpec().usageMessage().description("Call " + gateway.displayName() + ".");
    Pg.select(words, verbs(pg, gateway)).forEach(group::addSubcommand);
    return group;
  }

  private static Map<String, Callable<Integer>> verbs(Pg pg, Gateway gateway) {
    Map<String, Callable<Integer>> verbs = new LinkedHashMap<>();
    verbs.put("token", new TokenCommand(pg, gateway));
    verbs.put("prepare", new PrepareCommand(pg, gateway));
    verbs.put("find", new FindCommand(pg, gateway));
    verbs.put("confirm", new ConfirmCommand(pg, gateway));
    verbs.put("cancel", new CancelCommand(pg, gateway));
    verbs.put("inspect", new InspectCommand(pg, gateway));
    return verbs;
  }
}
