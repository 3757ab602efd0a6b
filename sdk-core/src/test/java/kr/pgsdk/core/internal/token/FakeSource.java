package kr.pgsdk.core.internal.token;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;

/** A gateway that answers as told: queued answers first, then token after token for 30 minutes. */
final class FakeSource implements TokenSource {
  static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  final AtomicInteger fetches = new AtomicInteger();
  final Queue<Duration> timesLeft = new ConcurrentLinkedQueue<>();
  private final Queue<TokenSource> script = new ConcurrentLinkedQueue<>();

  /** The next unscripted fetch is answered like this. */
  FakeSource then(TokenSource answer) {
    script.add(answer);
    return this;
  }

  FakeSource then(String token, Duration lifetime) {
    return then(timeLeft -> new IssuedToken(token, lifetime));
  }

  FakeSource thenThrow(RuntimeException failure) {
    return then(
        timeLeft -> {
          throw failure;
        });
  }

  @Override
  public IssuedToken fetch(Duration timeLeft) {
    int number = fetches.incrementAndGet();
    timesLeft.add(timeLeft);
    TokenSource answer = script.poll();
    return answer == null
        ? new IssuedToken("token-" + number, HALF_AN_HOUR)
        : answer.fetch(timeLeft);
  }

  static TransportException unreachable() {
    return Errors.make()
        .transport(
            "iamport: could not connect", ErrorDetails.builder("iamport").retryable(true).build());
  }

  static AuthenticationException wrongKey() {
    return Errors.make()
        .authentication(
            "iamport: the key was not accepted",
            ErrorDetails.builder("iamport")
                .httpStatus(401)
                .gatewayCode("-1")
                .gatewayMessage("no such key")
                .build());
  }

  static GatewayException tooMany() {
    return Errors.make()
        .gateway(
            "iamport: too many requests",
            ErrorDetails.builder("iamport")
                .httpStatus(429)
                .retryable(true)
                .retryAfter(Duration.ofSeconds(7))
                .traceId("trace-1")
                .build());
  }
}
