package kr.pgsdk.durable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.store.PaymentStore;
import org.jspecify.annotations.Nullable;

/** The accounts of a shop. */
final class Accounts {
  private final Map<String, Account> byName;
  private final PaymentStore store;
  private final Fingerprints fingerprints;

  Accounts(Map<String, Account> byName, PaymentStore store, Fingerprints fingerprints) {
    this.byName = Map.copyOf(byName);
    this.store = store;
    this.fingerprints = fingerprints;
    byName.values().forEach(fingerprints::compare);
  }

  Account named(String name) {
    Account account = byName.get(name);
    if (account == null) {
      throw new IllegalArgumentException(
          "no account is named " + name + "; the shop has " + byName.keySet());
    }
    return account;
  }

  Account chosen(@Nullable String name) {
    if (name != null) {
      return named(name);
    }
    if (byName.size() > 1) {
      throw new IllegalArgumentException(
          "the shop has several accounts: name one of " + byName.keySet());
    }
    return byName.values().iterator().next();
  }

  /** The account of what came in from a gateway. */
  Account ofGateway(String gateway) {
    List<Account> of =
        byName.values().stream().filter(a -> a.gateway().name().equals(gateway)).toList();
    if (of.size() != 1) {
      throw new IllegalArgumentException(
          of.isEmpty()
              ? "this came from " + gateway + ", where the shop has no account"
              : "several accounts are at " + gateway + ": name the one that this came from");
    }
    return of.get(0);
  }

  /**
   * The account that the store names; null if this process doesn't have it, or has it under other
   * credentials: its rows are left alone.
   */
  @Nullable Account known(String name) {
    Account account = byName.get(name);
    return account == null || fingerprints.isForeign(account) ? null : account;
  }

  /**
   * Returns the account, for which something is to be sent.
   *
   * @throws IllegalStateException if its stored payments were made with other credentials
   */
  Account own(Account account) {
    if (fingerprints.isForeign(account)) {
      throw new IllegalStateException(Fingerprints.explained(account.name()));
    }
    return account;
  }

  /**
   * Returns the order, for which something is to be done.
   *
   * @throws IllegalStateException as {@link #own(Account)}
   */
  OrderId own(OrderId orderId) {
    String foreign = foreign(orderId.value());
    if (foreign != null) {
      throw new IllegalStateException(Fingerprints.explained(foreign));
    }
    return orderId;
  }

  /** The names of the accounts that an order has to do with. */
  Set<String> of(String orderId) {
    return store.inNew(
        session -> {
          Set<String> names = new LinkedHashSet<>();
          session
              .order(orderId)
              .ifPresent(
                  order -> {
                    names.add(order.account());
                    if (order.slot() != null) {
                      names.add(order.slot().payment().account());
                    }
                  });
          session.payments(orderId).forEach(payment -> names.add(payment.key().account()));
          return names;
        });
  }

  /** Whether an account has other credentials than its stored payments. */
  boolean hasForeign() {
    return fingerprints.hasForeign();
  }

  /** The account of an order that has other credentials; null if none has. */
  @Nullable String foreign(String orderId) {
    return !hasForeign()
        ? null
        : of(orderId).stream()
            .map(byName::get)
            .filter(account -> account != null && fingerprints.isForeign(account))
            .map(Account::name)
            .findFirst()
            .orElse(null);
  }
}
