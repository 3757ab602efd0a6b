package kr.pgsdk.sandbox.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kr.pgsdk.core.BillingKey;
import kr.pgsdk.core.BillingKeyRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.VirtualAccount;
import kr.pgsdk.durable.Arrival;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Gateways;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.TestCard;
import kr.pgsdk.toss.TossGateway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The README's code is compiled and run code. */
class ReadmeTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
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

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.ko.md"})
  void everyJavaBlock_isASnippetThatCompiles_andNoneIsMissing(String readme) throws IOException {
    List<String> snippets =
        blocks(
            ROOT.resolve("sdk-sandbox/src/test/java/kr/pgsdk/sandbox/readme/Snippets.java"),
            SNIPPET);

    assertThat(snippets).hasSize(5);
    assertThat(blocks(ROOT.resolve(readme), JAVA)).containsExactlyInAnyOrderElementsOf(snippets);
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.ko.md"})
  void version_isTheOneThatIsBuilt(String readme) throws IOException {
    Matcher version =
        Pattern.compile("<artifactId>pgsdk</artifactId>\\s*<version>([^<]+)</version>")
            .matcher(Files.readString(ROOT.resolve("pom.xml")));
    assertThat(version.find()).isTrue();

    assertThat(Files.readString(ROOT.resolve(readme)))
        .contains("<version>" + version.group(1) + "</version>");
  }

  @Test
  void bothLanguages_haveTheSameCommandsAndTables() throws IOException {
    assertThat(shape("README.ko.md")).isEqualTo(shape("README.md"));
  }

  /** Headings by depth, table rows, and code blocks other than Java as they stand. */
  private static String shape(String readme) throws IOException {
    return Files.readString(ROOT.resolve(readme))
        .lines()
        .filter(line -> line.startsWith("#") || line.startsWith("|") || line.startsWith("```"))
        .map(line -> line.startsWith("#") ? line.replaceAll("[^#].*", "") : line)
        .map(line -> line.startsWith("|") ? "|" : line)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void confirmSnippet_thanksAndMarksOnce_howeverOftenTheBuyerReloads() {
    Noted noted = new Noted();
    JdbcDataSource database = new JdbcDataSource();
    database.setUrl("jdbc:h2:mem:readme" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    Snippets snippets = new Snippets(noted, noted);
    try (Sandbox sandbox = Sandbox.start();
        PaymentGateway gateway = Gateways.toss(sandbox).build();
        DurablePayments payments = Snippets.durable(database, gateway, snippets::onEvent)) {
      OrderId orderId = OrderId.random();
      payments.open(OpenOrder.builder(orderId, Money.krw(15_000)).build());
      BrowserReturn returned = sandbox.buyer().onToss().authenticate(orderId, Money.krw(15_000));
      String query = sandbox.buyer().onToss().successQuery(returned);

      assertThat(snippets.success(payments, query)).isEqualTo("thanks " + orderId);
      assertThat(snippets.success(payments, query)).isEqualTo("thanks " + orderId);
      snippets.refund(gateway, returned.paymentId(), orderId);

      assertThat(noted.calls).containsExactly("paid " + orderId);
      assertThat(sandbox.toss().ledger(returned.paymentId()).refunded())
          .isEqualTo(Money.krw(5_000));
    }
  }

  @Test
  void sandboxSnippet_holds() {
    new Snippets(new Noted(), new Noted())
        .answerOfConfirmIsLost_paymentIsConfirmed_andCapturedOnce();
  }

  @ParameterizedTest
  @EnumSource(names = {"GOOD", "OVER_LIMIT"})
  void chargeSnippet_extendsWhatIsPaid_andExplainsADecline(TestCard card) {
    Noted noted = new Noted();
    try (Sandbox sandbox = Sandbox.start();
        TossGateway gateway = Gateways.toss(sandbox).build()) {
      String authKey = sandbox.buyer().onToss().agreeToBilling("customer-4c1f", card);
      BillingKey key =
          gateway
              .billing()
              .issue(BillingKeyRequest.byAuthKey("customer-4c1f", authKey).build())
              .key();

      new Snippets(noted, noted)
          .chargeMonth(gateway.billing(), key, OrderId.random(), Money.krw(9_900));

      assertThat(noted.calls)
          .singleElement()
          .asString()
          .startsWith(card == TestCard.GOOD ? "ship " : "explain REFUSED");
    }
  }

  @Test
  void openSnippet_opensWithoutANetwork() {
    List<PaymentGateway> gateways = Snippets.open("test_sk_x", "key", "secret");

    assertThat(gateways).hasSize(2);
    gateways.forEach(PaymentGateway::close);
  }

  private static final class Noted implements Snippets.Shop, Snippets.Page {
    final List<String> calls = new ArrayList<>();

    @Override
    public void markPaid(Connection connection, OrderId orderId) {
      calls.add("paid " + orderId);
    }

    @Override
    public void ship(Payment payment) {
      calls.add("ship " + payment.paymentId());
    }

    @Override
    public void explain(Confirmation.NotConfirmed refused) {
      calls.add("explain " + refused.reason());
    }

    @Override
    public void keepForRetry(String pendingCancel) {
      calls.add("retry");
    }

    @Override
    public String thanks(OrderId orderId) {
      return "thanks " + orderId;
    }

    @Override
    public String transferTo(VirtualAccount account) {
      return "account";
    }

    @Override
    public String tryAgain(Arrival.Reason why) {
      return "try again: " + why;
    }

    @Override
    public String reload() {
      return "reload";
    }
  }
}
