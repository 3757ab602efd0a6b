package kr.pgsdk.examples.cli;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import kr.pgsdk.sandbox.Sandbox;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    description = {
      "Run the simulated gateways until Ctrl-C, with a few payments to try.",
      "With --json, the output is a file for --config."
    })
final class SandboxCommand implements Callable<Integer> {
  private final Pg pg;

  @Option(
      names = "--iamport-port",
      paramLabel = "N",
      description = "Port of Iamport (default: any free one).")
  private int iamportPort;

  @Option(
      names = "--toss-port",
      paramLabel = "N",
      description = "Port of Toss Payments (default: any free one).")
  private int tossPort;

  @Option(
      names = "--portone-port",
      paramLabel = "N",
      description = "Port of PortOne V2 (default: any free one).")
  private int portOnePort;

  @Option(
      names = "--window-port",
      paramLabel = "N",
      description = "Port of the payment window and its scripts (default: any free one).")
  private int windowPort;

  @Option(
      names = "--iamport-webhooks",
      paramLabel = "URL",
      description = "Where Iamport sends its webhooks (default: nowhere).")
  private @Nullable String iamportWebhooks;

  @Option(
      names = "--toss-webhooks",
      paramLabel = "URL",
      description = "Where Toss Payments sends its webhooks (default: nowhere).")
  private @Nullable String tossWebhooks;

  @Option(
      names = "--portone-webhooks",
      paramLabel = "URL",
      description = "Where PortOne V2 sends its webhooks (default: nowhere).")
  private @Nullable String portOneWebhooks;

  SandboxCommand(Pg pg) {
    this.pg = pg;
  }

  @Override
  public Integer call() throws InterruptedException {
    Sandbox sandbox = start();
    Thread end =
        new Thread(
            () -> {
              sandbox.close();
              // Ctrl-C is the normal end of this command, so it is no error for a script.
              Runtime.getRuntime().halt(ExitCode.DONE);
            });
    Runtime.getRuntime().addShutdownHook(end);
    int told =
        pg.finish(new SandboxReport(sandbox, SamplePayment.of(sandbox.buyer()), pg.terminal()));
    if (told == ExitCode.DONE) {
      new CountDownLatch(1).await();
    }
    // Nobody knows the addresses and keys.
    Runtime.getRuntime().removeShutdownHook(end);
    sandbox.close();
    return told;
  }

  private Sandbox start() {
    URI toIamport = iamportWebhooks == null ? null : URI.create(iamportWebhooks);
    URI toToss = tossWebhooks == null ? null : URI.create(tossWebhooks);
    URI toPortOne = portOneWebhooks == null ? null : URI.create(portOneWebhooks);
    Sandbox sandbox = null;
    boolean isReady = false;
    try {
      sandbox =
          Sandbox.builder()
              .iamportPort(iamportPort)
              .tossPort(tossPort)
              .portOnePort(portOnePort)
              .windowPort(windowPort)
              .controls(true)
              .start();
      sandbox.windowUrl();
      if (toIamport != null) {
        sandbox.iamport().sendWebhooksTo(toIamport);
      }
      if (toToss != null) {
        sandbox.toss().sendWebhooksTo(toToss);
      }
      if (toPortOne != null) {
        sandbox.portOne().sendWebhooksTo(toPortOne);
      }
      isReady = true;
      return sandbox;
    } catch (UncheckedIOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    } finally {
      if (sandbox != null && !isReady) {
        sandbox.close();
      }
    }
  }
}
