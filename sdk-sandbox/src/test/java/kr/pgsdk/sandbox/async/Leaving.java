package kr.pgsdk.sandbox.async;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.async.AsyncCall;
import kr.pgsdk.core.async.AsyncPaymentGateway;
import kr.pgsdk.core.auth.TokenStore;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossSecretKey;

/**
 * Uses both gateways and returns from {@code main}, for a JVM of its own. Arguments: {@code idle}
 * or {@code closed}, Toss's URL and key, Iamport's URL, key and secret, and a paymentKey. When told
 * {@code closed}, it closes the gateways while calls are under way, and says what is left of them.
 */
final class Leaving {
  private Leaving() {}

  public static void main(String[] arguments) throws Exception {
    PaymentGateway toss =
        TossGateway.builder(TossSecretKey.of(arguments[2])).http(http(arguments[1])).build();
    PaymentGateway iamport =
        IamportGateway.builder(IamportCredentials.of(arguments[4], arguments[5]))
            .http(http(arguments[3]))
            .tokenStore(new EmptyStore())
            .build();
    AsyncPaymentGateway async = AsyncPaymentGateway.of(toss, AsyncPaymentGateway.newExecutor(4));
    PaymentId paymentId = PaymentId.of(arguments[6]);

    for (PaymentGateway gateway : List.of(toss, iamport)) {
      Optional<?> unused = gateway.find(PaymentLookup.byPaymentId(paymentId));
    }
    if (arguments[0].equals("closed")) {
      List<AsyncCall<?>> calls = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        calls.add(
            async.confirm(
                ConfirmRequest.builder(paymentId, OrderId.of("order-1"), Money.krw(15_000))
                    .build()));
      }
      System.out.println("under way");
      int unused = System.in.read(); // until the gateway holds them
      System.out.println("sockets before " + sockets());
      async.close();
      iamport.close();
      for (AsyncCall<?> call : calls) {
        System.out.println(
            "ended "
                + call.outcome()
                    .handle((value, failure) -> failure.getClass().getSimpleName())
                    .get(100, TimeUnit.SECONDS));
      }
      System.out.println("sockets after " + sockets());
    }
    Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.isDaemon() && thread != Thread.currentThread())
        .forEach(thread -> System.out.println("thread " + thread.getName()));
    System.out.println("leaving");
  }

  private static HttpOptions http(String url) {
    return HttpOptions.builder().baseUrl(url).build();
  }

  /**
   * How many file handles of this process are TCP sockets; -1 where the system doesn't show them.
   * The JVM itself keeps one of another family.
   */
  private static long sockets() throws IOException {
    Path handles = Path.of("/proc/self/fd");
    if (!Files.isDirectory(handles)) {
      return -1;
    }
    Set<String> tcp = new HashSet<>();
    for (String table : List.of("/proc/self/net/tcp", "/proc/self/net/tcp6")) {
      for (String line : Files.readAllLines(Path.of(table))) {
        tcp.add("socket:[" + line.trim().split(" +")[9] + "]");
      }
    }
    try (Stream<Path> all = Files.list(handles)) {
      return all.filter(handle -> tcp.contains(target(handle))).count();
    }
  }

  private static String target(Path handle) {
    try {
      return Files.readSymbolicLink(handle).toString();
    } catch (IOException e) {
      return ""; // the handle by which the list was read
    }
  }

  private static final class EmptyStore implements TokenStore {
    @Override
    public Optional<StoredToken> load() {
      return Optional.empty();
    }

    @Override
    public void save(StoredToken token) {}
  }
}
