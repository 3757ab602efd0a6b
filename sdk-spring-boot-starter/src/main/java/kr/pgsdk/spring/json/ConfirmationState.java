package kr.pgsdk.spring.json;

import java.util.LinkedHashMap;
import java.util.Map;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.Refusal;

/**
 * What a page may know of a confirmation: no mismatches, which are for operators, and no account.
 */
final class ConfirmationState {
  private ConfirmationState() {}

  static Map<String, String> of(Confirmation confirmation) {
    Map<String, String> json = new LinkedHashMap<>();
    if (confirmation instanceof Confirmation.Confirmed confirmed) {
      json.put("state", "CONFIRMED");
      ids(json, confirmed.payment());
    } else if (confirmation instanceof Confirmation.AwaitingDeposit awaiting) {
      json.put("state", "AWAITING_DEPOSIT");
      ids(json, awaiting.payment());
    } else if (confirmation instanceof Confirmation.NotConfirmed not) {
      json.put("state", "NOT_CONFIRMED");
      json.put("reason", not.reason().toString());
      json.put("moneyHeld", not.moneyHeld().name());
      not.refusal().map(Refusal::code).ifPresent(code -> json.put("code", String.valueOf(code)));
    }
    return json;
  }

  private static void ids(Map<String, String> json, Payment payment) {
    json.put("orderId", payment.orderId().value());
    json.put("paymentId", payment.paymentId().value());
  }
}
