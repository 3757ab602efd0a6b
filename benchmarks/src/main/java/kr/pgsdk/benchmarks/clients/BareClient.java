package kr.pgsdk.benchmarks.clients;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.Proxy;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Written by hand over OkHttp and Moshi's {@link JsonReader}, from the socket's buffer into one
 * record: no deadline of the whole call, no repetition, no redaction, no log. It uses no lambda and
 * no joined text on its way, for the first of either costs a fresh JVM milliseconds.
 */
abstract class BareClient implements Client {
  private static final MediaType JSON = MediaType.get("application/json");

  private final Gateway gateway;
  private final HttpUrl base;
  private final OkHttpClient client =
      new OkHttpClient.Builder()
          .retryOnConnectionFailure(false)
          .readTimeout(Duration.ofSeconds(60))
          .writeTimeout(Duration.ZERO)
          .proxy(Proxy.NO_PROXY)
          .build();

  BareClient(Gateway gateway, String url) {
    this.gateway = gateway;
    this.base = HttpUrl.get(url);
  }

  static BareClient of(Gateway gateway, String url) {
    return gateway == Gateway.TOSS ? new BareTossClient(url) : new BareIamportClient(url);
  }

  abstract String authorization() throws IOException;

  abstract BarePayment read(JsonReader reader) throws IOException;

  /** Sends the confirm that the gateway has, if it has one. */
  abstract BarePayment sendConfirm() throws IOException;

  abstract BarePayment sendCancel() throws IOException;

  @Override
  public BarePayment find() throws IOException {
    return find(gateway.paymentId());
  }

  private BarePayment find(String paymentId) throws IOException {
    return payment(request(gateway.path().concat(paymentId)));
  }

  @Override
  public BarePayment confirm() throws IOException {
    BarePayment payment = sendConfirm();
    if (!payment.paymentId().equals(gateway.paymentId())
        || !payment.orderId().equals(gateway.orderId())
        || payment.amount().compareTo(BigDecimal.valueOf(gateway.won())) != 0
        || payment.balance().compareTo(payment.amount()) != 0
        || !payment.currency().equals("KRW")) {
      throw new IOException("not the payment of this order");
    }
    return payment;
  }

  @Override
  public BarePayment cancel() throws IOException {
    BarePayment before = find(gateway.cancelledId());
    if (before.balance().compareTo(BigDecimal.valueOf(gateway.balance())) != 0) {
      throw new IOException("another balance");
    }
    return sendCancel();
  }

  final Request.Builder request(String path) throws IOException {
    return new Request.Builder()
        .url(base.newBuilder().encodedPath(path).build())
        .header("Accept", "application/json")
        .header("User-Agent", "shop/1.0")
        .header("Authorization", authorization());
  }

  final BarePayment payment(Request.Builder request) throws IOException {
    try (Response response = send(request.build())) {
      return read(JsonReader.of(response.body().source()));
    }
  }

  final Response send(Request request) throws IOException {
    Response response = client.newCall(request).execute();
    if (!response.isSuccessful()) {
      response.close();
      throw new IOException("the gateway refused");
    }
    return response;
  }

  /** Returns an object of names and values, each a text or a whole number. */
  static RequestBody body(Object... members) throws IOException {
    Buffer buffer = new Buffer();
    JsonWriter writer = JsonWriter.of(buffer).beginObject();
    for (int i = 0; i < members.length; i += 2) {
      writer.name((String) members[i]);
      if (members[i + 1] instanceof Long number) {
        writer.value(number);
      } else {
        writer.value((String) members[i + 1]);
      }
    }
    writer.endObject();
    return RequestBody.create(buffer.readByteArray(), JSON);
  }

  static @Nullable String text(JsonReader reader) throws IOException {
    return reader.peek() == JsonReader.Token.NULL ? reader.nextNull() : reader.nextString();
  }

  static void skip(JsonReader reader) throws IOException {
    reader.skipName();
    reader.skipValue();
  }

  @Override
  public void close() {
    client.connectionPool().evictAll();
  }
}
