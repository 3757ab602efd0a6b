package kr.pgsdk.iamport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.iamport.webhook.IamportConfirmProcess;
import kr.pgsdk.iamport.webhook.IamportRedirect;
import kr.pgsdk.iamport.webhook.IamportWebhook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every body that Iamport or the checkout page sends to a shop, as JSON and as a form. */
class InboundFixturesTest {
  private static final Path FOLDER = Path.of("src/test/resources/fixtures");
  private static final List<String> KINDS = List.of("-webhook-", "-js-callback-", "-confirm-");

  static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> KINDS.stream().anyMatch(name::contains))
          .filter(name -> !name.contains("-response"))
          .sorted()
          .toList();
    }
  }

  static WebhookRequest json(byte[] body) {
    return WebhookRequest.of(body, Map.of("content-type", List.of("application/json")));
  }

  /** The same fields as PHP would send them in a form; what is null is left out. */
  static WebhookRequest form(JsonObject json) {
    String body =
        json.names().stream()
            .flatMap(
                name -> {
                  JsonObject inner = json.object(name);
                  if (inner != null) {
                    return inner.names().stream()
                        .map(key -> encoded(name + "[" + key + "]", inner.text(key)));
                  }
                  String text =
                      json.bool(name) == null ? json.text(name) : String.valueOf(json.bool(name));
                  return text == null ? Stream.of() : Stream.of(encoded(name, text));
                })
            .collect(Collectors.joining("&"));
    return WebhookRequest.of(
        body.getBytes(UTF_8),
        Map.of("Content-Type", List.of("application/x-www-form-urlencoded; charset=UTF-8")));
  }

  private static String encoded(String name, String value) {
    return URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8);
  }

  @ParameterizedTest
  @MethodSource("files")
  void fixture_readsTheSameInBothForms(String file) throws IOException {
    byte[] body = Files.readAllBytes(FOLDER.resolve(file));

    String fromJson = read(file, json(body));
    String fromForm = read(file, form(Json.object(body)));

    assertThat(fromForm).isEqualTo(fromJson);
    // What a buyer or a card is called stays out of logs.
    assertThat(fromJson)
        .doesNotContain("홍길동", "buyer@", "5428790000000294", "010-0000", "11222222");
  }

  private static String read(String file, WebhookRequest request) {
    if (file.contains("-webhook-")) {
      IamportWebhook webhook = IamportWebhook.read(request);
      assertThat(webhook.isConsoleTest()).isEqualTo(file.contains("console-test"));
      assertThat(webhook.payment().claimedStatus()).contains("paid");
      assertThat(webhook.claimedCancellationId()).isEmpty();
      return webhook.toString();
    }
    if (file.contains("-confirm-")) {
      IamportConfirmProcess confirm = IamportConfirmProcess.read(request);
      boolean cvs = file.contains("cvs");
      assertThat(confirm.claimedAmount().isPresent()).isEqualTo(!cvs);
      assertThat(confirm.claimedEvent().isPresent()).isEqualTo(cvs);
      assertThat(confirm.claimedPayType().isPresent()).isEqualTo(cvs);
      assertThat(confirm.claimedBarcode().isPresent()).isEqualTo(cvs);
      OrderId order = confirm.payment().claimedOrderId().orElseThrow();
      assertThat(confirm.compare(order, Money.krw(64_900)).isApproval()).isTrue();
      return confirm.toString();
    }
    IamportRedirect redirect = IamportRedirect.readCallback(request);
    assertThat(redirect.claimedSuccess()).contains(file.contains("success"));
    assertThat(redirect.claimedErrorMessage().isPresent()).isEqualTo(file.contains("failure"));
    return redirect.toString();
  }

  /** Cuts and flips every byte: nothing but a refusal may come out, and it shows no value. */
  @ParameterizedTest
  @MethodSource("files")
  void fixtureWithOneByteWrong_isReadOrRefused_nothingElse(String file) throws IOException {
    byte[] body = Files.readAllBytes(FOLDER.resolve(file));
    for (int i = 0; i < body.length; i++) {
      byte[] cut = java.util.Arrays.copyOf(body, i);
      byte[] flipped = body.clone();
      flipped[i] ^= (byte) (1 << i % 8);
      for (byte[] wrong : List.of(cut, flipped)) {
        for (Reader reader : Reader.values()) {
          try {
            reader.read(json(wrong));
          } catch (RejectedRequestException e) {
            assertThat(e.httpStatus()).isIn(400, 415);
            assertThat(e.getMessage()).doesNotContain("imp_1", "홍길동").hasSizeLessThan(400);
          }
        }
      }
    }
  }

  private enum Reader {
    WEBHOOK {
      @Override
      void read(WebhookRequest request) {
        assertThat(IamportWebhook.read(request).toString()).isNotEmpty();
      }
    },
    CONFIRM {
      @Override
      void read(WebhookRequest request) {
        assertThat(IamportConfirmProcess.read(request).toString()).isNotEmpty();
      }
    },
    CALLBACK {
      @Override
      void read(WebhookRequest request) {
        assertThat(IamportRedirect.readCallback(request).toString()).isNotEmpty();
      }
    };

    abstract void read(WebhookRequest request);
  }
}
