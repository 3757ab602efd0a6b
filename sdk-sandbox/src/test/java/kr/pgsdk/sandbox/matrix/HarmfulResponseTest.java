package kr.pgsdk.sandbox.matrix;

import static kr.pgsdk.sandbox.FaultKind.DEEP_BODY;
import static kr.pgsdk.sandbox.FaultKind.ENDLESS_BODY;
import static kr.pgsdk.sandbox.FaultKind.ENDLESS_HEAD;
import static kr.pgsdk.sandbox.FaultKind.GZIP_BOMB;
import static kr.pgsdk.sandbox.FaultKind.HUGE_BODY;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.RetryPolicy;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.Sandbox;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However much an answer has, or unzips to: what a call allocates for it is bounded. */
@Timeout(100)
class HarmfulResponseTest {
  /**
   * 1 MiB of a body in buffers that small pieces fill only in part, and what comes with it; less
   * than any of the answers would take.
   */
  private static final long BOUND = 16 << 20;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static Stream<Fault> answers() {
    return Stream.of(
        Fault.of(GZIP_BOMB).size(1 << 30),
        Fault.of(ENDLESS_BODY),
        Fault.of(ENDLESS_HEAD),
        Fault.of(HUGE_BODY).size(20_000_000),
        Fault.of(DEEP_BODY).size(10_000),
        Fault.of(DEEP_BODY).size(3_000_000));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void answerOfAnySize_takesNoMoreMemoryThanItsLimit(Fault fault) {
    try (Sandbox sandbox = Sandbox.start();
        PaymentGateway gateway =
            GatewayUnderTest.TOSS.open(
                sandbox,
                HttpOptions.builder()
                    .baseUrl(sandbox.tossUrl())
                    .retryPolicy(RetryPolicy.DEFAULT.withAttempts(1))
                    .build())) {
      OrderId orderId = OrderId.random();
      PaymentId id = GatewayUnderTest.TOSS.checkout(sandbox, orderId).paymentId();
      assertThat(gateway.find(PaymentLookup.byPaymentId(id))).isPresent();
      sandbox.toss().inject(fault.always());

      long before = THREADS.getCurrentThreadAllocatedBytes();
      PaymentException thrown = null;
      try {
        gateway.find(PaymentLookup.byPaymentId(id));
      } catch (PaymentException e) {
        thrown = e;
      }
      long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;

      assertThat(thrown).isNotNull();
      assertThat(allocated).as("bytes allocated for " + fault).isLessThan(BOUND);
    }
  }
}
