package kr.pgsdk.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import kr.pgsdk.core.PaymentGateway;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    description = {
      "Send any request of the REST API, and print the JSON of the response.",
      "Any method but GET may move money. The response is printed whole: it may hold secrets."
    })
final class RequestCommand extends Verb {
  private final Pg pg;
  private final Gateway gateway;

  @Parameters(paramLabel = "METHOD", description = "GET, POST, PUT, PATCH or DELETE.")
  private String method = "";

  @Parameters(
      paramLabel = "PATH",
      description = "What follows the gateway's address, percent-encoded: it starts with a slash.")
  private String path = "";

  @Option(
      names = "--body",
      paramLabel = "FILE",
      description = "A file with the JSON to send, of at most 1 MiB; - is standard input.")
  private @Nullable String body;

  RequestCommand(Pg pg, Gateway gateway) {
    super(pg, gateway);
    this.pg = pg;
    this.gateway = gateway;
  }

  @Override
  boolean changesSomething() {
    return !method.equals("GET");
  }

  @Override
  Report execute(PaymentGateway open) {
    return new RequestReport(gateway.request(open, method, path, body()));
  }

  private @Nullable String body() {
    if (body == null) {
      return null;
    }
    if (!body.equals("-")) {
      return filled(SmallFile.text(Path.of(body), "file of --body"), "file of --body " + body);
    }
    try {
      return filled(SmallFile.text(pg.terminal().in(), "standard input"), "standard input");
    } catch (IOException e) {
      throw new IllegalArgumentException("standard input can't be read", e);
    }
  }

  private static String filled(String text, String what) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(what + " is empty: put the JSON to send there");
    }
    return text;
  }

  private record RequestReport(String answer) implements Report {
    @Override
    public int exitCode() {
      return ExitCode.DONE;
    }

    @Override
    public boolean secret() {
      return true;
    }

    @Override
    public Map<String, @Nullable Object> json() {
      return Map.of(); // never asked: the answer itself is the JSON
    }

    @Override
    public String jsonLine() {
      String json = answer.isBlank() ? "null" : answer.strip();
      return JsonLine.escaped(json.replaceAll("[\r\n\t]", " ")); // between tokens only
    }

    @Override
    public void print(Page page) {
      page.text(jsonLine());
    }
  }
}
