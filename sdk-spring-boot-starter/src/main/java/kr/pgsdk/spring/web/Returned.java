package kr.pgsdk.spring.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.webhook.Parameters;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.UntrustedReturn;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.iamport.webhook.IamportRedirect;
import kr.pgsdk.spring.Merchant;
import kr.pgsdk.toss.model.TossPayment;
import kr.pgsdk.toss.webhook.TossFailRedirect;
import kr.pgsdk.toss.webhook.TossSuccessRedirect;

/** Reads what a buyer's browser brought back: the query, or what the shop's own page posts. */
final class Returned {
  /** The parameter that {@link RequestAddress} adds; as untrusted as the others. */
  static final String ORDER = "order";

  private Returned() {}

  static UntrustedReturn read(Merchant merchant, HttpServletRequest request) throws IOException {
    boolean posted = request.getMethod().equals("POST");
    Parameters query = Parameters.ofQuery(request.getQueryString());
    if (merchant.isToss()) {
      return toss(posted ? RawBody.of(request).form() : query, query);
    }
    if (!merchant.isIamport()) {
      throw new RejectedRequestException(404, "no returns of this gateway are known");
    }
    if (!posted) {
      return IamportRedirect.read(query).toReturn();
    }
    WebhookRequest callback = RawBody.of(request);
    return IamportRedirect.readCallback(callback).toReturn();
  }

  private static UntrustedReturn toss(Parameters brought, Parameters query) {
    if (brought.value("paymentKey").isPresent()) {
      return TossSuccessRedirect.read(brought).toReturn();
    }
    TossFailRedirect failed = TossFailRedirect.read(brought);
    if (failed.claimedOrderId().isPresent()) {
      return failed.toReturn();
    }
    OrderId orderId = query.value(ORDER).map(Returned::orderId).orElse(null);
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
