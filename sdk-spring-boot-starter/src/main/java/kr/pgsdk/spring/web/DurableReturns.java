package kr.pgsdk.spring.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.UntrustedReturn;
import kr.pgsdk.durable.Arrival;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.store.StoreException;
import kr.pgsdk.spring.Merchant;
import kr.pgsdk.spring.Merchants;
import kr.pgsdk.spring.PgShop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Confirms by {@link DurablePayments}. */
final class DurableReturns implements PgReturns {
  private static final Logger LOG = LoggerFactory.getLogger("kr.pgsdk.spring");

  private final Merchants merchants;
  private final DurablePayments payments;
  private final ObjectProvider<PgShop> shop;
  private final ReturnProperties properties;

  DurableReturns(
      Merchants merchants,
      DurablePayments payments,
      ObjectProvider<PgShop> shop,
      ReturnProperties properties) {
    this.merchants = merchants;
    this.payments = payments;
    this.shop = shop;
    this.properties = properties;
  }

  @Override
  public ResponseEntity<String> receive(String merchant, HttpServletRequest request) {
    Merchant at = merchants.find(merchant).orElse(null);
    if (at == null) {
      return PlainPage.of(404);
    }
    UntrustedReturn back;
    Arrival arrival;
    try {
      back = Incoming.of(at).back(request);
      arrival = payments.returned(at.name(), back);
    } catch (IllegalArgumentException e) { // also a RejectedRequestException
      LOG.debug("a return to {} was refused: {}", at.name(), e.getMessage());
      return PlainPage.of(
          e instanceof RejectedRequestException refused ? refused.httpStatus() : 400);
    } catch (IOException e) {
      return PlainPage.of(400);
    } catch (PaymentException e) {
      LOG.error("a payment at {} can't be confirmed", at.name(), e);
      return PlainPage.of(502);
    } catch (StoreException e) {
      LOG.error("a return to {} can't be recorded", at.name(), e);
      return PlainPage.of(503);
    }
    try {
      return page(request, back, arrival);
    } catch (RuntimeException e) { // the shop's own: the payment stands as it is
      LOG.error("the shop's page for the outcome {} failed", outcome(arrival), e);
      return PlainPage.of(500);
    }
  }

  private ResponseEntity<String> page(
      HttpServletRequest request, UntrustedReturn back, Arrival arrival) {
    if (arrival instanceof Arrival.NotPaid not && not.why() == Arrival.Reason.UNKNOWN_ORDER) {
      return PlainPage.of(404);
    }
    Optional<OrderId> orderId = orderId(back, arrival);
    String page = shop.getObject().pageAfter(orderId, arrival).orElse(null);
    if (page == null) {
      if (orderId.isEmpty()) {
        return PlainPage.of(404);
      }
      page = filled(request, orderId.get(), arrival);
    }
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.LOCATION, URI.create(page).toASCIIString())
        .build();
  }

  private static Optional<OrderId> orderId(UntrustedReturn back, Arrival arrival) {
    if (arrival instanceof Arrival.Paid paid) {
      return Optional.of(paid.orderId());
    }
    return arrival instanceof Arrival.AwaitingDeposit waiting
        ? Optional.of(waiting.payment().orderId())
        : back.claimedOrderId();
  }

  private String filled(HttpServletRequest request, OrderId orderId, Arrival arrival) {
    String page = properties.page();
    String base =
        page.startsWith("/")
            ? ServletUriComponentsBuilder.fromServletMapping(request).build().getPath()
            : "";
    return base
        + page.replace("{orderId}", UriUtils.encode(orderId.value(), StandardCharsets.UTF_8))
            .replace("{outcome}", outcome(arrival));
  }

  /** One word: {@code paid}, {@code awaiting-deposit}, {@code under-way}, or why it isn't paid. */
  static String outcome(Arrival arrival) {
    if (arrival instanceof Arrival.NotPaid not) {
      return not.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
    if (arrival instanceof Arrival.AwaitingDeposit) {
      return "awaiting-deposit";
    }
    return arrival instanceof Arrival.Paid ? "paid" : "under-way";
  }
}
