package kr.pgsdk.examples.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The help of {@code pg}, and the message for a wrong command line. */
final class Usage {
  /** A shorter value may be a part of the message itself. */
  private static final int SHORTEST_SECRET = 8;

  /** Below the help of the root command. */
  static final String[] FOOTER = {
    "",
    "Credentials are never arguments. They come from the environment:",
    "  IAMPORT_API_KEY, IAMPORT_API_SECRET, TOSS_SECRET_KEY",
    "  (addresses: IAMPORT_BASE_URL, TOSS_BASE_URL)",
    "or from a file named by --config:",
    "  {\"iamport\":{\"iamport_key\":\"…\",\"iamport_secret\":\"…\"},\"toss\":{\"secret_key\":\"…\"}}",
    "",
    "Exit codes: 0 done, 1 not found, 2 wrong command line, 3 refused or not confirmed,",
    "4 credentials not accepted, 5 not executed, 6 outcome unknown, 7 unreadable response,",
    "8 something differs.",
    "",
    "To see it work without keys: pg demo"
  };

  private Usage() {}

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
