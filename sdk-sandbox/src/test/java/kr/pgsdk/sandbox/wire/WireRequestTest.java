package kr.pgsdk.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireRequestTest {
  private static Params params(String contentType, String body) {
    return Params.of(
        new WireRequest(1, "POST", "/", Map.of("content-type", List.of(contentType)), body));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E+999999999", "1e-999999999", "0E+65", "1e100"})
  void numberThatWouldFillTheMemoryWhenWritten_isRefused(String number) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> params("application/json", "{\"amount\":" + number + "}"));
    Params form = params("application/x-www-form-urlencoded", "amount=" + number);
    assertThatIllegalArgumentException().isThrownBy(() -> form.decimal("amount"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000", "1000.0", "1e3"})
  void numberOfAnyForm_isRead(String number) {
    assertThat(params("application/json", "{\"amount\":" + number + "}").decimal("amount"))
        .isEqualByComparingTo("1000");
    assertThat(params("application/json", "{\"amount\":\"" + number + "\"}").decimal("amount"))
        .isEqualByComparingTo("1000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/payments/%zz", "/payments?imp_uid[]=%", "/payments?%4=a", "/x?a=b&c%"})
  void brokenEscape_isToldBeforeTheRequestIsWorkedOn(String target) {
    WireRequest request = new WireRequest(1, "GET", target, Map.of(), "");

    assertThatIllegalArgumentException().isThrownBy(request::requireReadable);
  }
}
