package kr.pgsdk.fuzz;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.webhook.Parameters;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.iamport.webhook.IamportConfirmProcess;
import kr.pgsdk.iamport.webhook.IamportRedirect;
import kr.pgsdk.iamport.webhook.IamportWebhook;
import kr.pgsdk.toss.webhook.TossFailRedirect;
import kr.pgsdk.toss.webhook.TossSecurityKey;
import kr.pgsdk.toss.webhook.TossSuccessRedirect;
import kr.pgsdk.toss.webhook.TossWebhook;

/** Webhooks, confirm requests, and parameters that a browser brings back. */
final class InboundFuzz {
  private static final String KEY = "0123456789abcdef".repeat(4);
  private static final String SIGNATURE = "tosspayments-webhook-signature";
  private static final String TIME = "tosspayments-webhook-transmission-time";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T00:00:00Z"), ZoneOffset.UTC);
  private static final OrderId ORDER = OrderId.of("order_1");
  private static final Money PRICE = Money.krw(1_000);

  private InboundFuzz() {}

  /** The input is headers, an empty line and the body; a signature {@code ok} is made valid. */
  static void webhook(byte[] input) {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    int gap = text.indexOf("\n\n");
    Map<String, List<String>> headers = Script.headers(gap < 0 ? "" : text.substring(0, gap));
    byte[] body = gap < 0 ? input : Arrays.copyOfRange(input, gap + 2, input.length);
    boolean signed = List.of("ok").equals(headers.get(SIGNATURE)) && headers.containsKey(TIME);
    if (signed) {
      headers.put(SIGNATURE, List.of(signature(body, String.join(",", headers.get(TIME)).strip())));
    }
    Checks.resultOf(() -> WebhookRequest.of(body, headers))
        .ifPresent(request -> read(request, signed));
  }

  private static void read(WebhookRequest request, boolean signed) {
    Checks.requireLine(request.toString());
    Checks.resultOf(request::form).ifPresent(Accessors::walk);
    Checks.resultOf(() -> IamportWebhook.read(request)).ifPresent(InboundFuzz::webhook);
    Checks.resultOf(() -> IamportConfirmProcess.read(request))
        .ifPresent(
            process -> {
              Accessors.walk(process);
              boolean approved = process.compare(ORDER, PRICE).isApproval();
              Checks.require(
                  !approved
                      || process
                          .claimedAmount()
                          .map(amount -> amount.compareTo(PRICE.amount()) == 0)
                          .orElse(true),
                  "approves another amount: ",
                  process);
            });
    Checks.resultOf(() -> IamportRedirect.readCallback(request)).ifPresent(InboundFuzz::redirect);
    Checks.resultOf(() -> TossWebhook.read(request)).ifPresent(webhook -> toss(webhook, signed));
  }

  private static void webhook(IamportWebhook webhook) {
    Accessors.walk(webhook);
    require(webhook.payment());
    webhook.claim("cancellation_id");
  }

  private static void toss(TossWebhook webhook, boolean signed) {
    Accessors.walk(webhook);
    webhook.payment().ifPresent(InboundFuzz::require);
    Checks.require(!webhook.hasSecret("no input has this"), "accepts an unknown secret: ", webhook);
    Checks.resultOf(() -> webhook.verify(TossSecurityKey.of(KEY), CLOCK))
        .ifPresent(
            event -> {
              Checks.require(signed, "event without a signature: ", event);
              Accessors.walk(event);
              Checks.requireLine(event.eventId());
              Checks.requireLine(event.entityId());
            });
  }

  private static String signature(byte[] body, String time) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
      mac.update(body);
      mac.update((byte) ':');
      byte[] signed = mac.doFinal(time.getBytes(StandardCharsets.UTF_8));
      return "v1:" + Base64.getEncoder().encodeToString(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The input is a query. */
  static void redirect(byte[] input) {
    String query = new String(input, StandardCharsets.UTF_8);
    Checks.resultOf(() -> Parameters.ofQuery(query))
        .ifPresent(
            parameters -> {
              Checks.requireLine(parameters.toString());
              Checks.resultOf(() -> IamportRedirect.read(parameters))
                  .ifPresent(InboundFuzz::redirect);
              Checks.resultOf(() -> TossSuccessRedirect.read(parameters))
                  .ifPresent(InboundFuzz::redirect);
              Checks.resultOf(() -> TossFailRedirect.read(parameters)).ifPresent(Accessors::walk);
            });
  }

  private static void redirect(IamportRedirect redirect) {
    Accessors.walk(redirect);
    redirect.payment().ifPresent(InboundFuzz::require);
    redirect.claimedErrorMessage().ifPresent(Checks::requireLine);
    Checks.resultOf(redirect::toReturn).ifPresent(Accessors::walk);
    Checks.resultOf(() -> redirect.confirmRequest(ORDER, PRICE)).ifPresent(Accessors::walk);
  }

  private static void redirect(TossSuccessRedirect redirect) {
    Accessors.walk(redirect);
    Accessors.walk(redirect.toReturn());
    require(redirect.payment());
    Checks.resultOf(() -> redirect.confirmRequest(ORDER, PRICE))
        .ifPresent(
            request ->
                Checks.require(
                    request.orderId().equals(ORDER)
                        && request.money().equals(PRICE)
                        && request
                                .returnedMoney()
                                .orElseThrow()
                                .amount()
                                .compareTo(redirect.claimedAmount())
                            == 0,
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
