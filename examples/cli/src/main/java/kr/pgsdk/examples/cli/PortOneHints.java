package kr.pgsdk.examples.cli;

import java.util.Map;
import kr.pgsdk.core.webhook.Parameters;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.examples.cli.Hint.Kind;
import kr.pgsdk.portone.webhook.PortOneRedirect;
import kr.pgsdk.portone.webhook.PortOneWebhook;
import org.jspecify.annotations.Nullable;

/** Recognises the webhooks of PortOne V2, and what a browser brings back from its checkout. */
final class PortOneHints {
  private PortOneHints() {}

  /** Reads a body, a query or a link; null if it is anything else. */
  static @Nullable Hint read(String text) {
    return Hint.isJson(text) ? webhook(text) : redirect(text);
  }

  private static @Nullable Hint webhook(String text) {
    try {
      PortOneWebhook webhook = PortOneWebhook.read(Hint.request(text));
      UntrustedPayment named = webhook.payment().orElse(null);
      Map<String, String> claims = Hint.claims(named);
      claims.put("event", webhook.claimedType().toString());
      webhook.claimedTimestamp().ifPresent(at -> claims.put("at", at.toString()));
      String remark = named == null ? "It names no payment: pg has nothing to look up." : "";
      return new Hint(Gateway.PORTONE, Kind.WEBHOOK, claims, Hint.lookup(named), remark);
    } catch (RejectedRequestException e) {
      return null;
    }
  }

  private static @Nullable Hint redirect(String text) {
    try {
      PortOneRedirect redirect = PortOneRedirect.read(Parameters.ofQuery(Hint.query(text)));
      Map<String, String> claims = Hint.claims(redirect.payment());
      redirect.claimedCode().ifPresent(code -> claims.put("error code", code));
      redirect.claimedMessage().ifPresent(words -> claims.put("error message", words));
      boolean toConfirm = text.contains("paymentToken=");
      return new Hint(
          Gateway.PORTONE,
          Kind.BROWSER_CALLBACK,
          claims,
          Hint.lookup(redirect.payment()),
          toConfirm
              ? "Nothing is paid yet. pg portone confirm with --payment-token captures: give it the"
                  + " order id and the amount of your own records."
              : "");
    } catch (RejectedRequestException e) {
      return null;
    }
  }
}
