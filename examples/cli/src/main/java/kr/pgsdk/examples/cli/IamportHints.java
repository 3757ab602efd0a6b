package kr.pgsdk.examples.cli;

import java.util.Map;
import kr.pgsdk.core.webhook.Parameters;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.examples.cli.Hint.Kind;
import kr.pgsdk.iamport.webhook.IamportRedirect;
import kr.pgsdk.iamport.webhook.IamportWebhook;
import org.jspecify.annotations.Nullable;

/** Recognises Iamport's webhooks and browser callbacks. */
final class IamportHints {
  private IamportHints() {}

  /** Reads a body, a query or a link; null if it is anything else. */
  static @Nullable Hint read(String text) {
    Hint fromBrowser = callback(text);
    return fromBrowser != null ? fromBrowser : webhook(text);
  }

  private static @Nullable Hint callback(String text) {
    try {
      IamportRedirect redirect =
          Hint.isJson(text)
              ? IamportRedirect.readCallback(Hint.request(text))
              : IamportRedirect.read(Parameters.ofQuery(Hint.query(text)));
      UntrustedPayment named = redirect.payment().orElse(null);
      boolean failed =
          redirect.claimedErrorCode().isPresent() || redirect.claimedErrorMessage().isPresent();
      boolean judges = redirect.claimedSuccess().isPresent() && (named != null || failed);
      // Newer checkouts redirect with the two ids, and claim neither success nor failure.
      boolean bare = named != null && !Hint.isJson(text) && named.claimedStatus().isEmpty();
      if (!judges && !bare && !(failed && named != null)) {
        return null;
      }
      Map<String, String> claims = Hint.claims(named);
      redirect.claimedSuccess().ifPresent(success -> claims.put("success", success.toString()));
      redirect.claimedErrorCode().ifPresent(code -> claims.put("error code", code));
      redirect.claimedErrorMessage().ifPresent(words -> claims.put("error message", words));
      return new Hint(Gateway.IAMPORT, Kind.BROWSER_CALLBACK, claims, Hint.lookup(named), "");
    } catch (RejectedRequestException e) {
      return null;
    }
  }

  private static @Nullable Hint webhook(String text) {
    try {
      IamportWebhook webhook =
          IamportWebhook.read(Hint.request(Hint.isJson(text) ? text : text.strip()));
      boolean status = webhook.claim("status").isPresent();
      boolean amount = webhook.claim("amount").isPresent();
      // It is a payment that lacks a field, not a webhook.
      boolean payment =
          webhook.claim("currency").isPresent() || webhook.claim("pay_method").isPresent();
      boolean names = webhook.payment().claimedOrderId().isPresent();
      boolean asks =
          webhook.claim("event").filter(event -> event.endsWith(".Confirm")).isPresent()
              || (amount && !status && names);
      if (payment || (!asks && (!status || amount))) {
        return null;
      }
      Map<String, String> claims = Hint.claims(webhook.payment());
      webhook.claimedCancellationId().ifPresent(id -> claims.put("cancellation id", id));
      if (webhook.isConsoleTest()) {
        return new Hint(
            Gateway.IAMPORT,
            Kind.WEBHOOK,
            claims,
            null,
            "The test button of Iamport's console sends it: no payment has these ids.");
      }
      return new Hint(
          Gateway.IAMPORT,
          asks ? Kind.CONFIRM_REQUEST : Kind.WEBHOOK,
          claims,
          Hint.lookup(webhook.payment()),
          asks ? "Nothing is paid yet." : "");
    } catch (RejectedRequestException e) {
      return null;
    }
  }
}
