package kr.pgsdk.sandbox.iamport;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import kr.pgsdk.core.Money;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.Switches;
import kr.pgsdk.sandbox.iamport.IamportPayment.Account;
import kr.pgsdk.sandbox.wire.Params;
import kr.pgsdk.sandbox.wire.RefundRecord;
import org.jspecify.annotations.Nullable;

/** Virtual accounts that a request issues, changes or revokes. Guarded by the lock. */
final class IamportVirtualAccounts {
  private final IamportBook book;
  private final IamportCharges charges;
  private final Switches switches;

  IamportVirtualAccounts(IamportBook book, IamportCharges charges, Switches switches) {
    this.book = book;
    this.charges = charges;
    this.switches = switches;
  }

  void addTo(IamportRoutes routes) {
    routes
        .on("POST", "/vbanks", this::issue)
        .on("PUT", "/vbanks/{imp_uid}", this::change)
        .on("DELETE", "/vbanks/{imp_uid}", this::revoke);
  }

  private Map<String, @Nullable Object> issue(IamportCall call) {
    Params params = call.params();
    String bank = call.text("vbank_code");
    Instant due = due(params);
    if (due == null) {
      throw IamportRefusal.badParameter("vbank_due 파라메터가 누락되었습니다.");
    }
    IamportPayment payment = charges.start(params, false);
    String number = params.text("vbank_num");
    payment.issueAccount(
        new Account(number == null ? charges.pgTid() : number, bank, charges.now(), due),
        charges.pgTid());
    return charges.shown(payment);
  }

  private @Nullable Instant due(Params params) {
    Long seconds = IamportCall.seconds(params, "vbank_due");
    if (seconds != null && seconds <= charges.now().getEpochSecond()) {
      throw IamportRefusal.badParameter("vbank_due 파라메터가 올바르지 않습니다.");
    }
    return seconds == null ? null : Instant.ofEpochSecond(seconds);
  }

  private Map<String, @Nullable Object> change(IamportCall call) {
    IamportPayment payment = waiting(call);
    BigDecimal amount = IamportCall.decimal(call.params(), "amount");
    Money changed = amount == null ? payment.amount : IamportCall.price(call.params());
    Instant due = due(call.params());
    payment.past.remember(charges.now(), charges.shown(payment));
    payment.amount = changed;
    if (due != null) {
      payment.moveDue(due);
    }
    return charges.shown(payment);
  }

  private Map<String, @Nullable Object> revoke(IamportCall call) {
    IamportPayment payment = waiting(call);
    Instant now = charges.now();
    payment.past.remember(now, charges.shown(payment));
    payment.takeOn(BigDecimal.ZERO, call.cause(), now).note(RefundRecord.State.DONE, now);
    payment.revokeAccount(switches.isOn(Switch.IAMPORT_REVOKED_STAYS_READY), now);
    return charges.shown(payment);
  }

  private IamportPayment waiting(IamportCall call) {
    IamportPayment payment = book.existing(call.named("imp_uid"));
    if (!payment.waitsForDeposit()) {
      throw IamportRefusal.badParameter("입금대기 상태의 가상계좌 결제건이 아닙니다.");
    }
    return payment;
  }
}
