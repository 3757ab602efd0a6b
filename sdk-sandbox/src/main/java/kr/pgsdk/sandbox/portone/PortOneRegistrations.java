package kr.pgsdk.sandbox.portone;

import java.util.LinkedHashMap;
import java.util.Map;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.Switches;
import kr.pgsdk.sandbox.wire.Params;
import org.jspecify.annotations.Nullable;

/** What shops register of a payment before its window opens. Guarded by the simulation's lock. */
final class PortOneRegistrations {
  private record Registered(@Nullable Long total, @Nullable String currency) {}

  private final Map<String, Registered> registered = new LinkedHashMap<>();
  private final PortOnePayments payments;
  private final PortOneStore store;
  private final Switches switches;

  PortOneRegistrations(PortOnePayments payments, PortOneStore store, Switches switches) {
    this.payments = payments;
    this.store = store;
    this.switches = switches;
  }

  void addTo(PortOneRoutes routes) {
    routes.on("POST", "/payments/{id}/pre-register", this::register);
  }

  /** Whether they keep a window with this order shut. */
  boolean forbid(PortOneOrder order) {
    Registered known = registered.get(order.paymentId());
    return known != null
        && switches.isOn(Switch.PORTONE_PRE_REGISTER_GUARDS)
        && ((known.total != null && known.total != order.total())
            || (known.currency != null && !known.currency.equals(order.currency())));
  }

  private Map<String, @Nullable Object> register(PortOneCall call) {
    Params params = call.params();
    store.require(params.text("storeId"));
    payments.requireUnpaid(call.id());
    String currency = params.text("currency");
    Long total = PortOneCall.amount(params, "totalAmount");
    Long unused = PortOneCall.amount(params, "taxFreeAmount");
    registered.put(call.id(), new Registered(total, currency));
    return Map.of();
  }
}
