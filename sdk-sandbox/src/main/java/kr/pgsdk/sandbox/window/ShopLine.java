package kr.pgsdk.sandbox.window;

import java.net.URI;
import java.util.List;
import kr.pgsdk.core.PaymentId;

/** The line between a gateway and the shop, where things can go wrong with one payment. */
public interface ShopLine {
  /**
   * Loses the answer to the next request that the shop confirms the payment with, or to every
   * request about it until the sandbox's faults are cleared.
   */
  void loseAnswers(PaymentId paymentId, boolean all);

  /** Sends the payment's webhooks there, and not where the gateway sends all others. */
  void sendWebhooksInstead(PaymentId paymentId, List<URI> urls);

  /** Sends each of the payment's webhooks so often from now on; 0 is never. */
  void sendWebhooks(PaymentId paymentId, int times);
}
