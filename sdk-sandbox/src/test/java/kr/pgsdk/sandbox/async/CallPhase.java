package kr.pgsdk.sandbox.async;

import static kr.pgsdk.sandbox.FaultKind.SLOW_BODY;
import static kr.pgsdk.sandbox.FaultKind.STALL_AFTER_EXECUTION;
import static kr.pgsdk.sandbox.FaultKind.STALL_BEFORE_EXECUTION;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.async.AsyncCall;
import kr.pgsdk.core.auth.TokenStore;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.InjectedFault;

/** Where a call that moves money can be when it is ended, and what must be said of it then. */
enum CallPhase {
  CONNECTING(TransportException.class, false) {
    @Override
    AsyncCall<?> reach(EndingScenario scenario) throws Exception {
      AsyncCall<?> call = scenario.confirmAt("http", scenario.portThatNeverAnswers());
      scenario.awaitEvent("connectStart");
      return call;
    }
  },

  TLS_HANDSHAKE(TransportException.class, false) {
    @Override
    AsyncCall<?> reach(EndingScenario scenario) throws Exception {
      AsyncCall<?> call = scenario.confirmAt("https", scenario.portThatNeverReads());
      scenario.awaitEvent("secureConnectStart");
      return call;
    }
  },

  SENDING(OutcomeUnknownException.class, false) {
    @Override
    AsyncCall<?> reach(EndingScenario scenario) throws Exception {
      // More than the sockets between can hold.
      CallOptions large = CallOptions.builder().header("X-Pad", "x".repeat(8 << 20)).build();
      AsyncCall<?> call = scenario.confirmAt("http", scenario.portThatNeverReads(), large);
      scenario.awaitEvent("requestHeadersStart");
      return call;
    }
  },

  AWAITING_HEADERS(OutcomeUnknownException.class, false) {
    @Override
    AsyncCall<?> reach(EndingScenario scenario) throws Exception {
      InjectedFault held =
          scenario
              .sandbox
              .toss()
              .inject(Fault.of(STALL_BEFORE_EXECUTION).on("POST", "/v1/payments"));
      AsyncCall<?> call = scenario.toss().confirm(scenario.tossConfirm());
      held.awaitHeld(1, EndingScenario.LONG);
      return call;
    }
  },

  READING_BODY(OutcomeUnknownException.class, false) {
    @Override
    AsyncCall<?> reach(EndingScenario scenario) throws Exception {
      scenario
          .sandbox
          .toss()
          .inject(
              Fault.of(SLOW_BODY).size(1).time(Duration.ofMinutes(10)).on("POST", "/v1/payments"));
      AsyncCall<?> call = scenario.toss().confirm(scenario.tossConfirm());
      scenario.awaitEvent("responseBodyStart");
      return call;
    }
  },

  PAUSING(OutcomeUnknownException.class, true) {
    @Override
    AsyncCall<?> reach(EndingScenario scenario) throws Exception {
      scenario
          .sandbox
          .toss()
          .inject(Fault.status(503).retryAfter(Duration.ofSeconds(30)).on("POST", "/v1/payments"));
      AsyncCall<?> call = scenario.toss().confirm(scenario.tossConfirm());
      scenario.awaitEvent("callEnd");
      scenario.awaitThreadWaiting();
      return call;
    }
  },

  FETCHING_TOKEN(TransportException.class, false) {
    @Override
    AsyncCall<?> reach(EndingScenario scenario) throws Exception {
      InjectedFault held = scenario.stalledToken();
      AsyncCall<?> call = scenario.iamport(null).cancel(scenario.iamportCancel());
      held.awaitHeld(1, EndingScenario.LONG);
      return call;
    }
  },

  WAITING_FOR_TOKEN(TransportException.class, true) {
    @Override
    AsyncCall<?> reach(EndingScenario scenario) throws Exception {
      InjectedFault held = scenario.stalledToken();
      AsyncCall<?> leader = scenario.iamport(null).getToken();
      held.awaitHeld(1, EndingScenario.LONG);
      AsyncCall<?> call = scenario.iamport(null).cancel(scenario.iamportCancel());
      scenario.awaitThreadWaiting();
      scenario.alsoUnderWay(leader);
      return call;
    }
  },

  ASKING_TOKEN_STORE(TransportException.class, true) {
    @Override
    AsyncCall<?> reach(EndingScenario scenario) throws Exception {
      scenario.stalledToken(); // should the store's second be over before the call is ended
      CountDownLatch asked = new CountDownLatch(1);
      TokenStore hanging =
          new TokenStore() {
            @Override
            public Optional<StoredToken> load() {
              asked.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return Optional.empty();
            }

            @Override
            public void save(StoredToken token) {}
          };
      AsyncCall<?> call = scenario.iamport(hanging).cancel(scenario.iamportCancel());
      EndingScenario.await(asked, "the store was asked");
      return call;
    }
  },

  WAITING_FOR_TURN(OutcomeUnknownException.class, true) {
    @Override
    AsyncCall<?> reach(EndingScenario scenario) throws Exception {
      CancelRequest request = scenario.tossCancel();
      InjectedFault held =
          scenario
              .sandbox
              .toss()
              .inject(Fault.of(STALL_AFTER_EXECUTION).on("POST", "/v1/payments"));
      AsyncCall<?> first = scenario.toss().cancel(request);
      held.awaitHeld(1, EndingScenario.LONG);
      AsyncCall<?> call = scenario.toss().cancel(request);
      scenario.awaitThreadWaiting();
      scenario.alsoUnderWay(first);
      return call;
    }

    @Override
    Class<? extends PaymentException> expected(Way way) {
      // Closing ends the call that served the request too, and leaves the request in doubt.
      return way == Way.CLOSE ? OutcomeUnknownException.class : super.expected(way);
    }
  };

  /** Who ends it. */
  enum Way {
    CLOSE,
    CANCEL,
    INTERRUPT
  }

  private final Class<? extends PaymentException> expected;
  private final boolean waits;

  CallPhase(Class<? extends PaymentException> expected, boolean waits) {
    this.expected = expected;
    this.waits = waits;
  }

  /** Makes a call, on a thread of its own, and returns when it is there. */
  abstract AsyncCall<?> reach(EndingScenario scenario) throws Exception;

  Class<? extends PaymentException> expected(Way way) {
    return expected;
  }

  /** Whether the call ends; an interrupt alone ends no HTTP exchange on a platform thread. */
  boolean endsBy(Way way, Threads threads) {
    return way != Way.INTERRUPT || waits || threads == Threads.VIRTUAL;
  }
}
