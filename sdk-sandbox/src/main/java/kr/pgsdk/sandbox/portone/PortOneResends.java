package kr.pgsdk.sandbox.portone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.pgsdk.sandbox.wire.Params;
import org.jspecify.annotations.Nullable;

/** A webhook once more, because the shop asks for it. Guarded by the simulation's lock. */
final class PortOneResends {
  /** The real limit isn't documented. */
  private static final int MOST = 5;

  private final PortOnePayments payments;
  private final PortOneStore store;
  private final PortOneOutbox outbox;

  PortOneResends(PortOnePayments payments, PortOneStore store, PortOneOutbox outbox) {
    this.payments = payments;
    this.store = store;
    this.outbox = outbox;
  }

  void addTo(PortOneRoutes routes) {
    routes.on("POST", "/payments/{id}/resend-webhook", this::resend);
  }

  private Map<String, @Nullable Object> resend(PortOneCall call) {
    Params params = call.params();
    store.require(params.text("storeId"));
    PortOneAttempt unused = payments.require(call.id());
    String wanted = params.text("webhookId");
    List<PortOneNotice> sent = new ArrayList<>();
    for (PortOneAttempt attempt : payments.attemptsOf(call.id())) {
      for (PortOneNotice notice : attempt.notices) {
        if (!notice.sendings.isEmpty() && (wanted == null || wanted.equals(notice.webhookId))) {
          sent.add(notice);
        }
      }
    }
    if (sent.isEmpty()) {
      throw PortOneRefusal.of("WEBHOOK_NOT_FOUND");
    }
    PortOneNotice newest = sent.get(sent.size() - 1);
    if (newest.manualResends >= MOST) {
      throw PortOneRefusal.of("MAX_WEBHOOK_RETRY_COUNT_REACHED");
    }
    return Map.of("webhook", outbox.resend(newest).json());
  }
}
