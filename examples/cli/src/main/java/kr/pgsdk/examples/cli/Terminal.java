package kr.pgsdk.examples.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The streams and the environment of one run of {@code pg}.
 *
 * @param command how pg was called, such as {@code examples/pg}
 * @param in what {@code inspect -} reads
 * @param out where the result goes, in UTF-8
 * @param err where errors and hints for people go, in UTF-8
 * @param environment the environment variables
 * @param colour whether people look at both streams in colour
 * @param progress whether people look at {@code err} while {@code out} goes elsewhere
 */
record Terminal(
    String command,
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    boolean colour,
    boolean progress) {
  /** Returns the line that runs {@code pg} with these arguments, to be pasted into a shell. */
  String line(List<String> arguments) {
    return Stream.concat(Stream.of(command), arguments.stream())
        .map(Terminal::quoted)
        .collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
