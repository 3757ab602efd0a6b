package kr.pgsdk.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import org.jspecify.annotations.Nullable;

/** What to do after a failure, as lines of text and commands to paste. */
final class Advice {
  private final Terminal terminal;
  private final Gateway gateway;
  private final List<String> arguments;

  /**
   * Advises the user of one command.
   *
   * @param arguments as they were typed; credentials are never among them
   */
  Advice(Terminal terminal, Gateway gateway, List<String> arguments) {
    this.terminal = terminal;
    this.gateway = gateway;
    this.arguments = arguments;
  }

  /** What to do after what the SDK threw. */
  List<String> after(PaymentException exception) {
    if (exception instanceof AuthenticationException) {
      return List.of(
          "Check "
              + gateway.secrets().stream()
                  .map(secret -> secret.variable() + " (" + secret.key() + " in a config file)")
                  .collect(Collectors.joining(" and "))
              + ", and that they belong to the merchant and the address you ask.");
    }
    if (exception instanceof TransportException) {
      return List.of(
          "Nothing was executed: it is safe to run the same command again."
              + " Check the network, --base-url and --timeout.");
    }
    if (exception instanceof OutcomeUnknownException unknown) {
      return afterUnknown(unknown);
    }
    if (exception instanceof MalformedResponseException) {
      if (exception.httpStatus().isEmpty()) { // inspect: nobody was asked
        return List.of(
            "Give it the body of one payment, as "
                + gateway.title()
                + " answers it; or a webhook's body or the query of a redirect, to be told what to"
                + " look up.");
      }
      return List.of(
          "No money moved. Check --base-url and what stands between: a proxy, a maintenance page.");
    }
    if (!exception.isRetryable()) {
      return List.of("Nothing was done, and trying again won't help: see what the gateway says.");
    }
    return List.of(
        "Nothing was done. It may succeed later"
            + exception.retryAfter().map(pause -> ", after " + pause.toSeconds() + " s").orElse("")
            + ".");
  }

  /** What to do after a defect. */
  static List<String> after(
      BrokenOffException exception, Terminal terminal, List<String> arguments) {
    return exception
        .gateway()
        .flatMap(
            gateway ->
                exception
                    .inDoubt()
                    .map(new Advice(terminal, gateway, arguments)::afterUnknownOutcome))
        .orElse(List.of("No money moved. This is a defect: -v shows where it is."));
  }

  private List<String> afterUnknownOutcome(PaymentLookup lookup) {
    return List.of(
        "Nobody knows whether money moved. Look first:", Failure.COMMAND_INDENT + find(lookup));
  }

  /** The command that looks a payment up. */
  String find(PaymentLookup lookup) {
    List<String> find = new ArrayList<>(List.of(gateway.word(), "find"));
    lookup.paymentId().ifPresent(id -> find.addAll(List.of("--payment-id", id.value())));
    lookup.orderId().ifPresent(id -> find.addAll(List.of("--order-id", id.value())));
    find.addAll(connection());
    return terminal.line(find);
  }

  private List<String> afterUnknown(OutcomeUnknownException unknown) {
    List<String> lines = new ArrayList<>();
    PaymentLookup lookup = unknown.lookup();
    if (lookup != null) {
      lines.addAll(afterUnknownOutcome(lookup));
    }
    CancelRequest pending = unknown.pendingCancel().orElse(null);
    Optional.ofNullable(pending)
        .flatMap(CancelRequest::expectedBalance)
        .ifPresentOrElse(
            balance -> {
              // Not at once: nobody knows whether Iamport checks the balance and refunds in one
              // step.
              lines.add(
                  "If it isn't cancelled some minutes later, run this;"
                      + " a refund made by then isn't made again:");
              lines.add(command(pinned(balance, pending)));
            },
            () -> {
              if (pending == null) {
                lines.add("Or run the same confirm again: nothing is captured twice.");
              }
            });
    return List.copyOf(lines);
  }

  private String command(List<String> words) {
    return Failure.COMMAND_INDENT + terminal.line(words);
  }

  /** The same cancel, told the balance before it and its reference: it is recognised by both. */
  private List<String> pinned(Money balance, @Nullable CancelRequest pending) {
    List<String> again = new ArrayList<>(arguments);
    if (again.stream().noneMatch(word -> word.matches("--expected-balance(=.*)?"))) {
      again.addAll(List.of("--expected-balance", balance.toPlainString()));
      if (again.stream().noneMatch(word -> word.matches("--currency(=.*)?"))) {
        again.addAll(List.of("--currency", balance.currency()));
      }
    }
    String reference = pending == null ? null : pending.reference().orElse(null);
    if (reference != null && again.stream().noneMatch(word -> word.matches("--reference(=.*)?"))) {
      again.addAll(List.of("--reference", reference));
    }
    return again;
  }

  /** The options that say which gateway was asked, as they were typed. */
  private List<String> connection() {
    List<String> options = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (word.matches("--(base-url|config)=.*")) {
        options.add(word);
      } else if (word.matches("--(base-url|config)") && i + 1 < arguments.size()) {
        options.addAll(List.of(word, arguments.get(i + 1)));
      }
    }
    return options;
  }
}
