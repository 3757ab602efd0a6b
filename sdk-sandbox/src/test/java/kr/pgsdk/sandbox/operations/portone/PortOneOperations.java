package kr.pgsdk.sandbox.operations.portone;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.portone.PortOneApiSecret;
import kr.pgsdk.portone.PortOneClient;
import kr.pgsdk.portone.model.PortOneAddressRequest;
import kr.pgsdk.portone.model.PortOneBuyer;
import kr.pgsdk.portone.model.PortOneCardCredential;
import kr.pgsdk.portone.model.PortOneGender;
import kr.pgsdk.portone.model.PortOneProductRequest;
import kr.pgsdk.sandbox.operations.OperationsContract;

/** A group of PortOne's operations. */
abstract class PortOneOperations extends OperationsContract<PortOneClient> {
  static final OrderId ORDER = OrderId.of("order9001");
  static final Money AMOUNT = Money.krw(11_000);
  static final Instant NOON = Instant.parse("2026-11-01T03:00:00Z");

  PortOneOperations(String group) {
    this("portone", group);
  }

  PortOneOperations(String facts, String group) {
    super(facts, group);
  }

  static Example<PortOneClient> example(String operation, Call<PortOneClient> call) {
    return new Example<>(operation, call);
  }

  static PortOneAddressRequest address() {
    return PortOneAddressRequest.builder("1 Teheran-ro", "5F").city("Seoul").country("KR").build();
  }

  static PortOneBuyer buyer() {
    return PortOneBuyer.builder()
        .id("customer_1")
        .name("Gil-dong", "Hong")
        .birth("1990", "01", "31")
        .country("KR")
        .gender(PortOneGender.OTHER)
        .email("hong@example.com")
        .phoneNumber("01012345678")
        .address(address())
        .zipcode("06236")
        .businessRegistrationNumber("1234567890")
        .build();
  }

  static PortOneCardCredential card() {
    return PortOneCardCredential.builder("4092023012341234", "30", "12")
        .birthOrBusinessRegistrationNumber("900131")
        .passwordTwoDigits("12")
        .build();
  }

  static List<PortOneProductRequest> products() {
    return List.of(
        PortOneProductRequest.builder("product_1", "T-shirt", AMOUNT, 1).code("code_1").build());
  }

  /** The first row: a list by cursor asks for what comes after it. */
  static List<?> first(Stream<?> rows) {
    try (rows) {
      return rows.limit(1).toList();
    }
  }

  @Override
  protected final PortOneClient client(HttpOptions http) {
    return PortOneClient.builder(PortOneApiSecret.of("secret0123456789abcdef"))
        .storeId("store-1")
        .http(http)
        .build();
  }

  /** PortOne has an empty object for nothing. */
  @Override
  protected final String response(String json) {
    return json.equals("null") ? "{}" : json;
  }

  /** JSON for the ids that were asked for. */
  protected Map<String, String> ids() {
    return Map.of();
  }

  /** A cursor is for the stream alone: what isn't given as a text needs no accessor. */
  @Override
  protected final Map<String, String> fixed() {
    Map<String, String> fixed = new HashMap<>(ids());
    fixed.put("currency", "\"KRW\"");
    fixed.put("totalCount", "1");
    fixed.put("cursor", " \"cursor_1\"");
    return fixed;
  }
}
