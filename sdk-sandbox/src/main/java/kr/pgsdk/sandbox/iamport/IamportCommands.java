package kr.pgsdk.sandbox.iamport;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import kr.pgsdk.core.Money;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.Switches;
import kr.pgsdk.sandbox.iamport.IamportBook.Prepared;
import kr.pgsdk.sandbox.iamport.IamportPayment.Cancel;
import kr.pgsdk.sandbox.wire.Cause;
import kr.pgsdk.sandbox.wire.Params;
import kr.pgsdk.sandbox.wire.RandomTexts;
import org.jspecify.annotations.Nullable;

/** What can be done: parameters in, {@code response} out. Guarded by the lock. */
final class IamportCommands {
  private final IamportBook book;
  private final IamportCharges charges;
  private final RandomGenerator random;
  private final Switches switches;
  private final IamportJson json;

  IamportCommands(
      IamportBook book,
      IamportCharges charges,
      IamportJson json,
      RandomGenerator random,
      Switches switches) {
    this.book = book;
    this.charges = charges;
    this.random = random;
    this.switches = switches;
    this.json = json;
  }

  void addTo(IamportRoutes routes) {
    routes
        .on("POST", "/payments/prepare", call -> prepare(call.params()))
        .on("PUT", "/payments/prepare", call -> changePrepared(call.params()))
        .on("POST", "/payments/cancel", call -> cancel(call.params(), call.cause(), false));
  }

  private Map<String, @Nullable Object> prepare(Params params) {
    String merchantUid = IamportCharges.merchantUid(params);
    if (book.prepared(merchantUid) != null) {
      throw new IamportRefusal(200, 1, "결제정보 사전등록에 실패하였습니다(이미 등록된 merchant_uid입니다).");
    }
    return register(merchantUid, params);
  }

  private Map<String, @Nullable Object> changePrepared(Params params) {
    String merchantUid = IamportCharges.merchantUid(params);
    if (book.prepared(merchantUid) == null) {
      throw new IamportRefusal(404, -1, "등록된 결제사전정보를 찾을 수 없습니다.");
    }
    return register(merchantUid, params);
  }

  private Map<String, @Nullable Object> register(String merchantUid, Params params) {
    BigDecimal amount = IamportCall.decimal(params, "amount");
    if (amount == null || amount.signum() < 0) {
      throw IamportRefusal.badParameter("amount 파라메터가 올바르지 않습니다.");
    }
    Prepared prepared = new Prepared(amount, params.text("currency"));
    book.prepare(merchantUid, prepared);
    return json.prepared(merchantUid, prepared);
  }

  /** Refuses a cancel whose {@code checksum} isn't the balance, and returns what is cancelled. */
  IamportPayment checkCancel(Params params) {
    IamportPayment payment = cancellable(params);
    BigDecimal checksum = IamportCall.decimal(params, "checksum");
    if (checksum != null && checksum.compareTo(payment.balance()) != 0) {
      // The real text is unknown.
      throw new IamportRefusal(200, 1, "취소 가능 금액(checksum)이 일치하지 않습니다.");
    }
    return payment;
  }

  Map<String, @Nullable Object> cancel(Params params, Cause cause, boolean alreadyChecked) {
    IamportPayment payment = alreadyChecked ? cancellable(params) : checkCancel(params);
    BigDecimal asked = IamportCall.decimal(params, "amount");
    // Left out or 0 means all that is left (OpenAPI).
    BigDecimal amount = asked == null || asked.signum() == 0 ? payment.balance() : asked;
    if (amount.signum() < 0 || !isMoney(amount, payment.amount.currency())) {
      throw IamportRefusal.badParameter("amount 파라메터가 올바르지 않습니다.");
    }
    if (amount.compareTo(payment.unclaimed()) > 0) {
      throw charges.refusedByCardCompany(
          "결제취소에 실패하였습니다.(requested cancel amount is bigger than cancelable amount)");
    }
    if (payment.byAccount && lacksRefundAccount(params)) {
      throw charges.refusedByCardCompany("결제취소에 실패하였습니다.(환불계좌 정보가 누락되었습니다.)");
    }
    if (payment.refundRefusal != null) {
      throw charges.refusedByCardCompany(payment.refundRefusal);
    }
    Instant now = charges.now();
    payment.past.remember(now, json.payment(payment));
    String reason = params.text("reason");
    Cancel cancel =
        payment.takeOn(
            "cancellation_" + RandomTexts.hex(random, 24),
            amount,
            reason == null ? "취소요청api" : reason,
            cause,
            now);
    if (switches.isOn(Switch.IAMPORT_REFUNDS_LATER)) {
      payment.waitingCancels.add(cancel);
    } else {
      payment.cancel(cancel);
    }
    return json.payment(payment);
  }

  private static boolean isMoney(BigDecimal amount, String currency) {
    try {
      Money.of(amount, currency);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private IamportPayment cancellable(Params params) {
    String impUid = params.text("imp_uid");
    String merchantUid = params.text("merchant_uid");
    if (impUid == null && merchantUid == null) {
      throw IamportRefusal.badParameter("imp_uid 또는 merchant_uid 파라메터가 누락되었습니다.");
    }
    IamportPayment payment =
        impUid != null ? book.byImpUid(impUid) : paidOfOrder(String.valueOf(merchantUid));
    if (payment == null || !payment.wasPaid()) {
      throw new IamportRefusal(200, 1, "취소할 결제건이 존재하지 않습니다.");
    }
    if (payment.balance().signum() == 0) {
      if (switches.isOn(Switch.IAMPORT_ALREADY_CANCELLED_BY_PG_TEXT)) {
        throw charges.refusedByCardCompany("결제취소에 실패하였습니다.해당거래 취소실패(기취소성공)");
      }
      throw new IamportRefusal(200, 1, "이미 전액취소된 주문입니다.");
    }
    return payment;
  }

  private @Nullable IamportPayment paidOfOrder(String merchantUid) {
    List<IamportPayment> paid = book.paid(merchantUid);
    return paid.stream()
        .filter(payment -> payment.balance().signum() > 0)
        .findFirst()
        .orElse(paid.isEmpty() ? null : paid.get(0));
  }

  private static boolean lacksRefundAccount(Params params) {
    return params.text("refund_holder") == null
        || params.text("refund_bank") == null
        || params.text("refund_account") == null;
  }
}
