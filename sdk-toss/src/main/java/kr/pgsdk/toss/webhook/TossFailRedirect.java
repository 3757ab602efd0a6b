package kr.pgsdk.toss.webhook;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.text.Redaction;
import kr.pgsdk.core.webhook.Parameters;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.UntrustedReturn;
import kr.pgsdk.toss.model.TossErrorCode;
import kr.pgsdk.toss.model.TossPayment;
import org.jspecify.annotations.Nullable;

/**
 * What the buyer's browser brings to {@code failUrl}: the checkout ended without a payment to
 * confirm, or somebody says so. Don't cancel an order by it: the same buyer may be paying in
 * another tab. Immutable.
 */
public final class TossFailRedirect {
  private static final Redaction REDACTION = new Redaction(List.of());
  private static final Set<String> BY_BUYER = Set.of("PAY_PROCESS_CANCELED", "USER_CANCEL");

  private final @Nullable String code;
  private final @Nullable String message;
  private final @Nullable OrderId orderId;

  private TossFailRedirect(Parameters query) {
    this.code = query.value("code").filter(TossErrorCode::isWellFormed).orElse(null);
    this.message = REDACTION.redact(query.value("message").orElse(null));
    this.orderId = query.value("orderId").map(TossFailRedirect::orderId).orElse(null);
  }

  private static OrderId orderId(String text) {
    try {
      return OrderId.of(text);
    } catch (IllegalArgumentException e) {
      throw new RejectedRequestException(400, "orderId is refused: " + e.getMessage());
    }
  }

  /**
   * Reads the query of {@code failUrl}. Nothing in it has to be there.
   *
   * @throws RejectedRequestException if the order id is none, or something is given twice
   */
  public static TossFailRedirect read(Parameters query) {
    return new TossFailRedirect(query);
  }

  /** Why, as a code such as {@code REJECT_CARD_COMPANY}. */
  public Optional<String> claimedCode() {
    return Optional.ofNullable(code);
  }

  /** Why, redacted. Untrusted text: show a sentence of your own for the code. */
  public Optional<String> claimedMessage() {
    return Optional.ofNullable(message);
  }

  /** The order; absent from some failures. */
  public Optional<OrderId> claimedOrderId() {
    return Optional.ofNullable(orderId);
  }

  /**
   * This, as what any gateway's checkout brings back.
   *
   * @throws RejectedRequestException if it names no order
   */
  public UntrustedReturn toReturn() {
    return UntrustedReturn.of(TossPayment.TERMS, null, orderId, null, code);
  }

  /** Whether it claims that the buyer gave up. */
  public boolean claimsBuyerCancelled() {
    return code != null && BY_BUYER.contains(code);
  }

  /** Shows code and order id. */
  @Override
  public String toString() {
    return "TossFailRedirect[" + code + ", orderId=" + orderId + "]";
  }
}
