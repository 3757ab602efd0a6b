package kr.pgsdk.iamport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.iamport.model.IamportPayment;
import kr.pgsdk.iamport.payment.IamportSorting;
import kr.pgsdk.iamport.payment.IamportStatusFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A long list in little memory; {@code -Dpgsdk.lists.payments=1000000} for a longer one. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class IamportManyPaymentsTest {
  private static final int ALL = Integer.getInteger("pgsdk.lists.payments", 100_000);
  private static final int LIMIT = 1_000;
  private static final int MEASURED_EACH = ALL / 5;
  private static final String[] PAYMENT =
      PaymentBody.paid().id("NUMBER").order("order_9001").toString().split("NUMBER");
  private static final Instant FROM = Instant.ofEpochSecond(1_700_000_000);

  private final AtomicInteger pages = new AtomicInteger();

  private static String payment(int number) {
    return PAYMENT[0] + "imp_" + number + PAYMENT[1];
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = new BufferedOutputStream(exchange.getResponseBody(), 1 << 16)) {
      if (exchange.getRequestURI().getPath().equals("/users/getToken")) {
        out.write(
            utf8(
                "{\"code\":0,\"message\":null,\"response\":{\"access_token\":\"t0k3n\","
                    + "\"now\":1700000000,\"expired_at\":1700001800}}"));
        return;
      }
      int page = pages.incrementAndGet();
      int end = Math.min(ALL, page * LIMIT);
      out.write(
          utf8(
              "{\"code\":0,\"message\":null,\"response\":{\"total\":"
                  + ALL
                  + ",\"previous\":"
                  + (page - 1)
                  + ",\"next\":"
                  + (end == ALL ? 0 : page + 1)
                  + ",\"list\":["));
      for (int i = (page - 1) * LIMIT; i < end; i++) {
        out.write(utf8((i % LIMIT == 0 ? "" : ",") + payment(i)));
      }
      out.write(utf8("]}}"));
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static long liveHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Test
  void manyPayments_takeLittleMemory() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    HttpOptions http =
        HttpOptions.builder().baseUrl("http://127.0.0.1:" + server.getAddress().getPort()).build();
    List<Long> growth = new ArrayList<>();
    int count = 0;
    try (IamportClient client =
        IamportClient.builder(IamportCredentials.of("key-0123456789", "secret-0123456789"))
            .http(http)
            .build()) {
      long before = liveHeap();
      try (Stream<IamportPayment> payments =
          client
              .payments()
              .all(
                  IamportStatusFilter.PAID,
                  FROM,
                  FROM.plusSeconds(3_600),
                  IamportSorting.NEWEST_PAID)) {
        for (Iterator<IamportPayment> each = payments.iterator(); each.hasNext(); count++) {
          if (!each.next().paymentId().value().equals("imp_" + count)) {
            fail("payment " + count + " is another");
          }
          if (count % MEASURED_EACH == MEASURED_EACH / 2 + LIMIT / 2) { // in the middle of a page
            growth.add(liveHeap() - before);
          }
        }
      }
    } finally {
      server.stop(0);
    }

    assertThat(count).isEqualTo(ALL);
    assertThat(growth).hasSize(5).allMatch(bytes -> bytes < 16 << 20);
    assertThat(pages).hasValue(ALL / LIMIT);
  }
}
