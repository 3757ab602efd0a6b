package kr.pgsdk.sandbox.iamport;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import kr.pgsdk.core.Money;
import org.jspecify.annotations.Nullable;

/** All payments and prepared amounts. Guarded by the simulation's lock. */
final class IamportBook {
  /** An amount the checkout window will insist on; without a currency any will do. */
  record Prepared(BigDecimal amount, @Nullable String currency) {
    boolean allows(Money money) {
      return amount.compareTo(money.amount()) == 0
          && (currency == null || currency.equals(money.currency()));
    }
  }

  private final Map<String, IamportPayment> payments = new LinkedHashMap<>();
  private final Map<String, Prepared> prepared = new LinkedHashMap<>();

  void add(IamportPayment payment) {
    payments.put(payment.impUid, payment);
  }

  @Nullable IamportPayment byImpUid(String impUid) {
    return payments.get(impUid);
  }

  /** Returns a payment that must be there. */
  IamportPayment existing(String impUid) {
    IamportPayment payment = byImpUid(impUid);
    if (payment == null) {
      throw IamportRefusal.noSuchPayment();
    }
    return payment;
  }

  /** The payments that pass {@code filter}, newest first. */
  List<IamportPayment> newestFirst(Predicate<IamportPayment> filter) {
    List<IamportPayment> found = new ArrayList<>();
    for (IamportPayment payment : payments.values()) {
      if (filter.test(payment)) {
        found.add(0, payment);
      }
    }
    return found;
  }

  /** The payments of an order that were paid, newest first. */
  List<IamportPayment> paid(String merchantUid) {
    return newestFirst(payment -> payment.merchantUid.equals(merchantUid) && payment.wasPaid());
  }

  /** Sorts by {@code started}, {@code paid} or {@code updated}, descending with a {@code -}. */
  static void sort(List<IamportPayment> found, String sorting) {
    Comparator<IamportPayment> order =
        switch (sorting.replaceFirst("^-", "").toLowerCase(Locale.ROOT)) {
          case "started" -> Comparator.comparing(payment -> payment.startedAt);
          case "paid" ->
              Comparator.comparing(
                  payment -> payment.paidAt == null ? Instant.MIN : payment.paidAt);
          case "updated" -> Comparator.comparing(payment -> payment.updatedAt);
          default -> throw IamportRefusal.badParameter("sorting 값이 올바르지 않습니다.");
        };
    if (sorting.startsWith("-")) {
      found.sort(order.reversed());
    } else {
      // Of two at the same time the older comes first, as the newer does when descending.
      Collections.reverse(found);
      found.sort(order);
    }
  }

  @Nullable Prepared prepared(String merchantUid) {
    return prepared.get(merchantUid);
  }

  void prepare(String merchantUid, Prepared amount) {
    prepared.put(merchantUid, amount);
  }
}
