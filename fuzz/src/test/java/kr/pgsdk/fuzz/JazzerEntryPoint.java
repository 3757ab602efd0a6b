package kr.pgsdk.fuzz;

import java.util.Locale;

/** Where the fuzzer enters; its one argument is a target's name. */
public final class JazzerEntryPoint {
  private static FuzzTarget target;

  private JazzerEntryPoint() {}

  /** Called once by the fuzzer. */
  public static void fuzzerInitialize(String[] arguments) {
    target = FuzzTarget.valueOf(arguments[0].toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Called by the fuzzer for every input. */
  public static void fuzzerTestOneInput(byte[] input) {
    target.run(input);
  }
}
