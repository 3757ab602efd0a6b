package kr.pgsdk.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.pgsdk.examples.cli.Gateway.Secret;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The help of {@code pg}, and the message for a wrong command line. */
final class Usage {
  /** A shorter value may be a part of the message itself. */
  private static final int SHORTEST_SECRET = 8;

  private static final String EXITS =
      """

      Exit codes: 0 done, 1 not found, 2 wrong command line, 3 refused or not confirmed,
      4 credentials not accepted, 5 not executed, 6 outcome unknown, 7 unreadable response,
      8 something differs.

      The commands of a gateway: pg toss --help
      To see it work without keys: pg demo""";

  private Usage() {}

  /** Below the help of the root command: where each gateway's credentials come from. */
  static String[] footer() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Credentials are never arguments. They come from the environment:");
    for (Gateway gateway : Gateway.values()) {
      lines.add("  " + joined(gateway, Secret::variable) + "; " + gateway.baseUrlVariable());
    }
    lines.add("or from a file named by --config:");
    for (Gateway gateway : Gateway.values()) {
      String fields = joined(gateway, secret -> "\"" + secret.key() + "\":\"…\"");
      String start = gateway.ordinal() == 0 ? "  {" : "   ";
      String end = gateway.ordinal() == Gateway.values().length - 1 ? "}}" : "},";
      lines.add(start + "\"" + gateway.id() + "\":{" + fields + end);
    }
    EXITS.lines().forEach(lines::add);
    return lines.toArray(String[]::new);
  }

  private static String joined(Gateway gateway, Function<Secret, String> text) {
    return gateway.secrets().stream().map(text).collect(Collectors.joining(", "));
  }

  /**
   * Returns what is wrong with a command line. The user may have typed a secret in a wrong place,
   * so the message repeats no value and no unknown argument; of an unknown option only the name.
   */
  static String rule(ParameterException exception) {
    if (!(exception instanceof UnmatchedArgumentException unmatched)) {
      String message = String.valueOf(exception.getMessage()).replaceFirst("^Error: ", "");
      String value = exception.getValue();
      if (value == null) {
        return message;
      }
      String rule = message.replace("'" + value + "'", "the value given");
      return value.length() < SHORTEST_SECRET ? rule : rule.replace(value, "***");
    }
    String first = unmatched.getUnmatched().get(0);
    if (!first.startsWith("-")) {
      return first.matches("[a-z]{1,12}") ? "unknown command " + first : "unexpected argument";
    }
    String name = first.split("=", 2)[0];
    if (!name.matches("--?[a-z-]{1,30}")) {
      return "unknown option";
    }
    return name.matches(".*(key|secret|token|password).*")
        ? "unknown option " + name + ": credentials are never arguments; see pg --help"
        : "unknown option " + name;
  }

  /** Returns what to do about it. */
  static List<String> advice(ParameterException exception) {
    List<String> lines = new ArrayList<>();
    if (exception instanceof UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      lines.add("Did you mean: " + String.join(", or ", unmatched.getSuggestions()) + "?");
    }
    lines.add("See: " + exception.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return List.copyOf(lines);
  }
}
