package kr.pgsdk.examples.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The shop's own secret number for a buyer's card. */
final class CustomerKeyOptions {
  private static final String NAME = "--customer-key";

  @Option(
      names = NAME,
      paramLabel = "KEY",
      description = "Your secret number for the buyer's card; at Iamport customer_uid.")
  private @Nullable String key;

  @Option(
      names = NAME + "-file",
      paramLabel = "FILE",
      description = "A file whose first line is that, so that no list of processes shows it.")
  private @Nullable Path file;

  /** The key, if it is given. */
  Optional<String> key() {
    return Secrets.of(NAME, key, file);
  }

  /** The key; an error if it isn't given. */
  String required() {
    return Secrets.required(NAME, key, file);
  }
}
