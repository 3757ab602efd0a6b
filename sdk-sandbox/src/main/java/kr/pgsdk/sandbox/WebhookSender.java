package kr.pgsdk.sandbox;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.wire.BackOffice;
import org.jspecify.annotations.Nullable;

/**
 * Sends a gateway's webhooks to a shop by itself: once for each change, in order, in the
 * background, and not again if the shop fails to answer. Thread-safe.
 */
final class WebhookSender implements AutoCloseable {
  /** What the simulations' payment ids look like. */
  private static final Pattern ID = Pattern.compile("tviva[0-9A-Za-z]{22}|imp_[0-9]{12}");

  private final BackOffice office;
  private final Map<PaymentId, String> told = new HashMap<>();
  private final Map<PaymentId, List<URI>> instead = new HashMap<>();
  private final Map<PaymentId, Integer> times = new HashMap<>();
  private final ExecutorService line =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "pgsdk-sandbox-webhooks");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable URI url;

  WebhookSender(BackOffice office) {
    this.office = office;
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

  /** Whether there is a shop to tell. */
  synchronized boolean isOn() {
    return url != null || !instead.isEmpty();
  }

  /** Sends what there is to tell of the payments that a request or its answer names. */
  void looked(String text) {
    Matcher ids = ID.matcher(text);
    while (ids.find()) {
      changed(PaymentId.of(ids.group()));
    }
  }

  /** Sends what there is to tell of a payment, if that is something new. */
  synchronized void changed(PaymentId id) {
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
    List<SandboxWebhook> webhooks =
        office.webhooks(id).stream()
            .map(wire -> new SandboxWebhook(wire.headers(), wire.body()))
            .toList();
    for (int i = times.getOrDefault(id, 1); i > 0; i--) {
      webhooks.forEach(webhook -> shops.forEach(shop -> send(webhook, shop)));
    }
  }

  private void send(SandboxWebhook webhook, URI shop) {
    try {
      line.execute(
          () -> {
            try {
              int unused = webhook.deliverTo(shop);
            } catch (IOException e) {
              // A shop that doesn't answer misses it: that is what a webhook may come to.
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
