package kr.pgsdk.toss;

import static kr.pgsdk.toss.TossServer.PAYMENT_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.text.Redaction;
import kr.pgsdk.toss.model.Pay;
import kr.pgsdk.toss.model.TossPayment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong base URL is said as one, and what Toss says of a failure hides the shop's secrets. */
class TossAddressTest {
  private static TossClient.Builder builder(String baseUrl) {
    return TossClient.builder(TossSecretKey.of(TossServer.KEY))
        .http(HttpOptions.builder().baseUrl(baseUrl).build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.tosspayments.com/v1",
        "https://api.tosspayments.com/v1/",
        "https://api.tosspayments.com/v2",
        "https://api.tosspayments.com/v2//",
        "https://api.tosspayments.com/v1/payments",
        "http://127.0.0.1:9/proxy/v1"
      })
  void baseUrlThatEndsInAVersion_isRefusedWhenItIsBuilt(String baseUrl) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder(baseUrl).build())
        .withMessageContaining("leave it off");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                TossGateway.builder(TossSecretKey.of(TossServer.KEY))
                    .http(HttpOptions.builder().baseUrl(baseUrl).build())
                    .build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://api.tosspayments.com/api | base URL must have no path at api.tosspayments.com",
        "https://js.tosspayments.com/v2/standard | names a page or a script of Toss",
        "https://developers.tosspayments.com | names a page or a script of Toss",
        "https://api.iamport.kr | is Iamport's, and this is a gateway for Toss",
        "https://api.portone.io | is PortOne's, and this is a gateway for Toss"
      })
  void hostThatIsAnothers_isNamed(String baseUrl, String inMessage) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder(baseUrl).build())
        .withMessageContaining(inMessage)
        .withMessageContaining("https://api.tosspayments.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.tosspayments.com",
        "https://api.tosspayments.com/",
        "https://proxy.example.com/toss",
        "https://proxy.example.com/v1/toss",
        "https://v1.example.com",
        "https://proxy.example.com/dev1"
      })
  void baseUrlWithoutAVersionAtItsEnd_isTaken(String baseUrl) {
    builder(baseUrl).build().close();
  }

  @Test
  void pathThatTossDoesNotKnow_isAnError_thatNamesTheBaseUrl() throws Exception {
    try (TossServer toss = new TossServer();
        TossGateway gateway = toss.gateway()) {
      toss.serve(TossServer.error(404, "NOT_FOUND"));

      assertThatThrownBy(() -> gateway.find(PaymentLookup.byPaymentId(PAYMENT_KEY)))
          .isInstanceOfSatisfying(
              GatewayException.class,
              e -> {
                assertThat(e.gatewayCode()).hasValue("NOT_FOUND");
                assertThat(e)
                    .hasMessageContaining("nothing was found")
                    .hasMessageContaining("doesn't exist, or the base URL is wrong");
              });
      assertThat(toss.arrived()).hasSize(1);
    }
  }

  @Test
  void missingPayment_isNoMatterOfTheBaseUrl() throws Exception {
    try (TossServer toss = new TossServer();
        TossClient client = toss.client()) {
      toss.serve(TossServer.notFound());

      assertThatThrownBy(() -> client.payment(PAYMENT_KEY))
          .isInstanceOf(GatewayException.class)
          .hasMessageNotContaining("base URL");
    }
  }

  @Test
  void failureThatRepeatsACredential_isRedactedByWhatTheClientKnows() {
    Redaction redaction = new Redaction(List.of("sesame"));
    Pay pay =
        Pay.of("ABORTED")
            .with("failure", "{\"code\":\"KEY_SESAME\",\"message\":\"key sesame is wrong\"}");

    TossPayment payment =
        TossPayment.read(
            Json.object(pay.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            redaction);

    assertThat(payment.toPayment().failureMessage()).hasValue("key *** is wrong");
    assertThat(payment.toPayment().failureCode()).hasValue("KEY_***");
    assertThat(TossPayment.parse(pay.toString()).toPayment().failureCode()).hasValue("KEY_SESAME");
  }
}
