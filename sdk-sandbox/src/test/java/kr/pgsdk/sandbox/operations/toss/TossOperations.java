package kr.pgsdk.sandbox.operations.toss;

import static java.util.Map.entry;

import java.util.Map;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.sandbox.operations.OperationsContract;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.TossSecretKey;

/** A group of Toss's operations. */
abstract class TossOperations extends OperationsContract<TossClient> {
  TossOperations(String group) {
    this("toss", group);
  }

  /**
   * Holds a group of one pair of facts files.
   *
   * @param facts what their names begin with
   */
  TossOperations(String facts, String group) {
    super(facts, group);
  }

  static Example<TossClient> example(String operation, Call<TossClient> call) {
    return new Example<>(operation, call);
  }

  @Override
  protected final TossClient client(HttpOptions http) {
    return TossClient.builder(TossSecretKey.of("test_sk_0123456789abcdef")).http(http).build();
  }

  /** Toss wraps nothing, and has an empty body for nothing. */
  @Override
  protected String response(String json) {
    return json.equals("null") ? "" : json;
  }

  @Override
  protected final Map<String, String> fixed() {
    return Map.ofEntries(
        entry("paymentKey", "\"pay_key_1\""),
        entry("orderId", "\"order_9001\""),
        entry("customerKey", "\"customer_1\""),
        entry("billingKey", "\"billing_key_1=\""),
        entry("currency", "\"KRW\""),
        entry("status", "\"DONE\""),
        entry("hasNext", "false"),
        entry("lastCursor", "1"));
  }
}
