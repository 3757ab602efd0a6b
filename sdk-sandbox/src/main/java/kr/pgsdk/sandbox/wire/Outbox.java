package kr.pgsdk.sandbox.wire;

import java.net.URI;
import java.util.List;
import java.util.function.IntConsumer;
import kr.pgsdk.core.PaymentId;
import org.jspecify.annotations.Nullable;

/** What a gateway has noted to tell a shop, first sendings and retries. Thread-safe. */
public interface Outbox {
  /**
   * A request to a shop.
   *
   * @param payment what it is about, or null if that is no payment
   * @param answered is told the shop's HTTP status, 0 if there was no response
   */
  record Outgoing(@Nullable PaymentId payment, URI to, WireWebhook webhook, IntConsumer answered) {}

  /**
   * What is to be sent by now, the oldest first; each is given once. What has nowhere to go is
   * forgotten.
   *
   * @param usual the address that the gateway's console has, or null for none
   */
  List<Outgoing> due(@Nullable URI usual);
}
