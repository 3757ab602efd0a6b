package kr.pgsdk.portone;

import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.flow.RefusalClass;
import kr.pgsdk.portone.model.PortOneErrorCode;

/**
 * What PortOne's refusals of a confirm, a cancel or a charge prove. Whether a refusal is kept under
 * its key isn't documented, so none speaks for another sending. A payment company's refusal arrives
 * as 502 with the type {@code PG_PROVIDER}; whether it is the company's last word isn't documented.
 */
final class PortOneRefusals {
  private PortOneRefusals() {}

  static RefusalClass classify(GatewayException refusal) {
    PortOneErrorCode code = refusal.gatewayCode().map(PortOneErrorCode::of).orElse(null);
    if (code == null || !code.isRefusal()) {
      return RefusalClass.UNCERTAIN;
    }
    return code.equals(PortOneErrorCode.PG_PROVIDER)
        ? RefusalClass.BY_THE_COMPANY
        : RefusalClass.OF_THIS_SENDING;
  }

  /** As {@link #classify}, of a confirm: who is told that the payment is paid must look. */
  static RefusalClass ofConfirm(GatewayException refusal) {
    return is(refusal, PortOneErrorCode.ALREADY_PAID) ? RefusalClass.UNCERTAIN : classify(refusal);
  }

  static boolean is(GatewayException refusal, PortOneErrorCode code) {
    return refusal.gatewayCode().filter(code.text()::equals).isPresent();
  }
}
