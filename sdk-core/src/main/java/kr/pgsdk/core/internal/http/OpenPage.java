package kr.pgsdk.core.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonPage;
import kr.pgsdk.core.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * A page that is still coming in. The deadline counts only the time spent waiting for its bytes,
 * not what the caller does with the rows.
 */
final class OpenPage {
  private final HttpRequest request;
  private final HttpResponse response;
  private final OpenBody body;
  private final Deadline deadline;
  private final JsonPage json;
  private Duration left;

  OpenPage(HttpRequest request, HttpResponse response, List<String> places, Deadline deadline) {
    this.request = request;
    this.response = response;
    this.body = response.openBody();
    this.deadline = deadline;
    this.json = new JsonPage(this::read, places);
    this.left = deadline.left();
  }

  private int read(byte[] buffer) throws IOException {
    if (isOutOfTime()) {
      throw new InterruptedIOException("the deadline of the page passed");
    }
    long start = deadline.nanoTime();
    try {
      return body.read(buffer, left);
    } finally {
      left = left.minusNanos(deadline.nanoTime() - start);
    }
  }

  HttpRequest request() {
    return request;
  }

  HttpResponse response() {
    return response;
  }

  /** The next row; null at the page's end. */
  @Nullable JsonObject next() {
    return json.next();
  }

  JsonObject envelope() {
    return json.envelope();
  }

  void requireRows() {
    json.requireArray();
  }

  boolean isOutOfTime() {
    return left.isNegative() || left.isZero();
  }

  void close() {
    body.close();
  }
}
