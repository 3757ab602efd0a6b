package kr.pgsdk.examples.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.durable.store.StoreException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;

/** The root command, and one run of it. */
@Command(
    name = "pg",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false,
    sortSynopsis = false,
    usageHelpWidth = 100)
final class Pg {
  @Mixin private final GlobalOptions options = new GlobalOptions();

  private final Terminal terminal;
  private final List<String> arguments;
  private final ShutdownHook shutdownHook = new ShutdownHook();

  private Pg(Terminal terminal, List<String> arguments) {
    this.terminal = terminal;
    this.arguments = arguments;
  }

  /** Runs one command and returns its {@link ExitCode}. */
  static int run(Terminal terminal, String... arguments) {
    Pg pg = new Pg(terminal, helpLast(List.of(arguments)));
    int exitCode = pg.run();
    pg.shutdownHook.reported(exitCode);
    return exitCode;
  }

  /** Turns {@code help toss confirm} into {@code toss confirm --help}. */
  private static List<String> helpLast(List<String> words) {
    if (words.isEmpty() || !words.get(0).equals("help")) {
      return words;
    }
    List<String> asked = new ArrayList<>(words.subList(1, words.size()));
    asked.add("--help");
    return List.copyOf(asked);
  }

  private int run() {
    try {
      return commandLine().execute(arguments.toArray(String[]::new));
    } catch (Error e) {
      // Without this, the JVM's own exit code would be 1, which means "not found" here.
      return internalError(new InternalErrorException(e));
    }
  }

  /** Reports the outcome of a command that is interrupted. */
  ShutdownHook shutdownHook() {
    return shutdownHook;
  }

  private CommandLine commandLine() {
    CommandLine root = new CommandLine(this);
    select(arguments, commands())
        .forEach((name, command) -> root.addSubcommand(name, command.get()));
    root.getCommandSpec()
        .usageMessage()
        .description(
            "Payments through Iamport, Toss Payments and PortOne V2, from the command line.")
        .footer(Usage.footer());
    return root.setExpandAtFiles(false) // an order may be named @home
        .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
        .setColorScheme(Help.defaultColorScheme(terminal.colour() ? Help.Ansi.ON : Help.Ansi.OFF))
        .setExecutionStrategy(this::execute)
        .setParameterExceptionHandler((e, words) -> usageError(e))
        .setExecutionExceptionHandler((e, command, parsed) -> failed(e, command));
  }

  private Map<String, Supplier<Object>> commands() {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("demo", () -> new DemoCommand(this));
    commands.put("sandbox", () -> new SandboxCommand(this));
    for (Gateway gateway : Gateway.values()) {
      String word = gateway.id();
      List<String> rest =
          arguments.indexOf(word) == 0 ? arguments.subList(1, arguments.size()) : List.of();
      commands.put(word, () -> GatewayCommand.of(this, gateway, rest));
    }
    return commands;
  }

  /**
   * Returns the command that {@code words} begin with, or all commands if there is no such one. To
   * build every command takes longer than a request.
   */
  static <T> Map<String, T> select(List<String> words, Map<String, T> commands) {
    String first = words.isEmpty() ? "" : words.get(0);
    T named = commands.get(first);
    return named == null ? commands : Map.of(first, named);
  }

  private int execute(ParseResult parsed) {
    if (options.verbose()) {
      // Read when the first logger is made, which is when a gateway is opened.
      System.setProperty("org.slf4j.simpleLogger.log.kr.pgsdk", "trace");
    }
    return new RunLast().execute(parsed);
  }

  /** The streams, environment and colours of this run. */
  Terminal terminal() {
    return terminal;
  }

  /** The environment of this run. */
  Map<String, String> environment() {
    return terminal.environment();
  }

  /** The options given. */
  GlobalOptions options() {
    return options;
  }

  /**
   * Opens the gateway as options, config file and environment say.
   *
   * @throws IllegalArgumentException if one of them is missing or breaks a rule
   */
  PaymentGateway open(Gateway gateway, GatewayOpening opening) {
    return options.open(gateway, terminal.environment(), opening);
  }

  /**
   * Returns the advice for a payment of {@code gateway}.
   *
   * @param asked the gateway on the command line; its options don't fit another gateway
   */
  Advice advice(Gateway gateway, Gateway asked) {
    return new Advice(terminal, gateway, gateway == asked ? arguments : List.of());
  }

