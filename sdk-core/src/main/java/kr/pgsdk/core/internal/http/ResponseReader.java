package kr.pgsdk.core.internal.http;

/**
 * Reads a response as its gateway means it.
 *
 * @param <T> what a success holds
 */
@FunctionalInterface
public interface ResponseReader<T> {
  /**
   * Returns what a success holds.
   *
   * @throws kr.pgsdk.core.error.PaymentException the refusal, if it is one: a {@code
   *     GatewayException} or {@code AuthenticationException}; a {@code MalformedResponseException}
   *     if it isn't this gateway's response
   * @throws kr.pgsdk.core.internal.json.JsonProblem if the body isn't what it must be
   */
  T read(HttpResponse response);
}
