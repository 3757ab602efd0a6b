package kr.pgsdk.iamport;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import kr.pgsdk.core.http.HttpOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IamportRulesTest {
  private static HttpOptions at(String baseUrl) {
    return HttpOptions.builder().baseUrl(baseUrl).build();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.iamport.kr/users",
        "https://api.iamport.kr/users/getToken",
        "https://api.iamport.kr/users/getToken/",
        "https://api.iamport.kr/payments",
        "https://api.iamport.kr/payments//",
        "https://api.iamport.kr/payments/prepare",
        "https://api.iamport.kr/vbanks",
        "https://api.iamport.kr/subscribe/",
        "http://127.0.0.1:9/proxy/payments"
      })
  void baseUrlThatEndsInAPathOfTheApi_isRefusedWhenItIsBuilt(String baseUrl) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IamportClient.builder(FakeIamport.CREDENTIALS).http(at(baseUrl)).build())
        .withMessageContaining("base URL")
        .withMessageContaining("leave it off");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> IamportGateway.builder(FakeIamport.CREDENTIALS).http(at(baseUrl)).build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://api.iamport.kr/v1 | base URL must have no path at api.iamport.kr",
        "https://STATIC-API.iamport.kr/x/ | base URL must have no path at static-api.iamport.kr",
        "https://cdn.iamport.kr | names a page or a script of Iamport",
        "https://api.iamport.co/api | is that of payment links",
        "https://api.portone.io | is PortOne V2's",
        "https://api.tosspayments.com | is Toss's, and this is a gateway for Iamport"
      })
  void hostThatIsAnothers_isNamed(String baseUrl, String inMessage) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IamportClient.builder(FakeIamport.CREDENTIALS).http(at(baseUrl)).build())
        .withMessageContaining(inMessage)
        .withMessageContaining("https://api.iamport.kr");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.iamport.kr",
        "https://static-api.iamport.kr/",
        "https://payments.example.com",
        "https://proxy.example.com/iamport",
        "https://proxy.example.com/api.iamport.kr/v1",
        "https://proxy.example.com/payments/iamport"
      })
  void anyOtherBaseUrl_isTaken(String baseUrl) {
    IamportClient.builder(FakeIamport.CREDENTIALS).http(at(baseUrl)).build().close();
  }
}
