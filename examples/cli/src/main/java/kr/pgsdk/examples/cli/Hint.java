package kr.pgsdk.examples.cli;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.core.webhook.WebhookRequest;
import org.jspecify.annotations.Nullable;

/**
 * A webhook or a browser callback: a reason to look a payment up. Anyone can send one, so it proves
 * nothing.
 *
 * @param gateway the gateway that seems to have sent it
 * @param kind what it seems to be
 * @param claims its claims by their labels, without secrets and buyers' data
 * @param lookup the payment to look up; null if it names none
 * @param remark a remark for the user; empty if there is none
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
   * Recognises a hint; null for a payment, and for an unknown text.
   *
   * @param gateway whose reader is tried first; one gateway's hint never looks like the other's
   */
  static @Nullable Hint of(Gateway gateway, String text) {
    Hint own = readAs(gateway, text);
    if (own != null) {
      return own;
    }
    for (Gateway other : List.of(Gateway.PORTONE, Gateway.IAMPORT, Gateway.TOSS)) {
      Hint theirs = other == gateway ? null : readAs(other, text);
      if (theirs != null) {
        return theirs;
      }
    }
    return null;
  }

  private static @Nullable Hint readAs(Gateway gateway, String text) {
    return switch (gateway) {
      case IAMPORT -> IamportHints.read(text);
      case TOSS -> TossHints.read(text);
      case PORTONE -> PortOneHints.read(text);
    };
  }

  /** A body without its headers, which a saved file doesn't have. */
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

  /** Returns claims that begin with the named payment. */
  static Map<String, String> claims(@Nullable UntrustedPayment named) {
    Map<String, String> claims = new LinkedHashMap<>();
    if (named != null) {
      named.claimedPaymentId().ifPresent(id -> claims.put("payment id", id.value()));
      named.claimedOrderId().ifPresent(id -> claims.put("order id", id.value()));
      named.claimedStatus().ifPresent(word -> claims.put("status", word));
    }
    return claims;
  }

  /** Returns how to look up the named payment; null if it has no id. */
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
