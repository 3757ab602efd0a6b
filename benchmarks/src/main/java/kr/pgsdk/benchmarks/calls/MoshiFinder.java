package kr.pgsdk.benchmarks.calls;

import com.squareup.moshi.JsonAdapter;
import java.io.IOException;
import java.util.Objects;
import kr.pgsdk.benchmarks.Gateway;
import kr.pgsdk.benchmarks.reading.Libraries;
import kr.pgsdk.benchmarks.reading.PlainIamport;
import kr.pgsdk.benchmarks.reading.PlainToss;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** OkHttp, with Moshi reading classes by reflection. */
final class MoshiFinder implements Finder {
  private final Gateway gateway;
  private final OkHttpClient client;
  private final HttpUrl base;
  private final String authorization;
  private final JsonAdapter<?> adapter;

  MoshiFinder(Gateway gateway, String url, int callers) {
    boolean toss = gateway == Gateway.TOSS;
    this.gateway = gateway;
    this.client = Floor.plainClient(callers);
    this.base = HttpUrl.get(url + (toss ? "/v1/payments" : "/payments"));
    this.authorization =
        toss
            ? Credentials.basic("test_sk_benchmarks", "")
            : "Bearer 0000000000000000000000000000000000000001";
    this.adapter = Libraries.moshi().adapter(toss ? PlainToss.class : PlainIamport.Envelope.class);
  }

  @Override
  public Object find() throws IOException {
    Request request =
        new Request.Builder()
            .url(base.newBuilder().addPathSegment(Orders.paymentId(gateway).value()).build())
            .header("Accept", "application/json")
            .header("User-Agent", "shop/1.0")
            .header("Authorization", authorization)
            .build();
    try (Response response = client.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException("HTTP " + response.code());
      }
      return Objects.requireNonNull(adapter.fromJson(response.body().source()));
    }
  }

  @Override
  public void close() {
    Floor.close(client);
  }
}
