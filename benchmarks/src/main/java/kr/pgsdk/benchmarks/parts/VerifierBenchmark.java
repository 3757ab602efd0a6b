package kr.pgsdk.benchmarks.parts;

import java.util.concurrent.TimeUnit;
import kr.pgsdk.benchmarks.Gateway;
import kr.pgsdk.benchmarks.calls.Orders;
import kr.pgsdk.benchmarks.server.Sample;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.verify.PaymentExpectation;
import kr.pgsdk.core.verify.PaymentVerifier;
import kr.pgsdk.core.verify.Verification;
import kr.pgsdk.toss.model.TossPayment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Verifying a payment: one as expected, and one of another amount. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class VerifierBenchmark {
  // The ids are equal texts, not the same objects: in a shop they come from its database.
  private final Payment payment = TossPayment.parse(Sample.text(Sample.TOSS_PAYMENT)).toPayment();
  private final PaymentExpectation expected = expected(Orders.money(Gateway.TOSS));
  private final PaymentExpectation tooMuch = expected(Money.krw(15_000));

  private static PaymentExpectation expected(Money money) {
    return PaymentExpectation.of(
        Orders.orderId(Gateway.TOSS), Orders.paymentId(Gateway.TOSS), money);
  }

  /** All is well. */
  @Benchmark
  public Verification matching() {
    return PaymentVerifier.verify(expected, payment);
  }

  /** The amount is another. */
  @Benchmark
  public Verification mismatching() {
    return PaymentVerifier.verify(tooMuch, payment);
  }
}
