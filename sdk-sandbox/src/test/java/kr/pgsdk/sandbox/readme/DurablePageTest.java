package kr.pgsdk.sandbox.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.Preparation;
import kr.pgsdk.core.VirtualAccount;
import kr.pgsdk.durable.Arrival;
import kr.pgsdk.durable.Attention;
import kr.pgsdk.durable.Discrepancy;
import kr.pgsdk.durable.PaymentEvent;
import kr.pgsdk.durable.store.JdbcPaymentStore;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Gateways;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.SandboxWebhook;
import kr.pgsdk.toss.TossGateway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The code of docs/durable.md is compiled and run, and its tables name what exists. */
@Timeout(100)
class DurablePageTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path SCHEMA =
      ROOT.resolve("sdk-durable/src/main/resources/kr/pgsdk/durable/schema/h2");
  private static final Pattern COLUMN =
      Pattern.compile("(?m)^  ([a-z_]+) (?:varchar|decimal|big|int)");
  private static final Money PRICE = Money.krw(15_000);

  private final OrderId order = OrderId.random();
  private final JdbcDataSource database = new JdbcDataSource();
  private final Noted shop = new Noted();
  private Sandbox sandbox;
  private TossGateway gateway;
  private DurableSnippets snippets;

  @BeforeEach
  void start() throws SQLException {
    database.setUrl("jdbc:h2:mem:page" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create table lines (line varchar(100))");
    }
    sandbox = Sandbox.start();
    gateway = Gateways.toss(sandbox).build();
    snippets = new DurableSnippets(database, gateway, shop);
  }

  @AfterEach
  void stop() {
    snippets.close();
    gateway.close();
    sandbox.close();
  }

  @Test
  void everyJavaBlock_isASnippetThatCompiles_andNoneIsMissing() throws IOException {
    PageCode.assertShown("durable.md", DurableSnippets.class);
  }

  @Test
  void everyTableAndColumn_isExplained() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/durable.md"));
    try (Stream<Path> files = Files.list(SCHEMA)) {
      for (Path file : files.filter(path -> !path.toString().contains("index")).toList()) {
        String sql = Files.readString(file);
        Matcher column = COLUMN.matcher(sql);
        while (column.find()) {
          assertThat(page).contains("`" + column.group(1) + "`");
        }
        Matcher table = Pattern.compile("\\{table}([a-z_]+)").matcher(sql);
        assertThat(table.find()).isTrue();
        assertThat(page).contains("`pay_" + table.group(1) + "`");
      }
    }
  }

  @Test
  void schemaFiles_areAWholeSchema() throws Exception {
    JdbcDataSource migrated = new JdbcDataSource();
    migrated.setUrl("jdbc:h2:mem:migrated" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    try (Connection connection = migrated.getConnection();
        Statement statement = connection.createStatement();
        Stream<Path> files = Files.list(SCHEMA)) {
      for (Path file : files.sorted().toList()) {
        statement.execute(Files.readString(file).replaceAll("\\{(table|index)}", "pay_"));
      }
    }

    assertThat(JdbcPaymentStore.builder(migrated).build().check())
        .containsExactly("H2 in memory forgets everything with the process");
  }

  @Test
  void everyKindAndEvent_isExplained() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/durable.md"));
    for (Attention.Kind kind : Attention.Kind.values()) {
      assertThat(page).contains("| `" + kind + "` |");
    }
    for (Arrival.Reason reason : Arrival.Reason.values()) {
      assertThat(page).containsPattern("\\|[^|]*`" + reason + "`[^|]*\\|");
    }
    for (Discrepancy.Kind kind : Discrepancy.Kind.values()) {
      assertThat(page).contains("| `" + kind + "` |");
    }
    Arrays.stream(PaymentEvent.class.getPermittedSubclasses())
        .forEach(event -> assertThat(page).contains("| `" + event.getSimpleName() + "` |"));
  }

  @Test
  void aPaidOrder_isBookedOnce_refundedOnce_andCounted() throws Exception {
    assertThat(snippets.checkout(order, PRICE)).isEqualTo("checkout");
    BrowserReturn back = sandbox.buyer().onToss().authenticate(order, PRICE);
    String query = sandbox.buyer().onToss().successQuery(back);

    assertThat(snippets.success(query)).isEqualTo("thanks");
    assertThat(snippets.success(query)).isEqualTo("thanks");
    assertThat(snippets.checkout(order, PRICE)).isEqualTo("thanks");
    snippets.acceptReturn(order, "return-1", Money.krw(5_000));
    shop.fails = true;
    assertThatThrownBy(() -> snippets.acceptReturn(order, "return-2", Money.krw(5_000)))
        .isInstanceOf(SQLException.class);
    snippets.payments().resume(Duration.ofSeconds(30));
    assertThat(snippets.refundNow(order, "rest")).isEqualTo("refunded");

    assertThat(lines())
        .containsExactly("book 15000", "paid", "back return-1", "book -5000", "book -10000");
    assertThat(sandbox.toss().ledger(order).captures()).isEqualTo(1);
    assertThat(sandbox.toss().ledger(order).refunds()).isEqualTo(2);
    snippets.measure();
    assertThat(shop.gauges).contains("refunds.DONE=2", "payments.attention=0");
    assertThat(snippets.giveUp(order)).startsWith("paid already");
  }

  @Test
  void webhook_isAHint_andAnUnpaidOrderCloses() throws Exception {
    snippets.checkout(order, PRICE);
    BrowserReturn back = sandbox.buyer().onToss().authenticate(order, PRICE);
    snippets.success(sandbox.buyer().onToss().successQuery(back));
    sandbox.toss().cancelInConsole(back.paymentId(), Money.krw(5_000));
    SandboxWebhook webhook = sandbox.toss().webhooks(back.paymentId()).get(0);

    assertThat(snippets.tossWebhook(new ByteArrayInputStream(webhook.body()), webhook::header))
        .isEqualTo(200);
    assertThat(snippets.tossWebhook(new ByteArrayInputStream(new byte[0]), name -> null))
        .isEqualTo(400);
    snippets.payments().resume(Duration.ofSeconds(30));
    shop.await("MoneyReturned");
    assertThat(lines()).containsExactly("book 15000", "paid", "book -5000");

    OrderId other = OrderId.random();
    snippets.checkout(other, PRICE);
    assertThat(snippets.giveUp(other)).isEqualTo("closed");
    assertThat(snippets.checkout(other, PRICE)).isEqualTo("over");
    assertThat(lines()).endsWith("book 0", "over");
    purgeTwo();
  }

  /** The order whose mail has just gone out is kept until that is noted, by a thread of resume. */
  private void purgeTwo() {
    Instant before = Instant.now().plusSeconds(60);
    int purged = snippets.payments().purge(before);
    while (purged < 2) {
      purged += snippets.payments().purge(before);
    }
    assertThat(purged).isEqualTo(2);
  }

  @Test
  void threeDays_areComparedWithTheGatewaysLists() {
    snippets.checkout(order, PRICE);
    BrowserReturn back = sandbox.buyer().onToss().authenticate(order, PRICE);
    snippets.success(sandbox.buyer().onToss().successQuery(back));
    sandbox.toss().cancelInConsole(back.paymentId(), Money.krw(5_000));
    Instant captured = sandbox.toss().ledger(back.paymentId()).entries().get(0).at();
    LocalDate day = LocalDate.ofInstant(captured, ZoneId.of("Asia/Seoul"));

    snippets.reconcile(day.plusDays(1));

    assertThat(shop.differences).containsExactly(day + " UNCLAIMED_REFUND " + back.paymentId());
  }

  @Test
  void onlyADoubt_isResolved() {
    snippets.checkout(order, PRICE);
    Attention none =
        new Attention(
            Attention.Kind.REFUND_IN_DOUBT,
            Optional.of(order),
            "no-such",
            Instant.EPOCH,
            "look into it");
    assertThatThrownBy(() -> snippets.resolve(none, true, "kim"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no-such");
  }

  private List<String> lines() throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement select = connection.createStatement();
        ResultSet rows = select.executeQuery("select line from lines")) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return lines;
  }

  /** A shop whose own table holds a line for each thing it did. */
  private static final class Noted implements DurableSnippets.Shop {
    final Set<String> gauges = ConcurrentHashMap.newKeySet();
    final ConcurrentLinkedQueue<String> mails = new ConcurrentLinkedQueue<>();
    final List<String> differences = new ArrayList<>();
    private boolean fails;

    private static void line(Connection connection, String line) throws SQLException {
      try (PreparedStatement insert = connection.prepareStatement("insert into lines values (?)")) {
        insert.setString(1, line);
        insert.executeUpdate();
      }
    }

    synchronized void await(String mail) throws InterruptedException {
      while (!mails.contains(mail)) {
        wait();
      }
    }

    @Override
    public void book(Connection connection, OrderId orderId, BigDecimal change)
        throws SQLException {
      line(connection, "book " + change.toBigInteger());
    }

    @Override
    public void markPaid(Connection connection, OrderId orderId) throws SQLException {
      line(connection, "paid");
    }

    @Override
    public void markOver(Connection connection, OrderId orderId) throws SQLException {
      line(connection, "over");
    }

    @Override
    public synchronized void mail(PaymentEvent event, String deliveryId) {
      mails.add(event.getClass().getSimpleName());
      notifyAll();
    }

    @Override
    public void takeBack(Connection connection, String returnId) throws SQLException {
      line(connection, "back " + returnId);
      if (fails) {
        throw new SQLException("the shop's own update failed");
      }
    }

    @Override
    public String checkoutPage(Preparation preparation) {
      return "checkout";
    }

    @Override
    public String thanks(OrderId orderId) {
      return "thanks";
    }

    @Override
    public String transferTo(VirtualAccount account) {
      return "transfer";
    }

    @Override
    public String isOver(OrderId orderId) {
      return "over";
    }

    @Override
    public String notPaid(Arrival.Reason why) {
      return "not paid: " + why;
    }

    @Override
    public String reloadIn(Duration pause) {
      return "reload";
    }

    @Override
    public void lookAt(LocalDate day, Discrepancy.Kind kind, PaymentId paymentId, String sentence) {
      differences.add(day + " " + kind + " " + paymentId);
    }

    @Override
    public void gauge(String name, long value) {
      gauges.add(name + "=" + value);
    }

    @Override
    public void count(String name) {
      gauges.add(name);
    }
  }
}
