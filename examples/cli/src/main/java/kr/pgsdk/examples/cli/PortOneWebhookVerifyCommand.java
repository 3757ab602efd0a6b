package kr.pgsdk.examples.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.portone.webhook.PortOneEvent;
import kr.pgsdk.portone.webhook.PortOneWebhook;
import kr.pgsdk.portone.webhook.PortOneWebhookSecret;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    description = {
      "Check the signature of a webhook that was saved. Nothing is sent.",
      "The secret (whsec_...) is in PORTONE_WEBHOOK_SECRET, or \"webhook_secret\" of a config file.",
      "Exit code 1: the signature is wrong, or too old."
    })
final class PortOneWebhookVerifyCommand implements Callable<Integer> {
  private static final Gateway.Secret SECRET =
      new Gateway.Secret("PORTONE_WEBHOOK_SECRET", "webhook_secret");

  private final Pg pg;

  @Parameters(
      paramLabel = "FILE",
      description = "File with the body, byte for byte, of at most 1 MiB.")
  private String file = "";

  @Option(names = "--id", required = true, paramLabel = "TEXT", description = "Header webhook-id.")
  private String id = "";

  @Option(
      names = "--timestamp",
      required = true,
      paramLabel = "SECONDS",
      description = "Header webhook-timestamp.")
  private String timestamp = "";

  @Option(
      names = "--signature",
      required = true,
      paramLabel = "TEXT",
      description = "Header webhook-signature.")
  private String signature = "";

  PortOneWebhookVerifyCommand(Pg pg) {
    this.pg = pg;
  }

  @Override
  public Integer call() {
    PortOneWebhookSecret secret =
        PortOneWebhookSecret.of(pg.options().secret(Gateway.PORTONE, SECRET, pg.environment()));
    Map<String, String> headers =
        Map.of("webhook-id", id, "webhook-timestamp", timestamp, "webhook-signature", signature);
    byte[] body =
        SmallFile.text(Path.of(file), "file of the webhook").getBytes(StandardCharsets.UTF_8);
    try {
      PortOneEvent event =
          PortOneWebhook.read(
                  WebhookRequest.of(body, name -> headers.get(name.toLowerCase(Locale.ROOT))))
              .verify(List.of(secret), Clock.systemUTC());
      return pg.finish(new Verified(event, null));
    } catch (RejectedRequestException refused) {
      return pg.finish(new Verified(null, refused.getMessage()));
    }
  }

  private record Verified(@Nullable PortOneEvent event, @Nullable String refusal)
      implements Report {
    @Override
    public int exitCode() {
      return event == null ? ExitCode.NOT_FOUND : ExitCode.DONE;
    }

    @Override
    public Map<String, @Nullable Object> json() {
      return JsonLine.object(
          "verified",
          event != null,
          "type",
          event == null ? null : event.type().toString(),
          "refusal",
          refusal);
    }

    @Override
    public void print(Page page) {
      if (event == null) {
        page.line(Page.Tone.BAD, "not verified: " + refusal);
      } else {
        page.line(Page.Tone.GOOD, "PortOne signed it: " + event.type());
      }
    }
  }
}
