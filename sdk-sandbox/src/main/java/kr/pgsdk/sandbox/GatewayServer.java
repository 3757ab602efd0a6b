package kr.pgsdk.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import kr.pgsdk.sandbox.wire.Intervention;
import kr.pgsdk.sandbox.wire.Simulation;
import kr.pgsdk.sandbox.wire.WireAnswer;
import kr.pgsdk.sandbox.wire.WireRequest;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** One gateway on a real socket: journal, faults, then the simulation. */
final class GatewayServer extends Dispatcher implements AutoCloseable {
  /** Given before an idempotency key is looked at, so never kept under one. */
  private static final Set<Integer> BEFORE_IDEMPOTENCY = Set.of(401, 408, 409, 429);

  // Held here: java.util.logging forgets the level of a logger that nobody holds.
  private static final Logger WEB_SERVER = Logger.getLogger(MockWebServer.class.getPackageName());

  static {
    // It warns of each connection that brings no request: a browser's, opened ahead, or a probe's.
    // A level that the user has configured stands.
    if (WEB_SERVER.getLevel() == null) {
      WEB_SERVER.setLevel(Level.SEVERE);
    }
  }

  private static final MockResponse CUT =
      new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
  private static final MockResponse UNREAD =
      new MockResponse.Builder().doNotReadRequestBody().build();

  private final String name;
  private final Simulation simulation;
  private final Clock clock;
  private final MockWebServer server = new MockWebServer();
  private final TappedSockets sockets = new TappedSockets();
  private final @Nullable Controls controls;
  final Journal journal = new Journal();
  final Faults faults;

  /** A server that isn't started; without {@code controls} it is the gateway and nothing else. */
  GatewayServer(
      String name, Simulation simulation, Clock clock, Faults faults, @Nullable Controls controls) {
    this.name = name;
    this.simulation = simulation;
    this.clock = clock;
    this.faults = faults;
    this.controls = controls;
  }

