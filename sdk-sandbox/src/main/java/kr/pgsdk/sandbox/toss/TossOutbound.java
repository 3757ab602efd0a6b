package kr.pgsdk.sandbox.toss;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kr.pgsdk.core.Money;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.Switches;
import kr.pgsdk.sandbox.toss.TossPayment.Method;
import kr.pgsdk.sandbox.toss.TossPayment.Status;
import kr.pgsdk.sandbox.wire.Json;
import kr.pgsdk.sandbox.wire.RandomTexts;
import kr.pgsdk.sandbox.wire.WireWebhook;
import org.jspecify.annotations.Nullable;

/** What Toss sends to a shop, and what its checkout gives the browser. Guarded by the lock. */
final class TossOutbound {
  private static final DateTimeFormatter CREATED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS");
  private static final String HEADER = "tosspayments-webhook-";

  private final TossJson json;
  private final RandomGenerator random;
  private final Switches switches;
  private final String securityKey;

  TossOutbound(TossJson json, RandomGenerator random, Switches switches, String securityKey) {
    this.json = json;
    this.random = random;
    this.switches = switches;
    this.securityKey = securityKey;
  }

  /**
   * The webhooks about the payment as it stands, of a shop that has registered both kinds: none
   * before a confirm, and two for a change of a virtual account (webhook-events).
   */
  List<WireWebhook> webhooks(TossPayment payment, Instant now) {
    List<WireWebhook> webhooks = new ArrayList<>();
    Status status = payment.status(now);
    switch (status) {
      case DONE, CANCELED, PARTIAL_CANCELED, ABORTED, EXPIRED ->
          webhooks.add(request(statusChanged(payment, now), now));
      case READY, IN_PROGRESS, WAITING_FOR_DEPOSIT -> {}
    }
    if (payment.method == Method.VIRTUAL_ACCOUNT && payment.account != null) {
      switch (status) {
        case WAITING_FOR_DEPOSIT, DONE, CANCELED, PARTIAL_CANCELED ->
            webhooks.add(request(depositCallback(payment, status, now), now));
        default -> {}
      }
    }
    return webhooks;
  }

  private Map<String, @Nullable Object> statusChanged(TossPayment payment, Instant now) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>(json.payment(payment, now));
    if (switches.isOn(Switch.TOSS_WEBHOOK_WITHOUT_SECRET)) {
      data.remove("secret");
    }
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("eventType", "PAYMENT_STATUS_CHANGED");
    body.put("createdAt", created(now));
    body.put("data", data);
    return body;
  }

  private Map<String, @Nullable Object> depositCallback(
      TossPayment payment, Status status, Instant now) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("createdAt", created(now));
    body.put("secret", payment.secret);
    body.put("status", status.name());
    body.put("transactionKey", payment.lastTransactionKey);
    body.put("orderId", payment.orderId);
    return body;
  }

  /** A signed webhook about a payout; payouts themselves aren't simulated. */
  WireWebhook payoutChanged(String payoutId, String status, Instant now) {
    Map<String, @Nullable Object> entity = new LinkedHashMap<>();
    entity.put("id", payoutId);
    entity.put("refPayoutId", "sandbox-" + payoutId);
    entity.put("status", status);
    entity.put("error", null);
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("eventType", "payout.changed");
    body.put("createdAt", sent(now));
    body.put("version", "2022-11-16");
    body.put("eventId", "evt_" + RandomTexts.alphanumeric(random, 20));
    body.put("entityType", "payout");
    body.put("entityBody", entity);
    WireWebhook unsigned = request(body, now);
    List<Map.Entry<String, String>> headers = new ArrayList<>(unsigned.headers());
    // The first is of a key that is on its way out.
    headers.add(
        Map.entry(
            HEADER + "signature",
            "v1:"
                + signature("00".repeat(32), unsigned.body(), sent(now))
                + ",v1:"
                + signature(securityKey, unsigned.body(), sent(now))));
    return new WireWebhook(headers, unsigned.body());
  }

  private String signature(String key, String body, String time) {
    byte[] bytes =
        switches.isOn(Switch.TOSS_SIGNS_WITH_DECODED_KEY)
            ? HexFormat.of().parseHex(key)
            : key.getBytes(StandardCharsets.US_ASCII);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
      byte[] hash = mac.doFinal((body + ":" + time).getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private WireWebhook request(Map<String, @Nullable Object> body, Instant now) {
    return new WireWebhook(
        List.of(
            Map.entry("Content-Type", "application/json"),
            Map.entry(HEADER + "transmission-time", sent(now)),
            Map.entry(HEADER + "transmission-retried-count", "0"),
            Map.entry(
                HEADER + "transmission-id", "whtrans_" + RandomTexts.alphanumeric(random, 20))),
        Json.write(body, Json.Style.PLAIN));
  }

  private String created(Instant now) {
    return switches.isOn(Switch.TOSS_WEBHOOK_TIMES_WITH_OFFSET)
        ? sent(now)
        : CREATED.format(now.atOffset(TossJson.KOREA));
  }

  private static String sent(Instant now) {
    return TossJson.WITH_OFFSET.format(now.atOffset(TossJson.KOREA));
  }

  /** The query of {@code successUrl}, with the amount that the browser claims. */
  static String successQuery(String paymentKey, String orderId, Money claimed) {
    return "paymentType=NORMAL&orderId="
        + encoded(orderId)
        + "&paymentKey="
        + encoded(paymentKey)
        + "&amount="
        + claimed.toPlainString();
  }

  /** The query of the {@code successUrl} of a window for billing. */
  static String billingQuery(String customerKey, String authKey) {
    return "customerKey=" + encoded(customerKey) + "&authKey=" + encoded(authKey);
  }

  /** The query of {@code failUrl}. */
  static String failQuery(String orderId, String code) {
    boolean byBuyer = code.equals("PAY_PROCESS_CANCELED");
    String message = byBuyer ? "사용자에 의해 결제가 취소되었습니다." : TossCodes.text(code);
    // Some say that the order is left out when the buyer gives up.
    return "code="
        + encoded(code)
        + "&message="
        + encoded(message)
        + (byBuyer ? "" : "&orderId=" + encoded(orderId));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
