package kr.pgsdk.portone.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.webhook.Parameters;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.fuzz.Accessors;
import kr.pgsdk.fuzz.Checks;
import kr.pgsdk.fuzz.Script;

/** Webhooks of PortOne V2, and what a browser brings back from its checkout. */
public final class PortOneInboundFuzz {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T00:00:00Z"), ZoneOffset.UTC);
  private static final PortOneWebhookSecret SECRET =
      PortOneWebhookSecret.of("whsec_" + "QUJDRUZHSElKS0xNTk9QUVJTVFVWV1hZ");
  private static final OrderId ORDER = OrderId.of("order_1");
  private static final Money PRICE = Money.krw(1_000);

  private PortOneInboundFuzz() {}

  /** The input is headers, an empty line and the body; a signature {@code ok} is made valid. */
  public static void webhook(byte[] input) {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    int gap = text.indexOf("\n\n");
    Map<String, List<String>> headers = Script.headers(gap < 0 ? "" : text.substring(0, gap));
    byte[] body = gap < 0 ? input : Arrays.copyOfRange(input, gap + 2, input.length);
    boolean signed = List.of("ok").equals(headers.get(StandardWebhooks.SIGNATURE));
    if (signed) {
      headers.put(StandardWebhooks.SIGNATURE, List.of(signature(headers, body)));
    }
    Checks.resultOf(() -> PortOneWebhook.read(WebhookRequest.of(body, headers)))
        .ifPresent(webhook -> read(webhook, signed));
  }

  private static void read(PortOneWebhook webhook, boolean signed) {
    Accessors.walk(webhook);
    Checks.requireLine(webhook.deliveryId());
    webhook.payment().ifPresent(PortOneInboundFuzz::require);
    Checks.resultOf(() -> webhook.verify(List.of(SECRET), CLOCK))
        .ifPresent(
            event -> {
              Checks.require(signed, "event without a signature: ", event);
              Accessors.walk(event);
            });
  }

  private static String signature(Map<String, List<String>> headers, byte[] body) {
    String id = String.join(",", headers.getOrDefault(StandardWebhooks.ID, List.of("")));
    String time = String.join(",", headers.getOrDefault(StandardWebhooks.TIMESTAMP, List.of("")));
    byte[] signature = StandardWebhooks.hmac(SECRET.key(), id, time, body);
    return StandardWebhooks.SCHEME + Base64.getEncoder().encodeToString(signature);
  }

  /** The input is a query. */
  public static void redirect(byte[] input) {
    String query = new String(input, StandardCharsets.UTF_8);
    Checks.resultOf(() -> PortOneRedirect.read(Parameters.ofQuery(query)))
        .ifPresent(PortOneInboundFuzz::redirect);
    Checks.resultOf(() -> PortOneRedirect.readCallback(WebhookRequest.of(input, Map.of())))
        .ifPresent(PortOneInboundFuzz::redirect);
  }

  private static void redirect(PortOneRedirect redirect) {
    Accessors.walk(redirect);
    Accessors.walk(redirect.toReturn());
    require(redirect.payment());
    redirect.claimedMessage().ifPresent(Checks::requireLine);
    Checks.resultOf(() -> redirect.confirmRequest(ORDER, PRICE))
        .ifPresent(
            request ->
                Checks.require(
                    request.orderId().equals(ORDER) && request.money().equals(PRICE),
                    "the browser's values instead of the shop's: ",
                    request));
  }

  private static void require(UntrustedPayment payment) {
    Checks.require(
        payment.claimedPaymentId().isPresent() || payment.claimedOrderId().isPresent(),
        "neither payment id nor order id: ",
        payment);
    payment.claimedPaymentId().ifPresent(id -> Checks.requireLine(id.value()));
    payment.claimedOrderId().ifPresent(id -> Checks.requireLine(id.value()));
  }
}
