package kr.pgsdk.sandbox.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Thousands of calls in flight; {@code -Dcalls=10000} sets how many. */
@Timeout(300)
class ManyCallsTest {
  @Test
  void onVirtualThreads_noneIsLost_noneIsPinned_oneTokenIsFetched() throws Exception {
    int count = Integer.getInteger("calls", 2_000);
    Jvm jvm = Jvm.withVirtualThreads();
    try (Sandbox sandbox = Sandbox.start()) {
      BrowserReturn paid =
          sandbox.buyer().onIamport().pay(OrderId.of("order-1"), Money.krw(15_000));
      String words = HoldingServer.wordsOf(sandbox, paid.paymentId().value());
      try (HoldingServer few = new HoldingServer(50, words);
          HoldingServer server = new HoldingServer(count, words)) {
        Process child =
            jvm.start(
                ManyCalls.class,
                paid.paymentId().value(),
                "order-1",
                "15000",
                few.url(),
                "50",
                server.url(),
                Integer.toString(count));

        String printed = Jvm.outputOf(child, Duration.ofMinutes(4));

        System.out.println(printed);
        assertThat(printed).contains("ends {Confirmed=" + count + "}").contains("pinned 0");
        assertThat(server.tokens).hasValue(1);
      }
    }
  }

  @Test
  void monitors_whichPinVirtualThreadsUpToJava23_areUsedNowhereInTheSdk() throws Exception {
    Path root = Path.of("").toAbsolutePath().getParent();
    for (String module : List.of("sdk-core", "sdk-iamport", "sdk-toss", "sdk-portone")) {
      try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src/main/java"))) {
        List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
        assertThat(sources).isNotEmpty();
        for (Path source : sources) {
          assertThat(Files.readString(source)).as("%s", source).doesNotContain("synchronized ");
        }
      }
    }
  }
}