  /** Starts to listen on loopback; port 0 is any free one. */
  void start(int port) {
    server.setServerSocketFactory(sockets);
    server.setDispatcher(this);
    try {
      server.start(InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1}), port);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the sandbox's " + name + " can't listen on port " + port + ": " + e.getMessage(), e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getPort();
  }

  /** Called when the head of a request has been read, and before that without one. */
  @Override
  public MockResponse peek() {
    JournalEntry head = sockets.head();
    if (head != null && (controls == null || !Controls.isMeantBy(head.target()))) {
      InjectedFault fault = faults.takeUnread(head);
      if (fault != null) {
        sockets.resetWhenClosed();
        return UNREAD;
      }
    }
    return super.peek();
  }

  @Override
  public MockResponse dispatch(RecordedRequest recorded) throws InterruptedException {
    // Nobody takes them there; they would pile up.
    server.takeRequest(0, TimeUnit.MILLISECONDS);
    boolean unread = sockets.endOfRequest();
    String body = recorded.getBody() == null ? "" : recorded.getBody().utf8();
    Headers headers = recorded.getHeaders();
    String method = recorded.getMethod();
    String target = recorded.getTarget();
    try {
      if (controls != null && Controls.isMeantBy(target)) {
        WireRequest request = new WireRequest(0, method, target, byName(headers), body);
        return builder(controls.answer(request, url())).build();
      }
      JournalEntry entry = journal.add(id -> JournalEntry.of(id, method, target, headers, body));
      if (unread) {
        return CUT;
      }
      WireRequest request = new WireRequest(entry.id(), method, target, byName(headers), body);
      InjectedFault fault = faults.take(entry);
      return fault == null
          ? builder(simulation.answer(request, Intervention.NONE)).build()
          : play(fault, request);
    } catch (InterruptedException e) {
      return CUT;
    } catch (RuntimeException e) {
      // A mistake of the sandbox must not look like one of the gateway's faults.
      return builder(
              WireAnswer.of(500, "text/plain; charset=utf-8", "a defect of the sandbox: " + e))
          .build();
    }
  }

  private static Map<String, List<String>> byName(Headers headers) {
    Map<String, List<String>> byName = new HashMap<>();
    for (int i = 0; i < headers.size(); i++) {
      byName
          .computeIfAbsent(headers.name(i).toLowerCase(Locale.ROOT), unused -> new ArrayList<>())
          .add(headers.value(i));
    }
    return byName;
  }

  private MockResponse play(InjectedFault fault, WireRequest request) throws InterruptedException {
    Effect effect = fault.fault.effect;
    if (effect.execution() == Effect.Execution.ON_RELEASE) {
      executeOnRelease(fault, request);
      return CUT;
    }
    MockResponse.Builder response = builder(effect.rewrite().apply(answer(fault, request)));
    return switch (effect.wire()) {
      case ANSWER -> response.build();
      case CUT_UNREAD, CUT -> CUT;
      case CUT_IN_BODY -> response.onResponseBody(new SocketEffect.CloseSocket()).build();
      case SLOW ->
          response
              .throttleBody(effect.piece(), effect.pause().toNanos(), TimeUnit.NANOSECONDS)
              .build();
      case CLOSE_AFTER -> response.onResponseEnd(new SocketEffect.CloseSocket()).build();
    };
  }

  private WireAnswer answer(InjectedFault fault, WireRequest request) throws InterruptedException {
    Effect effect = fault.fault.effect;
    if (effect.execution() == Effect.Execution.NEVER) {
      if (effect.ownStatus() == 0) {
        return new WireAnswer(200, List.of(), "");
      }
      if (BEFORE_IDEMPOTENCY.contains(effect.ownStatus())) {
        return simulation.refusedAtTheDoor(request, effect.ownStatus());
      }
    }
    AtomicBoolean takenOn = new AtomicBoolean();
    WireAnswer answer =
        simulation.answer(
            request,
            execution -> {
              takenOn.set(true);
              return around(fault, execution);
            });
    return takenOn.get() ? answer : refusedOrRepeated(fault, request, answer);
  }

  /**
   * The gateway has answered without taking the request on: the fault is to be seen all the same.
   */
  private WireAnswer refusedOrRepeated(InjectedFault fault, WireRequest request, WireAnswer answer)
      throws InterruptedException {
    Effect effect = fault.fault.effect;
    return switch (effect.execution()) {
      case STALLED_BEFORE, STALLED_AFTER -> {
        fault.awaitRelease();
        yield answer;
      }
      default ->
          effect.ownStatus() == 0
              ? answer
              : simulation.refusedAtTheDoor(request, effect.ownStatus());
    };
  }

  private WireAnswer around(InjectedFault fault, Supplier<WireAnswer> execution)
      throws InterruptedException {
    Effect effect = fault.fault.effect;
    return switch (effect.execution()) {
      case NEVER -> simulation.failure(effect.ownStatus());
      case STALLED_BEFORE, ON_RELEASE -> {
        fault.awaitRelease();
        yield execution.get();
      }
      case STALLED_AFTER -> {
        WireAnswer answer = execution.get();
        fault.awaitRelease();
        yield answer;
      }
      case AT_ONCE -> {
        WireAnswer answer = execution.get();
        yield effect.ownStatus() == 0 ? answer : simulation.failure(effect.ownStatus());
      }
    };
  }

  /** Returns when the gateway has taken the request on; it goes on without the client. */
  private void executeOnRelease(InjectedFault fault, WireRequest request)
      throws InterruptedException {
    CountDownLatch takenOn = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              try {
                simulation.answer(
                    request,
                    execution -> {
                      takenOn.countDown();
                      return around(fault, execution);
                    });
              } catch (InterruptedException e) {
                // The sandbox was closed: it is never executed.
                Thread.currentThread().interrupt();
              } finally {
                takenOn.countDown();
              }
            },
            "sandbox " + name + " request " + request.id());
    thread.setDaemon(true);
    fault.addLate(thread);
    thread.start();
    takenOn.await();
  }

  private MockResponse.Builder builder(WireAnswer answer) {
    MockResponse.Builder response = new MockResponse.Builder().code(answer.status());
    response.setHeader(
        "Date",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
    for (Map.Entry<String, String> header : answer.headers()) {
      response.addHeaderLenient(header.getKey(), header.getValue());
    }
    return response.body(answer.body());
  }

  /** Cuts every request that is held, then stops listening. Returns promptly. */
  @Override
  public void close() {
    faults.abandon();
    server.close();
  }
}
