package kr.pgsdk.iamport.webhook;

import java.util.Optional;
import kr.pgsdk.core.internal.text.Texts;
import kr.pgsdk.core.webhook.SourceAddresses;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.core.webhook.WebhookRequest;

/**
 * A webhook that says it is Iamport's. Iamport V1 signs nothing, and the address it is sent to is
 * no secret (webhook guide): it names a payment to look up, and {@link UntrustedPayment#verify} or
 * {@code DurablePayments.notified} of {@code sdk-durable} does that. Immutable.
 *
 * <p>Sent when a payment is paid, an account issued or paid into, a scheduled payment tried, or a
 * payment cancelled in the console; not for an ordinary failure, and not for a cancel through the
 * API. It may come before the browser does, twice, or never: it is sent once unless support has
 * switched repetition on.
 */
public final class IamportWebhook {
  /**
   * Where Iamport's webhooks came from when this SDK was made (webhook guide). The list can change:
   * check the guide, and add to it with {@link SourceAddresses#and}.
   */
  public static final SourceAddresses SOURCE_ADDRESSES =
      SourceAddresses.of("52.78.100.19", "52.78.48.223", "52.78.5.241");

  private static final int MAX_ID_LENGTH = 200;

  private final Claims claims;
  private final UntrustedPayment payment;

  private IamportWebhook(Claims claims) {
    this.claims = claims;
    this.payment = claims.payment();
  }

  /**
   * Reads a webhook, in JSON or as a form, whatever its content type says.
   *
   * @throws kr.pgsdk.core.webhook.RejectedRequestException if it can't be read, or names no payment
   */
  public static IamportWebhook read(WebhookRequest request) {
    return new IamportWebhook(Claims.of(request));
  }

  /** The payment it names. */
  public UntrustedPayment payment() {
    return payment;
  }

  /** Which cancel it is about, if it claims to be about one. */
  public Optional<String> claimedCancellationId() {
    return claim("cancellation_id").filter(id -> Texts.isVisibleAscii(id, MAX_ID_LENGTH));
  }

  /**
   * Any field as it came; empty for an absent one, and for an object or a list. Untrusted text: it
   * can be of any length, and have line breaks in it.
   */
  public Optional<String> claim(String name) {
    return claims.text(name);
  }

  /**
   * Whether it is what the console's test button sends: answer 200. No payment has these ids, so
   * nothing is lost if somebody else sends them.
   */
  public boolean isConsoleTest() {
    return payment.claimedPaymentId().filter(id -> id.value().equals("imp_1234567890")).isPresent()
        && payment
            .claimedOrderId()
            .filter(id -> id.value().equals("merchant_1234567890"))
            .isPresent();
  }

  /** Shows ids and the claimed status. */
  @Override
  public String toString() {
    return "IamportWebhook[" + payment + "]";
  }
}
