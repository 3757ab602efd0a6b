package kr.pgsdk.iamport.naverpay;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What became of product orders: Naver may do what was asked for some of them. Immutable. */
public final class IamportNaverOutcome {
  private final List<IamportNaverProductOrder> done;
  private final List<String> missing;
  private final boolean complete;

  IamportNaverOutcome(
      IamportNaverOrders asked, List<IamportNaverProductOrder> done, boolean partial) {
    List<String> left = new ArrayList<>(asked.ids());
    left.removeAll(done.stream().map(IamportNaverProductOrder::productOrderId).toList());
    this.done = done;
    this.missing = List.copyOf(left);
    this.complete = !partial && left.isEmpty();
  }

  /** The product orders for which it was done, as they are now. Unmodifiable. */
  public List<IamportNaverProductOrder> done() {
    return done;
  }

  /**
   * The ids that were asked for and are not in {@link #done()}. Empty if all were asked for:
   * compare with {@link IamportNaverPay#productOrders} then. Unmodifiable.
   */
  public List<String> missing() {
    return missing;
  }

  /** Whether it was done for every product order: Iamport answers 207 if it wasn't. */
  public boolean isComplete() {
    return complete;
  }

  /**
   * {@link #done()} as JSON, an array: everything Iamport sent of them. It may hold personal data,
   * so keep it out of logs.
   */
  public String toJson() {
    return done.stream()
        .map(IamportNaverProductOrder::toJson)
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Override
  public String toString() {
    return "IamportNaverOutcome[done=" + done.size() + ", complete=" + complete + "]";
  }
}
