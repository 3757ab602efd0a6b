package kr.pgsdk.examples.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who pays. */
final class BuyerOptions {
  @Option(names = "--customer-name", paramLabel = "NAME", description = "The buyer's name.")
  private @Nullable String name;

  @Option(names = "--customer-email", paramLabel = "MAIL", description = "The buyer's address.")
  private @Nullable String email;

  Optional<String> name() {
    return Optional.ofNullable(name);
  }

  Optional<String> email() {
    return Optional.ofNullable(email);
  }
}
