package kr.pgsdk.sandbox.portone;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.Switches;
import kr.pgsdk.sandbox.portone.PortOneNotice.Sending;
import kr.pgsdk.sandbox.wire.Json;
import kr.pgsdk.sandbox.wire.Outbox;
import kr.pgsdk.sandbox.wire.StateLock;
import kr.pgsdk.sandbox.wire.WireRequest;
import kr.pgsdk.sandbox.wire.WireWebhook;
import org.jspecify.annotations.Nullable;

/**
 * Notes what a shop is to be told, and signs it (Standard Webhooks). Its own methods are guarded by
 * the simulation's lock; {@link #due} takes it.
 */
final class PortOneOutbox implements Outbox {
  /** Waits before the retries (webhook guide); the real ones have some jitter. */
  private static final List<Duration> WAITS =
      List.of(
          Duration.ZERO,
          Duration.ofMinutes(1),
          Duration.ofMinutes(4),
          Duration.ofMinutes(16),
          Duration.ofMinutes(64),
          Duration.ofMinutes(256));

  private final PortOneStore store;
  private final Clock clock;
  private final Switches switches;
  private final StateLock lock;
  private final byte[] key;
  private final byte[] nextKey;
  private final List<PortOneNotice> untold = new ArrayList<>();
  private final List<Sending> sendings = new ArrayList<>();
  private Runnable before = () -> {};

  PortOneOutbox(PortOneStore store, Clock clock, Switches switches, StateLock lock) {
    this.store = store;
    this.clock = clock;
    this.switches = switches;
    this.lock = lock;
    this.key = store.secret(32).getBytes(StandardCharsets.US_ASCII);
    this.nextKey = store.secret(32).getBytes(StandardCharsets.US_ASCII);
  }

  /** What is to be done before it is looked what to send. */
  void before(Runnable work) {
    before = work;
  }

  /** What webhooks are signed with. */
  String secret() {
    return text(key);
  }

  /** The one that follows it. */
  String nextSecret() {
    return text(nextKey);
  }

  private static String text(byte[] key) {
    return "whsec_" + Base64.getEncoder().encodeToString(key);
  }

  /** A change of a payment that the shop is told of. */
  void tell(
      PortOneAttempt attempt,
      String type,
      @Nullable String cancellationId,
      @Nullable String trigger) {
    PortOneNotice notice =
        PortOneNotice.ofPayment(
            store.uuid(), type, clock.instant(), attempt, cancellationId, trigger);
    attempt.notices.add(notice);
    untold.add(notice);
  }

  /** A change of a payment that nothing more is to be said about. */
  void tell(PortOneAttempt attempt, String type) {
    tell(attempt, type, null, null);
  }

  /** A change of a billing key. */
  void tellOfKey(String billingKey, String type) {
    untold.add(PortOneNotice.ofBillingKey(store.uuid(), type, clock.instant(), billingKey));
  }

  /** Sends it once more to where it went. */
  Sending resend(PortOneNotice notice) {
    URI url = notice.sendings.get(0).url;
    notice.manualResends++;
    return add(notice, url, "MANUAL");
  }

  private Sending add(PortOneNotice notice, URI url, @Nullable String trigger) {
    Sending sending = new Sending(notice, url, trigger, clock.instant());
    notice.sendings.add(sending);
    sendings.add(sending);
    return sending;
  }

  @Override
  public List<Outgoing> due(@Nullable URI usual) {
    return lock.call(
        () -> {
          before.run();
          for (PortOneNotice notice : untold) {
            List<URI> own = notice.attempt == null ? List.of() : notice.attempt.order.noticeUrls();
            List<URI> to = !own.isEmpty() ? own : usual == null ? List.of() : List.of(usual);
            to.forEach(url -> add(notice, url, notice.trigger));
          }
          untold.clear();
          Instant now = clock.instant();
          List<Outgoing> due = new ArrayList<>();
          sendings.stream()
              .filter(sending -> sending.next != null && !sending.next.isAfter(now))
              .sorted(Comparator.comparing(sending -> sending.notice.at))
              .forEach(sending -> due.add(send(sending, now)));
          sendings.removeIf(sending -> sending.next == null && !sending.isFirst());
          return due;
        });
  }

