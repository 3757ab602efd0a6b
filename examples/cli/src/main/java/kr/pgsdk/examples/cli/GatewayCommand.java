package kr.pgsdk.examples.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code pg iamport}, {@code pg toss}: does nothing but hold the verbs. */
@Command(synopsisSubcommandLabel = "VERB")
final class GatewayCommand {
  private GatewayCommand() {}

  /** Adds the gateway and its verbs to the root command. */
  static void addTo(CommandLine root, Pg pg, Gateway gateway) {
    CommandLine group = new CommandLine(new GatewayCommand());
    group.getCommandSpec().usageMessage().description("Ask " + gateway.title() + ".");
    root.addSubcommand(gateway.word(), group);
    List.of(
            new TokenCommand(pg, gateway),
            new PrepareCommand(pg, gateway),
            new FindCommand(pg, gateway),
            new ConfirmCommand(pg, gateway),
            new CancelCommand(pg, gateway),
            new InspectCommand(pg, gateway))
        .forEach(group::addSubcommand);
  }
}
