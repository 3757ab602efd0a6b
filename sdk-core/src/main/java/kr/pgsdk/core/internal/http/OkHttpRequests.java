package kr.pgsdk.core.internal.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** Makes OkHttp's requests of ours: address, headers, and a body that is written once. */
final class OkHttpRequests {
  private static final MediaType JSON = MediaType.get(HttpRequest.JSON);
  private static final Set<String> NEED_BODY = Set.of("POST", "PUT", "PATCH");

  private final HttpUrl base;
  private final String userAgent;

  OkHttpRequests(HttpUrl base, @Nullable String application) {
    this.base = base;
    this.userAgent = userAgent(application);
  }

  private static String userAgent(@Nullable String application) {
    StringBuilder name = new StringBuilder();
    if (application != null) {
      name.append(application).append(' ');
    }
    return name.append("pgsdk (Java ").append(Runtime.version().feature()).append(')').toString();
  }

  /**
   * Returns a request as OkHttp sends it.
   *
   * @param authorization the value of the {@code Authorization} header, if it carries one
   * @param headers headers to add to the request's own
   */
  Request of(HttpRequest request, @Nullable String authorization, Map<String, String> headers) {
    Request.Builder builder =
        new Request.Builder()
            .url(request.target().at(base))
            .header("Accept", HttpRequest.JSON)
            .header("User-Agent", userAgent);
    addHeaders(builder, headers);
    addHeaders(builder, request.headers());
    if (authorization != null) {
      builder.header("Authorization", authorization);
    }
    String body = request.body();
    boolean needsBody = NEED_BODY.contains(request.method());
    return builder
        .method(
            request.method(),
            body != null || needsBody
                ? new OneShotBody(body == null ? "" : body, request.contentType())
                : null)
        .build();
  }

  private static void addHeaders(Request.Builder builder, Map<String, String> headers) {
    for (Map.Entry<String, String> header : headers.entrySet()) {
      builder.header(header.getKey(), header.getValue());
    }
  }

  /** A body that OkHttp may write once: asked to repeat it, OkHttp returns what it has instead. */
  private static final class OneShotBody extends RequestBody {
    private final byte[] bytes;
    private final MediaType type;

    OneShotBody(String text, String contentType) {
      this.bytes = text.getBytes(StandardCharsets.UTF_8);
      this.type = contentType.equals(HttpRequest.JSON) ? JSON : MediaType.get(contentType);
    }

    @Override
    public @Nullable MediaType contentType() {
      return bytes.length == 0 ? null : type;
    }

    @Override
    public long contentLength() {
      return bytes.length;
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      sink.write(bytes);
    }
  }
}
