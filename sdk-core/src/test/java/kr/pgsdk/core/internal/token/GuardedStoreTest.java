package kr.pgsdk.core.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import kr.pgsdk.core.internal.token.TokenSource.IssuedToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GuardedStoreTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final FakeStore store = new FakeStore();

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
    GuardedStore guarded =
        new GuardedStore(store, new TokenFailures("iamport"), new HandClock(), starter);
    store.put("shared", Instant.MAX);

    assertThat(guarded.load(LONG)).isNull();
    assertThat(guarded.load(LONG)).isEqualTo(new IssuedToken("shared", Duration.ofMinutes(30)));
    assertThat(store.loads).hasValue(1);
  }
}
