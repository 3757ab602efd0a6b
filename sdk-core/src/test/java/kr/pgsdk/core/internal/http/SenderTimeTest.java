package kr.pgsdk.core.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.http.AttemptEvent;
import kr.pgsdk.core.http.CallEvent;
import kr.pgsdk.core.http.CallListener;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.RetryPolicy;
import kr.pgsdk.core.internal.text.Redaction;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.core.internal.time.Environment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deadlines and pauses in virtual time: nothing waits, nothing is sent. */
class SenderTimeTest {
  private final AtomicLong nanos = new AtomicLong(1L << 40);
  private final List<Duration> pauses = new ArrayList<>();
  private final List<Duration> timeouts = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom(7);

  private CallListener listener = new CallListener() {};

  private void pass(Duration duration) {
    nanos.addAndGet(duration.toNanos());
  }

  private Sender sender(Transport exchange, RetryPolicy policy, Duration deadline) {
    return sender(exchange, policy, deadline, Authorizer.fixed(AuthToken.of("Basic", "k")));
  }

  private Sender sender(
      Transport exchange, RetryPolicy policy, Duration deadline, Authorizer authorizer) {
    Environment environment =
        new Environment(
            Clock.systemUTC(),
            nanos::get,
            (pause, closed) -> {
              pauses.add(pause);
              pass(pause);
            },
            random::nextLong);
    Observer watch =
        Observer.of(
            "testpay",
            HttpOptions.builder().listener(listener).build(),
            nanos::get,
            new Redaction(List.of()),
            a -> null);
    return Sender.of(watch, exchange, authorizer, environment, policy, deadline);
  }

  /** Loses every answer after the whole timeout, as a silent gateway does. */
  private Transport silent() {
    return exchange(
        timeout -> {
          pass(timeout);
          throw new NoResponseException(true, 0, new IOException("timeout"));
        });
  }

  private interface Step {
    HttpResponse take(Duration timeout) throws NoResponseException;
  }

  private Transport exchange(Step step) {
    return new Transport() {
      @Override
      public HttpResponse send(
          HttpRequest request,
          @Nullable String authorization,
          Map<String, String> headers,
          Duration timeout)
          throws NoResponseException {
        timeouts.add(timeout);
        return step.take(timeout);
      }

      @Override
      public void close() {}
    };
  }

  @ParameterizedTest
  @CsvSource({"PT70S, PT65S", "PT20S, PT15S", "PT8S, PT6S", "PT1S, PT0.75S"})
  void moneyRequest_leavesTimeForTheLookup(Duration deadline, Duration usable) {
    Sender sender = sender(silent(), RetryPolicy.DEFAULT, deadline);
    Deadline whole = sender.deadline();

    assertThatThrownBy(() -> sender.send(Wire.request(RetryMode.KEYED), Wire::read, whole))
        .isInstanceOf(OutcomeUnknownException.class);

    assertThat(timeouts).containsExactly(usable);
    assertThat(whole.left()).isEqualTo(deadline.minus(usable));
  }

  @Test
  void read_mayUseTheWholeDeadline() {
    Sender sender = sender(silent(), RetryPolicy.DEFAULT, Duration.ofSeconds(70));

    assertThatThrownBy(
            () -> sender.send(Wire.request(RetryMode.SAFE), Wire::read, sender.deadline()))
        .isInstanceOf(TransportException.class);

    assertThat(timeouts).containsExactly(Duration.ofSeconds(70));
  }