  private Outgoing send(Sending sending, Instant now) {
    PortOneNotice notice = sending.notice;
    String id =
        !sending.isFirst() && switches.isOn(Switch.PORTONE_RETRIES_HAVE_NEW_WEBHOOK_IDS)
            ? store.uuid()
            : notice.webhookId;
    WireWebhook webhook = wire(notice, id, now);
    sending.sent(webhook.body(), now);
    return new Outgoing(
        notice.attempt == null ? null : notice.attempt.id(),
        sending.url,
        webhook,
        status -> answered(sending, status));
  }

  private void answered(Sending sending, int status) {
    lock.run(
        () -> {
          boolean ends =
              switches.isOn(Switch.PORTONE_WEBHOOKS_NEED_200)
                  ? status == 200
                  : status >= 200 && status < 300;
          Instant now = clock.instant();
          int next = Math.min(sending.executions(), WAITS.size() - 1);
          sending.answered(status, ends, now, now.plus(WAITS.get(next)));
          if (sending.next != null) {
            sendings.add(sending);
          }
        });
  }

  /** What the gateway sent last about the payment; nothing if it sent nothing yet. */
  List<WireWebhook> newest(PortOneAttempt attempt) {
    int count = attempt.notices.size();
    return count == 0 ? List.of() : List.of(wire(attempt.notices.get(count - 1), clock.instant()));
  }

  private WireWebhook wire(PortOneNotice notice, Instant now) {
    return wire(notice, notice.webhookId, now);
  }

  private WireWebhook wire(PortOneNotice notice, String id, Instant now) {
    Map<String, @Nullable Object> old = old(notice);
    if (old == null) {
      return signed("application/json", id, Json.write(body(notice), Json.Style.PLAIN), now);
    }
    return switches.isOn(Switch.PORTONE_WEBHOOKS_AS_FORM)
        ? signed("application/x-www-form-urlencoded", id, WireRequest.form(old), now)
        : signed("application/json", id, Json.write(old, Json.Style.PLAIN), now);
  }

  /** A request that is signed like a webhook. */
  WireWebhook signed(String contentType, String id, String text, Instant now) {
    String timestamp = Long.toString(now.getEpochSecond());
    String signed = id + "." + timestamp + "." + text;
    String signature = "v1," + mac(key, signed);
    if (switches.isOn(Switch.PORTONE_SIGNS_WITH_BOTH_SECRETS)) {
      signature += " v1," + mac(nextKey, signed);
    }
    return new WireWebhook(
        List.of(
            Map.entry("Content-Type", contentType),
            Map.entry("webhook-id", id),
            Map.entry("webhook-timestamp", timestamp),
            Map.entry("webhook-signature", signature)),
        text);
  }

  private static String mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  /** Version 2024-04-25. */
  private Map<String, @Nullable Object> body(PortOneNotice notice) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("storeId", store.storeId);
    if (notice.attempt != null) {
      data.put("paymentId", notice.attempt.order.paymentId());
      data.put("transactionId", notice.attempt.transactionId);
      PortOneJson.put(data, "cancellationId", notice.cancellationId);
    } else {
      data.put("billingKey", notice.billingKey);
    }
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("type", notice.type);
    body.put("timestamp", notice.at.toString());
    body.put("data", data);
    return body;
  }

  /** Version 2024-01-01, or null where the newer one is spoken. */
  private @Nullable Map<String, @Nullable Object> old(PortOneNotice notice) {
    boolean asForm = switches.isOn(Switch.PORTONE_WEBHOOKS_AS_FORM);
    if (notice.attempt == null || !(asForm || switches.isOn(Switch.PORTONE_WEBHOOKS_OF_2024_01))) {
      return null;
    }
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("payment_id", notice.attempt.order.paymentId());
    body.put("tx_id", notice.attempt.transactionId);
    body.put("status", notice.type.substring(notice.type.indexOf('.') + 1));
    return body;
  }
}
