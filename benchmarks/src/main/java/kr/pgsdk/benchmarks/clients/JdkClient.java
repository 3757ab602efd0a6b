package kr.pgsdk.benchmarks.clients;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** The JDK's own client over HTTP/1.1, and Jackson. */
final class JdkClient implements Client {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI uri;
  private final String authorization;
  private final ObjectReader reader;

  JdkClient(Gateway gateway, String url) {
    this.uri = URI.create(url + gateway.path() + gateway.paymentId());
    this.authorization = Json.authorization(gateway);
    this.reader = JsonMapper.shared().readerFor(Json.type(gateway));
  }

  @Override
  public Object find() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Accept", "application/json")
            .header("Authorization", authorization)
            .build();
    HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IOException("HTTP " + response.statusCode());
    }
    return reader.readValue(response.body());
  }

  @Override
  public void close() {
    // In Java 17 it ends when nothing refers to it any more.
  }
}
