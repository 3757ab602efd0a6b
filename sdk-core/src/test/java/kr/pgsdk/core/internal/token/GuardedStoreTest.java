package kr.pgsdk.core.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.auth.TokenStore;
import kr.pgsdk.core.internal.token.TokenSource.IssuedToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class GuardedStoreTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final FakeStore store = new FakeStore();

  private static GuardedStore guarded(TokenStore store, Consumer<Thread> starter) {
    return new GuardedStore(store, new TokenFailures("iamport"), new HandClock(), starter);
  }

  @Test
  void noThreadLeft_theStoreIsPassedOver_andAskedAgainNextTime() {
    Queue<Error> failures = new ArrayDeque<>();
    failures.add(new OutOfMemoryError("unable to create native thread"));
    Consumer<Thread> starter =
        thread -> {
          if (!failures.isEmpty()) {
            throw failures.remove();
          }
          thread.start();
        };
    GuardedStore guarded = guarded(store, starter);
    store.put("shared", Instant.MAX);

    assertThat(guarded.load(LONG)).isNull();
    assertThat(guarded.load(LONG)).isEqualTo(new IssuedToken("shared", Duration.ofMinutes(30)));
    assertThat(store.loads).hasValue(1);
  }

  @Test
  void noTimeLeft_theStoreIsNotAsked() {
    List<Thread> asked = new ArrayList<>();
    GuardedStore guarded = guarded(store, asked::add);
    assertThat(guarded.load(Duration.ZERO)).isNull();
    guarded.save(AuthToken.of("Bearer", "token", Instant.MAX), Duration.ZERO);
    assertThat(asked).isEmpty();
  }

  @Test
  void storeTakesTooLong_itsThreadIsInterrupted() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    FakeStore hanging =
        new FakeStore() {
          @Override
          public Optional<StoredToken> load() {
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              interrupted.countDown();
            }
            return Optional.empty();
          }
        };
    assertThat(guarded(hanging, Thread::start).load(Duration.ofMillis(4))).isNull();
    assertThat(interrupted.await(100, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void closedWhileTheStoreIsAsked_theWaitEnds_andNothingIsLogged() {
    AtomicReference<GuardedStore> guarded = new AtomicReference<>();
    // The store would never answer: its thread isn't started.
    guarded.set(guarded(store, thread -> guarded.get().close()));
    PrintStream original = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      assertThat(guarded.get().load(LONG)).isNull();
    } finally {
      System.setErr(original);
    }
    assertThat(log.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
