package kr.pgsdk.core.internal;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The last gate before the wire: lets each request through once, and remembers that it did.
 *
 * <p>It also hides {@code Retry-After} from OkHttp, which sends a request again by itself after a
 * 503 with {@code Retry-After: 0}.
 */
final class SendOnce implements Interceptor {
  /** What became of one request at the gate; travels as the request's tag. */
  static final class Passage {
    private final AtomicBoolean passed = new AtomicBoolean();
    private volatile @Nullable String retryAfter;

    /** Whether the request may have been written. */
    boolean passed() {
      return passed.get();
    }

    /** The header that was hidden. */
    @Nullable String retryAfter() {
      return retryAfter;
    }
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Passage passage = chain.request().tag(Passage.class);
    if (passage == null) {
      return chain.proceed(chain.request());
    }
    if (!passage.passed.compareAndSet(false, true)) {
      throw new IOException(
          "a second sending of one request was stopped: an interceptor of the OkHttpClient must"
              + " not repeat requests, the SDK decides how often they are sent");
    }
    Response response = chain.proceed(chain.request());
    passage.retryAfter = response.header("Retry-After");
    return response.newBuilder().removeHeader("Retry-After").build();
  }
}
