package kr.pgsdk.benchmarks.reading;

import java.io.IOException;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One way to make an object of a payment's JSON, given as the bytes of the wire.
 *
 * @param <T> the object
 */
interface PaymentReader<T> {
  T read(byte[] json) throws IOException;

  /** Looks at everything the object has, once. */
  void look(T payment, Blackhole seen);
}
