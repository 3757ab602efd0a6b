package kr.pgsdk.core.internal.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.Timeouts;
import kr.pgsdk.fuzz.Lines;
import kr.pgsdk.fuzz.Script;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * What OkHttp makes of an id, a path and an answer; an interceptor stands where the wire begins.
 */
public final class WireFuzz {
  private static final Answering WIRE = new Answering();
  private static final Transport EXCHANGE =
      Transports.open(
          URI.create("https://gateway.invalid/base"),
          HttpOptions.builder()
              .client(new OkHttpClient.Builder().addInterceptor(WIRE).build())
              .build(),
          new Timeouts(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1)));

  private WireFuzz() {}

  /** The input is a {@link Script}: an id or {@code path} and a raw path, and one answer. */
  public static void run(byte[] input) {
    Script script = Script.read(input);
    WIRE.answer =
        script.answers().isEmpty()
            ? new Script.Answer(200, true, Map.of(), new byte[0])
            : script.answers().get(0);
    Lines.tried(
        () -> {
          if (script.word(0).equals("path")) {
            send(OpenRequest.of("GET", script.word(1), null).build());
            requireSameHost();
          } else {
            String id = OrderId.of(String.join(" ", script.question())).value();
            send(HttpRequest.safe("find", "GET", "orders", id).query("id", id).build());
            requireSameHost();
            HttpUrl url = WIRE.url();
            Lines.require(
                url.pathSegments().equals(List.of("base", "orders", id)), "another path: ", url);
            Lines.require(url.queryParameterValues("id").equals(List.of(id)), "query: ", url);
            // What others make of it, decoding with their own rules.
            Lines.require(
                URI.create(url.toString()).getPath().equals("/base/orders/" + id), "URI: ", url);
          }
          return true;
        });
  }

  private static void requireSameHost() {
    HttpUrl url = WIRE.url();
    Lines.require(
        url.host().equals("gateway.invalid")
            && url.port() == 443
            && url.isHttps()
            && url.username().isEmpty()
            && url.encodedPath().startsWith("/base/"),
        "elsewhere: ",
        url);
  }

  private static void send(HttpRequest request) {
    try {
      HttpResponse answer = EXCHANGE.send(request, "Bearer token", Map.of(), Duration.ofHours(1));
      Lines.require(
          answer.status() == WIRE.answer.status()
              && (answer.isTooLarge() || answer.body().length == WIRE.answer.body().length),
          "another answer, status ",
          answer.status());
    } catch (NoResponseException e) {
      // An answer that can't be one is as good as none.
      Lines.require(WIRE.answer.status() == 0 || WIRE.refused, "no answer: ", e);
    }
  }

  /** Answers in place of the network. */
  private static final class Answering implements Interceptor {
    private Script.Answer answer;
    private Request request;
    private boolean refused;

    HttpUrl url() {
      return Objects.requireNonNull(request).url();
    }

    @Override
    public Response intercept(Chain chain) {
      request = chain.request();
      refused = true;
      Headers.Builder headers = new Headers.Builder();
      answer
          .headers()
          .forEach(
              (name, values) -> values.forEach(value -> headers.addUnsafeNonAscii(name, value)));
      Response response =
          new Response.Builder()
              .request(request)
              .protocol(Protocol.HTTP_1_1)
              .code(answer.status())
              .message("")
              .headers(headers.build())
              .body(ResponseBody.create(answer.body(), null))
              .build();
      refused = answer.status() == 0;
      return response;
    }
  }
}
