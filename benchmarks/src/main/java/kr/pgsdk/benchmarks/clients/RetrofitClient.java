package kr.pgsdk.benchmarks.clients;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Objects;
import okhttp3.OkHttpClient;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.gson.GsonConverterFactory;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Path;

/** Retrofit and Gson, over an OkHttp client as it comes. */
final class RetrofitClient implements Client {
  interface Api {
    @GET("v1/payments/{id}")
    Call<Json.TossPayment> toss(
        @Path("id") String id, @Header("Authorization") String authorization);

    @GET("payments/{id}")
    Call<Json.IamportResponse> iamport(
        @Path("id") String id, @Header("Authorization") String authorization);
  }

  /** Gson has no adapter for times. */
  private static final class Times extends TypeAdapter<OffsetDateTime> {
    @Override
    public OffsetDateTime read(JsonReader reader) throws IOException {
      return OffsetDateTime.parse(reader.nextString());
    }

    @Override
    public void write(JsonWriter writer, OffsetDateTime time) throws IOException {
      writer.value(time.toString());
    }
  }

  private final Gateway gateway;
  private final OkHttpClient client = new OkHttpClient();
  private final Api api;

  RetrofitClient(Gateway gateway, String url) {
    Gson gson =
        new GsonBuilder()
            .setFieldNamingPolicy(
                gateway == Gateway.TOSS
                    ? FieldNamingPolicy.IDENTITY
                    : FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .registerTypeAdapter(OffsetDateTime.class, new Times().nullSafe())
            .create();
    this.gateway = gateway;
    this.api =
        new Retrofit.Builder()
            .baseUrl(url)
            .client(client)
            .addConverterFactory(GsonConverterFactory.create(gson))
            .build()
            .create(Api.class);
  }

  @Override
  public Object find() throws IOException {
    String id = gateway.paymentId();
    String authorization = Json.authorization(gateway);
    Response<?> response =
        (gateway == Gateway.TOSS ? api.toss(id, authorization) : api.iamport(id, authorization))
            .execute();
    if (!response.isSuccessful()) {
      throw new IOException("HTTP " + response.code());
    }
    return Objects.requireNonNull(response.body());
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
