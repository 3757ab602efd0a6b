package kr.pgsdk.benchmarks.calls;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.benchmarks.Gateway;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.verify.PaymentExpectation;
import kr.pgsdk.core.verify.PaymentVerifier;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;

/**
 * The floor: hand-written over OkHttp and Moshi's {@link JsonReader}, straight from the response's
 * source into the object the SDK returns, and nothing else: no deadline, no repetition, no check of
 * whose answer it is, no log.
 */
public abstract class Floor implements ShopCalls {
  private static final MediaType JSON = MediaType.get("application/json");

  private final Gateway gateway;
  private final OkHttpClient client;
  private final HttpUrl base;
  private final String authorization;

  Floor(Gateway gateway, String url, int callers, String authorization) {
    this.gateway = gateway;
    this.client = client(callers);
    this.base = HttpUrl.get(url);
    this.authorization = authorization;
  }

  /** Makes one with room for as many connections as there are callers. */
  public static Floor of(Gateway gateway, String url, int callers) {
    return gateway == Gateway.TOSS ? new TossFloor(url, callers) : new IamportFloor(url, callers);
  }

  /**
   * With the SDK's own settings: nothing is sent twice, an answer may take as long as the SDK lets
   * it, a write is not timed, and no proxy is looked for.
   */
  private static OkHttpClient client(int callers) {
    return plainClient(callers)
        .newBuilder()
        .retryOnConnectionFailure(false)
        .readTimeout(Duration.ofSeconds(60))
        .writeTimeout(Duration.ZERO)
        .proxy(Proxy.NO_PROXY)
        .build();
  }

  /** As a shop has it that sets nothing; only with a connection for each caller. */
  static OkHttpClient plainClient(int callers) {
    return new OkHttpClient.Builder()
        .connectionPool(new ConnectionPool(callers, 5, TimeUnit.MINUTES))
        .build();
  }

  static void close(OkHttpClient client) {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  HttpUrl.Builder url() {
    return base.newBuilder();
  }

  Payment get(HttpUrl url) throws IOException {
    return send(request(url).build());
  }

  Request.Builder request(HttpUrl url) {
    return new Request.Builder()
        .url(url)
        .header("Accept", "application/json")
        .header("User-Agent", "shop/1.0")
        .header("Authorization", authorization);
  }

  /** Looks before it cancels, as the SDK does. */
  static void expected(Payment before, CancelRequest cancel) throws IOException {
    if (!before.balance().equals(cancel.expectedBalance().orElseThrow())) {
      throw new IOException("another balance: " + before.balance());
    }
  }

  Payment send(Request request) throws IOException {
    try (Response response = client.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException("HTTP " + response.code());
      }
      return read(JsonReader.of(response.body().source()));
    }
  }

  abstract Payment read(JsonReader reader) throws IOException;

  /** What a body is made of. */
  @FunctionalInterface
  interface Fields {
    void write(JsonWriter writer) throws IOException;
  }

  static RequestBody body(Fields fields) throws IOException {
    Buffer buffer = new Buffer();
    JsonWriter writer = JsonWriter.of(buffer);
    writer.beginObject();
    fields.write(writer);
    writer.endObject();
    return RequestBody.create(buffer.readByteArray(), JSON);
  }

  Payment verified(Payment payment) {
    PaymentExpectation expectation =
        PaymentExpectation.of(
            Orders.orderId(gateway), Orders.paymentId(gateway), Orders.money(gateway));
    if (!PaymentVerifier.verify(expectation, payment).isMatch()) {
      throw new IllegalStateException("not the payment that was expected: " + payment);
    }
    return payment;
  }

  @Override
  public void close() {
    close(client);
  }
}
