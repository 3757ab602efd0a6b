package kr.pgsdk.examples.cli;

import java.util.Map;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.webhook.Parameters;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.examples.cli.Hint.Kind;
import kr.pgsdk.toss.webhook.TossFailRedirect;
import kr.pgsdk.toss.webhook.TossSuccessRedirect;
import kr.pgsdk.toss.webhook.TossWebhook;
import org.jspecify.annotations.Nullable;

/** Recognises Toss's webhooks and browser callbacks. */
final class TossHints {
  private TossHints() {}

  /** Reads a body, a query or a link; null if it is anything else. */
  static @Nullable Hint read(String text) {
    if (Hint.isJson(text)) {
      return webhook(text);
    }
    Hint success = success(text);
    return success != null ? success : failure(text);
  }

  private static @Nullable Hint webhook(String text) {
    try {
      TossWebhook webhook = TossWebhook.read(Hint.request(text));
      UntrustedPayment named = webhook.payment().orElse(null);
      // A deposit callback is flat, without a type, and without the payment's key.
      boolean flat = !text.contains("\"eventType\"");
      if (flat && named != null && named.claimedPaymentId().isPresent()) {
        return null;
      }
      Map<String, String> claims = Hint.claims(named);
      claims.put("event", webhook.claimedEventType());
      webhook.claimedCreatedAt().ifPresent(at -> claims.put("created at", at.toString()));
      String remark = named == null ? "It names no payment: pg has nothing to look up." : "";
      return new Hint(Gateway.TOSS, Kind.WEBHOOK, claims, Hint.lookup(named), remark);
    } catch (RejectedRequestException e) {
      return null;
    }
  }

  private static @Nullable Hint success(String text) {
    try {
      TossSuccessRedirect redirect = TossSuccessRedirect.read(Parameters.ofQuery(Hint.query(text)));
      Map<String, String> claims = Hint.claims(redirect.payment());
      claims.put("amount", redirect.claimedAmount().toPlainString());
      return new Hint(
          Gateway.TOSS,
          Kind.BROWSER_CALLBACK,
          claims,
          Hint.lookup(redirect.payment()),
          "Nothing is paid yet. pg toss confirm captures: give it the order id and the amount of"
              + " your own records.");
    } catch (RejectedRequestException e) {
      return null;
    }
  }

  private static @Nullable Hint failure(String text) {
    try {
      TossFailRedirect redirect = TossFailRedirect.read(Parameters.ofQuery(Hint.query(text)));
      String code = redirect.claimedCode().orElse(null);
      String message = redirect.claimedMessage().orElse(null);
      if (code == null || message == null) {
        return null;
      }
      OrderId orderId = redirect.claimedOrderId().orElse(null);
      Map<String, String> claims = Hint.claims(null);
      if (orderId != null) {
        claims.put("order id", orderId.value());
      }
      claims.put("error code", code);
      claims.put("error message", message);
      PaymentLookup lookup = orderId == null ? null : PaymentLookup.byOrderId(orderId);
      return new Hint(Gateway.TOSS, Kind.BROWSER_CALLBACK, claims, lookup, "");
    } catch (RejectedRequestException e) {
      return null;
    }
  }
}
