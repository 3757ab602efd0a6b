package kr.pgsdk.benchmarks.calls;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import kr.pgsdk.benchmarks.Gateway;
import kr.pgsdk.benchmarks.reading.Libraries;
import kr.pgsdk.benchmarks.reading.RecordIamport;
import kr.pgsdk.benchmarks.reading.RecordToss;
import okhttp3.Credentials;

/** The JDK's own client over HTTP/1.1, with Jackson databind reading records. */
final class JdkFinder implements Finder {
  private final Gateway gateway;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;
  private final String authorization;
  private final ObjectReader reader;

  JdkFinder(Gateway gateway, String url) {
    boolean toss = gateway == Gateway.TOSS;
    this.gateway = gateway;
    this.base = url + (toss ? "/v1/payments/" : "/payments/");
    this.authorization =
        toss
            ? Credentials.basic("test_sk_benchmarks", "")
            : "Bearer 0000000000000000000000000000000000000001";
    this.reader =
        Libraries.jackson().readerFor(toss ? RecordToss.class : RecordIamport.Envelope.class);
  }

  @Override
  public Object find() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + Orders.paymentId(gateway).value()))
            .header("Accept", "application/json")
            .header("User-Agent", "shop/1.0")
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
    // In Java 17 it ends when nobody holds it any more.
  }
}
