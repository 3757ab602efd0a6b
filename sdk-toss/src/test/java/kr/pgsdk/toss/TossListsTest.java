package kr.pgsdk.toss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.toss.settlement.TossSettlementDate;
import kr.pgsdk.toss.settlement.TossSettlementQuery;
import kr.pgsdk.toss.transaction.TossTransaction;
import kr.pgsdk.toss.transaction.TossTransactionQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 100, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TossListsTest {
  private static final LocalDateTime START = LocalDateTime.of(2026, 11, 1, 0, 0);
  private static final LocalDateTime END = LocalDateTime.of(2026, 12, 1, 0, 0);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  /** Writes the page that a query asks for. */
  private interface Page {
    void write(String query, OutputStream out) throws IOException;
  }

  private final List<String> targets = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private TossClient client;

  private void serve(Page page) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          URI uri = exchange.getRequestURI();
          String target = uri.getPath() + "?" + uri.getQuery(); // decoded
          targets.add(target);
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = new BufferedOutputStream(exchange.getResponseBody(), 1 << 16)) {
            page.write(target, out);
          }
        });
    server.start();
    client =
        TossClient.builder(TossSecretKey.of(TossServer.KEY))
            .http(
                HttpOptions.builder()
                    .baseUrl("http://127.0.0.1:" + server.getAddress().getPort())
                    .build())
            .build();
  }

  /** Serves these pages one after the other. */
  private void serve(String... pages) throws IOException {
    serve((target, out) -> out.write(pages[targets.size() - 1].getBytes(StandardCharsets.UTF_8)));
  }

  @AfterEach
  void stop() {
    if (server != null) {
      client.close();
      server.stop(0);
    }
  }

  private static String row(int number) {
    return "{\"mId\":\"tosspayments\",\"transactionKey\":\"t"
        + number
        + "\",\"paymentKey\":\"pay_"
        + number
        + "\",\"orderId\":\"order_"
        + number
        + "\",\"method\":\"카드\",\"customerKey\":null,\"useEscrow\":false,\"receiptUrl\":null,"
        + "\"status\":\"DONE\",\"transactionAt\":\"2026-11-01T09:00:00+09:00\",\"currency\":\"KRW\","
        + "\"amount\":1000}";
  }

  @Test
  void transactions_goOnBehindTheLast_untilAPageIsShort() throws Exception {
    serve("[" + row(1) + "," + row(2) + "]", "[" + row(3) + "]");

    try (Stream<TossTransaction> rows =
        client
            .transactions()
            .list(TossTransactionQuery.builder(START, END).startingAfter("t0").limit(2).build())) {
      assertThat(rows.map(TossTransaction::transactionKey)).containsExactly("t1", "t2", "t3");
    }

    String query = "/v1/transactions?startDate=2026-11-01T00:00:00&endDate=2026-12-01T00:00:00";
    assertThat(targets)
        .containsExactly(query + "&startingAfter=t0&limit=2", query + "&startingAfter=t2&limit=2");
  }

  @Test
  void settlements_areAskedForPageByPage() throws Exception {
    serve("[{\"transactionKey\":\"t1\",\"currency\":\"KRW\"}]", "[]");
    TossSettlementQuery query =
        TossSettlementQuery.builder(DAY, DAY)
            .dateType(TossSettlementDate.PAID_OUT)
            .page(3)
            .size(1)
            .build();

    assertThat(client.settlements().list(query)).hasSize(1);

    String start = "/v1/settlements?startDate=2026-11-01&endDate=2026-11-01&dateType=paidOutDate";
    assertThat(targets).containsExactly(start + "&page=3&size=1", start + "&page=4&size=1");
  }

  @Test
  void cashReceipts_goOnAtTheLastCursor() throws Exception {
    serve(
        "{\"hasNext\":true,\"lastCursor\":7,\"data\":[{\"receiptKey\":\"r1\"}]}",
        "{\"hasNext\":false,\"lastCursor\":8,\"data\":[{\"receiptKey\":\"r2\"}]}");

    assertThat(client.cashReceipts().list(DAY).map(each -> each.receiptKey().orElseThrow()))
        .containsExactly("r1", "r2");

    String start = "/v1/cash-receipts?requestDate=2026-11-01";
    assertThat(targets).containsExactly(start + "&limit=10000", start + "&cursor=7&limit=10000");
  }

  @Test
  void limitsOfPages_areRefusedBeforeAnythingIsSent() throws Exception {
    serve("[]");

    assertThatIllegalArgumentException().isThrownBy(() -> TossTransactionQuery.builder(END, START));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TossTransactionQuery.builder(START, END).limit(5001));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TossSettlementQuery.builder(DAY, DAY).size(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TossSettlementQuery.builder(DAY, DAY).page(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.cashReceipts().list(DAY, 0, 10_001));
    assertThat(targets).isEmpty();
  }

  @Test
  void manyTransactions_takeLittleMemory() throws Exception {
    int all = Boolean.getBoolean("pgsdk.thorough") ? 1_000_000 : 100_000;
    int limit = 5000;
    serve(
        (target, out) -> {
          int at = target.indexOf("startingAfter=t");
          int first =
              at < 0 ? 0 : Integer.parseInt(target.substring(at + 15, target.indexOf('&', at))) + 1;
          out.write('[');
          for (int i = first; i < Math.min(all, first + limit); i++) {
            out.write(((i == first ? "" : ",") + row(i)).getBytes(StandardCharsets.UTF_8));
          }
          out.write(']');
        });
    long before = liveHeap();
    List<Long> growth = new ArrayList<>();
    int count = 0;

    try (Stream<TossTransaction> rows = client.transactions().list(START, END)) {
      for (Iterator<TossTransaction> each = rows.iterator(); each.hasNext(); count++) {
        if (!each.next().transactionKey().equals("t" + count)) {
          fail("row " + count + " is another");
        }
        if (count % (all / 5) == 12_499) { // in the middle of a page
          growth.add(liveHeap() - before);
        }
      }
    }

    assertThat(count).isEqualTo(all);
    assertThat(growth).hasSize(5).allMatch(bytes -> bytes < 16 << 20);
    assertThat(targets).hasSize(all / limit + 1);
  }

  private static long liveHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
