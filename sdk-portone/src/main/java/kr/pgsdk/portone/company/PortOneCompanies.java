package kr.pgsdk.portone.company;

import java.util.List;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PortOneCalls;
import kr.pgsdk.portone.internal.PortOneKey;

/**
 * What single payment companies and banks have of their own. No money moves.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.portone.PortOneClient} throw.
 */
public final class PortOneCompanies {
  private final PortOneCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public PortOneCompanies(PortOneCalls calls) {
    this.calls = calls;
  }

  /** {@code GET /banks}: the banks that PortOne knows. Unmodifiable. */
  public List<PortOneBank> banks() {
    return calls.object(
        HttpRequest.safe("banks", "GET", "banks"),
        json -> json.requiredObjects("items", PortOneBank::new));
  }

  /**
   * {@code GET /kakaopay/payment/order}: Kakaopay's own response about an order.
   *
   * @param pgTxId Kakaopay's number for it
   */
  public PortOneKakaopayOrder kakaopayOrder(String pgTxId, String channelKey) {
    return calls.object(
        HttpRequest.safe("Kakaopay order", "GET", "kakaopay", "payment", "order")
            .query("pgTxId", pgTxId)
            .query("channelKey", channelKey),
        PortOneKakaopayOrder::new);
  }

  /**
   * {@code POST /paymentwall/delivery/confirm}: tells Paymentwall of a delivery. Repeated only with
   * the same idempotency key.
   */
  public void confirmPaymentwallDelivery(PortOnePaymentwallDelivery delivery) {
    calls.done(
        HttpRequest.keyed(
                "Paymentwall delivery",
                PortOneKey.header(delivery.idempotencyKey()),
                "paymentwall",
                "delivery",
                "confirm")
            .subject("the delivery at Paymentwall")
            .body(RequestFields.of(delivery)));
  }
}
