package kr.pgsdk.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import kr.pgsdk.sandbox.wire.Intervention;
import kr.pgsdk.sandbox.wire.Simulation;
import kr.pgsdk.sandbox.wire.WireRequest;
import kr.pgsdk.sandbox.wire.WireResponse;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** One gateway on a real socket: journal, faults, then the simulation. */
final class GatewayServer extends Dispatcher implements AutoCloseable {
  // Held here: java.util.logging forgets the level of a logger without a reference.
  private static final Logger WEB_SERVER = Logger.getLogger(MockWebServer.class.getPackageName());

  static {
    // It warns of each connection that brings no request: a browser's, opened ahead, or a probe's.
    // A level that the user has configured stands.
    if (WEB_SERVER.getLevel() == null) {
      WEB_SERVER.setLevel(Level.SEVERE);
    }
  }

  private static final MockResponse UNREAD =
      new MockResponse.Builder().doNotReadRequestBody().build();

  private final String name;
  private final Simulation simulation;
  private final Clock clock;
  private final MockWebServer server = new MockWebServer();
  private final TappedSockets sockets = new TappedSockets();
  private final @Nullable Controls controls;
  private final WebhookSender webhooks;
  final Journal journal = new Journal();
  final Faults faults;
  final Counter working = new Counter();

  /** A server that isn't started; without {@code controls} it is the gateway and nothing else. */
  GatewayServer(
      String name,
      Simulation simulation,
      Clock clock,
      Faults faults,
      @Nullable Controls controls,
      WebhookSender webhooks) {
    this.webhooks = webhooks;
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
    working.add(1);
    try {
      return answer(recorded);
    } finally {
      working.add(-1);
      tellOfChanges(recorded);
    }
  }

  /** What a request changed is told, whether or not its response arrives. */
  private void tellOfChanges(RecordedRequest recorded) {
    if (webhooks.isOn() && !TappedSockets.method(recorded.getMethod()).equals("GET")) {
      String body = recorded.getBody() == null ? "" : recorded.getBody().utf8();
      webhooks.looked(recorded.getTarget() + " " + body);
    }
  }

  private MockResponse answer(RecordedRequest recorded) throws InterruptedException {
    // They are never taken from there, and would pile up.
    server.takeRequest(0, TimeUnit.MILLISECONDS);
    boolean unread = sockets.endOfRequest();
    String body = recorded.getBody() == null ? "" : recorded.getBody().utf8();
    Headers headers = recorded.getHeaders();
    String method = TappedSockets.method(recorded.getMethod());
    String target = recorded.getTarget();
    try {
      if (controls != null && Controls.isMeantBy(target)) {
        WireRequest request = new WireRequest(0, method, target, headers.toMultimap(), body);
        return whole(controls.answer(request, url()));
      }
      JournalEntry entry = journal.add(id -> JournalEntry.of(id, method, target, headers, body));
      if (unread) {
        return Delivery.CUT;
      }
      WireRequest request = new WireRequest(entry.id(), method, target, headers.toMultimap(), body);
      InjectedFault fault = faults.take(entry);
      return fault == null
          ? whole(simulation.answer(request, Intervention.NONE))
          : faulted(fault, request);
    } catch (InterruptedException e) {
      return Delivery.CUT;
    } catch (RuntimeException e) {
      // A mistake of the sandbox must not look like one of the gateway's faults.
      return whole(
          WireResponse.of(500, "text/plain; charset=utf-8", "a defect of the sandbox: " + e));
    }
  }

  private MockResponse whole(WireResponse answer) {
    return new Delivery(answer, clock.instant(), sockets).response();
  }

  private MockResponse faulted(InjectedFault hit, WireRequest request) throws InterruptedException {
    Fault fault = hit.fault;
    FaultedExecution execution = new FaultedExecution(simulation, fault, hit::awaitRelease);
    if (fault.kind() == FaultKind.CUT_THEN_EXECUTED) {
      execution.goOnAlone(request, hit.working);
      return Delivery.CUT;
    }
    WireResponse answer;
    hit.working.add(1);
    try {
      answer = fault.change(execution.answer(request));
    } finally {
      hit.working.add(-1);
    }
    return new Delivery(answer, clock.instant(), sockets).response(hit);
  }

  /** Cuts every request that is held, then stops listening. Returns promptly. */
  @Override
  public void close() {
    faults.abandon();
    server.close();
  }
}
