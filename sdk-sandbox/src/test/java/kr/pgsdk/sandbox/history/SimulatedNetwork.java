package kr.pgsdk.sandbox.history;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.HttpResponse;
import kr.pgsdk.core.internal.http.NoResponseException;
import kr.pgsdk.core.internal.http.Target;
import kr.pgsdk.core.internal.http.Transport;
import kr.pgsdk.sandbox.FaultKind;
import kr.pgsdk.sandbox.SandboxInternals;
import kr.pgsdk.sandbox.wire.Intervention;
import kr.pgsdk.sandbox.wire.Simulation;
import kr.pgsdk.sandbox.wire.WireRequest;
import kr.pgsdk.sandbox.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/** The way between the SDK and a simulated gateway, with all that goes wrong on it. */
final class SimulatedNetwork {
  private static final long MILLI = 1_000_000;

  private static final Pattern APPROVED_AT = Pattern.compile("\"approvedAt\":\"[^\"]*\"");

  private final Plan plan;
  private final Simulation gateway;
  private final VirtualTime time;
  private final Clock clock;
  private final RandomGenerator random;
  private long lastId;
  private int working;

  SimulatedNetwork(
      Plan plan, Simulation gateway, VirtualTime time, Clock clock, RandomGenerator random) {
    this.plan = plan;
    this.gateway = gateway;
    this.time = time;
    this.clock = clock;
    this.random = random;
  }

  /** Returns the way for one node. */
  Transport open() {
    return new Way();
  }

  /**
   * Whether the gateway works on nothing: it mustn't for longer than {@link PlannedFault#LONGEST}.
   */
  boolean isIdle() {
    return working == 0;
  }

  /** A request the gateway works on, whether or not the client still waits. */
  private static final class Work {
    @Nullable WireResponse answer;
  }

  private final class Way implements Transport {
    private boolean closed;

