package kr.pgsdk.sandbox;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.wire.BackOffice;
import kr.pgsdk.sandbox.wire.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * Sends a gateway's webhooks to a shop by itself, in order, in the background: once for each
 * change, and not again if the shop fails to answer; or what the gateway has noted, retries
 * included, if it has an {@link Outbox}. Thread-safe.
 */
final class WebhookSender implements AutoCloseable {
  /** What the simulations' payment ids look like. */
  private static final Pattern ID = Pattern.compile("tviva[0-9A-Za-z]{22}|imp_[0-9]{12}");

  /** How often retries that have become due are looked for. */
  private static final int LOOK_SECONDS = 5;

  private final BackOffice office;
  private final Map<PaymentId, String> told = new HashMap<>();
  private final Map<PaymentId, List<URI>> instead = new HashMap<>();
  private final Map<PaymentId, Integer> times = new HashMap<>();
  private final @Nullable Outbox outbox;
  private final ScheduledExecutorService line =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "pgsdk-sandbox-webhooks");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable URI url;

  WebhookSender(BackOffice office) {
    this.office = office;
    this.outbox = office.outbox();
    if (outbox != null) {
      ScheduledFuture<?> unused =
          line.scheduleWithFixedDelay(
              () -> sendDue(outbox), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }
  }

  synchronized void sendTo(URI shop) {
    url = shop;
  }

  synchronized void sendInstead(PaymentId id, List<URI> urls) {
    instead.put(id, List.copyOf(urls));
  }

  synchronized void send(PaymentId id, int often) {
    times.put(id, often);
  }

  /** Whether there may be a shop to tell. */
  synchronized boolean isOn() {
    return outbox != null || url != null || !instead.isEmpty();
  }

  /** Sends what there is to tell of the payments that a request or its response names. */
  void looked(String text) {
    if (outbox != null) {
      sendDue(outbox);
      return;
    }
    Matcher ids = ID.matcher(text);
    while (ids.find()) {
      changed(PaymentId.of(ids.group()));
    }
  }

  /** Sends what there is to tell of a payment, if that is something new. */
  synchronized void changed(PaymentId id) {
    if (outbox != null) {
      sendDue(outbox);
      return;
    }
    List<URI> shops = instead.getOrDefault(id, url == null ? List.of() : List.of(url));
    if (shops.isEmpty()) {
      return;
    }
    String state;
    try {
      state = office.state(id);
    } catch (IllegalArgumentException e) {
      return; // another's id, or no payment's
    }
    if (state.equals(told.put(id, state))) {
      return;
    }
    List<SandboxWebhook> webhooks = office.webhooks(id).stream().map(SandboxWebhook::new).toList();
    for (int i = times.getOrDefault(id, 1); i > 0; i--) {
      webhooks.forEach(webhook -> shops.forEach(shop -> send(webhook, shop)));
    }
  }

  /** Sends what the gateway has noted; to nobody, if nobody wants it. */
  private synchronized void sendDue(Outbox notes) {
    for (Outbox.Outgoing due : notes.due(url)) {
      SandboxWebhook webhook = new SandboxWebhook(due.webhook());
      int often = due.payment() == null ? 1 : times.getOrDefault(due.payment(), 1);
      for (int i = often; i > 0; i--) {
        send(webhook, due.to(), due.answered());
      }
    }
  }

  private void send(SandboxWebhook webhook, URI shop) {
    send(webhook, shop, status -> {});
  }

  private void send(SandboxWebhook webhook, URI shop, IntConsumer answered) {
    try {
      line.execute(
          () -> {
            try {
              answered.accept(webhook.deliverTo(shop));
            } catch (IOException e) {
              // A shop that doesn't answer misses it, where the gateway doesn't try again.
              answered.accept(0);
            }
          });
    } catch (RejectedExecutionException e) {
      // The sandbox is closed.
    }
  }

  /** Sends nothing more. */
  @Override
  public void close() {
    line.shutdownNow();
  }
}
