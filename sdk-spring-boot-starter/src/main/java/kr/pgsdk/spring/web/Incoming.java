package kr.pgsdk.spring.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.SourceAddresses;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.core.webhook.UntrustedReturn;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.spring.Merchant;
import kr.pgsdk.toss.webhook.TossWebhook;
import org.jspecify.annotations.Nullable;

/** What comes in from one gateway and its buyers, read strictly; none of it is trusted. */
interface Incoming {
  /** The reader for a merchant's gateway. */
  static Incoming of(Merchant merchant) {
    if (merchant.isToss()) {
      return new TossIncoming();
    }
    if (merchant.isIamport()) {
      return new IamportIncoming();
    }
    if (merchant.isPortOne()) {
      return new PortOneIncoming(merchant.webhookSecrets());
    }
    throw new RejectedRequestException(
        404, "the starter doesn't know the webhooks and returns of this gateway");
  }

  /** The addresses that the gateway says it sends webhooks from. */
  SourceAddresses sources();

  /** Reads a webhook, and verifies it where the gateway signs each. */
  Webhook webhook(WebhookRequest request, Clock clock);

  /** Reads what a buyer's browser brought back: the query, or what the shop's own page posts. */
  UntrustedReturn back(HttpServletRequest request) throws IOException;

  /**
   * A webhook.
   *
   * @param payment what it names; null if it is about no payment
   * @param signed with a signature to be verified; null if there is nothing to tell
   */
  record Webhook(@Nullable UntrustedPayment payment, @Nullable TossWebhook signed) {}
}