  @ParameterizedTest
  @CsvSource({"SAFE", "KEYED", "ONCE"})
  void deadlinePassedBeforeSending_nothingIsSent_andThatIsSaid(RetryMode kind) {
    Sender sender = sender(silent(), RetryPolicy.DEFAULT, Duration.ofSeconds(1));
    Deadline deadline = sender.deadline();
    pass(Duration.ofSeconds(1));

    assertThatThrownBy(() -> sender.send(Wire.request(kind), Wire::read, deadline))
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.isRetryable()).isTrue());
    assertThat(timeouts).isEmpty();
  }

  @Test
  void pauses_areDrawnBetweenZeroAndTheDoubledBase_cappedAtTheCap() {
    Transport notReached =
        exchange(
            timeout -> {
              throw new NoResponseException(false, 0, new IOException("refused"));
            });
    RetryPolicy policy = new RetryPolicy(8, Duration.ofMillis(200), Duration.ofSeconds(5));
    Duration[] bounds = {
      Duration.ofMillis(200),
      Duration.ofMillis(400),
      Duration.ofMillis(800),
      Duration.ofMillis(1_600),
      Duration.ofMillis(3_200),
      Duration.ofSeconds(5),
      Duration.ofSeconds(5)
    };
    Duration[] longest = new Duration[bounds.length];
    for (int run = 0; run < 300; run++) {
      pauses.clear();
      Sender sender = sender(notReached, policy, Duration.ofMinutes(5));
      assertThatThrownBy(
              () -> sender.send(Wire.request(RetryMode.SAFE), Wire::read, sender.deadline()))
          .isInstanceOf(TransportException.class);
      assertThat(pauses).hasSize(7);
      for (int i = 0; i < bounds.length; i++) {
        Duration pause = pauses.get(i);
        assertThat(pause).isBetween(Duration.ZERO, bounds[i]);
        longest[i] = longest[i] == null || pause.compareTo(longest[i]) > 0 ? pause : longest[i];
      }
    }
    for (int i = 0; i < bounds.length; i++) {
      assertThat(longest[i]).isGreaterThan(bounds[i].dividedBy(2));
    }
  }

  @Test
  void callOptions_changeDeadlineAndAttempts_ofTheirCallsAlone() {
    Transport notReached =
        exchange(
            timeout -> {
              throw new NoResponseException(false, 0, new IOException("refused"));
            });
    Sender sender = sender(notReached, RetryPolicy.DEFAULT, Duration.ofSeconds(70));
    Sender urgent =
        sender.with(CallOptions.builder().deadline(Duration.ofSeconds(5)).attempts(1).build());

    assertThatThrownBy(
            () -> urgent.send(Wire.request(RetryMode.SAFE), Wire::read, urgent.deadline()))
        .isInstanceOf(TransportException.class);
    assertThat(timeouts).containsExactly(Duration.ofSeconds(5));

    timeouts.clear();
    assertThatThrownBy(
            () -> sender.send(Wire.request(RetryMode.SAFE), Wire::read, sender.deadline()))
        .isInstanceOf(TransportException.class);
    assertThat(timeouts).hasSize(3);
  }

  @Test
  void oneAttempt_neverRepeatsEvenWithAKey() {
    Sender sender = sender(silent(), RetryPolicy.DEFAULT.withAttempts(1), Duration.ofSeconds(70));

    assertThatThrownBy(
            () -> sender.send(Wire.request(RetryMode.KEYED), Wire::read, sender.deadline()))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(timeouts).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"SAFE", "KEYED", "ONCE"})
  void tokenThatTookTheWholeDeadline_nothingIsSent_andThatIsSaid(RetryMode kind) {
    Authorizer slow =
        new Authorizer() {
          @Override
          public AuthToken token(Duration timeLeft) {
            pass(timeLeft);
            return AuthToken.of("Bearer", "late");
          }

          @Override
          public boolean rejected(AuthToken token) {
            return false;
          }

          @Override
          public void close() {}
        };
    Sender sender = sender(silent(), RetryPolicy.DEFAULT, Duration.ofSeconds(8), slow);

    assertThatThrownBy(() -> sender.send(Wire.request(kind), Wire::read, sender.deadline()))
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.isRetryable()).isTrue());
    assertThat(timeouts).isEmpty();
  }

  @Test
  void answerInTime_isReadWithoutAPause() {
    Transport quick =
        exchange(timeout -> HttpResponse.of(200, Map.of(), "{\"ok\":\"1\"}".getBytes(UTF_8)));
    Sender sender = sender(quick, RetryPolicy.DEFAULT, Duration.ofSeconds(1));

    assertThat(sender.send(Wire.request(RetryMode.ONCE), Wire::read, sender.deadline()))
        .isEqualTo("1");
    assertThat(pauses).isEmpty();
  }

  /** A listener that takes an hour over each attempt. */
  private void slowListener(List<CallEvent> calls) {
    listener =
        new CallListener() {
          @Override
          public void attemptEnded(AttemptEvent attempt) {
            pass(Duration.ofHours(1));
          }

          @Override
          public void callEnded(CallEvent call) {
            calls.add(call);
          }
        };
  }

  @Test
  void listenerOutlivesTheDeadline_anAnswerThatCameIsTheOutcome() {
    List<CallEvent> calls = new ArrayList<>();
    slowListener(calls);
    Transport answering =
        exchange(timeout -> HttpResponse.of(200, Map.of(), "{\"ok\":\"yes\"}".getBytes(UTF_8)));

    for (RetryMode kind : RetryMode.values()) {
      Sender sender = sender(answering, RetryPolicy.DEFAULT, Duration.ofSeconds(70));
      assertThat(sender.<String>send(Wire.request(kind), Wire::read, sender.deadline()))
          .isEqualTo("yes");
    }

    assertThat(calls).hasSize(3).allMatch(call -> call.duration().equals(Duration.ofHours(1)));
  }

  @ParameterizedTest
  @CsvSource({"KEYED", "ONCE"})
  void listenerOutlivesTheDeadline_aLostAnswerStaysInDoubt_andNothingIsSentAgain(RetryMode kind) {
    slowListener(new ArrayList<>());
    Transport losing =
        exchange(
            timeout -> {
              throw new NoResponseException(true, 0, new IOException("cut"));
            });
    Sender sender = sender(losing, RetryPolicy.DEFAULT, Duration.ofSeconds(70));

    assertThatThrownBy(() -> sender.send(Wire.request(kind), Wire::read, sender.deadline()))
        .isInstanceOf(OutcomeUnknownException.class);

    assertThat(timeouts).hasSize(1);
  }

  @Test
  void listenerOutlivesTheDeadline_duringALookup_theMoneyRequestIsSurelyNotSent() {
    slowListener(new ArrayList<>());
    Transport answering =
        exchange(timeout -> HttpResponse.of(200, Map.of(), "{\"ok\":\"yes\"}".getBytes(UTF_8)));
    Sender sender = sender(answering, RetryPolicy.DEFAULT, Duration.ofSeconds(70));
    Deadline whole = sender.deadline();
    assertThat(sender.<String>send(Wire.request(RetryMode.SAFE), Wire::read, whole))
        .isEqualTo("yes");

    assertThatThrownBy(() -> sender.send(Wire.request(RetryMode.KEYED), Wire::read, whole))
        .isInstanceOf(TransportException.class);

    assertThat(timeouts).hasSize(1);
  }
}
