package kr.pgsdk.core.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookRequestTest {
  private static WebhookRequest request(String contentType, byte[] body) {
    return WebhookRequest.of(body, Map.of("Content-Type", List.of(contentType)));
  }

  private static void assertRejected(int status, ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            RejectedRequestException.class, e -> assertThat(e.httpStatus()).isEqualTo(status));
  }

  @Test
  void bodyOfTheLargestSize_isTaken_oneByteMoreIsNot() {
    byte[] largest = new byte[WebhookRequest.MAX_BYTES];
    byte[] larger = new byte[WebhookRequest.MAX_BYTES + 1];

    assertThat(WebhookRequest.of(largest, Map.of()).body()).hasSameSizeAs(largest);
    assertRejected(413, () -> WebhookRequest.of(larger, Map.of()));
  }

  @Test
  void endlessBody_isReadNoFurtherThanNeeded() {
    long[] read = {0};
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            read[0]++;
            return 'x';
          }
        };

    assertRejected(413, () -> WebhookRequest.read(endless, name -> null));
    assertThat(read[0]).isEqualTo(WebhookRequest.MAX_BYTES + 1);
  }

  @Test
  void bodyChangedAfterwards_requestStays() throws IOException {
    byte[] body = {'a'};
    WebhookRequest request = WebhookRequest.of(body, Map.of());
    body[0] = 'b';
    request.body()[0] = 'c';

    assertThat(request.text()).isEqualTo("a");
    assertThat(WebhookRequest.read(new ByteArrayInputStream(body), name -> null).text())
        .isEqualTo("b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-name", "X-Name", "X-NAME"})
  void header_isFoundInAnyCase(String name) {
    WebhookRequest request = WebhookRequest.of(new byte[0], Map.of("X-naMe", List.of(" v ")));

    assertThat(request.header(name)).contains("v");
    assertThat(request.header("x-other")).isEmpty();
  }

  @Test
  void headerOnTwoLines_isOneHeader() {
    WebhookRequest request = WebhookRequest.of(new byte[0], Map.of("x", List.of("v1:a", "v1:b")));

    assertThat(request.header("x")).contains("v1:a,v1:b");
  }

  @Test
  void headerThatIsBlank_isAbsent_andOneWithoutEnd_isRefused() {
    WebhookRequest request =
        WebhookRequest.of(
            new byte[0], name -> name.equals("blank") ? " " : "x".repeat(8 * 1024 + 1));

    assertThat(request.header("blank")).isEmpty();
    assertRejected(413, () -> request.header("long"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/x-www-form-urlencoded                  | UTF-8",
        "application/x-www-form-urlencoded;charset=utf-8     | UTF-8",
        "application/x-www-form-urlencoded; Charset=\"UTF-8\" | UTF-8",
        "application/x-www-form-urlencoded; charset=EUC-KR   | EUC-KR",
        "APPLICATION/X-WWW-FORM-URLENCODED                  | UTF-8"
      })
  void formInItsCharset_isRead(String contentType, String charset) {
    byte[] body =
        ("merchant_uid=" + java.net.URLEncoder.encode("주문 1", Charset.forName(charset)))
            .getBytes(ISO_8859_1);

    assertThat(request(contentType, body).form().value("merchant_uid")).contains("주문 1");
  }

  @Test
  void formWithoutContentType_isRead() {
    assertThat(WebhookRequest.of("a=b".getBytes(UTF_8), Map.of()).form().value("a")).contains("b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"multipart/form-data; boundary=x", "text/plain", "image/png"})
  void otherContentType_isNoForm(String contentType) {
    assertRejected(415, () -> request(contentType, "a=b".getBytes(UTF_8)).form());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-unknown", "", "@", "\u00e9"})
  void unknownCharset_isRefused(String charset) {
    assertRejected(415, () -> request("text/plain; charset=" + charset, new byte[] {'a'}).text());
  }

  @Test
  void bytesThatAreNoText_areRefused() {
    assertRejected(400, () -> request("application/json", new byte[] {'{', (byte) 0xff}).text());
  }

  @ParameterizedTest
  @CsvSource({"'{}', true", "' \t\r\n{', true", "'', false", "'[]', false", "'a={', false"})
  void json_isToldByItsFirstSign(String body, boolean json) {
    assertThat(WebhookRequest.of(body.getBytes(UTF_8), Map.of()).isJson()).isEqualTo(json);
  }

  @Test
  void toString_showsNothingOfTheBody() {
    assertThat(request("text/plain", "secret".getBytes(UTF_8)).toString())
        .isEqualTo("WebhookRequest[6 bytes]");
  }
}
