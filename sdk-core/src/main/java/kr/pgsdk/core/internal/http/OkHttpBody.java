package kr.pgsdk.core.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.Response;
import okio.BufferedSource;

/** {@link OpenBody} over OkHttp. */
final class OkHttpBody implements OpenBody {
  private final Response response;
  private final BufferedSource source;
  private final Call call;
  private final Runnable onClose;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile boolean atEnd;

  private OkHttpBody(Response response, Call call, Runnable onClose) {
    this.response = response;
    this.source = response.body().source();
    this.call = call;
    this.onClose = onClose;
  }

  static HttpResponse open(Response response, Headers headers, Call call, Runnable onClose) {
    return HttpResponse.open(response.code(), headers, new OkHttpBody(response, call, onClose));
  }

  @Override
  public int read(byte[] buffer, Duration limit) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("interrupted");
    }
    try {
      int count = new CallTimeout(call, limit).within(() -> source.read(buffer));
      atEnd = count < 0;
      return count;
    } catch (Exception | Error e) {
      // As wide as in the transport: a caller's interceptor may have put anything around the body.
      if (OkHttpTransport.isInterruption(e) || RunningCall.isEnded()) {
        Thread.currentThread().interrupt();
      }
      throw e instanceof IOException broken ? broken : new IOException(e);
    }
  }

  /** Cancels first: OkHttp would else read on, to use the connection again. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try {
        if (!atEnd) {
          call.cancel();
        }
        response.close();
      } catch (RuntimeException e) {
        // What was read is whole, or its reader knows that it isn't.
      } finally {
        onClose.run();
      }
    }
  }
}
