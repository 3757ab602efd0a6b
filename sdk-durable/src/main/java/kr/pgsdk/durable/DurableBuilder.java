package kr.pgsdk.durable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.TransactionList;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.StoreException;
import org.jspecify.annotations.Nullable;

/** Builds {@link DurablePayments}. */
public final class DurableBuilder {
  final PaymentStore store;
  final PaymentEventHandler handler;
  final Map<String, Account> accounts = new LinkedHashMap<>();
  final List<DurableListener> listeners = new ArrayList<>();
  @Nullable EffectsHandler effects;
  Sealer sealer = Sealer.none();
  boolean refundDuplicates;
  boolean refundLate;
  Settings settings = Settings.DEFAULT;

  DurableBuilder(PaymentStore store, PaymentEventHandler handler) {
    this.store = Objects.requireNonNull(store, "store");
    this.handler = Objects.requireNonNull(handler, "handler");
  }

  /**
   * Adds a merchant's account.
   *
   * @param name the account's name in the store; never give this name to another merchant
   * @param gateway the caller must close it
   */
  public DurableBuilder account(String name, PaymentGateway gateway) {
    return add(new Account(name, gateway, null));
  }

  /**
   * As {@link #account(String, PaymentGateway)}, with the gateway's list for {@link
   * DurablePayments#reconcile}.
   *
   * @param transactions such as {@code gateway.transactions()}
   */
  public DurableBuilder account(String name, PaymentGateway gateway, TransactionList transactions) {
    return add(new Account(name, gateway, Objects.requireNonNull(transactions, "transactions")));
  }

  private DurableBuilder add(Account account) {
    if (accounts.putIfAbsent(account.name(), account) != null) {
      throw new IllegalArgumentException(
          "two accounts are named " + account.name() + ": give each its own name");
    }
    return this;
  }

  /** Automatically refunds a second payment of an order; by default it is only reported. */
  public DurableBuilder refundDuplicates() {
    this.refundDuplicates = true;
    return this;
  }

  /** Automatically refunds money for a closed order; by default it is only reported. */
  public DurableBuilder refundPaidAfterClose() {
    this.refundLate = true;
    return this;
  }

  /**
   * Sets the code for effects outside the database; it is called at least once for an event, after
   * the event was delivered.
   */
  public DurableBuilder afterwards(EffectsHandler effects) {
    this.effects = Objects.requireNonNull(effects, "effects");
    return this;
  }

  /** Sets the encryption of refund accounts in the database. */
  public DurableBuilder sealer(Sealer sealer) {
    this.sealer = Objects.requireNonNull(sealer, "sealer");
    return this;
  }

  /** Adds a listener. */
  public DurableBuilder listener(DurableListener listener) {
    this.listeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  /** Other times than the default, for tests. */
  DurableBuilder settings(Settings settings) {
    this.settings = settings;
    return this;
  }

  /**
   * Checks the schema and returns the payments.
   *
   * @throws IllegalArgumentException if no account was added
   * @throws StoreException if the schema is missing or of another version
   */
  public DurablePayments build() {
    if (accounts.isEmpty()) {
      throw new IllegalArgumentException("add an account: a name and its gateway");
    }
    return new DurablePayments(this);
  }
}
