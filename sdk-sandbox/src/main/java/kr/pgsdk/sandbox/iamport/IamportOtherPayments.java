package kr.pgsdk.sandbox.iamport;

import java.util.Map;
import kr.pgsdk.sandbox.TestCard;
import org.jspecify.annotations.Nullable;

/** Payments by points, prepaid money, quick pay and in shops. Guarded by the lock. */
final class IamportOtherPayments {
  private final IamportBook book;
  private final IamportCharges charges;

  IamportOtherPayments(IamportBook book, IamportCharges charges) {
    this.book = book;
    this.charges = charges;
  }

  void addTo(IamportRoutes routes) {
    routes
        .on("POST", "/benepia/payment", call -> pay(call, "point", "benepia_user"))
        .on("POST", "/kcpquick/payment/money", call -> pay(call, "point", "member_id"))
        .on("POST", "/kcpquick/payment/autopay", call -> pay(call, "card", "customer_uid"))
        .on("POST", "/cvs", this::barcode)
        .on("DELETE", "/cvs/{imp_uid}", this::revoke);
  }

  private Map<String, @Nullable Object> pay(IamportCall call, String payMethod, String payer) {
    String unused = call.text(payer);
    unused = call.text("name");
    IamportPayment payment = charges.start(call.params(), false);
    payment.given.put("pay_method", payMethod);
    charges.charge(payment, TestCard.GOOD, call.cause(), charges.now());
    return charges.shown(payment);
  }

  /** A barcode to pay with in a shop: ready. */
  private Map<String, @Nullable Object> barcode(IamportCall call) {
    IamportPayment payment = charges.start(call.params(), false);
    payment.given.put("pay_method", "cvs");
    return charges.shown(payment);
  }

  private Map<String, @Nullable Object> revoke(IamportCall call) {
    IamportPayment payment = book.existing(call.named("imp_uid"));
    if (payment.status != IamportPayment.Status.READY) {
      throw IamportRefusal.badParameter("결제대기 상태의 결제건이 아닙니다.");
    }
    payment.past.remember(charges.now(), charges.shown(payment));
    payment.revokeAccount(false, charges.now());
    return charges.shown(payment);
  }
}
