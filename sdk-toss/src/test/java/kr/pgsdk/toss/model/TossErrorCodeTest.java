package kr.pgsdk.toss.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import kr.pgsdk.toss.model.TossErrorCode.Retryable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The codes, against Toss's list. */
class TossErrorCodeTest {
  /** The list: http_status,code,api,meaning,retryable; one code may have several rows. */
  private static Map<String, Retryable> list() throws Exception {
    Map<String, Retryable> list = new TreeMap<>();
    for (String row :
        Files.readAllLines(
            Path.of("src/test/resources/toss-error-codes.csv"), StandardCharsets.UTF_8)) {
      String code = row.split(",")[1];
      if (code.matches("[A-Z][A-Z0-9_]+")) {
        String retryable = row.substring(row.lastIndexOf(',') + 1);
        list.put(code, Retryable.valueOf(retryable.toUpperCase(Locale.ROOT)));
      }
    }
    return list;
  }

  private static Map<String, TossErrorCode> constants() {
    Map<String, TossErrorCode> constants = new TreeMap<>();
    Arrays.stream(TossErrorCode.class.getFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .forEach(
            field -> {
              try {
                constants.put(field.getName(), (TossErrorCode) field.get(null));
              } catch (IllegalAccessException e) {
                throw new AssertionError(e);
              }
            });
    return constants;
  }

  @Test
  void constants_areTossesListWithItsFlags() throws Exception {
    Map<String, Retryable> flags = new TreeMap<>();
    constants()
        .forEach(
            (name, code) -> {
              assertThat(code.text()).isEqualTo(name);
              assertThat(TossErrorCode.of(name)).isSameAs(code);
              flags.put(name, code.retryable());
            });

    assertThat(flags).hasSize(170).isEqualTo(list());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALREADY_PROCESSED_PAYMENT",
        "IDEMPOTENT_REQUEST_PROCESSING",
        "FORBIDDEN_CONSECUTIVE_REQUEST",
        "PROVIDER_ERROR",
        "FAILED_INTERNAL_SYSTEM_PROCESSING",
        "FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING",
        "COMMON_ERROR",
        "FAILED_REFUND_PROCESS",
        "FAILED_METHOD_HANDLING_CANCEL",
        "FAILED_PARTIAL_REFUND",
        "FAILED_BILLING_AUTO_CANCEL",
        "UNKNOWN_ERROR",
        "UNKNOWN_PAYMENT_ERROR",
        "UNKNOWN_CODE_OF_TOMORROW"
      })
  void uncertainCode_mustBeLookedUp(String code) {
    assertThat(TossErrorCode.of(code).isUncertain()).isTrue();
  }

  @Test
  void everyOtherCode_isDefinite_butTwoThatSayItIsDone() {
    assertThat(constants().values().stream().filter(TossErrorCode::isUncertain))
        .hasSize(15)
        .contains(TossErrorCode.ALREADY_COMPLETED_PAYMENT, TossErrorCode.DUPLICATED_REQUEST);
    assertThat(TossErrorCode.of("CODE_OF_TOMORROW").isUncertain()).isFalse();
  }

  @Test
  void authenticationCodes_areThree() {
    assertThat(constants().values().stream().filter(TossErrorCode::isAuthentication))
        .containsExactlyInAnyOrder(
            TossErrorCode.UNAUTHORIZED_KEY,
            TossErrorCode.INVALID_API_KEY,
            TossErrorCode.INCORRECT_BASIC_AUTH_FORMAT);
  }

  @Test
  void unknownCode_livesOnWithItsText() {
    TossErrorCode code = TossErrorCode.of("CODE_OF_TOMORROW");

    assertThat(code.text()).isEqualTo("CODE_OF_TOMORROW").isEqualTo(code.toString());
    assertThat(code.isKnown()).isFalse();
    assertThat(code.retryable()).isEqualTo(Retryable.UNKNOWN);
    assertThat(code).isEqualTo(TossErrorCode.of("CODE_OF_TOMORROW"));
    assertThat(code).hasSameHashCodeAs(TossErrorCode.of("CODE_OF_TOMORROW"));
    assertThat(code).isNotEqualTo(TossErrorCode.PROVIDER_ERROR);
  }
}
