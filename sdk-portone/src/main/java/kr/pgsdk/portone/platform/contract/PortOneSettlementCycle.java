package kr.pgsdk.portone.platform.contract;

import java.time.DayOfWeek;
import java.time.MonthDay;
import java.util.List;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/**
 * When a partner is paid, as a request says it: so many days after the settlement begins, then the
 * next day that fits.
 */
public final class PortOneSettlementCycle extends RequestObject {
  private static final int MAX_LAG_DAYS = 10; // rest-v2, PlatformSettlementCycle.lagDays

  private PortOneSettlementCycle(
      int lagDays, PortOneSettlementDatePolicy datePolicy, String name, RequestFields days) {
    super(
        new RequestFields()
            .number("lagDays", lagDays, 1, MAX_LAG_DAYS)
            .word("datePolicy", datePolicy)
            .object("method", new RequestFields().object(name, days)));
  }

  /**
   * Every day.
   *
   * @param lagDays 1 to 10
   * @param datePolicy what becomes of a holiday
   */
  public static PortOneSettlementCycle daily(int lagDays, PortOneSettlementDatePolicy datePolicy) {
    return new PortOneSettlementCycle(lagDays, datePolicy, "daily", new RequestFields());
  }

  /**
   * On weekdays.
   *
   * @param lagDays 1 to 10
   * @param datePolicy what becomes of a holiday
   * @throws IllegalArgumentException if there are none
   */
  public static PortOneSettlementCycle weekly(
      int lagDays, PortOneSettlementDatePolicy datePolicy, List<DayOfWeek> daysOfWeek) {
    requireSome(daysOfWeek, "daysOfWeek");
    List<String> words = daysOfWeek.stream().map(day -> day.name().substring(0, 3)).toList();
    return new PortOneSettlementCycle(
        lagDays, datePolicy, "weekly", new RequestFields().texts("daysOfWeek", words));
  }

  /**
   * On days of each month.
   *
   * @param lagDays 1 to 10
   * @param datePolicy what becomes of a holiday
   * @param daysOfMonth 1 to 31
   * @throws IllegalArgumentException if there are none, or one is no day of a month
   */
  public static PortOneSettlementCycle monthly(
      int lagDays, PortOneSettlementDatePolicy datePolicy, List<Integer> daysOfMonth) {
    requireSome(daysOfMonth, "daysOfMonth");
    for (int day : daysOfMonth) {
      if (day < 1 || day > 31) {
        throw new IllegalArgumentException("daysOfMonth must be 1 to 31: one is " + day);
      }
    }
    return new PortOneSettlementCycle(
        lagDays, datePolicy, "monthly", new RequestFields().numbers("daysOfMonth", daysOfMonth));
  }

  /**
   * On days of the year.
   *
   * @param lagDays 1 to 10
   * @param datePolicy what becomes of a holiday
   * @throws IllegalArgumentException if there are none
   */
  public static PortOneSettlementCycle manualDates(
      int lagDays, PortOneSettlementDatePolicy datePolicy, List<MonthDay> dates) {
    requireSome(dates, "dates");
    List<RequestFields> days =
        dates.stream()
            .map(
                date ->
                    new RequestFields()
                        .number("month", date.getMonthValue(), 1, 12)
                        .number("day", date.getDayOfMonth(), 1, 31))
            .toList();
    return new PortOneSettlementCycle(
        lagDays, datePolicy, "manualDates", new RequestFields().objects("dates", days));
  }

  private static void requireSome(List<?> days, String name) {
    if (days.isEmpty()) {
      throw new IllegalArgumentException(name + " must not be empty");
    }
  }
}
