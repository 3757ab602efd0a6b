package kr.pgsdk.examples.cli;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.core.webhook.WebhookRequest;
import org.jspecify.annotations.Nullable;

/**
 * What came in unasked and names a payment, or says why there is none. Anyone can write such a
 * thing: it is a reason to look, and no payment.
 *
 * @param gateway whose it looks like
 * @param kind what it looks like
 * @param claims what it says, by the label of each claim; never a secret or a buyer's data
 * @param lookup what to look up; null if it names nothing that can be
 * @param remark what to know about this one; empty if there is nothing special
 */
record Hint(
    Gateway gateway,
    Kind kind,
    Map<String, String> claims,
    @Nullable PaymentLookup lookup,
    String remark) {
  /** What a hint can be. */
  enum Kind {
    WEBHOOK("a webhook"),
    CONFIRM_REQUEST("a confirm request"),
    BROWSER_CALLBACK("a browser callback");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    /** Its name for people, with its article. */
    String title() {
      return title;
    }
  }

  /**
   * Recognises what is no payment's answer; null for a payment, and for whatever nobody knows.
   *
   * @param gateway asked first; one gateway's hint never looks like the other's
   */
  static @Nullable Hint of(Gateway gateway, String text) {
    Hint own = of(gateway == Gateway.TOSS, text);
    return own != null ? own : of(gateway != Gateway.TOSS, text);
  }

  private static @Nullable Hint of(boolean toss, String text) {
    return toss ? TossHints.read(text) : IamportHints.read(text);
  }

  /** A body without the headers it came with: nobody saves those. */
  static WebhookRequest request(String body) {
    return WebhookRequest.of(body.getBytes(StandardCharsets.UTF_8), name -> null);
  }

  /** Whether the text looks like a JSON object. */
  static boolean isJson(String text) {
    return text.stripLeading().startsWith("{");
  }

  /** The query of a link, or the text itself: a query or a form. */
  static String query(String text) {
    String line = text.strip();
    int end = line.indexOf('#');
    String link = end < 0 ? line : line.substring(0, end);
    return link.substring(link.indexOf('?') + 1);
  }

  /** Begins a hint's claims with the payment it names. */
  static Map<String, String> claims(@Nullable UntrustedPayment named) {
    Map<String, String> claims = new LinkedHashMap<>();
    if (named != null) {
      named.claimedPaymentId().ifPresent(id -> claims.put("payment id", id.value()));
      named.claimedOrderId().ifPresent(id -> claims.put("order id", id.value()));
      named.claimedStatus().ifPresent(word -> claims.put("status", word));
    }
    return claims;
  }

  /** By what to look up the payment that was named. */
  static @Nullable PaymentLookup lookup(@Nullable UntrustedPayment named) {
    return named == null
        ? null
        : named
            .claimedPaymentId()
            .map(PaymentLookup::byPaymentId)
            .or(() -> named.claimedOrderId().map(PaymentLookup::byOrderId))
            .orElse(null);
  }
}
