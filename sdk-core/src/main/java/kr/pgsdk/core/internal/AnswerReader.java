package kr.pgsdk.core.internal;

/**
 * Makes the gateway's own sense of an answer.
 *
 * @param <T> what a success holds
 */
@FunctionalInterface
public interface AnswerReader<T> {
  /**
   * Returns what a success holds.
   *
   * @throws kr.pgsdk.core.error.PaymentException the refusal, if it is one: a {@code
   *     GatewayException} or {@code AuthenticationException}; a {@code MalformedResponseException}
   *     if it is no answer of this gateway
   * @throws kr.pgsdk.core.internal.json.JsonProblem if the body isn't what it must be
   */
  T read(HttpAnswer answer);
}
