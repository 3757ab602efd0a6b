package kr.pgsdk.sandbox.portone;

import java.util.Map;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.Switches;
import kr.pgsdk.sandbox.portone.PortOneAttempt.Method;
import kr.pgsdk.sandbox.portone.PortOneAttempt.Status;
import kr.pgsdk.sandbox.wire.Params;
import org.jspecify.annotations.Nullable;

/**
 * A shop's server confirms by the token that the browser brought. Guarded by the simulation's lock.
 */
final class PortOneConfirms {
  private final PortOnePayments payments;
  private final PortOneStore store;
  private final Switches switches;

  PortOneConfirms(PortOnePayments payments, PortOneStore store, Switches switches) {
    this.payments = payments;
    this.store = store;
    this.switches = switches;
  }

  void addTo(PortOneRoutes routes) {
    routes.on("POST", "/payments/{id}/confirm", this::confirm);
  }

  private Map<String, @Nullable Object> confirm(PortOneCall call) {
    Params params = call.params();
    String token = PortOneCall.text(params, "paymentToken");
    store.require(params.text("storeId"));
    PortOneAttempt shown = payments.require(call.id());
    PortOneAttempt attempt =
        payments.attemptsOf(call.id()).stream()
            .filter(one -> token.equals(one.paymentToken))
            .findFirst()
            .orElse(null);
    boolean automatic = !shown.channel.isManual();
    if (payments.isPaid(call.id())
        && (!automatic || switches.isOn(Switch.PORTONE_CONFIRM_OF_AUTOMATIC_IS_ALREADY_PAID))) {
      throw PortOneRefusal.of("ALREADY_PAID");
    }
    if (attempt == null
        || attempt.status != Status.READY
        || !payments.now().isBefore(attempt.tokenEnd)) {
      throw PortOneRefusal.of("INVALID_PAYMENT_TOKEN");
    }
    requireMatch(params, attempt);
    payments.remember(attempt);
    boolean skips = params.isTrue("skipWebhook");
    if (attempt.method == Method.VIRTUAL_ACCOUNT) {
      payments.refuseIfWanted(attempt, call.cause());
      payments.issueAccount(attempt, skips);
    } else {
      payments.capture(attempt, call.cause(), skips);
    }
    return payments.summary(attempt);
  }

  /** Refuses what the shop expects otherwise than it is. */
  static void requireMatch(Params params, PortOneAttempt attempt) {
    Long total = PortOneCall.amount(params, "totalAmount");
    Long taxFree = PortOneCall.amount(params, "taxFreeAmount");
    String txId = params.text("txId");
    String currency = params.text("currency");
    boolean claimsTest = params.isTrue("isTest");
    if ((total != null && total != attempt.order.total())
        || (taxFree != null && taxFree != attempt.order.taxFree())
        || (txId != null && !txId.equals(attempt.transactionId))
        || (currency != null && !currency.equals(attempt.order.currency()))
        || (params.has("isTest") && claimsTest != attempt.channel.isTest())) {
      throw PortOneRefusal.of("INFORMATION_MISMATCH");
    }
  }
}
