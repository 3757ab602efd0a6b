package kr.pgsdk.spring.actuate;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Sends the headers of the call's span, such as {@code traceparent}, with each of its requests. */
final class TraceHeaders implements Interceptor {
  // As many as a client of the SDK's own keeps.
  private static final int MAX_IDLE_CONNECTIONS = 512;

  private final Supplier<@Nullable ObservationRegistry> registry;

  TraceHeaders(Supplier<@Nullable ObservationRegistry> registry) {
    this.registry = registry;
  }

  OkHttpClient client() {
    return new OkHttpClient.Builder()
        .connectionPool(new ConnectionPool(MAX_IDLE_CONNECTIONS, 5, TimeUnit.MINUTES))
        .addInterceptor(this)
        .build();
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    ObservationRegistry of = registry.get();
    Observation current = of == null ? null : of.getCurrentObservation();
    if (current != null && current.getContext() instanceof GatewayCallContext call) {
      Request.Builder request = chain.request().newBuilder();
      call.headers().forEach(request::header);
      return chain.proceed(request.build());
    }
    return chain.proceed(chain.request());
  }
}
