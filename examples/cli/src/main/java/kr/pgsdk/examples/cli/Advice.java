package kr.pgsdk.examples.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import org.jspecify.annotations.Nullable;

/** What to do after a failure, as lines of text and commands to paste. */
final class Advice {
  /** Before a line of advice that is a command. */
  static final String COMMAND_INDENT = "  ";

  /** How long a gateway may work on what was sent (docs/doubt.md). */
  private static final Duration GATEWAY_WORK_LIMIT = Duration.ofSeconds(125);

  private final Terminal terminal;
  private final Gateway gateway;
  private final List<String> arguments;

  /**
   * Creates the advice for the user of one command.
   *
   * @param arguments as they were typed; credentials are never among them
   */
  Advice(Terminal terminal, Gateway gateway, List<String> arguments) {
    this.terminal = terminal;
    this.gateway = gateway;
    this.arguments = arguments;
  }

  /**
   * Returns what to do after an exception of the SDK.
   *
   * @param resume the text of the refund that can be continued; null if there is none
   * @param ifUnknown what else the command's user can do if its outcome is unknown
   */
  List<String> after(PaymentException exception, @Nullable RefundText resume, String ifUnknown) {
    if (exception instanceof AuthenticationException) {
      return List.of(
          "Check "
              + gateway.secrets().stream()
                  .map(secret -> secret.variable() + " (" + secret.key() + " in a config file)")
                  .collect(Collectors.joining(" and "))
              + ". The credentials must belong to this merchant and this address.");
    }
    if (exception instanceof TransportException) {
      return List.of(
          "Nothing was executed: it is safe to run the same command again."
              + " Check the network, --base-url and --timeout.");
    }
    if (exception instanceof OutcomeUnknownException unknown) {
      return afterUnknown(unknown, resume, ifUnknown);
    }
    if (exception instanceof MalformedResponseException) {
      if (exception.httpStatus().isEmpty()) { // inspect, which sends nothing
        return List.of(
            "inspect reads the body of one payment, as "
                + gateway.displayName()
                + " returns it. For a webhook's body or the query of a redirect, it shows what to"
                + " look up.");
      }
      return List.of(
          "No money moved. Check --base-url: a proxy or a maintenance page may have answered.");
    }
    if (!exception.isRetryable()) {
      return List.of("Nothing was executed, and the same command would fail again.");
    }
    String later =
        "Nothing was executed. It may succeed later"
            + exception.retryAfter().map(pause -> ", after " + pause.toSeconds() + " s").orElse("");
    return resume == null ? List.of(later + ".") : resumeCommand(later + ":", resume);
  }

  /** Returns what to do after a bug. */
  static List<String> after(
      InternalErrorException exception, Terminal terminal, List<String> arguments) {
    Gateway gateway = exception.gateway().orElse(null);
    PaymentLookup inDoubt = exception.inDoubt().orElse(null);
    if (gateway == null || !exception.mayBeExecuted()) {
      return List.of("No money moved. This is a bug: -v shows where.");
    }
    if (inDoubt == null) {
      return List.of(Verb.LOOK_FIRST);
    }
    Advice advice = new Advice(terminal, gateway, arguments);
    List<String> lines = new ArrayList<>(advice.afterUnknownOutcome(inDoubt));
    exception
        .refund()
        .map(RefundText::of)
        .ifPresent(resume -> lines.addAll(advice.afterUnknownRefund(resume, GATEWAY_WORK_LIMIT)));
    return List.copyOf(lines);
  }

  private List<String> afterUnknownOutcome(PaymentLookup lookup) {
    return List.of(
        "Money may have moved. Look up the payment first:", COMMAND_INDENT + find(lookup));
  }

  /** Returns the command that looks up a payment. */
  String find(PaymentLookup lookup) {
    List<String> find = new ArrayList<>(List.of(gateway.id(), "find"));
    lookup.paymentId().ifPresent(id -> find.addAll(List.of("--payment-id", id.value())));
    lookup.orderId().ifPresent(id -> find.addAll(List.of("--order-id", id.value())));
    find.addAll(connection());
    return terminal.line(find);
  }

  private List<String> afterUnknown(
      OutcomeUnknownException unknown, @Nullable RefundText resume, String ifUnknown) {
    List<String> lines = new ArrayList<>();
    PaymentLookup lookup = unknown.lookup();
    if (lookup != null) {
      lines.addAll(afterUnknownOutcome(lookup));
    }
    if (resume == null) {
      lines.add(ifUnknown);
    } else {
      lines.addAll(afterUnknownRefund(resume, unknown.retryAfter().orElse(GATEWAY_WORK_LIMIT)));
    }
    return List.copyOf(lines);
  }

  /** The user must wait: the gateway may still work on what was sent. */
  private List<String> afterUnknownRefund(RefundText resume, Duration pause) {
    return resumeCommand(
        "A new cancel could refund twice. Continue this one after "
            + (pause.toSeconds() + 1)
            + " s, with the seconds passed since now in place of SECONDS:",
        resume,
        "--since",
        "SECONDS");
  }

  /** Returns how to see whether a pending refund is done. */
  List<String> afterPending(RefundText resume) {
    return resumeCommand(
        "Run this later to see whether the refund is done. It sends no second refund:", resume);
  }

  private List<String> resumeCommand(String when, RefundText resume, String... more) {
    List<String> words = new ArrayList<>(List.of(gateway.id(), "cancel"));
    words.addAll(List.of("--resume", resume.text()));
    words.addAll(List.of(more));
    words.addAll(connection());
    List<String> lines = new ArrayList<>(List.of(when, COMMAND_INDENT + terminal.line(words)));
    if (resume.accountWithheld()) {
      lines.add(
          "The text doesn't contain the refund account: give --refund-bank, --refund-account and"
              + " --refund-holder again.");
    }
    return List.copyOf(lines);
  }

  /** The options that name the gateway's address and credentials, as they were typed. */
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
