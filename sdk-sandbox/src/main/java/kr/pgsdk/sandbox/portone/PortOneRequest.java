package kr.pgsdk.sandbox.portone;

import java.net.URI;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a page asks {@code PortOne.requestPayment} for, read and found right.
 *
 * @param total in the smallest unit of the currency
 * @param currency in the REST API's word
 * @param customer as the payment is to show it
 */
public record PortOneRequest(
    String paymentId,
    String orderName,
    long total,
    long taxFree,
    String currency,
    Map<String, @Nullable Object> customer,
    @Nullable String customData,
    List<Object> products,
    List<URI> noticeUrls,
    String channelKey,
    boolean isMobile,
    boolean isEscrow) {

  /**
   * The REST API's word for a currency of either word.
   *
   * @throws IllegalArgumentException if there is no such currency, or no such amount of it
   */
  public static String currency(String word, long total) {
    String code = PortOneCurrency.code(word);
    Money unused = Money.ofMinorUnits(total, code);
    return code;
  }

  /** The price. */
  public Money money() {
    return Money.ofMinorUnits(total, currency);
  }

  PortOneOrder order() {
    return new PortOneOrder(
        paymentId,
        orderName,
        total,
        taxFree,
        null,
        0,
        currency,
        customer,
        customData,
        products,
        noticeUrls,
        isMobile ? "MOBILE" : "PC");
  }

  /** The same page, tampered with to ask for another amount. */
  public PortOneRequest asking(long other) {
    return new PortOneRequest(
        paymentId,
        orderName,
        other,
        Math.min(taxFree, other),
        currency,
        customer,
        customData,
        products,
        noticeUrls,
        channelKey,
        isMobile,
        isEscrow);
  }
}
