package kr.pgsdk.iamport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonObject;
import mockwebserver3.RecordedRequest;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Paths, query parameters and body fields are those of Iamport's published specification. */
class SpecificationTest {
  private record Operation(String method, String path, Set<String> query, Set<String> body) {
    static Operation parse(String line) {
      String[] parts = line.split(" ");
      return new Operation(parts[0], parts[1], names(parts[2]), names(parts[3]));
    }

    private static Set<String> names(String list) {
      return list.equals("-") ? Set.of() : Set.of(list.split(","));
    }

    boolean matches(RecordedRequest request) {
      // The status segment may be left off (GET /payments/find, findAll).
      String pattern =
          path.replaceAll("/\\{payment_status}", "(/(all|ready|paid|cancelled|failed))?")
              .replaceAll("\\{\\w+}", "(imp_123|order_9001)");
      return method.equals(request.getMethod()) && pathOf(request).matches(pattern);
    }
  }

  private static String pathOf(RecordedRequest request) {
    return FakeIamport.decoded(request).split("\\?")[0];
  }

  private static Set<String> queryNames(RecordedRequest request) {
    Set<String> names = new HashSet<>();
    Matcher matcher = Pattern.compile("[?&]([^=]+)=").matcher(FakeIamport.decoded(request));
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private static Set<String> bodyNames(RecordedRequest request) {
    String body = FakeIamport.body(request);
    if (body.isEmpty()) {
      return Set.of();
    }
    JsonObject json = Json.object(body.getBytes(StandardCharsets.UTF_8));
    Matcher keys = Pattern.compile("\"(\\w+)\":").matcher(body);
    Set<String> names = new HashSet<>();
    while (keys.find()) {
      if (json.has(keys.group(1))) { // a nested object has keys of its own
        names.add(keys.group(1));
      }
    }
    return names;
  }

  @Test
  void everyCoreOperation_isSentAsSpecified_withEveryParameter() throws Exception {
    List<Operation> operations =
        Files.readAllLines(Path.of("src/test/resources/core-operations.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(Operation::parse)
            .toList();
    List<RecordedRequest> sent = new ArrayList<>();
    try (FakeIamport iamport = new FakeIamport();
        IamportClient client = iamport.client().build()) {
      iamport.serve(FakeIamport.refusal(200, 1, "no"));
      for (ThrowingCallable call : calls(client)) {
        Throwable unused = Assertions.catchThrowable(call);
      }
      sent.add(iamport.tokenRequest(0));
      for (int i = 0; i < iamport.arrived().size(); i++) {
        sent.add(iamport.request(i));
      }
    }
    for (RecordedRequest request : sent) {
      assertThat(operations).as(request.toString()).anyMatch(o -> o.matches(request));
    }
    for (Operation operation : operations) {
      Set<String> query = new HashSet<>();
      Set<String> body = new HashSet<>();
      sent.stream()
          .filter(operation::matches)
          .forEach(
              request -> {
                query.addAll(queryNames(request));
                body.addAll(bodyNames(request));
              });
      assertThat(sent).as(operation.toString()).anyMatch(operation::matches);
      assertThat(query).as(operation.toString()).isEqualTo(operation.query());
      assertThat(body).as(operation.toString()).isEqualTo(operation.body());
    }
  }

  private static List<ThrowingCallable> calls(IamportClient client) {
    PaymentId payment = PaymentId.of("imp_123");
    OrderId order = OrderId.of("order_9001");
    Instant now = Instant.ofEpochSecond(1_700_000_000);
    return Arrays.asList(
        () -> client.payment(payment, true),
        () -> client.payments(List.of(payment), List.of(order)),
        () -> client.find(order, IamportStatusFilter.ALL, IamportSorting.NEWEST_PAID),
        () -> client.find(order, IamportStatusFilter.FAILED, IamportSorting.NEWEST_PAID),
        () -> client.findAll(order, IamportStatusFilter.READY, IamportPage.first()),
        () ->
            client.payments(
                IamportStatusFilter.ALL, new IamportTimeWindow(now, now), IamportPage.first()),
        () -> client.balance(payment),
        () -> client.prepare(order, Money.krw(1)),
        () -> client.prepared(order),
        () -> client.changePrepared(order, Money.krw(1)),
        () -> client.cancel(IamportClientTest.everyField()),
        () -> client.cancel(IamportCancelRequest.full(order).build()),
        () -> client.virtualAccounts().revoke(payment, "key"));
  }
}
