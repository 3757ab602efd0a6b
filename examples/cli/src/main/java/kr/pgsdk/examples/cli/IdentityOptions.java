package kr.pgsdk.examples.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whom a cash receipt is for. It is personal. */
final class IdentityOptions {
  private static final String NAME = "--identity-number";

  @Option(
      names = NAME,
      paramLabel = "DIGITS",
      description = "Whom it is for: the number of a phone, a business or a receipt card.")
  private @Nullable String number;

  @Option(
      names = NAME + "-file",
      paramLabel = "FILE",
      description = "A file whose first line is that, so that no list of processes shows it.")
  private @Nullable Path file;

  String required() {
    return Secrets.required(NAME, number, file);
  }
}
