package kr.pgsdk.sandbox.iamport;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import kr.pgsdk.sandbox.wire.Params;
import org.jspecify.annotations.Nullable;

/** Cash receipts, of payments and of what was paid elsewhere. Guarded by the lock. */
final class IamportReceipts {
  private record Receipt(
      String tid,
      String type,
      BigDecimal amount,
      BigDecimal vat,
      Instant appliedAt,
      @Nullable Instant cancelledAt) {
    boolean stands() {
      return cancelledAt == null;
    }

    Receipt cancelled(Instant now) {
      return new Receipt(tid, type, amount, vat, appliedAt, now);
    }

    Map<String, @Nullable Object> json(String idName, String id) {
      Map<String, @Nullable Object> json = new LinkedHashMap<>();
      json.put(idName, id);
      json.put("receipt_tid", tid);
      json.put("apply_num", tid.substring(0, 9));
      json.put("type", type);
      json.put("amount", amount);
      json.put("vat", vat);
      json.put("receipt_url", "https://sandbox.invalid/receipt/" + tid);
      json.put("applied_at", appliedAt.getEpochSecond());
      json.put("cancelled_at", IamportJson.seconds(cancelledAt));
      return json;
    }
  }

  private final Map<String, Receipt> ofPayments = new HashMap<>();
  private final Map<String, Receipt> external = new HashMap<>();
  private final IamportBook book;
  private final IamportCharges charges;

  IamportReceipts(IamportBook book, IamportCharges charges) {
    this.book = book;
    this.charges = charges;
  }

  void addTo(IamportRoutes routes) {
    routes
        .on("GET", "/receipts/{imp_uid}", call -> found(call, ofPayments, "imp_uid"))
        .on("POST", "/receipts/{imp_uid}", this::issue)
        .on("DELETE", "/receipts/{imp_uid}", this::cancel)
        .on(
            "GET",
            "/receipts/external/{merchant_uid}",
            call -> found(call, external, "merchant_uid"))
        .on("POST", "/receipts/external/{merchant_uid}", this::issueExternal)
        .on("DELETE", "/receipts/external/{merchant_uid}", this::cancelExternal);
  }

  private static Map<String, @Nullable Object> found(
      IamportCall call, Map<String, Receipt> receipts, String idName) {
    String id = call.named(idName);
    Receipt receipt = receipts.get(id);
    if (receipt == null) {
      throw new IamportRefusal(404, -1, "현금영수증 발행내역을 찾을 수 없습니다.");
    }
    return receipt.json(idName, id);
  }

  private Map<String, @Nullable Object> issue(IamportCall call) {
    IamportPayment payment = book.byImpUid(call.named("imp_uid"));
    if (payment == null || payment.status != IamportPayment.Status.PAID) {
      throw IamportRefusal.badParameter("결제완료(paid) 상태의 결제건이 아닙니다.");
    }
    Receipt receipt = issued(call, ofPayments, payment.impUid, payment.amount.amount());
    payment.given.put("cash_receipt_issued", true);
    return receipt.json("imp_uid", payment.impUid);
  }

  private Map<String, @Nullable Object> issueExternal(IamportCall call) {
    String merchantUid = call.named("merchant_uid");
    String unused = call.text("name");
    unused = call.text("channel_key");
    BigDecimal amount = IamportCall.price(call.params()).amount();
    return issued(call, external, merchantUid, amount).json("merchant_uid", merchantUid);
  }

  private Receipt issued(
      IamportCall call, Map<String, Receipt> receipts, String id, BigDecimal amount) {
    String unused = call.text("identifier");
    Receipt earlier = receipts.get(id);
    if (earlier != null && earlier.stands()) {
      throw IamportRefusal.badParameter("이미 현금영수증이 발행된 건입니다.");
    }
    Receipt receipt =
        new Receipt(
            charges.pgTid(),
            type(call.params()),
            amount,
            vat(call.params(), amount),
            charges.now(),
            null);
    receipts.put(id, receipt);
    return receipt;
  }

  private static String type(Params params) {
    String type = params.text("type");
    return type == null ? "person" : type;
  }

  /** A tenth of the supply unless the shop says so. */
  private static BigDecimal vat(Params params, BigDecimal amount) {
    BigDecimal vat = IamportCall.decimal(params, "vat_amount");
    return vat != null ? vat : amount.divide(BigDecimal.valueOf(11), 0, RoundingMode.HALF_UP);
  }

  private Map<String, @Nullable Object> cancel(IamportCall call) {
    String impUid = call.named("imp_uid");
    Receipt receipt = cancelled(ofPayments, impUid, 400);
    book.existing(impUid).given.put("cash_receipt_issued", false);
    return receipt.json("imp_uid", impUid);
  }

  private Map<String, @Nullable Object> cancelExternal(IamportCall call) {
    String merchantUid = call.named("merchant_uid");
    return cancelled(external, merchantUid, 404).json("merchant_uid", merchantUid);
  }

  private Receipt cancelled(Map<String, Receipt> receipts, String id, int statusIfNone) {
    Receipt receipt = receipts.get(id);
    if (receipt == null || !receipt.stands()) {
      throw new IamportRefusal(statusIfNone, -1, "발행된 현금영수증이 없습니다.");
    }
    Receipt cancelled = receipt.cancelled(charges.now());
    receipts.put(id, cancelled);
    return cancelled;
  }
}
