package kr.pgsdk.examples.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result of a command, for a program and for people. */
interface Report {
  /** What a list returns, whose rows are written already. */
  record Written(int exitCode) implements Report {
    @Override
    public Map<String, @Nullable Object> json() {
      return Map.of();
    }

    @Override
    public void print(Page page) {
      // nothing more
    }
  }

  /** How the process ends. */
  int exitCode();

  /** Whether it shows a secret, which belongs on standard output alone. */
  default boolean secret() {
    return false;
  }

  /** The one object on standard output with {@code --json}; its keys in order, all present. */
  Map<String, @Nullable Object> json();

  /** That object as one line. */
  default String jsonLine() {
    return JsonLine.of(json());
  }

  /** The same for people. */
  void print(Page page);
}
