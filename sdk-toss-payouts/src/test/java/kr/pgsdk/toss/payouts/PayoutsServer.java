package kr.pgsdk.toss.payouts;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.RetryPolicy;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.TossSecretKey;
import kr.pgsdk.toss.webhook.TossSecurityKey;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/** A server on loopback that decrypts what comes, and encrypts what it is told to answer. */
final class PayoutsServer implements AutoCloseable {
  static final String KEY = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
  static final MockResponse CUT_AFTER_READ =
      new MockResponse.Builder()
          .onResponseStart(new SocketEffect.CloseSocket(true, false, false))
          .build();

  private final MockWebServer server = new MockWebServer();

  PayoutsServer() throws IOException {
    QueueDispatcher answers = new QueueDispatcher();
    answers.setFailFast(true);
    server.setDispatcher(answers);
    server.start();
  }

  TossClient client() {
    RetryPolicy prompt = new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(1));
    return TossClient.builder(TossSecretKey.of("test_sk_0123456789abcdef"))
        .http(HttpOptions.builder().baseUrl(server.url("/").toString()).retryPolicy(prompt).build())
        .build();
  }

  static TossPayouts payouts(TossClient client) {
    return TossPayouts.of(client, TossSecurityKey.of(KEY));
  }

  void serve(MockResponse... responses) {
    for (MockResponse response : responses) {
      server.enqueue(response);
    }
  }

  /** A success around an entity, encrypted. */
  static MockResponse entity(String entity) {
    return encrypted(
        200,
        "{\"version\":\"2022-11-16\",\"traceId\":\"t1\",\"entityType\":\"any\",\"entityBody\":"
            + entity
            + "}");
  }

  static MockResponse encrypted(int status, String json) {
    return plain(status, encrypt(KEY, json));
  }

  static MockResponse plain(int status, String body) {
    return new MockResponse.Builder().code(status).body(body).build();
  }

  static String encrypt(String key, String json) {
    JWEObject jwe =
        new JWEObject(new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), new Payload(json));
    try {
      jwe.encrypt(new DirectEncrypter(HexFormat.of().parseHex(key)));
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
    return jwe.serialize();
  }

  /** The JWE in a request, decrypted. */
  static JWEObject opened(RecordedRequest request) {
    try {
      JWEObject jwe = JWEObject.parse(request.getBody().utf8());
      jwe.decrypt(new DirectDecrypter(HexFormat.of().parseHex(KEY)));
      return jwe;
    } catch (ParseException | JOSEException e) {
      throw new AssertionError("the body of a request is encrypted", e);
    }
  }

  List<RecordedRequest> arrived() {
    List<RecordedRequest> requests = new ArrayList<>();
    try {
      for (RecordedRequest request = server.takeRequest(0, TimeUnit.SECONDS);
          request != null;
          request = server.takeRequest(0, TimeUnit.SECONDS)) {
        requests.add(request);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return requests;
  }

  @Override
  public void close() {
    server.close();
  }
}
