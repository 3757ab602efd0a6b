package kr.pgsdk.sandbox.async;

import static kr.pgsdk.sandbox.FaultKind.STALL_BEFORE_EXECUTION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.async.AsyncCall;
import kr.pgsdk.core.async.AsyncPaymentGateway;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.Gateways;
import kr.pgsdk.sandbox.InjectedFault;
import kr.pgsdk.sandbox.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The pages' code is compiled and run code. */
@Timeout(100)
class DocsTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path HERE = ROOT.resolve("sdk-sandbox/src/test/java/kr/pgsdk/sandbox/async");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern SNIPPET =
      Pattern.compile("^ *// snippet \\w+\n(.*?)^ *// end\n", Pattern.DOTALL | Pattern.MULTILINE);

  private static List<String> blocks(Path file, Pattern pattern) throws IOException {
    Matcher matcher = pattern.matcher(Files.readString(file));
    List<String> blocks = new ArrayList<>();
    while (matcher.find()) {
      blocks.add(matcher.group(1).stripTrailing().stripIndent());
    }
    return blocks;
  }

  @Test
  void everyJavaBlockOfThePages_isASnippetThatCompiles_andNoneIsMissing() throws IOException {
    List<String> shown = blocks(ROOT.resolve("docs/async.md"), JAVA);
    shown.addAll(blocks(ROOT.resolve("docs/token-store.md"), JAVA));
    List<String> snippets = blocks(HERE.resolve("DocsSnippets.java"), SNIPPET);
    snippets.addAll(blocks(HERE.resolve("FileTokenStore.java"), SNIPPET));

    assertThat(snippets).hasSize(6);
    assertThat(shown).containsExactlyInAnyOrderElementsOf(snippets);
  }

  @Test
  void confirmSnippet_settlesWhatIsPaid_andAsksAgainAboutWhatWasGivenUp() throws Exception {
    CompletableFuture<Confirmation> settled = new CompletableFuture<>();
    CompletableFuture<PaymentLookup> doubted = new CompletableFuture<>();
    DocsSnippets snippets =
        new DocsSnippets(
            new DocsSnippets.Shop() {
              @Override
              public void settle(Confirmation result) {
                settled.complete(result);
              }

              @Override
              public void report(Throwable failure) {
                settled.completeExceptionally(failure);
              }

              @Override
              public void askAgainLater(PaymentLookup lookup) {
                doubted.complete(lookup);
              }
            });
    try (Sandbox sandbox = Sandbox.start();
        PaymentGateway toss =
            Gateways.toss(sandbox)
                .http(
                    HttpOptions.builder()
                        .baseUrl(sandbox.tossUrl())
                        .client(DocsSnippets.client())
                        .build())
                .build();
        AsyncPaymentGateway async = DocsSnippets.hurried(DocsSnippets.open(toss))) {
      OrderId orderId = OrderId.random();
      Money price = Money.krw(15_000);
      PaymentId id = sandbox.buyer().onToss().authenticate(orderId, price).paymentId();
      ConfirmRequest request = ConfirmRequest.builder(id, orderId, price).build();
      InjectedFault held =
          sandbox.toss().inject(Fault.of(STALL_BEFORE_EXECUTION).on("POST", "/v1/payments"));

      AsyncCall<Confirmation> call = snippets.confirm(async, request);
      held.awaitHeld(1, EndingScenario.LONG);
      call.cancel(true);
      assertThat(doubted.get(100, TimeUnit.SECONDS)).isEqualTo(PaymentLookup.byPaymentId(id));

      held.release();
      AsyncCall<Confirmation> again = snippets.confirm(async, request);
      assertThat(settled.get(100, TimeUnit.SECONDS)).isInstanceOf(Confirmation.Confirmed.class);
      assertThat(again.join()).isInstanceOf(Confirmation.Confirmed.class);
      assertThat(sandbox.toss().ledger(id).captures()).isEqualTo(1);
    }
  }

  @Test
  void sharedSnippet_opensWithoutANetwork() {
    PaymentGateway gateway = DocsSnippets.shared("key", "secret");

    assertThat(gateway.name()).isEqualTo("iamport");
    gateway.close();
  }
}
