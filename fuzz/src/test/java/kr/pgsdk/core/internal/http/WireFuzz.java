package kr.pgsdk.core.internal.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.Timeouts;
import kr.pgsdk.fuzz.Checks;
import kr.pgsdk.fuzz.Script;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Ids and paths in a URL, and responses, as OkHttp handles them; an interceptor is the network. */
public final class WireFuzz {
  private static final ScriptedInterceptor INTERCEPTOR = new ScriptedInterceptor();
  private static final Transport TRANSPORT =
      OkHttpTransport.of(
          URI.create("https://gateway.invalid/base"),
          HttpOptions.builder()
              .client(new OkHttpClient.Builder().addInterceptor(INTERCEPTOR).build())
              .build(),
          new Timeouts(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1)));

  private WireFuzz() {}

  /** The input is a {@link Script}: an id, or {@code path} and a raw path; and one response. */
  public static void run(byte[] input) {
    Script script = Script.read(input);
    INTERCEPTOR.scripted =
        script.responses().isEmpty()
            ? new Script.Response(200, true, Map.of(), new byte[0])
            : script.responses().get(0);
    Checks.resultOf(
        () -> {
          if (script.word(0).equals("path")) {
            send(CustomRequest.of("GET", script.word(1), null).build());
            requireSameHost();
          } else {
            String id = OrderId.of(String.join(" ", script.command())).value();
            send(HttpRequest.safe("find", "GET", "orders", id).query("id", id).build());
            requireSameHost();
            HttpUrl url = INTERCEPTOR.url();
            Checks.require(
                url.pathSegments().equals(List.of("base", "orders", id)), "another path: ", url);
            Checks.require(url.queryParameterValues("id").equals(List.of(id)), "query: ", url);
            // Another decoder, with its own rules.
            Checks.require(
                URI.create(url.toString()).getPath().equals("/base/orders/" + id), "URI: ", url);
          }
          return true;
        });
  }

  private static void requireSameHost() {
    HttpUrl url = INTERCEPTOR.url();
    Checks.require(
        url.host().equals("gateway.invalid")
            && url.port() == 443
            && url.isHttps()
            && url.username().isEmpty()
            && url.encodedPath().startsWith("/base/"),
        "another origin: ",
        url);
  }

  private static void send(HttpRequest request) {
    try {
      HttpResponse answer = TRANSPORT.send(request, "Bearer token", Map.of(), Duration.ofHours(1));
      Checks.require(
          answer.status() == INTERCEPTOR.scripted.status()
              && (answer.isTooLarge()
                  || answer.body().length == INTERCEPTOR.scripted.body().length),
          "another response, status ",
          answer.status());
    } catch (NoResponseException e) {
      // OkHttp refuses to build an invalid response.
      Checks.require(INTERCEPTOR.scripted.status() == 0 || INTERCEPTOR.refused, "no response: ", e);
    }
  }

  /** Returns the scripted response instead of using the network. */
  private static final class ScriptedInterceptor implements Interceptor {
    private Script.Response scripted;
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
      scripted
          .headers()
          .forEach(
              (name, values) -> values.forEach(value -> headers.addUnsafeNonAscii(name, value)));
      Response response =
          new Response.Builder()
              .request(request)
              .protocol(Protocol.HTTP_1_1)
              .code(scripted.status())
              .message("")
              .headers(headers.build())
              .body(ResponseBody.create(scripted.body(), null))
              .build();
      refused = scripted.status() == 0;
      return response;
    }
  }
}
