package kr.pgsdk.core.internal.http;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The last gate before the wire: lets each call's request through once, and remembers that it did.
 *
 * <p>It also hides {@code Retry-After} from OkHttp, which sends a request again by itself after a
 * 503 with {@code Retry-After: 0}.
 */
final class SendOnce implements Interceptor {
  /** What became of one call at the gate. */
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

  // By the call, not by a tag of the request: a caller's interceptor may make the request anew.
  private final Map<Call, Passage> passages = new ConcurrentHashMap<>();

  Passage expect(Call call) {
    Passage passage = new Passage();
    passages.put(call, passage);
    return passage;
  }

  /** Ends the calls that are expected, or under way. */
  void cancelAll() {
    for (Call call : passages.keySet()) {
      call.cancel();
    }
  }

  void forget(Call call) {
    passages.remove(call);
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Passage passage = passages.get(chain.call());
    if (passage == null || !passage.passed.compareAndSet(false, true)) {
      throw new IOException(
          "a second sending of one request was stopped: an interceptor of the OkHttpClient must"
              + " not repeat requests, the SDK decides how often they are sent");
    }
    Response response = chain.proceed(chain.request());
    String retryAfter = response.header("Retry-After");
    if (retryAfter == null) {
      return response;
    }
    passage.retryAfter = retryAfter;
    return response.newBuilder().removeHeader("Retry-After").build();
  }
}
