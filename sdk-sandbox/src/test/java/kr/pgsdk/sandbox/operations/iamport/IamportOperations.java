package kr.pgsdk.sandbox.operations.iamport;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.iamport.IamportClient;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.sandbox.operations.OperationsContract;

/** A group of Iamport's operations. */
abstract class IamportOperations extends OperationsContract<IamportClient> {
  IamportOperations(String group) {
    super("iamport", group);
  }

  static Example<IamportClient> example(String operation, Call<IamportClient> call) {
    return new Example<>(operation, call);
  }

  /** Reads the first row of a list, and no other page. */
  static List<?> first(Stream<?> rows) {
    try (rows) {
      return rows.limit(1).toList();
    }
  }

  @Override
  protected final IamportClient client(HttpOptions http) {
    return IamportClient.builder(IamportCredentials.of("key_1", "secret_1")).http(http).build();
  }

  @Override
  protected final String response(String json) {
    return "{\"code\":0,\"message\":null,\"response\":" + json + "}";
  }

  @Override
  protected final Map<String, String> fixed() {
    return Map.ofEntries(
        entry("imp_uid", "\"imp_123\""),
        entry("merchant_uid", "\"order_9001\""),
        entry("customer_uid", "\"customer_1\""),
        entry("code", "\"088\""),
        entry("tier_code", "\"XYZ\""),
        entry("member_id", "\"m1\""),
        entry("product_order_id", "\"2024010112345\""),
        entry("currency", "\"KRW\""),
        entry("status", "\"paid\""),
        entry("cancel_amount", "0"),
        entry("cancel_history", "[]"),
        entry("promotion", "null"),
        entry("total", "1"),
        entry("previous", "0"),
        entry("next", "0"));
  }
}
