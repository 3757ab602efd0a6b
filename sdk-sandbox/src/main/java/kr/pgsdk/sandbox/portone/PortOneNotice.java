package kr.pgsdk.sandbox.portone;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and that the shop is told of, with the log of its sendings. Guarded by
 * the simulation's lock.
 */
final class PortOneNotice {
  /** The first sending and five retries (webhook guide). */
  static final int MOST_SENDINGS = 6;

  final String webhookId;

  /** Such as {@code Transaction.Paid}. */
  final String type;

  final Instant at;
  final @Nullable PortOneAttempt attempt;
  final @Nullable String billingKey;
  final @Nullable String cancellationId;
  final @Nullable String trigger;

  /** The payment's status when it happened; null for a billing key. */
  final @Nullable String paymentStatus;

  final List<Sending> sendings = new ArrayList<>();
  int manualResends;

  private PortOneNotice(
      String webhookId,
      String type,
      Instant at,
      @Nullable PortOneAttempt attempt,
      @Nullable String billingKey,
      @Nullable String cancellationId,
      @Nullable String trigger) {
    this.webhookId = webhookId;
    this.type = type;
    this.at = at;
    this.attempt = attempt;
    this.billingKey = billingKey;
    this.cancellationId = cancellationId;
    this.trigger = trigger;
    this.paymentStatus = attempt == null ? null : attempt.status.name();
  }

  static PortOneNotice ofPayment(
      String webhookId,
      String type,
      Instant at,
      PortOneAttempt attempt,
      @Nullable String cancellationId,
      @Nullable String trigger) {
    return new PortOneNotice(webhookId, type, at, attempt, null, cancellationId, trigger);
  }

  static PortOneNotice ofBillingKey(String webhookId, String type, Instant at, String key) {
    return new PortOneNotice(webhookId, type, at, null, key, null, null);
  }

  /** The notice on its way to one address. */
  static final class Sending {
    final PortOneNotice notice;
    final URI url;
    final @Nullable String trigger;

    /** When it is sent next; null if no more. */
    @Nullable Instant next;

    private final Instant triggeredAt;
    private int executions;
    private @Nullable String status;
    private @Nullable String body;
    private @Nullable Instant requestedAt;
    private @Nullable Instant respondedAt;
    private int code;

    Sending(PortOneNotice notice, URI url, @Nullable String trigger, Instant now) {
      this.notice = notice;
      this.url = url;
      this.trigger = trigger;
      this.triggeredAt = now;
      this.next = now;
    }

    void sent(String text, Instant now) {
      next = null;
      executions++;
      status = null;
      respondedAt = null;
      body = text;
      requestedAt = now;
    }

    boolean isFirst() {
      return executions == 0;
    }

    /** Notes the shop's answer, 0 for none; {@code ends} if no retry is to follow. */
    void answered(int answer, boolean ends, Instant now, @Nullable Instant retryAt) {
      code = answer;
      respondedAt = answer == 0 ? null : now;
      if (ends) {
        status = "SUCCEEDED";
      } else {
        status = answer == 0 ? "FAILED_UNEXPECTED_ERROR" : "FAILED_NOT_OK_RESPONSE";
        next = executions < MOST_SENDINGS ? retryAt : null;
      }
    }

    int executions() {
      return executions;
    }

    /** {@code PaymentWebhook}. */
    Map<String, @Nullable Object> json() {
      Map<String, @Nullable Object> json = new LinkedHashMap<>();
      PortOneJson.put(json, "paymentStatus", notice.paymentStatus);
      json.put("id", notice.webhookId);
      PortOneJson.put(json, "status", status);
      json.put("url", url.toString());
      json.put("isAsync", notice.trigger != null);
      json.put("currentExecutionCount", executions);
      json.put("maxExecutionCount", MOST_SENDINGS);
      PortOneJson.put(json, "trigger", trigger);
      if (body != null && requestedAt != null) {
        json.put("request", Map.of("body", body, "requestedAt", requestedAt.toString()));
      }
      if (respondedAt != null) {
        json.put(
            "response",
            Map.of(
                "code",
                String.valueOf(code),
                "header",
                "{}",
                "body",
                "",
                "respondedAt",
                respondedAt.toString()));
      }
      json.put("triggeredAt", triggeredAt.toString());
      return json;
    }
  }

  /** The rows of {@code webhooks}. */
  List<Map<String, @Nullable Object>> rows() {
    return sendings.stream().map(Sending::json).toList();
  }
}
