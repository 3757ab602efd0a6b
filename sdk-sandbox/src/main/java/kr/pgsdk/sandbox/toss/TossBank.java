package kr.pgsdk.sandbox.toss;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.wire.Bank;
import kr.pgsdk.sandbox.wire.BankAccount;
import kr.pgsdk.sandbox.wire.BankAccount.State;
import kr.pgsdk.sandbox.wire.StateLock;

/** Where buyers pay into Toss's accounts. */
final class TossBank implements Bank {
  private final TossPayments payments;
  private final TossCheckout checkout;
  private final Clock clock;
  private final StateLock lock;

  TossBank(TossPayments payments, TossCheckout checkout, Clock clock, StateLock lock) {
    this.payments = payments;
    this.checkout = checkout;
    this.clock = clock;
    this.lock = lock;
  }

  @Override
  public List<BankAccount> accounts() {
    return lock.call(
        () -> {
          Instant now = clock.instant();
          List<BankAccount> accounts = new ArrayList<>();
          for (TossPayment payment : payments.all()) {
            TossAccount account = payment.account;
            if (account != null) {
              accounts.add(
                  0,
                  new BankAccount(
                      PaymentId.of(payment.paymentKey),
                      payment.orderId,
                      payment.orderName,
                      payment.total,
                      TossBankCodes.name(account.bankCode),
                      account.number,
                      account.due,
                      state(payment, account, now)));
            }
          }
          return accounts;
        });
  }

  private static State state(TossPayment payment, TossAccount account, Instant now) {
    if (payment.approvedAt != null) {
      return State.PAID;
    }
    return payment.status(now) == TossPayment.Status.WAITING_FOR_DEPOSIT
            && now.isBefore(account.due)
        ? State.OPEN
        : State.CLOSED;
  }

  @Override
  public void deposit(PaymentId paymentId) {
    checkout.deposit(paymentId);
  }
}
