package kr.pgsdk.benchmarks.reading;

import java.io.IOException;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One way to make an object of a payment's JSON.
 *
 * @param <T> the object
 */
interface PaymentReader<T> {
  T read(String json) throws IOException;

  /** Looks at everything the object has, once. */
  void look(T payment, Blackhole seen);
}
