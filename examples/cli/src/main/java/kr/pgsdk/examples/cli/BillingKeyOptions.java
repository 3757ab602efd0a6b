package kr.pgsdk.examples.cli;

import java.nio.file.Path;
import kr.pgsdk.core.BillingKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The billing key of a command. It is a secret. */
final class BillingKeyOptions {
  private static final String NAME = "--billing-key";

  @Option(
      names = NAME,
      paramLabel = "KEY",
      description = "The billing key; at Iamport customer_uid.")
  private @Nullable String key;

  @Option(
      names = NAME + "-file",
      paramLabel = "FILE",
      description = "A file whose first line is that, so that no list of processes shows it.")
  private @Nullable Path file;

  @Mixin private final CustomerKeyOptions customer = new CustomerKeyOptions();

  /**
   * Returns the key.
   *
   * @throws IllegalArgumentException if it isn't given as the gateway needs it
   */
  BillingKey key(Gateway gateway) {
    String value = Secrets.required(NAME, key, file);
    if (gateway == Gateway.TOSS) {
      return BillingKey.of(value, customer.required());
    }
    if (customer.key().isPresent()) {
      throw new IllegalArgumentException(
          "leave out --customer-key: at Iamport it is the billing key itself, and PortOne has none");
    }
    return BillingKey.of(value);
  }
}
