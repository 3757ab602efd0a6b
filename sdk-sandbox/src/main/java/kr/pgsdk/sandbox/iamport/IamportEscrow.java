package kr.pgsdk.sandbox.iamport;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import kr.pgsdk.sandbox.wire.Params;
import org.jspecify.annotations.Nullable;

/** Deliveries of what was paid in escrow. Guarded by the lock. */
final class IamportEscrow {
  private static final String PATH = "/escrows/logis/{imp_uid}";

  private final Map<String, Map<String, @Nullable Object>> deliveries = new HashMap<>();
  private final IamportBook book;
  private final IamportCharges charges;

  IamportEscrow(IamportBook book, IamportCharges charges) {
    this.book = book;
    this.charges = charges;
  }

  void addTo(IamportRoutes routes) {
    routes
        .on("GET", PATH, call -> registered(payment(call)))
        .on("POST", PATH, this::register)
        .on("PUT", PATH, this::change);
  }

  private IamportPayment payment(IamportCall call) {
    return book.existing(call.named("imp_uid"));
  }

  private Map<String, @Nullable Object> registered(IamportPayment payment) {
    Map<String, @Nullable Object> delivery = deliveries.get(payment.impUid);
    if (delivery == null) {
      throw new IamportRefusal(409, -1, "등록된 배송정보가 존재하지 않습니다.");
    }
    return delivery;
  }

  private Map<String, @Nullable Object> register(IamportCall call) {
    IamportPayment payment = payment(call);
    if (deliveries.containsKey(payment.impUid)
        || payment.status != IamportPayment.Status.PAID
        || !Boolean.TRUE.equals(payment.given.get("escrow"))) {
      throw new IamportRefusal(409, -1, "배송정보를 등록할 수 없는 거래건입니다.");
    }
    return keep(payment, call.params());
  }

  private Map<String, @Nullable Object> change(IamportCall call) {
    IamportPayment payment = payment(call);
    Map<String, @Nullable Object> unused = registered(payment);
    return keep(payment, call.params());
  }

  private Map<String, @Nullable Object> keep(IamportPayment payment, Params params) {
    Params logis = params.object("logis");
    if (logis == null || params.object("sender") == null || params.object("receiver") == null) {
      throw IamportRefusal.badParameter("sender, receiver, logis 파라메터가 누락되었습니다.");
    }
    Map<String, @Nullable Object> delivery = new LinkedHashMap<>();
    delivery.put("company", IamportCall.text(logis, "company"));
    delivery.put("invoice", IamportCall.text(logis, "invoice"));
    Long sentAt = IamportCall.seconds(logis, "sent_at");
    if (sentAt == null) {
      throw IamportRefusal.badParameter("sent_at 파라메터가 누락되었습니다.");
    }
    delivery.put("sent_at", sentAt);
    delivery.put("applied_at", charges.now().getEpochSecond());
    deliveries.put(payment.impUid, delivery);
    return delivery;
  }
}
