package kr.pgsdk.spring.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The SDK's values, written and read again: the same JSON by both Jacksons. */
class ValuesJsonTest {
  /** A value with all of them, as a controller returns one. */
  record Line(OrderId orderId, PaymentId paymentId, Money price) {}

  @ParameterizedTest
  @MethodSource("kr.pgsdk.spring.json.Mapper#both")
  void values_thereAndBack(Mapper mapper) throws Exception {
    Line line = new Line(OrderId.of("order_1"), PaymentId.of("key_1"), Money.krw(15_000));
    String json = mapper.write(line);
    assertThat(json)
        .isEqualTo(
            "{\"orderId\":\"order_1\",\"paymentId\":\"key_1\","
                + "\"price\":{\"amount\":15000,\"currency\":\"KRW\"}}");
    assertThat(mapper.read(json, Line.class)).isEqualTo(line);
    Money dollars = Money.of(new BigDecimal("544.68"), "USD");
    assertThat(mapper.write(dollars)).isEqualTo("{\"amount\":544.68,\"currency\":\"USD\"}");
    assertThat(mapper.read(mapper.write(dollars), Money.class)).isEqualTo(dollars);
    assertThat(mapper.read("{\"amount\":\"544.68\",\"currency\":\"USD\"}", Money.class))
        .isEqualTo(dollars);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "15000",
        "{\"amount\":15000}",
        "{\"amount\":-1,\"currency\":\"KRW\"}",
        "{\"amount\":1.5,\"currency\":\"KRW\"}",
        "{\"amount\":\"1,000\",\"currency\":\"KRW\"}",
        "{\"amount\":true,\"currency\":\"KRW\"}",
        "{\"amount\":1,\"currency\":\"won\"}",
        "[]"
      })
  void whatIsNoMoney_isRefused(String json) {
    assertThatThrownBy(() -> Mapper.TWO.readValue(json, Money.class))
        .isInstanceOf(com.fasterxml.jackson.databind.JsonMappingException.class);
    assertThatThrownBy(() -> Mapper.THREE.readValue(json, Money.class))
        .isInstanceOf(tools.jackson.databind.DatabindException.class);
  }

  @Test
  void idsThatAreNone_areRefused() {
    assertThatThrownBy(() -> Mapper.TWO.readValue("\"\\u0000\"", OrderId.class))
        .isInstanceOf(com.fasterxml.jackson.databind.JsonMappingException.class);
    assertThatThrownBy(() -> Mapper.THREE.readValue("5", OrderId.class))
        .isInstanceOf(tools.jackson.databind.DatabindException.class);
  }
}
