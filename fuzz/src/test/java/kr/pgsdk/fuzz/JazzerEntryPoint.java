package kr.pgsdk.fuzz;

import java.util.Locale;

/** The class that Jazzer calls; its argument is a target's name. */
public final class JazzerEntryPoint {
  private static FuzzTarget target;

  private JazzerEntryPoint() {}

  /** Jazzer calls this once. */
  public static void fuzzerInitialize(String[] arguments) {
    target = FuzzTarget.valueOf(arguments[0].toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Jazzer calls this for every input. */
  public static void fuzzerTestOneInput(byte[] input) {
    target.run(input);
  }
}
