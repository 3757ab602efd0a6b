package kr.pgsdk.core.internal.http;

import java.util.function.Function;
import kr.pgsdk.core.internal.json.JsonObject;

/** What all pages of one gateway have in common. */
public interface PageJudge {
  /** Adds what every request carries. */
  HttpRequest.Builder with(HttpRequest.Builder request);

  /**
   * Looks at a page that goes on to its rows.
   *
   * @param soFar what came before them
   * @throws kr.pgsdk.core.error.PaymentException if it is a refusal
   */
  default void judgeStart(HttpRequest request, HttpResponse response, JsonObject soFar) {}

  /**
   * Looks at a page at its end, or at what came instead of one.
   *
   * @param envelope reads what surrounds the rows
   * @throws kr.pgsdk.core.error.PaymentException if it is a refusal
   */
  void judgeEnd(
      HttpRequest request, HttpResponse response, Function<HttpResponse, JsonObject> envelope);
}
