package kr.pgsdk.iamport.naverpay;

import java.util.List;
import java.util.Objects;
import kr.pgsdk.core.internal.http.RequestFields;

/** Which product orders of a payment something is done with: all, or some. Immutable. */
public final class IamportNaverOrders {
  private static final IamportNaverOrders ALL = new IamportNaverOrders(List.of());

  private final List<String> ids;

  private IamportNaverOrders(List<String> ids) {
    this.ids = ids;
  }

  /** Returns all product orders of the payment. */
  public static IamportNaverOrders all() {
    return ALL;
  }

  /**
   * Returns these product orders.
   *
   * @param ids {@code product_order_id} of each
   * @throws IllegalArgumentException if there is none, or one is blank: to Iamport none means all
   */
  public static IamportNaverOrders of(List<String> ids) {
    if (ids.isEmpty() || ids.stream().anyMatch(id -> Objects.requireNonNull(id, "id").isBlank())) {
      throw new IllegalArgumentException(
          "product_order_id must be one or more ids, none of them blank: use all() for all");
    }
    return new IamportNaverOrders(List.copyOf(ids));
  }

  /** The ids; empty for all. */
  List<String> ids() {
    return ids;
  }

  RequestFields fields() {
    RequestFields fields = new RequestFields();
    return ids.isEmpty() ? fields : fields.texts("product_order_id", ids);
  }

  @Override
  public String toString() {
    return "IamportNaverOrders" + (ids.isEmpty() ? "[all]" : ids);
  }
}
