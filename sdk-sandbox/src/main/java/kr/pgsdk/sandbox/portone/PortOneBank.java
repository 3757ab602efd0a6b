package kr.pgsdk.sandbox.portone;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.wire.Bank;
import kr.pgsdk.sandbox.wire.BankAccount;
import kr.pgsdk.sandbox.wire.BankAccount.State;
import kr.pgsdk.sandbox.wire.StateLock;

/** Where buyers pay into PortOne's accounts. */
final class PortOneBank implements Bank {
  private final PortOnePayments payments;
  private final PortOneCheckout checkout;
  private final Clock clock;
  private final StateLock lock;

  PortOneBank(PortOnePayments payments, PortOneCheckout checkout, Clock clock, StateLock lock) {
    this.payments = payments;
    this.checkout = checkout;
    this.clock = clock;
    this.lock = lock;
  }

  @Override
  public List<BankAccount> accounts() {
    return lock.call(
        () -> {
          payments.catchUp();
          List<BankAccount> accounts = new ArrayList<>();
          for (PortOneAttempt attempt : payments.attempts()) {
            PortOneAccount account = attempt.account;
            if (account != null) {
              accounts.add(
                  0,
                  new BankAccount(
                      attempt.id(),
                      attempt.order.paymentId(),
                      attempt.order.name(),
                      attempt.order.money(),
                      PortOneBanks.name(account.bank),
                      account.number,
                      account.due,
                      state(attempt, account)));
            }
          }
          return accounts;
        });
  }

  private State state(PortOneAttempt attempt, PortOneAccount account) {
    Instant now = clock.instant();
    if (attempt.wasPaid()) {
      return State.PAID;
    }
    return attempt.status == PortOneAttempt.Status.VIRTUAL_ACCOUNT_ISSUED
            && now.isBefore(account.due)
        ? State.OPEN
        : State.CLOSED;
  }

  @Override
  public void deposit(PaymentId paymentId) {
    checkout.deposit(paymentId);
  }
}
