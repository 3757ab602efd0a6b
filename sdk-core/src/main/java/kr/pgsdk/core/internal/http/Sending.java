package kr.pgsdk.core.internal.http;

import kr.pgsdk.core.internal.time.Deadline;

/**
 * One request on its way through the chain.
 *
 * @param deadline by when it must have ended
 * @param followsDoubt whether an earlier attempt of the same call may have been executed
 * @param observed is told of every attempt
 */
record Sending<T>(
    HttpRequest request,
    ResponseReader<T> reader,
    Deadline deadline,
    boolean followsDoubt,
    ObservedRequest observed) {
  /** Returns this after an attempt that may have been executed. */
  Sending<T> afterDoubt() {
    return new Sending<>(request, reader, deadline, true, observed);
  }
}
