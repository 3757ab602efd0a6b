package kr.pgsdk.benchmarks.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import kr.pgsdk.benchmarks.Gateway;
import kr.pgsdk.benchmarks.server.Sample;
import kr.pgsdk.iamport.model.IamportPayment;
import kr.pgsdk.toss.model.TossPayment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A library that leaves fields out would be fast for nothing. */
class ModelsTest {
  private static final ObjectMapper TREE = Libraries.jackson();

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SDK")
  void library_tossSample_hasReadEveryFieldThatIsThere(Library library) throws Exception {
    byte[] json = Sample.bytes(Sample.TOSS_PAYMENT);
    requireAll(library.reader(Gateway.TOSS).read(json), TREE.readTree(json));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SDK")
  void library_iamportSample_hasReadEveryFieldThatIsThere(Library library) throws Exception {
    byte[] json = Sample.bytes(Sample.IAMPORT_PAYMENT);
    requireAll(library.reader(Gateway.IAMPORT).read(json), TREE.readTree(json).get("response"));
  }

  /** Compares an object, class or record, with the JSON it was read from. */
  private static void requireAll(Object read, JsonNode json) throws Exception {
    for (var member : json.properties()) {
      Field field = read.getClass().getDeclaredField(camel(member.getKey()));
      field.setAccessible(true);
      requireEqual(member.getKey(), field.get(read), member.getValue());
    }
  }

  private static void requireEqual(String name, Object value, JsonNode json) throws Exception {
    if (json.isNull()) {
      assertThat(value).as(name).isNull();
    } else if (json.isObject()) {
      requireAll(value, json);
    } else if (json.isArray()) {
      assertThat((List<?>) value).as(name).hasSize(json.size());
    } else if (value instanceof BigDecimal number) {
      assertThat(number).as(name).isEqualByComparingTo(json.decimalValue());
    } else if (value instanceof OffsetDateTime time) {
      assertThat(time).as(name).isEqualTo(OffsetDateTime.parse(json.asText()));
    } else {
      assertThat(value).as(name).asString().isEqualTo(json.asText());
    }
  }

  private static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("_", -1)) {
      camel.append(
          camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return camel.toString();
  }

  @ParameterizedTest
  @EnumSource
  void libraries_sameSample_agreeWithTheSdk(Gateway gateway) throws Exception {
    if (gateway == Gateway.TOSS) {
      byte[] json = Sample.bytes(Sample.TOSS_PAYMENT);
      TossPayment ours = (TossPayment) Library.SDK.reader(gateway).read(json);
      RecordToss theirs = (RecordToss) Library.JACKSON.reader(gateway).read(json);
      assertThat(ours.paymentKey().value()).isEqualTo(theirs.paymentKey());
      assertThat(ours.totalAmount().amount()).isEqualByComparingTo(theirs.totalAmount());
      assertThat(ours.approvedAt()).contains(theirs.approvedAt().toInstant());
      assertThat(ours.card().orElseThrow().number()).contains(theirs.card().number());
    } else {
      byte[] json = Sample.bytes(Sample.IAMPORT_PAYMENT);
      IamportPayment ours = (IamportPayment) Library.SDK.reader(gateway).read(json);
      RecordIamport theirs = (RecordIamport) Library.JACKSON.reader(gateway).read(json);
      assertThat(ours.paymentId().value()).isEqualTo(theirs.impUid());
      assertThat(ours.amount().amount()).isEqualByComparingTo(theirs.amount());
      assertThat(ours.paidAt().orElseThrow().getEpochSecond()).isEqualTo(theirs.paidAt());
      assertThat(ours.buyerName()).contains(theirs.buyerName());
    }
  }
}
