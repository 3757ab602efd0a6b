package kr.pgsdk.sandbox.iamport;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kr.pgsdk.core.Money;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.Switches;
import kr.pgsdk.sandbox.iamport.IamportPayment.Cancel;
import kr.pgsdk.sandbox.iamport.IamportPayment.Status;
import kr.pgsdk.sandbox.wire.Json;
import kr.pgsdk.sandbox.wire.WireRequest;
import kr.pgsdk.sandbox.wire.WireWebhook;
import org.jspecify.annotations.Nullable;

/** What Iamport sends to a shop, and what its checkout gives the browser. Guarded by the lock. */
final class IamportOutbound {
  private final Switches switches;

  IamportOutbound(Switches switches) {
    this.switches = switches;
  }

  /**
   * The webhook about the payment as it stands; none for a failure but of a scheduled payment, an
   * open window, and a cancel through the API (webhook guide).
   */
  List<WireWebhook> webhooks(IamportPayment payment) {
    Cancel cancel =
        payment.cancels.isEmpty() ? null : payment.cancels.get(payment.cancels.size() - 1);
    boolean sent =
        switch (payment.status) {
          case PAID -> true;
          case READY -> payment.waitsForDeposit();
          case CANCELLED -> cancel != null && cancel.record().cause().requestId() == 0;
          case FAILED -> payment.isScheduled();
        };
    if (!sent) {
      return List.of();
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("imp_uid", payment.impUid);
    fields.put("merchant_uid", payment.merchantUid);
    fields.put("status", word(payment));
    if (payment.status == Status.CANCELLED && cancel != null) {
      fields.put("cancellation_id", cancel.id());
    } else if (!switches.isOn(Switch.ABSENT_FIELDS)) {
      fields.put("cancellation_id", null);
    }
    return List.of(request(fields));
  }

  /** The request to {@code confirm_url}, just before an open window's payment is approved. */
  WireWebhook confirmProcess(IamportPayment payment) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("imp_uid", payment.impUid);
    fields.put("merchant_uid", payment.merchantUid);
    fields.put("amount", payment.amount.amount());
    return request(fields);
  }

  private WireWebhook request(Map<String, @Nullable Object> fields) {
    boolean form = switches.isOn(Switch.IAMPORT_WEBHOOKS_AS_FORM);
    String type = form ? "application/x-www-form-urlencoded" : "application/json";
    return new WireWebhook(
        List.of(Map.entry("Content-Type", type)),
        form ? WireRequest.form(fields) : Json.write(fields, Json.Style.PHP));
  }

  /** The query of {@code m_redirect_url}. */
  String redirectQuery(IamportPayment payment) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("imp_uid", payment.impUid);
    fields.put("merchant_uid", payment.merchantUid);
    if (!switches.isOn(Switch.IAMPORT_NO_IMP_SUCCESS)) {
      fields.put("imp_success", String.valueOf(isSuccess(payment)));
    }
    addError(payment, fields);
    return WireRequest.form(fields);
  }

  /** The callback's {@code rsp}, with the amount that the page claims. */
  String callback(IamportPayment payment, Money claimed) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("success", isSuccess(payment));
    fields.put("imp_uid", payment.impUid);
    fields.put("merchant_uid", payment.merchantUid);
    fields.put("paid_amount", claimed.amount());
    fields.put("currency", claimed.currency());
    fields.put("status", word(payment));
    fields.put("buyer_name", "홍길동");
    addError(payment, fields);
    return Json.write(fields, Json.Style.PLAIN);
  }

  private static void addError(IamportPayment payment, Map<String, @Nullable Object> fields) {
    if (!isSuccess(payment)) {
      fields.put("error_code", payment.failReason == null ? "F1001" : "F400");
      fields.put(
          "error_msg", payment.failReason == null ? "사용자가 결제를 취소하셨습니다." : payment.failReason);
    }
  }

  private static boolean isSuccess(IamportPayment payment) {
    return payment.wasPaid() || payment.waitsForDeposit();
  }

  private static String word(IamportPayment payment) {
    return payment.status.name().toLowerCase(Locale.ROOT);
  }
}
