package kr.pgsdk.sandbox.iamport;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import kr.pgsdk.core.Money;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.Switches;
import kr.pgsdk.sandbox.TestCard;
import kr.pgsdk.sandbox.wire.Cause;
import kr.pgsdk.sandbox.wire.Params;
import kr.pgsdk.sandbox.wire.RandomTexts;
import org.jspecify.annotations.Nullable;

/** Payments that are made by a request, without a window. Guarded by the lock. */
final class IamportCharges {
  /** The checkout page's words; those of the REST API are unknown. */
  static final String PAID_ALREADY = "이미 결제가 이루어진 거래건입니다.";

  private static final int LONGEST_MERCHANT_UID = 40;

  /** What a request says about a payment, and the payment shows. */
  static final List<String> TEXTS =
      List.of("name", "buyer_name", "buyer_email", "buyer_tel", "buyer_addr", "buyer_postcode");

  private final IamportBook book;
  private final Clock clock;
  private final RandomGenerator random;
  private final Switches switches;
  private final IamportJson json;

  IamportCharges(
      IamportBook book, IamportJson json, Clock clock, RandomGenerator random, Switches switches) {
    this.book = book;
    this.clock = clock;
    this.random = random;
    this.switches = switches;
    this.json = json;
  }

  Instant now() {
    return clock.instant();
  }

  /** A new payment of an order that isn't paid yet, started at {@code at}; ready. */
  IamportPayment start(String merchantUid, Money amount, Params about, Instant at) {
    String impUid = "imps_" + RandomTexts.digits(random, 12);
    IamportPayment payment = new IamportPayment(impUid, merchantUid, amount, at);
    payment.withoutWindow = true;
    payment.given.put("channel", "api");
    for (String name : TEXTS) {
      String text = about.text(name);
      if (text != null) {
        payment.given.put(name, text);
      }
    }
    payment.given.put("custom_data", about.textOrJson("custom_data"));
    book.add(payment);
    return payment;
  }

  /** A new payment as a request describes it. */
  IamportPayment start(Params params, boolean evenIfPaid) {
    String merchantUid = merchantUid(params);
    Money price = IamportCall.price(params);
    if (!evenIfPaid) {
      refuseIfPaid(merchantUid);
    }
    return start(merchantUid, price, params, now());
  }

  /** Whether a charge of an order that is paid is executed once more. */
  boolean chargesAgain() {
    return switches.isOn(Switch.IAMPORT_CHARGES_PAID_ORDERS_AGAIN);
  }

  void refuseIfPaid(String merchantUid) {
    if (isPaid(merchantUid)) {
      throw new IamportRefusal(200, 1, PAID_ALREADY);
    }
  }

  boolean isPaid(String merchantUid) {
    return !book.paid(merchantUid).isEmpty();
  }

  static String merchantUid(Params params) {
    String merchantUid = params.text("merchant_uid");
    if (merchantUid == null
        || merchantUid.isEmpty()
        || merchantUid.length() > LONGEST_MERCHANT_UID) {
      throw IamportRefusal.badParameter("merchant_uid 파라메터가 올바르지 않습니다.");
    }
    return merchantUid;
  }

  /** The card pays, or is declined; a card that isn't known (null) is declined. */
  void charge(IamportPayment payment, @Nullable TestCard card, Cause cause, Instant at) {
    if (card == null) {
      payment.fail("등록되지 않은 구매자입니다.", at);
    } else if (card.isDeclined()) {
      payment.fail(card.reason(), at);
    } else {
      payment.given.put("card_number", masked(card));
      payment.pay(pgTid(), cause, at);
    }
  }

  static String masked(TestCard card) {
    String number = card.number();
    return number.substring(0, 6) + "******" + number.substring(12, 15) + "*";
  }

  String pgTid() {
    return RandomTexts.digits(random, 14);
  }

  /** What a card company refuses; the HTTP status that comes with it isn't known. */
  IamportRefusal refusedByCardCompany(String text) {
    return new IamportRefusal(
        switches.isOn(Switch.IAMPORT_PG_REFUSAL_IS_500) ? 500 : 200, -1, text);
  }

  Map<String, @Nullable Object> shown(IamportPayment payment) {
    return json.payment(payment);
  }
}
