package kr.pgsdk.durable;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The accounts of a shop. */
final class Accounts {
  private final Map<String, Account> byName;

  Accounts(Map<String, Account> byName) {
    this.byName = Map.copyOf(byName);
  }

  Collection<Account> all() {
    return byName.values();
  }

  Account named(String name) {
    Account account = byName.get(name);
    if (account == null) {
      throw new IllegalArgumentException(
          "no account is named " + name + "; the shop has " + byName.keySet());
    }
    return account;
  }

  /** An account that the store knows and this process doesn't: its rows are left alone. */
  @Nullable Account known(String name) {
    return byName.get(name);
  }

  Account chosen(@Nullable String name) {
    if (name != null) {
      return named(name);
    }
    if (byName.size() > 1) {
      throw new IllegalArgumentException(
          "the shop has several accounts: say which of " + byName.keySet());
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
              ? "this came from " + gateway + ", and no account of the shop is there"
              : "several accounts are at " + gateway + ": say which it came from");
    }
    return of.get(0);
  }
}
