package kr.pgsdk.benchmarks.whole;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.Proxy;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What {@link SdkFind} does, by hand: OkHttp, Moshi's reader, and nothing else. One class, and no
 * feature of the language that loads many: it is to be the fastest that one would write.
 */
final class BareFind {
  private static final MediaType JSON = MediaType.get("application/json");

  private final OkHttpClient client =
      new OkHttpClient.Builder()
          .retryOnConnectionFailure(false)
          .writeTimeout(Duration.ZERO)
          .proxy(Proxy.NO_PROXY)
          .build();
  private final HttpUrl base;

  private BareFind(String url) {
    base = HttpUrl.get(url);
  }

  /** Takes what {@link SdkFind#main} takes. */
  public static void main(String[] args) throws IOException {
    BareFind find = new BareFind(args[1]);
    System.out.println(args[0].equals("TOSS") ? find.atToss(args[2]) : find.atIamport(args[2]));
    find.client.connectionPool().evictAll();
  }

  private String atToss(String paymentKey) throws IOException {
    HttpUrl url =
        base.newBuilder().addPathSegments("v1/payments").addPathSegment(paymentKey).build();
    try (Response response = send(get(url, Credentials.basic("test_sk_benchmarks", "")))) {
      return toss(reader(response));
    }
  }

  private String atIamport(String impUid) throws IOException {
    HttpUrl url = base.newBuilder().addPathSegment("payments").addPathSegment(impUid).build();
    try (Response response = send(get(url, "Bearer ".concat(token())))) {
      JsonReader reader = reader(response);
      inEnvelope(reader);
      return iamport(reader);
    }
  }

  private String token() throws IOException {
    HttpUrl url = base.newBuilder().addPathSegments("users/getToken").build();
    RequestBody body = RequestBody.create("{\"imp_key\":\"key\",\"imp_secret\":\"secret\"}", JSON);
    try (Response response = send(new Request.Builder().url(url).post(body).build())) {
      JsonReader reader = reader(response);
      inEnvelope(reader);
      reader.beginObject();
      while (reader.hasNext()) {
        if (reader.nextName().equals("access_token")) {
          return reader.nextString();
        }
        reader.skipValue();
      }
      throw new IOException("no token");
    }
  }

  private static Request get(HttpUrl url, String authorization) {
    return new Request.Builder()
        .url(url)
        .header("Accept", "application/json")
        .header("User-Agent", "shop/1.0")
        .header("Authorization", authorization)
        .build();
  }

  private Response send(Request request) throws IOException {
    Response response = client.newCall(request).execute();
    if (!response.isSuccessful()) {
      response.close();
      throw new IOException("not successful");
    }
    return response;
  }

  private static JsonReader reader(Response response) {
    return JsonReader.of(response.body().source());
  }

  /** Goes on to the value of {@code response}. */
  private static void inEnvelope(JsonReader reader) throws IOException {
    reader.beginObject();
    while (!reader.nextName().equals("response")) {
      reader.skipValue();
    }
  }

  private static String toss(JsonReader reader) throws IOException {
    String[] texts = new String[9];
    read(
        reader,
        JsonReader.Options.of(
            "paymentKey",
            "orderId",
            "status",
            "totalAmount",
            "currency",
            "balanceAmount",
            "method",
            "orderName",
            "approvedAt"),
        texts);
    BigDecimal balance = new BigDecimal(texts[5]);
    return line(texts, balance, seconds(texts[8]));
  }

  /** By hand: {@code OffsetDateTime.parse} would load the formatters. Toss writes Korean time. */
  private static long seconds(String text) throws IOException {
    if (text.length() != 25 || !text.endsWith("+09:00")) {
      throw new IOException("not as Toss writes a time");
    }
    return LocalDateTime.of(
            Integer.parseInt(text, 0, 4, 10),
            Integer.parseInt(text, 5, 7, 10),
            Integer.parseInt(text, 8, 10, 10),
            Integer.parseInt(text, 11, 13, 10),
            Integer.parseInt(text, 14, 16, 10),
            Integer.parseInt(text, 17, 19, 10))
        .toEpochSecond(ZoneOffset.ofHours(9));
  }

  private static String iamport(JsonReader reader) throws IOException {
    String[] texts = new String[9];
    read(
        reader,
        JsonReader.Options.of(
            "imp_uid",
            "merchant_uid",
            "status",
            "amount",
            "currency",
            "cancel_amount",
            "pay_method",
            "name",
            "paid_at"),
        texts);
    BigDecimal balance = new BigDecimal(texts[3]).subtract(new BigDecimal(texts[5]));
    return line(texts, balance, Long.parseLong(texts[8]));
  }

  private static void read(JsonReader reader, JsonReader.Options names, @Nullable String[] texts)
      throws IOException {
    reader.beginObject();
    while (reader.hasNext()) {
      int name = reader.selectName(names);
      if (name < 0) {
        reader.skipName();
        reader.skipValue();
      } else if (reader.peek() == JsonReader.Token.NULL) {
        reader.skipValue();
      } else {
        texts[name] = reader.nextString();
      }
    }
    reader.endObject();
  }

  private static String line(String[] texts, BigDecimal balance, long paidAt) {
    texts[3] = new BigDecimal(texts[3]).toPlainString();
    texts[5] = balance.toPlainString();
    texts[8] = Long.toString(paidAt);
    return String.join(" ", texts);
  }
}
