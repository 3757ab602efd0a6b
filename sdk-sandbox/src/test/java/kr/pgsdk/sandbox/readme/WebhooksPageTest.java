package kr.pgsdk.sandbox.readme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.webhook.Reception;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.ReplayGuard;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.Gateways;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.SandboxWebhook;
import kr.pgsdk.toss.webhook.TossEvent;
import kr.pgsdk.toss.webhook.TossSecurityKey;
import org.junit.jupiter.api.Test;

/** The code of docs/webhooks.md is compiled and run code, and its table is the enum's. */
class WebhooksPageTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path PAGE = ROOT.resolve("docs/webhooks.md");
  private static final Path CODE =
      ROOT.resolve("sdk-sandbox/src/test/java/kr/pgsdk/sandbox/readme/WebhookSnippets.java");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern SNIPPET =
      Pattern.compile("^ *// snippet \\w+\n(.*?)^ *// end\n", Pattern.DOTALL | Pattern.MULTILINE);

  private final List<String> settled = new ArrayList<>();
  private final WebhookSnippets.Shop shop =
      new WebhookSnippets.Shop() {
        @Override
        public Optional<Money> priceOf(OrderId orderId) {
          return orderId.value().equals("unknown")
              ? Optional.empty()
              : Optional.of(Money.krw(15_000));
        }

        @Override
        public void settle(Confirmation outcome) {
          settled.add(outcome.getClass().getSimpleName());
        }

        @Override
        public void lookLater(OrderId orderId) {
          settled.add("look later");
        }

        @Override
        public void payout(TossEvent event) {
          settled.add(event.entityId());
        }
      };

  private static List<String> blocks(Path file, Pattern pattern) throws IOException {
    Matcher matcher = pattern.matcher(Files.readString(file));
    List<String> blocks = new ArrayList<>();
    while (matcher.find()) {
      blocks.add(matcher.group(1).stripTrailing().stripIndent());
    }
    return blocks;
  }

  @Test
  void everyJavaBlock_isASnippetThatCompiles_andNoneIsMissing() throws IOException {
    assertThat(blocks(PAGE, JAVA)).hasSize(7).containsExactlyElementsOf(blocks(CODE, SNIPPET));
  }

  @Test
  void answers_areTheEnums() throws IOException {
    String page = Files.readString(PAGE);

    for (Reception reception : Reception.values()) {
      assertThat(page)
          .containsPattern("\\| `" + reception + "` \\| " + reception.httpStatus() + " \\|");
    }
  }

  @Test
  void testSnippet_holds() throws IOException {
    WebhookSnippets.webhookComesTwice_settledOnce(shop, ReplayGuard.inMemory());

    assertThat(settled).containsExactly("Confirmed", "NotConfirmed");
  }

  @Test
  void handlers_answerForgeriesAndOutages() throws IOException {
    try (Sandbox sandbox = Sandbox.start();
        PaymentGateway iamport = Gateways.iamport(sandbox).build()) {
      WebhookSnippets handler = new WebhookSnippets(iamport, ReplayGuard.inMemory(), shop);
      BrowserReturn back = sandbox.buyer().onIamport().pay(OrderId.random(), Money.krw(15_000));
      SandboxWebhook webhook = sandbox.iamport().webhooks(back.paymentId()).get(0);

      assertThat(iamport(handler, "{\"imp_uid\":\"imp_1\"}")).isEqualTo(404);
      assertThat(iamport(handler, "rubbish")).isEqualTo(400);
      assertThat(
              iamport(
                  handler,
                  "{\"imp_uid\":\"imp_1234567890\",\"merchant_uid\":\"merchant_1234567890\"}"))
          .isEqualTo(200);
      sandbox.iamport().inject(Fault.status(400).times(1));
      assertThat(iamport(handler, webhook.text())).isEqualTo(503);
      assertThat(iamport(handler, webhook.text())).isEqualTo(200);
      assertThat(handler.tossWebhook(new ByteArrayInputStream("{}".getBytes(UTF_8)), name -> null))
          .isEqualTo(400);
      assertThat(settled).containsExactly("Confirmed");
    }
  }

  private static int iamport(WebhookSnippets handler, String body) throws IOException {
    return handler.iamportWebhook(new ByteArrayInputStream(body.getBytes(UTF_8)), name -> null);
  }

  @Test
  void signedAndConfirmProcessSnippets_hold() {
    try (Sandbox sandbox = Sandbox.start();
        PaymentGateway gateway =
            IamportGateway.builder(IamportCredentials.of("key", "secret")).build()) {
      WebhookSnippets handler = new WebhookSnippets(gateway, ReplayGuard.inMemory(), shop);
      TossSecurityKey key = TossSecurityKey.of(sandbox.tossSecurityKey());
      SandboxWebhook payout = sandbox.tossPayoutWebhook("FPA_1", "COMPLETED");
      WebhookRequest request = WebhookRequest.of(payout.body(), payout::header);

      assertThat(handler.payoutWebhook(request, key)).isEqualTo(200);
      assertThat(handler.payoutWebhook(request, key)).isEqualTo(200);
      assertThat(handler.payoutWebhook(WebhookRequest.of(payout.body(), name -> null), key))
          .isEqualTo(401);
      assertThat(settled).containsExactly("FPA_1");

      assertThat(asked(handler, "order_1", 15_000)).isEqualTo(200);
      assertThat(asked(handler, "order_1", 100)).isEqualTo(409);
      assertThat(asked(handler, "unknown", 15_000)).isEqualTo(409);
      assertThatThrownBy(() -> handler.confirmProcess(WebhookRequest.of(new byte[0], name -> null)))
          .isInstanceOf(RejectedRequestException.class);
    }
  }

  private static int asked(WebhookSnippets handler, String order, int amount) {
    String body =
        "{\"imp_uid\":\"imp_1\",\"merchant_uid\":\"%s\",\"amount\":%d}".formatted(order, amount);
    return handler
        .confirmProcess(WebhookRequest.of(body.getBytes(UTF_8), name -> null))
        .httpStatus();
  }
}
