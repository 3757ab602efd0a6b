package kr.pgsdk.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import kr.pgsdk.core.Payment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    description = {
      "Read a saved payment response, and show how the SDK understands it.",
      "For a webhook or a browser callback: show what it claims, and what to look up."
    })
final class InspectCommand implements Callable<Integer> {
  private static final int MAX_BYTES = 1 << 20;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Pg pg;
  private final Gateway gateway;

  @Parameters(
      paramLabel = "FILE",
      description =
          "File with a JSON body, a query or a link; - is standard input. Nothing is sent.")
  private String file = "";

  InspectCommand(Pg pg, Gateway gateway) {
    this.pg = pg;
    this.gateway = gateway;
  }

  @Override
  public Integer call() {
    String read = new String(bytes(), StandardCharsets.UTF_8);
    String text = read.startsWith(BYTE_ORDER_MARK) ? read.substring(1) : read;
    Hint hint = Hint.of(gateway, text);
    if (hint != null) {
      return pg.finish(HintReport.of(hint, pg.advice(hint.gateway(), gateway)));
    }
    return pg.finish(new InspectReport(gateway.read(text)));
  }

  private byte[] bytes() {
    try (InputStream in =
        file.equals("-") ? pg.terminal().in() : Files.newInputStream(Path.of(file))) {
      return in.readNBytes(MAX_BYTES + 1); // a longer one is no payment: its reader says so
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("file " + file + " does not exist", e);
    } catch (IOException e) {
      throw new IllegalArgumentException("file " + file + " can't be read", e);
    }
  }

  private record InspectReport(Payment payment) implements Report {
    @Override
    public int exitCode() {
      return ExitCode.DONE;
    }

    @Override
    public Map<String, @Nullable Object> json() {
      return JsonLine.object("payment", PaymentView.json(payment));
    }

    @Override
    public void print(Page page) {
      page.line(Page.Tone.GOOD, "a payment");
      PaymentView.print(page, payment);
    }
  }
}
