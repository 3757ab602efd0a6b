package kr.pgsdk.spring.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;

/**
 * Takes buyers who return from a checkout, confirms their payments, and sends them on to a page of
 * the shop's. The endpoint {@code GET|POST /pg/return/{merchant}} calls it, or a controller of the
 * shop's. The starter has a bean of this type, unless the shop has one of its own. Thread-safe.
 */
@FunctionalInterface
public interface PgReturns {
  /**
   * Confirms what a buyer brought back. <strong>Moves money</strong>, where confirm captures
   * (Toss); safe to repeat. Blocks for the gateway.
   *
   * @param merchant the merchant's name, as the address had it
   * @param request whose body nothing has read yet, unless it is a form
   * @return 303 to a page of the shop's; else a short page in Korean and English: 4xx for what no
   *     checkout brings, 502 or 503 if the result isn't known now, 500 if the shop's own page can't
   *     be told
   * @throws IllegalStateException inside a transaction
   */
  ResponseEntity<String> receive(String merchant, HttpServletRequest request);
}
