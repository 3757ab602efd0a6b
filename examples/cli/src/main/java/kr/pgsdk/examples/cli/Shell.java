package kr.pgsdk.examples.cli;

import java.util.List;
import java.util.stream.Collectors;

/** Commands written so that they can be pasted into a shell. */
final class Shell {
  private Shell() {}

  /** Returns the command line that runs {@code pg} with these arguments. */
  static String pg(List<String> arguments) {
    return "pg " + arguments.stream().map(Shell::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
