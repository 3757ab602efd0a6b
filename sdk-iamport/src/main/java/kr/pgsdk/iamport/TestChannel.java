package kr.pgsdk.iamport;

import java.util.concurrent.atomic.AtomicBoolean;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.internal.http.Observer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What to say where a payment of the test channel is left out. Iamport answers as if there were no
 * such payment, unless it is asked with {@code include_sandbox} (since 2026-01-26).
 */
final class TestChannel {
  /** Why a payment that the console shows may not be found. */
  static final String NOT_FOUND =
      "If the console shows this payment, it was made through a test channel: only a gateway"
          + " built with acceptTestPayments(true) finds it";

  /** Why a paid payment isn't confirmed. */
  static final String NOT_ACCEPTED =
      "This payment was made through a test channel, and moved no money: in a test environment"
          + " build the gateway with acceptTestPayments(true); in production ship nothing for it";

  private static final Logger LOG = LoggerFactory.getLogger("kr.pgsdk.payment");
  private static final AtomicBoolean SAID = new AtomicBoolean();

  private TestChannel() {}

  /** Logs why a payment may not be found: at INFO once, for a forged webhook may ask for many. */
  static void logNotFound(PaymentId paymentId) {
    String line = "iamport: there is no payment {}. {}";
    Observer.quietly(
        () -> {
          if (SAID.compareAndSet(false, true)) {
            LOG.info(line + ". Further ones are logged at DEBUG", paymentId, NOT_FOUND);
          } else {
            LOG.debug(line, paymentId, NOT_FOUND);
          }
        });
  }
}
