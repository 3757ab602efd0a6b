package kr.pgsdk.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.SandboxWebhook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code pg portone} has and the other gateways don't. */
class PortOneTest extends SandboxedTest {
  private static final String FROM =
      LocalDate.now(ZoneOffset.UTC).minusDays(2).toString() + "T00:00:00+09:00";
  private static final String TO =
      LocalDate.now(ZoneOffset.UTC).plusDays(2).toString() + "T00:00:00+09:00";

  @TempDir private Path folder;

  @Test
  void manualConfirmation_theTokenCaptures_withoutItNothingIsPaid() {
    BrowserReturn back = sandbox.buyer().onPortOne().authenticate(OrderId.random(), PRICE);
    String token = sandbox.buyer().onPortOne().paymentToken(back);

    assertThat(confirm(Gateway.PORTONE, back).json()).contains(entry("reason", "NOT_YET_PAID"));
    PgRun captured = confirm(Gateway.PORTONE, back, "--payment-token", token);

    assertThat(captured.exitCode()).as(captured.out()).isZero();
    assertThat(captured.json())
        .contains(entry("confirmation", "CONFIRMED"), entry("capture", "BY_THIS_CALL"));
    assertThat(captured.out() + captured.err()).doesNotContain(token);
    assertThat(sandbox.portOne().ledger(back.paymentId()).captures()).isEqualTo(1);
  }

  @Test
  void testChannel_confirmedOnlyIfAccepted() {
    BrowserReturn back = sandbox.buyer().onPortOne().payInTestChannel(OrderId.random(), PRICE);

    assertThat(confirm(Gateway.PORTONE, back).json()).contains(entry("reason", "TEST_PAYMENT"));
    assertThat(confirm(Gateway.PORTONE, back, "--accept-test-payments").exitCode()).isZero();
  }

  @Test
  void payments_byStatus_asCsv() {
    BrowserReturn paid = pays(Gateway.PORTONE);
    BrowserReturn refused = sandbox.buyer().onPortOne().refuse(OrderId.random(), PRICE);

    PgRun run = pg("portone", "payments", "--status", "PAID", "--csv", "--from", FROM, "--to", TO);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains(paid.orderId().value(), paid.paymentId().value())
        .doesNotContain(refused.orderId().value());
  }

  @Test
  void webhook_verifiedByTheSecret_notOneThatWasChanged() throws IOException {
    BrowserReturn back = pays(Gateway.PORTONE);
    SandboxWebhook webhook = sandbox.portOne().webhooks(back.paymentId()).get(0);
    Path body = Files.write(folder.resolve("webhook.json"), webhook.body());

    PgRun verified = verify(webhook, body);
    Files.writeString(body, webhook.text().replace("Paid", "Failed"));
    PgRun changed = verify(webhook, body);

    assertThat(verified.exitCode()).as(verified.err()).isZero();
    assertThat(verified.json())
        .contains(entry("verified", true), entry("type", "Transaction.Paid"));
    assertThat(changed.exitCode()).isEqualTo(1);
    assertThat(changed.out() + verified.out()).doesNotContain("whsec_");
  }

  private static PgRun verify(SandboxWebhook webhook, Path body) {
    return pg(
        "portone",
        "webhook",
        "verify",
        "--json",
        "--id",
        webhook.header("webhook-id"),
        "--timestamp",
        webhook.header("webhook-timestamp"),
        "--signature",
        webhook.header("webhook-signature"),
        body.toString());
  }
}
