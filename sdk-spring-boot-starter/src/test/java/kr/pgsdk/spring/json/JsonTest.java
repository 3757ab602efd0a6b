package kr.pgsdk.spring.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.toss.model.TossPayment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The same JSON by both Jacksons. */
class JsonTest {
  /** What the two have in common. */
  interface Mapper {
    String write(Object value) throws Exception;

    <T> T read(String json, Class<T> type) throws Exception;
  }

  private static final ObjectMapper TWO = new ObjectMapper().registerModule(new PgJackson2Module());
  private static final JsonMapper THREE =
      JsonMapper.builder().addModule(new PgJackson3Module()).build();

  static Stream<Mapper> mappers() {
    return Stream.of(
        new Mapper() {
          @Override
          public String write(Object value) throws Exception {
            return TWO.writeValueAsString(value);
          }

          @Override
          public <T> T read(String json, Class<T> type) throws Exception {
            return TWO.readValue(json, type);
          }
        },
        new Mapper() {
          @Override
          public String write(Object value) {
            return THREE.writeValueAsString(value);
          }

          @Override
          public <T> T read(String json, Class<T> type) {
            return THREE.readValue(json, type);
          }
        });
  }

  /** A value with all of them, as a controller returns one. */
  record Line(OrderId orderId, PaymentId paymentId, Money price) {}

  @ParameterizedTest
  @MethodSource("mappers")
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
    assertThatThrownBy(() -> TWO.readValue(json, Money.class))
        .isInstanceOf(com.fasterxml.jackson.databind.JsonMappingException.class);
    assertThatThrownBy(() -> THREE.readValue(json, Money.class))
        .isInstanceOf(tools.jackson.databind.DatabindException.class);
  }

  @ParameterizedTest
  @MethodSource("mappers")
  void confirmation_isItsStateAlone(Mapper mapper) throws Exception {
    Confirmation refused =
        NotConfirmed.builder(
                TossPayment.TERMS, NotConfirmed.Reason.REFUSED, NotConfirmed.MoneyHeld.NO)
            .build();
    assertThat(mapper.write(Map.of("confirmation", refused)))
        .isEqualTo(
            "{\"confirmation\":{\"state\":\"NOT_CONFIRMED\",\"reason\":\"REFUSED\","
                + "\"moneyHeld\":\"NO\"}}");
  }

  @Test
  void idsThatAreNone_areRefused() {
    assertThatThrownBy(() -> TWO.readValue("\"\\u0000\"", OrderId.class))
        .isInstanceOf(com.fasterxml.jackson.databind.JsonMappingException.class);
    assertThatThrownBy(() -> THREE.readValue("5", OrderId.class))
        .isInstanceOf(tools.jackson.databind.DatabindException.class);
  }
}
