package kr.pgsdk.spring.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.SourceAddresses;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.store.StoreException;
import kr.pgsdk.iamport.webhook.IamportWebhook;
import kr.pgsdk.spring.Merchant;
import kr.pgsdk.spring.Merchants;
import kr.pgsdk.spring.PgShop;
import kr.pgsdk.spring.ResumeJob;
import kr.pgsdk.toss.webhook.TossEvent;
import kr.pgsdk.toss.webhook.TossSecurityKey;
import kr.pgsdk.toss.webhook.TossWebhook;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;

/**
 * Takes the gateways' webhooks: a webhook is a reason to look, noted in the database before it is
 * answered; {@code resume} then asks the gateway, at once and on another thread. The endpoint
 * {@code POST /pg/webhooks/{merchant}} calls it, or a controller of the shop's.
 */
public final class PgWebhooks {
  private static final Logger LOG = LoggerFactory.getLogger("kr.pgsdk.spring");
  private static final Set<String> SIGNED = Set.of("payout.changed", "seller.changed");

  private final Merchants merchants;
  private final DurablePayments payments;
  private final ObjectProvider<PgShop> shop;
  private final @Nullable ResumeJob job;
  private final WebhookProperties properties;
  private final Clock clock;

  PgWebhooks(
      Merchants merchants,
      DurablePayments payments,
      ObjectProvider<PgShop> shop,
      @Nullable ResumeJob job,
      WebhookProperties properties,
      Clock clock) {
    this.merchants = merchants;
    this.payments = payments;
    this.shop = shop;
    this.job = job;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Takes a webhook. Moves no money, asks no gateway.
   *
   * @param merchant the merchant's name, as the address had it
   * @param request whose body nothing has read yet, unless it is a form
   * @return without a body: 200 once it is committed, or if it concerns no payment of the shop's;
   *     404 for no merchant; 4xx for what isn't the gateway's; 503 if it can't be noted, and the
   *     gateway sends it again
   * @throws IllegalStateException inside a transaction
   */
  public ResponseEntity<Void> receive(String merchant, HttpServletRequest request) {
    Merchant at = merchants.find(merchant).orElse(null);
    if (at == null) {
      return ResponseEntity.notFound().build();
    }
    try {
      if (properties.checkSource()) {
        sources(at).require(request.getRemoteAddr());
      }
      return answer(at.isToss() ? toss(at, RawBody.of(request)) : other(at, RawBody.of(request)));
    } catch (RejectedRequestException e) {
      LOG.debug("a webhook for {} was refused: {}", at.name(), e.getMessage());
      return answer(e.httpStatus());
    } catch (IOException e) {
      return answer(400); // the sender went away
    } catch (StoreException e) {
      LOG.warn("a webhook for {} couldn't be noted; the gateway may send it again", at.name(), e);
      return answer(503);
    }
  }

  private SourceAddresses sources(Merchant merchant) {
    SourceAddresses own =
        merchant.isToss() ? TossWebhook.SOURCE_ADDRESSES : IamportWebhook.SOURCE_ADDRESSES;
    return properties.moreSources().isEmpty()
        ? own
        : own.and(properties.moreSources().toArray(String[]::new));
  }

  private int toss(Merchant merchant, WebhookRequest request) {
    TossWebhook webhook = TossWebhook.read(request);
    UntrustedPayment named = webhook.payment().orElse(null);
    if (named != null) {
      return noted(merchant, named);
    }
    TossSecurityKey key = merchant.securityKey().orElse(null);
    if (key != null && SIGNED.contains(webhook.claimedEventType())) {
      tellOnce(merchant, webhook.verify(key, clock));
    }
    return 200;
  }

  private void tellOnce(Merchant merchant, TossEvent event) {
    payments.once(
        event.eventId(),
        delivery -> shop.getObject().signedEvent(merchant.name(), event, delivery));
  }

  private int other(Merchant merchant, WebhookRequest request) {
    if (!merchant.isIamport()) {
      throw new RejectedRequestException(404, "no webhooks of this gateway are known");
    }
    return noted(merchant, IamportWebhook.read(request).payment());
  }

  private int noted(Merchant merchant, UntrustedPayment named) {
    int status = payments.notified(merchant.name(), named);
    if (job != null) {
      job.wake();
    }
    return status;
  }

  private static ResponseEntity<Void> answer(int status) {
    return ResponseEntity.status(status).build();
  }
}
