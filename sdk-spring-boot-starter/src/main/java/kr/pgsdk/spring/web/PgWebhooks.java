package kr.pgsdk.spring.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;

/**
 * Takes the gateways' webhooks: a webhook is a reason to look, noted in the database before it is
 * answered; {@code resume} then asks the gateway, at once and on another thread. The endpoint
 * {@code POST /pg/webhooks/{merchant}} calls it, or a controller of the shop's. The starter has a
 * bean of this type, unless the shop has one of its own. Thread-safe.
 */
@FunctionalInterface
public interface PgWebhooks {
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
  ResponseEntity<Void> receive(String merchant, HttpServletRequest request);
}
