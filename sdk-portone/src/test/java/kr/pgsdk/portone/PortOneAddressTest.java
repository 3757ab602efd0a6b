package kr.pgsdk.portone;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import kr.pgsdk.core.http.HttpOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A base URL that can't be right is refused when client or gateway is built. */
class PortOneAddressTest {
  private static final PortOneApiSecret SECRET = PortOneApiSecret.of(PortOneServer.SECRET);

  private static PortOneClient.Builder builder(String baseUrl) {
    return PortOneClient.builder(SECRET).http(HttpOptions.builder().baseUrl(baseUrl).build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://api.portone.io/payments | base URL must have no path at api.portone.io",
        "https://cdn.portone.io/v2/browser-sdk.js | names a page or a script of PortOne",
        "https://developers.portone.io | names a page or a script of PortOne",
        "https://api.iamport.kr | is Iamport's (PortOne V1)",
        "https://api.tosspayments.com | is Toss's, and this is a gateway for PortOne"
      })
  void hostThatIsAnothers_orAPath_isNamed(String baseUrl, String inMessage) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder(baseUrl).build())
        .withMessageContaining(inMessage)
        .withMessageContaining("https://api.portone.io");
  }

  @Test
  void gateway_isCheckedAsTheClientIs() {
    HttpOptions toss = HttpOptions.builder().baseUrl("https://api.tosspayments.com").build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PortOneGateway.builder(SECRET).http(toss).build())
        .withMessageContaining("is Toss's");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.portone.io",
        "https://api.portone.io/",
        "https://API.PORTONE.IO",
        "https://proxy.example.com/portone",
        "https://portone.io.example.com"
      })
  void apiItself_orAnyServerInItsPlace_isTaken(String baseUrl) {
    builder(baseUrl).build().close();
  }
}
