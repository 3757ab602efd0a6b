package kr.pgsdk.benchmarks.calls;

import java.io.IOException;
import java.util.Objects;
import kr.pgsdk.benchmarks.Gateway;
import kr.pgsdk.benchmarks.reading.Libraries;
import kr.pgsdk.benchmarks.reading.PlainIamport;
import kr.pgsdk.benchmarks.reading.PlainToss;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.gson.GsonConverterFactory;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Headers;
import retrofit2.http.Path;

/** Retrofit 2 with Gson. */
final class RetrofitFinder implements Finder {
  private static final String ACCEPT = "Accept: application/json";
  private static final String USER_AGENT = "User-Agent: shop/1.0";

  interface Toss {
    @Headers({ACCEPT, USER_AGENT})
    @GET("v1/payments/{paymentKey}")
    Call<PlainToss> payment(
        @Path("paymentKey") String paymentKey, @Header("Authorization") String authorization);
  }

  interface Iamport {
    @Headers({ACCEPT, USER_AGENT})
    @GET("payments/{imp_uid}")
    Call<PlainIamport.Envelope> payment(
        @Path("imp_uid") String impUid, @Header("Authorization") String authorization);
  }

  private final OkHttpClient client;
  private final Finding finding;

  private interface Finding {
    Call<?> call();
  }

  RetrofitFinder(Gateway gateway, String url, int callers) {
    this.client = Floor.plainClient(callers);
    Retrofit retrofit =
        new Retrofit.Builder()
            .baseUrl(url)
            .client(client)
            .addConverterFactory(GsonConverterFactory.create(Libraries.gson(gateway)))
            .build();
    String id = Orders.paymentId(gateway).value();
    if (gateway == Gateway.TOSS) {
      Toss toss = retrofit.create(Toss.class);
      String authorization = Credentials.basic("test_sk_benchmarks", "");
      this.finding = () -> toss.payment(id, authorization);
    } else {
      Iamport iamport = retrofit.create(Iamport.class);
      String authorization = "Bearer 0000000000000000000000000000000000000001";
      this.finding = () -> iamport.payment(id, authorization);
    }
  }

  @Override
  public Object find() throws IOException {
    Response<?> response = finding.call().execute();
    if (!response.isSuccessful()) {
      throw new IOException("HTTP " + response.code());
    }
    return Objects.requireNonNull(response.body());
  }

  @Override
  public void close() {
    Floor.close(client);
  }
}
