package kr.pgsdk.sandbox.portone;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.Money;
import kr.pgsdk.sandbox.wire.Params;
import org.jspecify.annotations.Nullable;

/**
 * What a payment is for, as the page or the shop's server said it.
 *
 * @param paymentId the shop's number
 * @param total in the smallest unit of the currency
 * @param vat what the shop computed itself, or null
 * @param discount what a promotion or the buyer's wallet takes off the price
 * @param noticeUrls where webhooks go instead of the console's address
 */
record PortOneOrder(
    String paymentId,
    String name,
    long total,
    long taxFree,
    @Nullable Long vat,
    long discount,
    String currency,
    Map<String, @Nullable Object> customer,
    @Nullable String customData,
    List<Object> products,
    List<URI> noticeUrls,
    String platform) {

  /** An order of a page that says no more than this. */
  static PortOneOrder of(String paymentId, Money total) {
    return new PortOneOrder(
        paymentId,
        "샌드박스 주문",
        total.minorUnits(),
        0,
        null,
        0,
        total.currency(),
        Map.of(),
        null,
        List.of(),
        List.of(),
        "PC");
  }

  /** The order of a charge that the shop's server asks for. */
  static PortOneOrder of(String paymentId, Params params) {
    if (paymentId.isBlank()) {
      throw PortOneRefusal.invalid("paymentId가 비어 있습니다.");
    }
    Params amount = PortOneCall.object(params, "amount");
    Long total = PortOneCall.amount(amount, "total");
    if (total == null || total == 0) {
      throw PortOneRefusal.invalid("amount.total은 0보다 커야 합니다.");
    }
    Long taxFree = PortOneCall.amount(amount, "taxFree");
    Long vat = PortOneCall.amount(amount, "vat");
    long parts = (taxFree == null ? 0 : taxFree) + (vat == null ? 0 : vat);
    if (parts > total) {
      throw PortOneRefusal.of("SUM_OF_PARTS_EXCEEDS_TOTAL_AMOUNT");
    }
    return new PortOneOrder(
        paymentId,
        PortOneCall.text(params, "orderName"),
        total,
        taxFree == null ? 0 : taxFree,
        vat,
        0,
        currency(PortOneCall.text(params, "currency")),
        customer(params.object("customer")),
        params.text("customData"),
        products(params),
        urls(params.texts("noticeUrls")),
        "API");
  }

  /** The same order with another discount. */
  PortOneOrder less(long off) {
    return new PortOneOrder(
        paymentId,
        name,
        total,
        taxFree,
        vat,
        off,
        currency,
        customer,
        customData,
        products,
        noticeUrls,
        platform);
  }

  /** The price as money. */
  Money money() {
    return Money.ofMinorUnits(total, currency);
  }

  /** An eleventh of what is taxed, unless the shop said otherwise. */
  long vatOrUsual() {
    return vat == null ? usualVat(total - taxFree) : vat;
  }

  static long usualVat(long taxed) {
    return Math.round(taxed / 11.0);
  }

  private static String currency(String code) {
    try {
      return PortOneCurrency.code(code);
    } catch (IllegalArgumentException e) {
      throw PortOneRefusal.invalid("currency가 올바르지 않습니다.");
    }
  }

  /** The input's name is an object, the payment's a text. */
  static Map<String, @Nullable Object> customer(@Nullable Params input) {
    Map<String, @Nullable Object> customer = new LinkedHashMap<>();
    if (input == null) {
      return customer;
    }
    put(customer, input, "id");
    Params name = input.object("name");
    Params separated = name == null ? null : name.object("separated");
    String full = name == null ? null : name.text("full");
    if (separated != null) {
      full = separated.text("last") + separated.text("first");
    }
    if (full != null) {
      customer.put("name", full);
    }
    for (String field :
        List.of("birthYear", "birthMonth", "birthDay", "gender", "email", "phoneNumber")) {
      put(customer, input, field);
    }
    put(customer, input, "zipcode");
    return customer;
  }

  private static void put(Map<String, @Nullable Object> customer, Params input, String field) {
    String value = input.text(field);
    if (value != null) {
      customer.put(field, value);
    }
  }

  private static List<Object> products(Params params) {
    List<Object> products = new ArrayList<>();
    for (Params one : params.objects("products")) {
      Map<String, @Nullable Object> product = new LinkedHashMap<>();
      product.put("id", PortOneCall.text(one, "id"));
      product.put("name", PortOneCall.text(one, "name"));
      product.put("amount", PortOneCall.amount(one, "amount"));
      product.put("quantity", PortOneCall.amount(one, "quantity"));
      products.add(product);
    }
    return products;
  }

  private static List<URI> urls(List<String> texts) {
    List<URI> urls = new ArrayList<>();
    for (String text : texts) {
      try {
        urls.add(URI.create(text));
      } catch (IllegalArgumentException e) {
        throw PortOneRefusal.invalid("noticeUrls의 주소가 올바르지 않습니다.");
      }
    }
    return urls;
  }
}
