package kr.pgsdk.benchmarks.reading;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.benchmarks.Gateway;
import kr.pgsdk.benchmarks.Turns;
import kr.pgsdk.benchmarks.server.Sample;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.infra.IterationParams;

/** From a payment's JSON as bytes to an object, by one library in a process of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReadingBenchmark {
  /** Who reads. */
  @Param public Library library = Library.SDK;

  /** Whose payment. */
  @Param public Gateway gateway = Gateway.TOSS;

  private PaymentReader<Object> reader = reader();
  private byte[] json = {};
  private final Turns turns = new Turns();
  private boolean looking;

  /** Makes what is made once. */
  @Setup
  public void open() {
    reader = reader();
    json = Sample.bytes(gateway == Gateway.TOSS ? Sample.TOSS_PAYMENT : Sample.IAMPORT_PAYMENT);
  }

  // What a reader makes is handed to that same reader alone.
  @SuppressWarnings("unchecked")
  private PaymentReader<Object> reader() {
    return (PaymentReader<Object>) library.reader(gateway);
  }

  /** The object alone in one turn; in the next each of its accessors too, once. */
  @Setup(Level.Iteration)
  public void nextTurn(IterationParams params) {
    looking = turns.next(params, 2) == 1;
  }

  /** What isn't looked at, a library that reads when asked hasn't read. */
  @Benchmark
  public Object read(Blackhole seen) throws IOException {
    Object payment = reader.read(json);
    if (looking) {
      reader.look(payment, seen);
    }
    return payment;
  }
}
