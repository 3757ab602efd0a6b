package kr.pgsdk.examples.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a command found out, told twice: to a program and to a person. */
interface Report {
  /** How the process ends. */
  int exitCode();

  /** The one object on standard output with {@code --json}; its keys in order, all present. */
  Map<String, @Nullable Object> json();

  /** The same for people. */
  void print(Page page);
}
