package kr.pgsdk.spring.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.webhook.Parameters;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.SourceAddresses;
import kr.pgsdk.core.webhook.UntrustedReturn;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.toss.model.TossPayment;
import kr.pgsdk.toss.webhook.TossFailRedirect;
import kr.pgsdk.toss.webhook.TossSuccessRedirect;
import kr.pgsdk.toss.webhook.TossWebhook;

/** From Toss: redirects of success and failure; webhooks, of which those of payouts are signed. */
final class TossIncoming implements Incoming {
  /** The parameter that {@link RequestAddress} adds; as untrusted as the others. */
  static final String ORDER = "order";

  private static final Set<String> SIGNED = Set.of("payout.changed", "seller.changed");

  @Override
  public SourceAddresses sources() {
    return TossWebhook.SOURCE_ADDRESSES;
  }

  @Override
  public Webhook webhook(WebhookRequest request, Clock clock) {
    TossWebhook webhook = TossWebhook.read(request);
    return new Webhook(
        webhook.payment().orElse(null),
        SIGNED.contains(webhook.claimedEventType()) ? webhook : null);
  }

  @Override
  public UntrustedReturn back(HttpServletRequest request) throws IOException {
    Parameters query = Parameters.ofQuery(request.getQueryString());
    Parameters brought = request.getMethod().equals("POST") ? RawBody.of(request).form() : query;
    if (brought.value("paymentKey").isPresent()) {
      return TossSuccessRedirect.read(brought).toReturn();
    }
    TossFailRedirect failed = TossFailRedirect.read(brought);
    if (failed.claimedOrderId().isPresent()) {
      return failed.toReturn();
    }
    OrderId orderId = query.value(ORDER).map(TossIncoming::orderId).orElse(null);
    return UntrustedReturn.of(
        TossPayment.TERMS, null, orderId, null, failed.claimedCode().orElse(null));
  }

  private static OrderId orderId(String text) {
    try {
      return OrderId.of(text);
    } catch (IllegalArgumentException e) {
      throw new RejectedRequestException(400, "the order is refused: " + e.getMessage());
    }
  }
}
