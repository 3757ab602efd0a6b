package kr.pgsdk.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.store.JdbcPaymentStore;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.SandboxGateway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code pg toss reconcile} and the other gateways', over a shop's tables. */
class ReconcileCommandTest {
  private static final Money PRICE = Money.krw(15_000);
  private static final String PASSWORD = "canary-password";

  private final Sandbox sandbox = Sandbox.start();
  private final String url = "jdbc:h2:mem:shop" + System.nanoTime() + ";DB_CLOSE_DELAY=-1";
  private final List<String> told = new ArrayList<>();
  private final List<AutoCloseable> opened = new ArrayList<>();
  private JdbcPaymentStore store;
  @TempDir private Path folder;
  private Path passwordFile;

  @BeforeEach
  void createTables() throws IOException {
    JdbcDataSource database = new JdbcDataSource();
    database.setUrl(url);
    database.setUser("kim");
    database.setPassword(PASSWORD);
    store = JdbcPaymentStore.builder(database).build();
    store.createSchema();
    passwordFile = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : opened) {
      one.close();
    }
    sandbox.close();
  }

  private PaymentGateway open(Gateway gateway) {
    Map<String, String> environment = PgRun.environment(sandbox);
    HttpOptions http =
        HttpOptions.builder().baseUrl(environment.get(gateway.baseUrlVariable())).build();
    List<String> secrets =
        gateway.secrets().stream().map(secret -> environment.get(secret.variable())).toList();
    PaymentGateway open = gateway.open(secrets, http, GatewayOpening.DEFAULT);
    opened.add(open);
    return open;
  }

  private DurablePayments shop(Gateway gateway) {
    DurablePayments payments =
        DurablePayments.builder(
                store, (event, delivery) -> told.add(event.getClass().getSimpleName()))
            .account("main", open(gateway))
            .build();
    opened.add(payments);
    return payments;
  }

  private BrowserReturn captured(Gateway gateway, OrderId order) {
    BrowserReturn back =
        switch (gateway) {
          case IAMPORT -> sandbox.buyer().onIamport().pay(order, PRICE);
          case TOSS -> sandbox.buyer().onToss().authenticate(order, PRICE);
          case PORTONE -> sandbox.buyer().onPortOne().pay(order, PRICE);
        };
    PgRun confirmed =
        PgRun.of(
            PgRun.environment(sandbox),
            gateway.id(),
            "confirm",
            "--payment-id",
            back.paymentId().value(),
            "--order-id",
            order.value(),
            "--amount",
            "15000");
    assertThat(confirmed.exitCode()).isZero();
    return back;
  }

  /** The day in Korea on which the payment was captured. */
  private String day(Gateway gateway, BrowserReturn back) {
    SandboxGateway server =
        switch (gateway) {
          case IAMPORT -> sandbox.iamport();
          case TOSS -> sandbox.toss();
          case PORTONE -> sandbox.portOne();
        };
    Instant paidAt = server.ledger(back.paymentId()).entries().get(0).at();
    return LocalDate.ofInstant(paidAt, TimeText.KOREA).toString();
  }

  private PgRun reconcile(Gateway gateway, String day, String... more) {
    return reconcile(PgRun.environment(sandbox), gateway, day, more);
  }

  private PgRun reconcile(
      Map<String, String> environment, Gateway gateway, String day, String... more) {
    List<String> words =
        List.of(
            gateway.id(),
            "reconcile",
            "--day",
            day,
            "--jdbc-url",
            url,
            "--user",
            "kim",
            "--password-file",
            passwordFile.toString());
    return PgRun.of(
        environment, Stream.concat(words.stream(), Arrays.stream(more)).toArray(String[]::new));
  }

  @ParameterizedTest
  @EnumSource
  void dayThatAgrees_exit0_andWhatTheShopMissed_isToldByTheShop(Gateway gateway) {
    DurablePayments payments = shop(gateway);
    OrderId order = OrderId.random();
    payments.open(OpenOrder.builder(order, PRICE).build());
    BrowserReturn back = captured(gateway, order);

    PgRun run = reconcile(gateway, day(gateway, back));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo("nothing differs on " + day(gateway, back) + "\n");
    assertThat(told).isEmpty();
    payments.resume(Duration.ofSeconds(20));
    assertThat(told).containsExactly("OrderPaid");
    assertThat(reconcile(gateway, day(gateway, back), "--json").out()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void dayThatDiffers_exit8_asTableCsvAndJson(Gateway gateway) {
    shop(gateway);
    BrowserReturn back = captured(gateway, OrderId.of("order-by-hand"));
    String day = day(gateway, back);

    PgRun table = reconcile(gateway, day);
    PgRun csv = reconcile(gateway, day, "--csv");
    PgRun json = reconcile(gateway, day, "--json");

    assertThat(table.exitCode()).isEqualTo(8);
    assertThat(table.out()).startsWith("kind ").contains("UNKNOWN_CAPTURE").contains("15000");
    assertThat(csv.exitCode()).isEqualTo(8);
    assertThat(csv.out())
        .startsWith(
            "day,account,kind,atGateway,inStore,currency,orderId,paymentId,sentence\r\n"
                + day
                + ",main,UNKNOWN_CAPTURE,15000,,KRW,order-by-hand,"
                + back.paymentId()
                + ",captured at ")
        .endsWith("; the shop opened no such order or it was purged\r\n");
    assertThat(json.exitCode()).isEqualTo(8);
    assertThat(json.json())
        .containsEntry("kind", "UNKNOWN_CAPTURE")
        .containsEntry("atGateway", "15000")
        .containsEntry("inStore", null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --day yesterday                            | --day must be a day of the calendar
          --day 2026-02-30                           | --day must be a day of the calendar
          --day 9999-01-01                           | hasn't begun in Korea
          --account mian                             | no account of this name
          --shop other                               | no account of this name
          --shop a/b                                 | a shop is named by
          --prefix pay;drop                          | prefix of the tables
          --jdbc-url localhost:5432/shop             | must be a JDBC URL
          --jdbc-url jdbc:oracle:thin:x              | jdbc:postgresql:
          --jdbc-url jdbc:h2:mem:x;PASSWORD=canary   | must hold no login
          --jdbc-url jdbc:mariadb://kim:canary@h/s   | must hold no login
          --password-file /no/such/file              | does not exist
          --password canary                          | credentials are never arguments
          --csv --json                               | one of the two
          """)
  void wrongUse_exit2AndTheRule_nothingSent(String options, String rule) {
    shop(Gateway.TOSS);
    List<String> words =
        new ArrayList<>(
            List.of(
                "toss", "reconcile", "--user", "kim", "--day", "2026-11-01", "--jdbc-url", url));
    words.addAll(List.of("--password-file", passwordFile.toString()));
    List<String> more = List.of(options.split(" "));
    int given = words.indexOf(more.get(0));
    if (given >= 0) {
      words.subList(given, given + 2).clear();
    }
    words.addAll(more);

    PgRun run = PgRun.of(PgRun.environment(sandbox), words.toArray(String[]::new));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.err() + run.out()).contains(rule).doesNotContain("canary");
    assertThat(sandbox.toss().journal().entries()).isEmpty();
  }

  @Test
  void keyOfAnotherMerchant_exit2_nothingSent() {
    shop(Gateway.TOSS);
    Map<String, String> environment = PgRun.environment(sandbox);
    environment.put("TOSS_SECRET_KEY", "test_sk_another");

    PgRun run = reconcile(environment, Gateway.TOSS, "2026-11-01");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("credentials of account main");
    assertThat(sandbox.toss().journal().entries()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jdbc:postgresql://127.0.0.1:1/shop    | 127.0.0.1:1
          jdbc:mariadb://127.0.0.1:1/shop       | 127.0.0.1
          jdbc:h2:mem:no-such-database          | no-such-database
          """)
  void databaseThatIsNotThere_exit5(String elsewhere, String named) {
    PgRun run =
        PgRun.of(
            PgRun.environment(sandbox),
            "toss",
            "reconcile",
            "--json",
            "--day",
            "2026-11-01",
            "--jdbc-url",
            elsewhere,
            "--password-file",
            passwordFile.toString());

    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.json("error").get("type")).isEqualTo("DATABASE");
    assertThat(run.json("error").get("message")).asString().contains(named);
    assertThat(run.out() + run.err()).doesNotContain(PASSWORD);
  }

  @Test
  void wrongPassword_exit5_andNeitherIsShown() throws IOException {
    Files.writeString(passwordFile, "canary-wrong");

    PgRun run = reconcile(Gateway.TOSS, "2026-11-01", "-v");

    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.err()).contains("--password-file");
    assertThat(run.out() + run.err()).doesNotContain("canary");
  }

  @Test
  void databaseWithoutTheTables_exit5_andTheWayToThem() {
    PgRun run = reconcile(Gateway.TOSS, "2026-11-01", "--prefix", "other_");

    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.err()).contains("other_").contains("run the schema files of h2");
  }
}