    @Override
    public HttpResponse send(
        HttpRequest request,
        @Nullable String authorization,
        Map<String, String> headers,
        Duration timeout)
        throws NoResponseException {
      if (Thread.currentThread().isInterrupted()) {
        throw failed(false, new InterruptedIOException("interrupted"));
      }
      return new Sending(this, request, authorization, headers, timeout).send();
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private static NoResponseException failed(boolean sent, IOException why) {
    return new NoResponseException(sent, 0, why);
  }

  /** One request on its way. */
  private final class Sending {
    private final Way way;
    private final Call call = Call.current();
    private final PlannedFault planned = call.nextFault();
    private final HttpRequest request;
    private final @Nullable String authorization;
    private final Map<String, String> headers;
    private final long until;
    private boolean sent;
    private @Nullable Sent note;

    Sending(
        Way way,
        HttpRequest request,
        @Nullable String authorization,
        Map<String, String> headers,
        Duration timeout) {
      this.way = way;
      this.request = request;
      this.authorization = authorization;
      this.headers = headers;
      this.until = time.now() + timeout.toNanos();
    }

    HttpResponse send() throws NoResponseException {
      if (planned.special() == PlannedFault.Special.NOT_CONNECTED) {
        waitFor(Math.min(planned.time().toNanos(), 5_000 * MILLI));
        throw failed(false, new ConnectException("connection refused"));
      }
      sent = true;
      try {
        waitFor(travel());
      } catch (NoResponseException e) {
        if (planned.executed()) {
          // What was written arrives, though the client has given up by now.
          Work unused = work(arrived());
        }
        throw e;
      }
      WireResponse answer = answer(arrived());
      if (random.nextInt(4) == 0) {
        waitFor(travel());
      }
      if (planned.kind() == FaultKind.CUT_IN_BODY) {
        throw new NoResponseException(true, answer.status(), new IOException("cut in body"));
      }
      note.answered = note.met.isAnswered(isGet());
      return http(answer);
    }

    private long travel() {
      int milliseconds = random.nextInt(20) == 0 ? random.nextInt(3_000) : 1 + random.nextInt(40);
      return milliseconds * MILLI + random.nextInt(1_000);
    }

    private WireRequest arrived() {
      Map<String, List<String>> all = new HashMap<>();
      headers.forEach((name, value) -> all.put(name.toLowerCase(Locale.ROOT), List.of(value)));
      request
          .headers()
          .forEach((name, value) -> all.put(name.toLowerCase(Locale.ROOT), List.of(value)));
      if (authorization != null) {
        all.put("authorization", List.of(authorization));
      }
      String body = request.body();
      String target = Target.of(request);
      WireRequest arrived =
          new WireRequest(++lastId, request.method(), target, all, body == null ? "" : body);
      note =
          new Sent(
              lastId, Sent.movesMoney(target), arrived.header("Idempotency-Key"), clock.instant());
      note.met = planned;
      call.requests.add(note);
      return arrived;
    }

    private boolean isGet() {
      return request.method().equals("GET");
    }

    private WireResponse answer(WireRequest arrived) throws NoResponseException {
      switch (planned.special()) {
        case OF_ANOTHER -> {
          return ofAnother(arrived);
        }
        case NEVER_ANSWERED -> {
          if (planned.executed()) {
            Work unused = work(arrived);
          }
          waitFor(Long.MAX_VALUE);
          throw new AssertionError("a stall outlived its client");
        }
        case REFUSED_IN_FRONT -> {
          return isGet() ? execute(arrived) : faulted(arrived);
        }
        default -> {}
      }
      return switch (planned.kind()) {
        case CUT_BEFORE_READ -> throw failed(true, new IOException("Connection reset"));
        case CUT_AFTER_READ, ANSWER_LOST -> {
          WireResponse unused = faulted(arrived);
          throw failed(true, new IOException("unexpected end of stream"));
        }
        case CUT_THEN_EXECUTED -> {
          Work unused = work(arrived);
          throw failed(true, new IOException("unexpected end of stream"));
        }
        case STALL_BEFORE_EXECUTION -> {
          Work work = work(arrived);
          waitFor(work);
          yield work.answer;
        }
        default -> faulted(arrived);
      };
    }

    /** What the sandbox's servers would answer. */
    private WireResponse faulted(WireRequest arrived) {
      try {
        WireResponse truth = SandboxInternals.answer(gateway, planned.fault(), arrived);
        WireResponse told = SandboxInternals.changed(planned.fault(), truth);
        if (planned.contradicts() && told.body().equals(truth.body())) {
          note.met = PlannedFault.NONE;
        }
        return told;
      } catch (InterruptedException e) {
        throw new AssertionError("nobody interrupts a simulated gateway", e);
      } finally {
        note.finished = clock.instant();
      }
    }

    /** What a lookup would have shown before this, in place of the true answer. */
    private WireResponse ofAnother(WireRequest arrived) {
      String path = Others.lookup(plan.gateway(), call, arrived);
      WireResponse other =
          path == null
              ? null
              : answer(new WireRequest(0, "GET", path, headers(arrived), ""), Intervention.NONE);
      boolean told = other != null && Others.mayBeTold(plan, call, isGet(), other);
      if (!told) {
        note.met = PlannedFault.NONE;
        return execute(arrived);
      }
      executeIfMeant(arrived);
      return other;
    }

    private Map<String, List<String>> headers(WireRequest arrived) {
      String credential = arrived.header("Authorization");
      return credential == null ? Map.of() : Map.of("authorization", List.of(credential));
    }

    private void executeIfMeant(WireRequest arrived) {
      if (planned.executed()) {
        WireResponse unused = execute(arrived);
      }
    }

    private WireResponse execute(WireRequest arrived) {
      return answer(arrived, Intervention.NONE);
    }

    private WireResponse answer(WireRequest arrived, Intervention intervention) {
      try {
        return gateway.answer(arrived, intervention);
      } catch (InterruptedException e) {
        throw new AssertionError("nobody interrupts a simulated gateway", e);
      } finally {
        if (note != null && note.id() == arrived.id()) {
          note.finished = clock.instant();
        }
      }
    }

    /** Lets the gateway take the request on now, and execute it after the fault's time. */
    private Work work(WireRequest arrived) {
      Work work = new Work();
      working++;
      time.start(
          () -> {
            work.answer =
                answer(
                    arrived,
                    execution -> {
                      time.pause(planned.time().toNanos());
                      return execution.get();
                    });
            working--;
          });
      return work;
    }

    private void waitFor(long nanos) throws NoResponseException {
      long left = until - time.now();
      await(() -> way.closed, Math.min(nanos, left));
      requireWaiting(nanos >= left);
    }

    private void waitFor(Work work) throws NoResponseException {
      await(() -> way.closed || work.answer != null, until - time.now());
      requireWaiting(work.answer == null);
    }

    private void await(BooleanSupplier ready, long nanos) throws NoResponseException {
      if (!plan.virtualThreads()) {
        boolean unused = time.awaitUninterruptibly(ready, nanos);
        return;
      }
      try {
        boolean unused = time.await(ready, nanos);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw failed(sent, new InterruptedIOException("interrupted"));
      }
    }

    private void requireWaiting(boolean late) throws NoResponseException {
      if (way.closed) {
        throw failed(sent, new IOException("Canceled"));
      }
      if (late) {
        throw failed(sent, new SocketTimeoutException("timeout"));
      }
    }

    private HttpResponse http(WireResponse answer) {
      Map<String, List<String>> names = new HashMap<>();
      for (Map.Entry<String, String> header : answer.headers()) {
        names.computeIfAbsent(header.getKey(), unused -> new ArrayList<>()).add(header.getValue());
      }
      if (!plan.undated()) {
        names.put(
            "Date",
            List.of(
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    clock.instant().atOffset(ZoneOffset.UTC))));
      }
      String body =
          plan.unapproved()
              ? APPROVED_AT.matcher(answer.body()).replaceFirst("\"approvedAt\":null")
              : answer.body();
      return HttpResponse.of(answer.status(), names, body.getBytes(StandardCharsets.UTF_8));
    }
  }
}
