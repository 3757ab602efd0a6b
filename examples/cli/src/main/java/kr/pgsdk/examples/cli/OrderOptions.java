package kr.pgsdk.examples.cli;

import kr.pgsdk.core.Money;
import picocli.CommandLine.Option;

/** An order: its id, what it costs, what is bought. */
final class OrderOptions {
  @Option(names = "--order-id", required = true, paramLabel = "ID", description = "Your own id.")
  private String id = "";

  @Option(
      names = "--amount",
      required = true,
      paramLabel = "N",
      description = "How much, such as 15000 or 544.68.")
  private String amount = "";

  @Option(names = "--currency", paramLabel = "CODE", description = "Currency (default: KRW).")
  private String currency = "KRW";

  @Option(
      names = "--order-name",
      required = true,
      paramLabel = "TEXT",
      description = "What it is for.")
  private String name = "";

  String id() {
    return id;
  }

  Money money() {
    return Money.of(amount, currency);
  }

  /**
   * Returns a part of the amount.
   *
   * @param option names it in the message
   */
  Money part(String option, String text) {
    try {
      return Money.of(text, currency);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
    }
  }

  String name() {
    return name;
  }
}
