package kr.pgsdk.portone;

import static kr.pgsdk.portone.PortOneServer.ORDER_ID;
import static kr.pgsdk.portone.PortOneServer.TRANSACTION_ID;
import static kr.pgsdk.portone.PortOneServer.cancelled;
import static kr.pgsdk.portone.PortOneServer.json;
import static kr.pgsdk.portone.PortOneServer.ok;
import static kr.pgsdk.portone.PortOneServer.row;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.portone.model.Pay;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A cancel that was answered with what doesn't go together: it was sent, so it is in doubt. */
class PortOneOddCancelTest {
  private PortOneServer portone;

  @BeforeEach
  void start() throws Exception {
    portone = new PortOneServer();
  }

  @AfterEach
  void stop() {
    portone.close();
  }

  private static CancelRequest.Builder part() {
    return CancelRequest.partial(TRANSACTION_ID, Money.krw(5_000), "r").orderId(ORDER_ID);
  }

  private static CancelRequest.Builder all() {
    return CancelRequest.full(TRANSACTION_ID, "r").orderId(ORDER_ID);
  }

  private static Pay after(String status, long cancelled, String rows) {
    return Pay.paid()
        .with("status", "\"" + status + "\"")
        .amount("cancelled", cancelled)
        .with("cancellations", "[" + rows + "]");
  }

  private void assertDoubt(CancelRequest request) {
    assertThatThrownBy(() -> portone.gateway().cancel(request))
        .isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void anotherCurrency_isInDoubt() {
    Pay dollars =
        after("CANCELLED", 15_000, row("SUCCEEDED", "c1", 14_000, "r")).with("currency", "\"USD\"");
    portone.serve(ok(Pay.paid()), cancelled("SUCCEEDED", "c1", 15_000), ok(dollars), ok(dollars));
    assertDoubt(all().build());
  }

  @Test
  void ofAnotherAmount_andNotThereBefore_isInDoubt_underTheCallersKeyToo() {
    Pay now = after("PARTIAL_CANCELLED", 5_001, row("SUCCEEDED", "c1", 5_001, "r"));
    portone.serve(ok(Pay.paid()), cancelled("SUCCEEDED", "c1", 5_001), ok(now), ok(now));
    assertDoubt(part().idempotencyKey("callers-own-key").build());
  }

  @Test
  void ofAll_andMoneyIsLeft_isInDoubt() {
    Pay now = after("PARTIAL_CANCELLED", 100, row("SUCCEEDED", "c1", 100, "r"));
    portone.serve(ok(Pay.paid()), cancelled("SUCCEEDED", "c1", 100), ok(now), ok(now));
    assertDoubt(all().build());
  }

  @ParameterizedTest
  @MethodSource
  void oddAnswer_isInDoubt(MockResponse odd) {
    portone.serve(ok(Pay.paid()), odd, odd, odd, ok(Pay.paid()), ok(Pay.paid()));
    assertDoubt(part().build());
  }

  static Stream<MockResponse> oddAnswer_isInDoubt() {
    String row = row("SUCCEEDED", "c1", 5_000, "r");
    return Stream.of(
        json(200, "<html>hello</html>"),
        json(200, ""),
        new MockResponse.Builder().code(204).build(),
        new MockResponse.Builder().code(205).build(),
        new MockResponse.Builder().code(301).addHeader("Location", "/x").build(),
        new MockResponse.Builder().code(307).addHeader("Location", "/x").build(),
        new MockResponse.Builder().code(308).addHeader("Location", "/x").build(),
        json(200, "{\"cancellation\":" + row + ",\"cancellation\":" + row + "}"),
        json(200, "{\"cancellation\":" + row.replace("{", "{\"id\":\"c0\",") + "}"),
        json(200, "{\"cancellation\":" + row.replace("{", "{\"status\":\"FAILED\",") + "}"),
        json(200, "{\"cancellation\":" + row.replace("{", "{\"totalAmount\":1,") + "}"),
        json(200, "{\"cancellation\":" + row.replace("5000", "-5000") + "}"),
        json(200, "{\"cancellation\":" + row.replace("5000", "5000.5") + "}"),
        json(200, "{\"cancellation\":" + row.replace("5000", "5e3000000") + "}"),
        json(200, "{\"cancellation\":" + row.replace("5000", "1e999999999") + "}"),
        json(200, "{\"cancellation\":" + row.replace("5000", "\"5000\"") + "}"),
        json(200, "{\"cancellation\":" + row.replace("5000", "9".repeat(100_000)) + "}"),
        json(200, "{\"cancellation\":" + row.substring(0, 20)),
        json(200, "[".repeat(100_000)),
        json(409, "{\"type\":\"IDEMPOTENCY_OUTSTANDING_REQUEST\"}"),
        json(400, "{}"),
        json(404, "<html>no</html>"),
        json(418, "{\"type\":\"WHATEVER\"}"));
  }
}
