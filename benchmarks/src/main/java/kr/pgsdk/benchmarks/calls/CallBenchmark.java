package kr.pgsdk.benchmarks.calls;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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
  private static final int FEW = 4;
  private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** Whose payments. */
  @Param public Gateway gateway = Gateway.TOSS;

  /** Who takes turns at what: see {@link Subject#toText}. */
  @Param("FIND:SDK,FIND:FLOOR")
  public String subjects = "";

  /** How long a few threads make the code warm, before as many as asked call. */
  @Param("0")
  public int warmUpMillis;

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
    warmUp();
  }

  /** Among many callers on few cores the JIT's own threads would hardly ever have a turn. */
  private void warmUp() throws Exception {
    ExecutorService few = Executors.newFixedThreadPool(FEW);
    try {
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(warmUpMillis);
      while (System.nanoTime() - end < 0) {
        for (Client.Open client : opened) {
          List<Callable<Object>> callers = Collections.nCopies(FEW, () -> slice(client));
          for (Future<Object> caller : few.invokeAll(callers)) {
            caller.get();
          }
        }
      }
    } finally {
      few.shutdown();
    }
  }

  private static Object slice(Client.Open client) throws Exception {
    long end = System.nanoTime() + SLICE_NANOS;
    Object last;
    do {
      last = client.call().call();
    } while (System.nanoTime() - end < 0);
    return last;
  }

  /** The next one's turn, with a heap like the one before had. */
  @Setup(Level.Iteration)
  public void nextTurn(IterationParams params) {
    current = opened.get(turns.next(params, opened.size())).call();
    System.gc();
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
