package kr.pgsdk.portone.webhook;

import java.util.function.Predicate;
import kr.pgsdk.core.webhook.RejectedRequestException;

/** Whose request it is that isn't PortOne's, told by the names of its fields alone. */
final class OtherSender {
  private OtherSender() {}

  /**
   * Refuses a request of another gateway, and says so; it repeats nothing of the request.
   *
   * @throws RejectedRequestException if it is one's
   */
  static void requireOwn(Predicate<String> there) {
    if (there.test("imp_uid") || there.test("merchant_uid")) {
      throw new RejectedRequestException(
          400,
          "this looks like a request of Iamport, PortOne V1 (imp_uid, merchant_uid), and this reader"
              + " is for V2: give V1 an address of its own, and read it by IamportWebhook or"
              + " IamportRedirect");
    }
    if (there.test("eventType") || there.test("paymentKey")) {
      throw new RejectedRequestException(
          400,
          "this looks like a request of Toss Payments (eventType, paymentKey): it arrived at the"
              + " address for PortOne. Give each gateway an address of its own, and read this one by"
              + " TossWebhook or TossSuccessRedirect");
    }
  }
}
