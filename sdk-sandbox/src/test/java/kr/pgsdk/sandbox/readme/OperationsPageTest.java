package kr.pgsdk.sandbox.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.http.AttemptEvent;
import kr.pgsdk.core.http.CallEvent;
import kr.pgsdk.core.http.CallListener;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.sandbox.Gateways;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.toss.TossGateway;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** docs/operations.md says what is so. */
class OperationsPageTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final String HERE =
      "sdk-sandbox/src/test/java/kr/pgsdk/sandbox/readme/OperationsPageTest.java";

  /** As much of Micrometer's as the page uses. */
  interface MeterRegistry {
    Timer timer(String name, String... tags);
  }

  /** As above. */
  interface Timer {
    void record(Duration duration);
  }

  // snippet timing
  static CallListener timing(MeterRegistry registry) {
    return new CallListener() {
      @Override
      public void callEnded(CallEvent call) {
        registry
            .timer(
                "pg.calls",
                "gateway",
                call.gateway(),
                "call",
                call.call(),
                "outcome",
                call.outcome())
            .record(call.duration());
      }
    };
  }

  // end

  private static String page() throws IOException {
    return Files.readString(ROOT.resolve("docs/operations.md"));
  }

  @Test
  void snippet_isThisCode_andWorks() throws IOException {
    Matcher code =
        Pattern.compile(
                "^ *// snippet timing\n(.*?)^ *// end\n", Pattern.DOTALL | Pattern.MULTILINE)
            .matcher(Files.readString(ROOT.resolve(HERE)));
    assertThat(code.find()).isTrue();
    assertThat(page()).contains(code.group(1).stripTrailing().stripIndent());

    Map<String, Duration> timers = new ConcurrentHashMap<>();
    try (Sandbox sandbox = Sandbox.start();
        TossGateway gateway =
            Gateways.toss(sandbox)
                .http(
                    HttpOptions.builder()
                        .baseUrl(sandbox.tossUrl())
                        .listener(timing((name, tags) -> d -> timers.put(Arrays.toString(tags), d)))
                        .build())
                .build()) {
      gateway.getToken();
    }
    assertThat(timers).containsOnlyKeys("[gateway, toss, call, getToken, outcome, Done]");
  }

  @Test
  void outcomes_areAllListed() throws IOException {
    String page = page();

    assertThat(AttemptEvent.Outcome.values())
        .allSatisfy(outcome -> assertThat(page).contains("\n| `" + outcome + "` | "));
  }

  @Test
  void keysOfTheLoggingContext_areAllListed() throws IOException {
    Set<String> keys = ConcurrentHashMap.newKeySet();
    CallListener noting =
        new CallListener() {
          @Override
          public void callEnded(CallEvent call) {
            keys.addAll(MDC.getCopyOfContextMap().keySet());
          }
        };
    try (Sandbox sandbox = Sandbox.start();
        TossGateway gateway =
            Gateways.toss(sandbox)
                .http(HttpOptions.builder().baseUrl(sandbox.tossUrl()).listener(noting).build())
                .build()) {
      gateway.find(PaymentLookup.byOrderId(OrderId.of("order-1")));
      gateway.find(PaymentLookup.byPaymentId(PaymentId.of("payment-1")));
    }
    String page = page();
    assertThat(keys)
        .hasSize(4)
        .allSatisfy(key -> assertThat(page).contains("\n| `" + key + "` | "));
  }
}
