package kr.pgsdk.core.internal.http;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One HTTP call: one request out, one response back. No repetition. */
public interface Transport extends AutoCloseable {
  /**
   * Sends a request once, and reads the body of the response whole. Of a {@linkplain
   * HttpRequest#streamed streamed} request, a 2xx may come back before its body: see {@link
   * HttpResponse#openBody}. The timeout is for the head then; whoever reads the body says how long
   * that may take.
   *
   * @param authorization the value of the {@code Authorization} header, if it carries one
   * @param headers headers to add to the request's own
   * @param timeout how long it may take, body included
   * @throws NoResponseException if there is no whole response
   */
  HttpResponse send(
      HttpRequest request,
      @Nullable String authorization,
      Map<String, String> headers,
      Duration timeout)
      throws NoResponseException;

  /** Ends calls under way, and frees what was made for this transport alone. Idempotent. */
  @Override
  void close();
}
