package kr.pgsdk.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.Timeouts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How often calls wake okio's watchdog; that it ends them in time, others test. */
@Timeout(60)
class OkioWatchdogTest {
  private static final int CALLS = 1_000;

  @Test
  void callsOneAfterTheOther_hardlyWakeIt() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread answering = new Thread(() -> answerAll(server));
      answering.start();
      URI url = URI.create("http://127.0.0.1:" + server.getLocalPort());
      HttpOptions options = HttpOptions.builder().build();
      try (Exchange exchange = Exchanges.open(url, options, Timeouts.DEFAULT)) {
        send(exchange);
        Thread watchdog = watchdog();

        long before = waits(watchdog);
        long start = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
          send(exchange);
        }

        // It is woken some times in each 50 ms, however many calls fit into them.
        long elapsed = Duration.ofNanos(System.nanoTime() - start).toMillis();
        assertThat(waits(watchdog) - before).isLessThan(CALLS / 4 + elapsed / 5);
        assertThat(watchdog.isAlive()).isTrue();
      }
      answering.join();
    }
  }

  /** Without okio, whose watchdog a server of its own would wake too. */
  private static void answerAll(ServerSocket server) {
    byte[] answer =
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII);
    try (Socket socket = server.accept()) {
      socket.setTcpNoDelay(true);
      BufferedReader requests =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      String line = requests.readLine();
      while (line != null) {
        if (line.isEmpty()) {
          socket.getOutputStream().write(answer);
        }
        line = requests.readLine();
      }
    } catch (IOException e) {
      // The client has gone: it counts what it got.
    }
  }

  private static void send(Exchange exchange) throws Exception {
    HttpAnswer answer =
        exchange.send(Wire.request(Kind.SAFE), null, Map.of(), Timeouts.DEFAULT.deadline());
    assertThat(answer.status()).isEqualTo(200);
  }

  private static Thread watchdog() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("Okio Watchdog"))
        .findFirst()
        .orElseThrow();
  }

  private static long waits(Thread thread) {
    return ManagementFactory.getThreadMXBean().getThreadInfo(thread.getId()).getWaitedCount();
  }
}
