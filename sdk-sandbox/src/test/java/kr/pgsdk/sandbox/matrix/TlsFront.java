package kr.pgsdk.sandbox.matrix;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** What stands before the sandbox and speaks TLS and HTTP/2. */
final class TlsFront implements AutoCloseable {
  private final MockWebServer server = new MockWebServer();

  TlsFront(SSLSocketFactory certificate, String url, OkHttpClient through) {
    server.useHttps(certificate);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            try {
              return forward(request, url, through);
            } catch (IOException e) {
              return new MockResponse.Builder().code(500).body("front: " + e).build();
            }
          }
        });
    try {
      server.start(InetAddress.getByName("127.0.0.1"), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MockResponse forward(RecordedRequest request, String url, OkHttpClient through)
      throws IOException {
    boolean hasBody = request.getMethod().equals("POST") || request.getMethod().equals("PUT");
    Request on =
        new Request.Builder()
            .url(url + request.getTarget())
            .headers(request.getHeaders())
            .removeHeader("Accept-Encoding")
            .removeHeader("Host")
            .method(
                request.getMethod(),
                hasBody ? RequestBody.create(request.getBody().toByteArray()) : null)
            .build();
    try (Response response = through.newCall(on).execute()) {
      return new MockResponse.Builder()
          .code(response.code())
          .headers(response.headers())
          .body(response.body().string())
          .build();
    }
  }

  InetSocketAddress address() {
    return new InetSocketAddress("127.0.0.1", server.getPort());
  }

  @Override
  public void close() {
    server.close();
  }
}
