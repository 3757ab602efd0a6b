package kr.pgsdk.sandbox.async;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.async.AsyncCall;
import kr.pgsdk.core.async.AsyncPaymentGateway;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportGateway;

/**
 * Many confirms at once on virtual threads, and how they ended, for a JVM of its own: a few to warm
 * up, since the JVM pins a thread while it loads a class, then many. Arguments: payment id, order
 * id, amount, then URL and count of each round.
 */
final class ManyCalls {
  private ManyCalls() {}

  public static void main(String[] arguments) throws Exception {
    ConfirmRequest request =
        ConfirmRequest.builder(
                PaymentId.of(arguments[0]),
                OrderId.of(arguments[1]),
                Money.krw(Long.parseLong(arguments[2])))
            .build();
    round(request, arguments[3], Integer.parseInt(arguments[4]));
    try (Recording recording = new Recording()) {
      recording.enable("jdk.VirtualThreadPinned").withoutThreshold().withStackTrace();
      recording.start();
      long start = System.nanoTime();
      System.out.println("ends " + round(request, arguments[5], Integer.parseInt(arguments[6])));
      System.out.println("millis " + (System.nanoTime() - start) / 1_000_000);
      recording.stop();
      printPinned(recording);
    }
    System.out.println(
        "peak platform threads " + ManagementFactory.getThreadMXBean().getPeakThreadCount());
  }

  private static Map<String, Integer> round(ConfirmRequest request, String url, int count) {
    Duration ample = Duration.ofMinutes(5);
    HttpOptions http =
        HttpOptions.builder()
            .baseUrl(url)
            .connectTimeout(ample)
            .readTimeout(ample)
            .deadline(ample)
            .build();
    ExecutorService executor = AsyncPaymentGateway.newExecutor(1);
    Map<String, Integer> ends = new TreeMap<>();
    try (AsyncPaymentGateway gateway =
        AsyncPaymentGateway.of(
            IamportGateway.builder(IamportCredentials.of("key", "secret")).http(http).build(),
            executor)) {
      List<AsyncCall<Confirmation>> calls = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        calls.add(gateway.confirm(request));
      }
      calls.forEach(call -> ends.merge(end(call), 1, Integer::sum));
    }
    executor.shutdown();
    return ends;
  }

  private static String end(AsyncCall<Confirmation> call) {
    try {
      return call.join().getClass().getSimpleName();
    } catch (CompletionException e) {
      return String.valueOf(e.getCause());
    }
  }

  private static void printPinned(Recording recording) throws Exception {
    Path file = Files.createTempFile("pinned", ".jfr");
    recording.dump(file);
    List<RecordedEvent> pinned = RecordingFile.readAllEvents(file);
    Files.delete(file);
    System.out.println("pinned " + pinned.size());
    pinned.stream().limit(3).forEach(System.out::println);
  }
}
