package kr.pgsdk.core.internal.flow;

import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.PaymentStatus.Known;

/** What a gateway's word and its amounts, together, make of a payment's status. Pure. */
public final class StatusRules {
  private StatusRules() {}

  /**
   * The status of a payment whose gateway calls it paid: paid needs the word, the whole amount, and
   * nothing that contradicts them. A cancel that failed contradicts nothing; one under way is
   * {@code CANCEL_PENDING}; any other contradiction is {@code UNKNOWN}.
   *
   * @param balance what the gateway says can still be cancelled
   * @param cancels every cancel the payment shows
   * @param contradicted whether anything else in it says that it isn't paid
   */
  public static PaymentStatus ofPaidWord(
      String word, Money amount, Money balance, List<PaymentCancel> cancels, boolean contradicted) {
    Known whole = contradicted ? Known.UNKNOWN : whole(cancels);
    return new PaymentStatus(ofMoney(amount, balance, whole), word);
  }

  private static Known whole(List<PaymentCancel> cancels) {
    Known whole = Known.PAID;
    for (PaymentCancel cancel : cancels) {
      if (cancel.state() == State.DONE) {
        return Known.UNKNOWN;
      }
      whole = cancel.state() == State.PENDING ? Known.CANCEL_PENDING : whole;
    }
    return whole;
  }

  /**
   * The status of a payment whose gateway calls it cancelled; at Iamport a partial cancel already
   * does.
   *
   * @param balance what the gateway says can still be cancelled
   * @param everPaid whether it was captured at any time
   */
  public static PaymentStatus ofCancelledWord(
      String word, Money amount, Money balance, boolean everPaid) {
    return new PaymentStatus(
        ofMoney(amount, balance, everPaid ? Known.UNKNOWN : Known.CANCELLED), word);
  }

  private static Known ofMoney(Money amount, Money balance, Known untouched) {
    if (balance.equals(amount)) {
      return untouched;
    }
    if (balance.isMoreThan(amount)) {
      return Known.UNKNOWN;
    }
    return balance.isZero() ? Known.CANCELLED : Known.PARTIALLY_CANCELLED;
  }
}
