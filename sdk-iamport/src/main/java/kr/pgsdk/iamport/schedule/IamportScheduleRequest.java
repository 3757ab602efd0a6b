package kr.pgsdk.iamport.schedule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kr.pgsdk.core.CardData;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.iamport.internal.CardFields;
import kr.pgsdk.iamport.internal.CustomerUid;

/** Payments to schedule by one billing key. */
public final class IamportScheduleRequest extends RequestObject {
  private final String customerUid;
  private final List<IamportSchedule> schedules;

  private IamportScheduleRequest(
      String customerUid, List<IamportSchedule> schedules, RequestFields fields) {
    super(fields);
    this.customerUid = customerUid;
    this.schedules = schedules;
  }

  /**
   * Starts a request.
   *
   * @param customerUid {@code customer_uid}: the billing key, at most 80 characters; a secret
   * @param schedules {@code schedules}: at least one, each with another order id
   * @throws IllegalArgumentException if one of these is otherwise
   */
  public static Builder builder(String customerUid, List<IamportSchedule> schedules) {
    return new Builder(customerUid, schedules);
  }

  /** {@code customer_uid}: the billing key; a secret. */
  public String customerUid() {
    return customerUid;
  }

  /** {@code schedules}: the payments. Unmodifiable. */
  public List<IamportSchedule> schedules() {
    return schedules;
  }

  /** Shows the schedules alone. */
  @Override
  public String toString() {
    return "IamportScheduleRequest" + schedules;
  }

  /** Builds an {@link IamportScheduleRequest}. */
  public static final class Builder {
    private final String customerUid;
    private final List<IamportSchedule> schedules;
    private final RequestFields fields = new RequestFields();

    private Builder(String customerUid, List<IamportSchedule> schedules) {
      this.customerUid = customerUid;
      this.schedules = List.copyOf(schedules);
      if (schedules.isEmpty()) {
        throw new IllegalArgumentException("schedules must be at least one");
      }
      Set<OrderId> seen = new HashSet<>();
      for (IamportSchedule schedule : schedules) {
        if (!seen.add(schedule.orderId())) {
          throw new IllegalArgumentException(
              "schedules must have different merchant_uid: " + schedule.orderId() + " is repeated");
        }
      }
      fields.all(CustomerUid.fields(customerUid));
      fields.objects("schedules", this.schedules.stream().map(RequestFields::of).toList());
    }

    /** {@code card_number} and the other card data: issues the key first if there is none. */
    public Builder card(CardData card) {
      fields.all(CardFields.of(card));
      return this;
    }

    /**
     * {@code checking_amount}: charges this at once to test the card, and cancels it. 0 tests
     * nothing.
     */
    public Builder checkingAmount(Money money) {
      fields.wholeAmount("checking_amount", money);
      return this;
    }

    /** {@code customer_id}: the shop's number for the buyer; Toss Payments requires it. */
    public Builder customerId(String id) {
      fields.personal("customer_id", id);
      return this;
    }

    /** {@code channel_key}: the channel that issues the key, or that a super billing key uses. */
    public Builder channelKey(String key) {
      fields.text("channel_key", key, 55);
      return this;
    }

    /** Returns the request. */
    public IamportScheduleRequest build() {
      return new IamportScheduleRequest(customerUid, schedules, fields.copy());
    }
  }
}
