package kr.pgsdk.spring.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.SourceAddresses;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.store.StoreException;
import kr.pgsdk.spring.Merchant;
import kr.pgsdk.spring.Merchants;
import kr.pgsdk.spring.PgShop;
import kr.pgsdk.spring.ResumeJob;
import kr.pgsdk.toss.webhook.TossEvent;
import kr.pgsdk.toss.webhook.TossSecurityKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;

/** Notes webhooks by {@link DurablePayments}, and wakes the job that looks. */
final class DurableWebhooks implements PgWebhooks {
  private static final Logger LOG = LoggerFactory.getLogger("kr.pgsdk.spring");

  private final Merchants merchants;
  private final DurablePayments payments;
  private final ObjectProvider<PgShop> shop;
  private final @Nullable ResumeJob job;
  private final WebhookProperties properties;
  private final Clock clock;

  DurableWebhooks(
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

  @Override
  public ResponseEntity<Void> receive(String merchant, HttpServletRequest request) {
    Merchant at = merchants.find(merchant).orElse(null);
    if (at == null) {
      return ResponseEntity.notFound().build();
    }
    try {
      Incoming incoming = Incoming.of(at);
      if (properties.checkSource()) {
        sources(incoming).require(request.getRemoteAddr());
      }
      return answer(noted(at, incoming.webhook(RawBody.of(request), clock)));
    } catch (RejectedRequestException e) {
      LOG.debug("a webhook for {} was refused: {}", at.name(), e.getMessage());
      return answer(e.httpStatus());
    } catch (IOException e) {
      return answer(400); // the sender went away
    } catch (StoreException e) {
      LOG.warn("a webhook for {} couldn't be stored; the gateway may send it again", at.name(), e);
      return answer(503);
    }
  }

  private SourceAddresses sources(Incoming incoming) {
    return properties.moreSources().isEmpty()
        ? incoming.sources()
        : incoming.sources().and(properties.moreSources().toArray(String[]::new));
  }

  private int noted(Merchant merchant, Incoming.Webhook webhook) {
    UntrustedPayment named = webhook.payment();
    if (named != null) {
      int status = payments.notified(merchant.name(), named);
      if (job != null) {
        job.wake();
      }
      return status;
    }
    TossSecurityKey key = merchant.securityKey().orElse(null);
    if (webhook.signed() != null && key != null) {
      tellOnce(merchant, webhook.signed().verify(key, clock));
    }
    return 200;
  }

  private void tellOnce(Merchant merchant, TossEvent event) {
    payments.once(
        event.eventId(),
        delivery -> shop.getObject().signedEvent(merchant.name(), event, delivery));
  }

  private static ResponseEntity<Void> answer(int status) {
    return ResponseEntity.status(status).build();
  }
}
