package kr.pgsdk.sandbox.iamport;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.iamport.IamportPayment.Account;
import kr.pgsdk.sandbox.wire.Bank;
import kr.pgsdk.sandbox.wire.BankAccount;
import kr.pgsdk.sandbox.wire.BankAccount.State;
import kr.pgsdk.sandbox.wire.StateLock;

/** Where buyers pay into the accounts that were issued through Iamport. */
final class IamportBank implements Bank {
  private final IamportBook book;
  private final IamportCheckout checkout;
  private final Clock clock;
  private final StateLock lock;

  IamportBank(IamportBook book, IamportCheckout checkout, Clock clock, StateLock lock) {
    this.book = book;
    this.checkout = checkout;
    this.clock = clock;
    this.lock = lock;
  }

  @Override
  public List<BankAccount> accounts() {
    return lock.call(
        () -> {
          Instant now = clock.instant();
          return book.newestFirst(payment -> payment.account != null).stream()
              .map(payment -> shown(payment, Objects.requireNonNull(payment.account), now))
              .toList();
        });
  }

  private static BankAccount shown(IamportPayment payment, Account account, Instant now) {
    State state =
        payment.wasPaid()
            ? State.PAID
            : payment.waitsForDeposit() && now.isBefore(account.due()) ? State.OPEN : State.CLOSED;
    return new BankAccount(
        PaymentId.of(payment.impUid),
        payment.merchantUid,
        String.valueOf(payment.given.getOrDefault("name", "샌드박스 주문")),
        payment.amount,
        IamportCodes.bankName(account.bankCode()),
        account.number(),
        account.due(),
        state);
  }

  /** A bank takes nothing after the due date, though Iamport wouldn't mind. */
  @Override
  public void deposit(PaymentId paymentId) {
    boolean isOpen =
        accounts().stream()
            .anyMatch(
                account -> account.paymentId().equals(paymentId) && account.state() == State.OPEN);
    if (!isOpen) {
      throw new IllegalStateException(paymentId + " has no account that takes a deposit");
    }
    checkout.deposit(paymentId);
  }
}