  /** Writes the report, and returns its exit code. */
  int finish(Report report) {
    return finish(report, null);
  }

  /**
   * Writes the report, and returns its exit code, or another if nobody can have read it.
   *
   * @param ifLost what to do if a report is lost of what can't be undone; null if nothing was
   *     changed
   */
  int finish(Report report, @Nullable String ifLost) {
    if (report instanceof Report.Written) {
      return report.exitCode();
    }
    if (options.json() || jsonIsAsked()) {
      terminal.out().print(report.jsonLine() + "\n");
    } else {
      PrintStream to = report instanceof Failure ? terminal.err() : terminal.out();
      Page page = new Page(terminal.colour());
      report.print(page);
      page.flush(to);
      if (report instanceof Failure) {
        return report.exitCode();
      }
    }
    return terminal.out().checkError() ? lost(report, ifLost) : report.exitCode();
  }

  /** Says on standard error what standard output didn't take; a secret never goes there. */
  private int lost(Report report, @Nullable String ifLost) {
    Page page = new Page(terminal.colour());
    page.line(Page.Tone.BAD, "pg: the output is lost: standard output is closed or full");
    if (report instanceof Failure || (ifLost != null && !report.secret())) {
      report.print(page);
    } else {
      page.text(ifLost == null ? "Nothing was changed: run it again." : ifLost);
    }
    page.flush(terminal.err());
    if (report.exitCode() != ExitCode.DONE) {
      return report.exitCode();
    }
    return ifLost == null ? ExitCode.NOT_EXECUTED : ExitCode.OUTCOME_UNKNOWN;
  }

  /** Looks at the arguments themselves: picocli may have failed to parse them. */
  private boolean jsonIsAsked() {
    return arguments.stream().takeWhile(word -> !word.equals("--")).anyMatch("--json"::equals);
  }

  private int usageError(ParameterException exception) {
    return finish(Failure.usage(Usage.rule(exception), Usage.advice(exception)));
  }

  private int failed(Exception exception, CommandLine command) {
    if (exception instanceof PaymentException failure) {
      Advice advice = new Advice(terminal, Gateway.of(failure.gateway()), arguments);
      RefundText resume =
          command.getCommand() instanceof Verb verb
              ? verb.refund().filter(refund -> canResume(failure)).map(RefundText::of).orElse(null)
              : null;
      String ifUnknown =
          command.getCommand() instanceof Verb verb ? verb.ifUnknown() : Verb.LOOK_FIRST;
      List<String> lines = new ArrayList<>();
      if (command.getCommand() instanceof Verb verb) {
        lines.addAll(verb.soFar());
      }
      lines.addAll(advice.after(failure, resume, ifUnknown));
      return finish(Failure.of(failure, resume, List.copyOf(lines)));
    }
    if (exception instanceof StoreException) {
      List<String> lines = new ArrayList<>();
      if (command.getCommand() instanceof Verb verb) {
        lines.addAll(verb.soFar());
      }
      lines.add("No money moved. Check the database, --jdbc-url, --user and --password-file.");
      return finish(Failure.database(String.valueOf(exception.getMessage()), lines));
    }
    if (exception instanceof IllegalArgumentException) {
      return finish(
          Failure.usage(
              String.valueOf(exception.getMessage()),
              List.of("See: " + command.getCommandSpec().qualifiedName() + " --help")));
    }
    return internalError(
        exception instanceof InternalErrorException broken
            ? broken
            : new InternalErrorException(exception));
  }

  /** Whether the refund can be continued: its outcome is unknown, or it was not executed yet. */
  private static boolean canResume(PaymentException failure) {
    return failure instanceof OutcomeUnknownException
        || (failure instanceof GatewayException && failure.isRetryable());
  }

  private int internalError(InternalErrorException exception) {
    if (options.verbose()) {
      printFrames(exception);
    }
    return finish(Failure.internalError(exception, Advice.after(exception, terminal, arguments)));
  }

  /** Prints the stack traces without messages: a message may contain a secret. */
  private void printFrames(Throwable exception) {
    for (Throwable t = exception; t != null; t = t.getCause()) {
      terminal.err().println(t.getClass().getName());
      Arrays.stream(t.getStackTrace()).forEach(at -> terminal.err().println("  at " + at));
    }
  }
}
