package kr.pgsdk.benchmarks.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kr.pgsdk.benchmarks.clients.Client;
import kr.pgsdk.benchmarks.clients.Gateway;
import kr.pgsdk.benchmarks.clients.Verb;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One call after the other by one thread. The subjects take turns, an iteration each: what disturbs
 * the machine disturbs them all.
 */
@State(Scope.Benchmark)
public class CallBenchmark {
  /** A verb by a client. */
  record Subject(Verb verb, Client.Kind kind) {}

  /** Every client finds; the SDK and the bare client also confirm and cancel. */
  static final List<Subject> SUBJECTS =
      Stream.concat(
              Stream.of(Client.Kind.values()).map(kind -> new Subject(Verb.FIND, kind)),
              Stream.of(Verb.CONFIRM, Verb.CANCEL)
                  .flatMap(
                      verb ->
                          Stream.of(Client.Kind.SDK, Client.Kind.BARE)
                              .map(kind -> new Subject(verb, kind))))
          .toList();

  /** Whose payments. */
  @Param("TOSS")
  public Gateway gateway = Gateway.TOSS;

  /** Where the server is. */
  @Param("")
  public String url = "";

  private final List<Client> clients = new ArrayList<>();
  private final List<Callable<Object>> calls = new ArrayList<>();
  private Callable<Object> call = () -> "";
  private int iterations;

  /**
   * Whose turn it is in an iteration, counted from 0 over warm-up and measurement. Each round
   * starts with the next subject, so that each comes first, and after each other one, equally
   * often.
   */
  static int turn(int iteration) {
    int all = SUBJECTS.size();
    return (iteration + iteration / all) % all;
  }

  /** Opens the clients. */
  @Setup
  public void open() {
    for (Subject subject : SUBJECTS) {
      Client client = subject.kind().open(gateway, url);
      clients.add(client);
      calls.add(() -> subject.verb().call(client));
    }
  }

  /** The next subject's turn, with a heap like the one before had. */
  @Setup(Level.Iteration)
  public void nextTurn() {
    System.gc();
    call = calls.get(turn(iterations++));
  }

  /** Closes the clients. */
  @TearDown
  public void close() {
    clients.forEach(Client::close);
  }

  /** One call. */
  @Benchmark
  public Object call() throws Exception {
    return call.call();
  }
}
