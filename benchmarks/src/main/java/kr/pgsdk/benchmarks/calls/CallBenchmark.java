package kr.pgsdk.benchmarks.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kr.pgsdk.benchmarks.Gateway;
import kr.pgsdk.benchmarks.Turns;
import kr.pgsdk.benchmarks.server.ServerControl;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;

/**
 * One call after the other, as many threads as asked. The clients take turns, an iteration each:
 * what disturbs the machine then disturbs them all.
 */
@State(Scope.Benchmark)
public class CallBenchmark {
  /** Whose payments. */
  @Param public Gateway gateway = Gateway.TOSS;

  /** Who takes turns at what: see {@link Subject#toText}. */
  @Param("FIND:SDK,FIND:FLOOR")
  public String subjects = "";

  /**
   * For 50 ms after a call of the SDK okio's watchdog sleeps ({@code OkioWatchdog}); all share it.
   */
  private static final long PAUSE_MILLIS = 60;

  private final List<Client.Open> opened = new ArrayList<>();
  private final Turns turns = new Turns();
  private Callable<Object> current = () -> "";

  /** Opens all clients, and sees that each can do it. */
  @Setup
  public void open(BenchmarkParams params) throws Exception {
    String url = ServerControl.ofThisProcess().url();
    for (Subject subject : Subject.ofText(subjects)) {
      Client.Open client = subject.client().open(subject.verb(), gateway, url, params.getThreads());
      opened.add(client);
      client.call().call();
    }
  }

  /** The next one's turn, with a heap like the one before had, and nothing left of its calls. */
  @Setup(Level.Iteration)
  public void nextTurn(IterationParams params) throws InterruptedException {
    current = opened.get(turns.next(params, opened.size())).call();
    System.gc();
    Thread.sleep(PAUSE_MILLIS);
  }

  /** Closes them. */
  @TearDown
  public void close() throws Exception {
    for (Client.Open client : opened) {
      client.client().close();
    }
    opened.clear();
  }

  /** One call. */
  @Benchmark
  public Object call() throws Exception {
    return current.call();
  }
}
