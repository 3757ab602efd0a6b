package kr.pgsdk.sandbox.window;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import org.jspecify.annotations.Nullable;

/** An open window: what it shows, and where it returns to. Guarded by itself. */
final class WindowSession {
  final PaymentWindow window;
  final Opening opening;
  final PaymentId paymentId;
  final OrderId orderId;
  final String orderName;
  final Money amount;
  final List<String> methods;
  private @Nullable Map<String, Object> end;

  WindowSession(
      PaymentWindow window,
      Opening opening,
      PaymentId paymentId,
      OrderId orderId,
      String orderName,
      Money amount,
      List<String> methods) {
    this.window = window;
    this.opening = opening;
    this.paymentId = paymentId;
    this.orderId = orderId;
    this.orderName = orderName;
    this.amount = amount;
    this.methods = methods;
  }

  /** What the window shows: texts that a page made up, to be shown as texts alone. */
  Map<String, Object> shown() {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("gateway", window.name());
    shown.put("kind", opening.script());
    shown.put("origin", opening.origin());
    shown.put("framed", opening.framed());
    shown.put("language", language());
    shown.put("orderId", orderId.value());
    shown.put("orderName", orderName);
    shown.put("amount", amount.amount());
    shown.put("currency", amount.currency());
    shown.put("methods", methods);
    shown.put("refusals", window.refusals());
    shown.put("refusesLater", window.refusesLater(opening));
    return shown;
  }

  /**
   * What the page asked for: Toss {@code card.language}, Iamport {@code language}, PortOne V2
   * {@code locale}.
   */
  private String language() {
    Fields request = opening.request();
    String usual = request.text("locale", "").startsWith("EN") ? "en" : "ko";
    String asked = request.object("card").text("language", request.text("language", usual));
    return asked.equalsIgnoreCase("en") ? "en" : "ko";
  }

  /** Ends it by what the buyer did, once; asked again it says the same. */
  synchronized Map<String, Object> end(Choice choice) {
    if (end == null) {
      end = window.end(this, choice);
    }
    return end;
  }
}
