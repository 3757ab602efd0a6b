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
import kr.pgsdk.sandbox.wire.Intervention;
import kr.pgsdk.sandbox.wire.Simulation;
import kr.pgsdk.sandbox.wire.WireAnswer;
import kr.pgsdk.sandbox.wire.WireRequest;
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

  /** Whether the gateway works on nothing: it mustn't for longer than {@link Trouble#LONGEST}. */
  boolean isIdle() {
    return working == 0;
  }

  /** A request the gateway works on, whether or not the client still waits. */
  private static final class Work {
    @Nullable WireAnswer answer;
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
    private final Trouble trouble = call.nextTrouble();
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
      if (trouble.kind() == Trouble.Kind.NOT_CONNECTED) {
        waitFor(Math.min(trouble.time().toNanos(), 5_000 * MILLI));
        throw failed(false, new ConnectException("connection refused"));
      }
      sent = true;
      try {
        waitFor(travel());
      } catch (NoResponseException e) {
        if (trouble.executed()) {
          // What was written arrives, though the client has given up by now.
          Work unused = work(arrived());
        }
        throw e;
      }
      WireAnswer answer = answer(arrived());
      if (random.nextInt(4) == 0) {
        waitFor(travel());
      }
      if (trouble.kind() == Trouble.Kind.CUT_IN_BODY) {
        throw new NoResponseException(true, answer.status(), new IOException("cut in body"));
      }
      note.answered =
          switch (note.met) {
            case NONE, WORKS_LONG, STALE -> true;
            case REFUSED_IN_FRONT -> isGet();
            default -> false;
          };
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
      boolean money = target.endsWith("/cancel") || target.endsWith("/confirm");
      note = new Sent(lastId, money, arrived.header("Idempotency-Key"), clock.instant());
      note.met = trouble.kind();
      call.requests.add(note);
      return trouble.kind() == Trouble.Kind.STALE ? arrived.toOneBehind(trouble.time()) : arrived;
    }

    private boolean isGet() {
      return request.method().equals("GET");
    }

    private WireAnswer answer(WireRequest arrived) throws NoResponseException {
      return switch (trouble.kind()) {
        case NONE, CUT_IN_BODY, STALE -> execute(arrived);
        case TRUNCATED -> {
          WireAnswer whole = execute(arrived);
          yield whole.withBody(whole.body().substring(0, whole.body().length() / 2));
        }
        case WORKS_LONG -> {
          Work work = work(arrived);
          waitFor(work);
          yield work.answer;
        }
        case CUT_UNREAD -> throw failed(true, new IOException("Connection reset"));
        case CUT -> {
          executeIfMeant(arrived);
          throw failed(true, new IOException("unexpected end of stream"));
        }
        case CUT_THEN_EXECUTED -> {
          Work unused = work(arrived);
          throw failed(true, new IOException("unexpected end of stream"));
        }
        case STALL -> {
          if (trouble.executed()) {
            Work unused = work(arrived);
          }
          waitFor(Long.MAX_VALUE);
          throw new AssertionError("a stall outlived its client");
        }
        case STATUS -> status(arrived);
        case HTML -> {
          executeIfMeant(arrived);
          yield WireAnswer.of(trouble.status(), "text/html", "<html>sorry</html>");
        }
        case EMPTY -> {
          executeIfMeant(arrived);
          yield new WireAnswer(trouble.status(), List.of(), "");
        }
        case REDIRECT -> {
          executeIfMeant(arrived);
          yield new WireAnswer(trouble.status(), List.of(), "").with("Location", "/elsewhere");
        }
        case STRANGE_404 -> {
          executeIfMeant(arrived);
          yield json(404, "{\"code\":\"NOT_FOUND\",\"message\":\"no route\"}");
        }
        case REFUSED_IN_FRONT -> isGet() ? execute(arrived) : refusedInFront();
        case CONTRADICTS -> {
          WireAnswer whole = execute(arrived);
          String odd = Contradiction.in(plan.gateway(), whole.body(), trouble.time().toMillis());
          note.met = odd.equals(whole.body()) ? Trouble.Kind.NONE : Trouble.Kind.CONTRADICTS;
          yield whole.withBody(odd);
        }
        case OF_ANOTHER -> ofAnother(arrived);
        case NOT_CONNECTED -> throw new AssertionError("never arrives");
      };
    }

    private static WireAnswer json(int status, String body) {
      return WireAnswer.of(status, "application/json;charset=UTF-8", body);
    }

    private WireAnswer refusedInFront() {
      return plan.gateway() == Gateway.TOSS
          ? json(
              trouble.status(),
              "{\"code\":\"" + trouble.code() + "\",\"message\":\"" + trouble.code() + "\"}")
          : json(200, "{\"code\":-1,\"message\":\"" + trouble.code() + "\",\"response\":null}");
    }

    /** What a lookup would have shown before this, in place of the true answer. */
    private WireAnswer ofAnother(WireRequest arrived) {
      String path = Others.lookup(plan.gateway(), call, isGet());
      WireAnswer other =
          path == null
              ? null
              : answer(new WireRequest(0, "GET", path, headers(arrived), ""), Intervention.NONE);
      boolean told = other != null && Others.mayBeTold(plan, call, isGet(), other);
      if (!told) {
        note.met = Trouble.Kind.NONE;
        return execute(arrived);
      }
      executeIfMeant(arrived);
      return other;
    }

    private Map<String, List<String>> headers(WireRequest arrived) {
      String credential = arrived.header("Authorization");
      return credential == null ? Map.of() : Map.of("authorization", List.of(credential));
    }

    /** As the sandbox's servers do it: some are said at the door, the rest by the gateway. */
    private WireAnswer status(WireRequest arrived) {
      int status = trouble.status();
      if (status < 500) {
        WireAnswer answer = gateway.refusedAtTheDoor(arrived, status);
        boolean busy = status == 429 && trouble.time().toMillis() % 2 == 0;
        return busy
            ? answer.with("Retry-After", Long.toString(trouble.time().toSeconds() / 4))
            : answer;
      }
      boolean[] takenOn = new boolean[1];
      WireAnswer answer =
          answer(
              arrived,
              execution -> {
                takenOn[0] = true;
                if (trouble.executed()) {
                  WireAnswer unused = execution.get();
                }
                return gateway.failure(status);
              });
      return takenOn[0] ? answer : gateway.refusedAtTheDoor(arrived, status);
    }

    private void executeIfMeant(WireRequest arrived) {
      if (trouble.executed()) {
        WireAnswer unused = execute(arrived);
      }
    }

    private WireAnswer execute(WireRequest arrived) {
      return answer(arrived, Intervention.NONE);
    }

    private WireAnswer answer(WireRequest arrived, Intervention intervention) {
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

    /** Lets the gateway take the request on now, and execute it after the trouble's time. */
    private Work work(WireRequest arrived) {
      Work work = new Work();
      working++;
      time.start(
          () -> {
            work.answer =
                answer(
                    arrived,
                    execution -> {
                      time.pause(trouble.time().toNanos());
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

    private HttpResponse http(WireAnswer answer) {
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
