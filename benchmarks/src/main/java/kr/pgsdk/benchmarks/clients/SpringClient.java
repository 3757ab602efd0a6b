package kr.pgsdk.benchmarks.clients;

import java.net.http.HttpClient;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Spring's RestClient and Jackson, over the JDK's client and HTTP/1.1. */
final class SpringClient implements Client {
  private final Gateway gateway;
  private final RestClient client;

  SpringClient(Gateway gateway, String url) {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    this.gateway = gateway;
    this.client =
        RestClient.builder()
            .requestFactory(new JdkClientHttpRequestFactory(http))
            .baseUrl(url)
            .defaultHeader(HttpHeaders.AUTHORIZATION, Json.authorization(gateway))
            .build();
  }

  @Override
  public Object find() {
    return Objects.requireNonNull(
        client
            .get()
            .uri(gateway.path() + "{id}", gateway.paymentId())
            .retrieve()
            .body(Json.type(gateway)));
  }

  @Override
  public void close() {
    // In Java 17 the JDK's client ends when nothing refers to it any more.
  }
}
