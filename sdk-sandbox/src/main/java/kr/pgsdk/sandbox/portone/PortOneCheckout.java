package kr.pgsdk.sandbox.portone;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.portone.PortOneAttempt.Method;
import kr.pgsdk.sandbox.portone.PortOneAttempt.Status;
import kr.pgsdk.sandbox.wire.Cause;
import kr.pgsdk.sandbox.wire.StateLock;
import kr.pgsdk.sandbox.wire.WireRequest;

/** What buyers do to payments. Thread-safe. */
public final class PortOneCheckout extends PortOneDesk {
  /** The payment company's time-out of a confirm; the real ones vary. */
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);

  private final PortOneRegistrations registrations;
  private final PortOneStore store;

  PortOneCheckout(
      PortOnePayments payments,
      PortOneCancels cancels,
      PortOneRegistrations registrations,
      PortOneStore store,
      PortOneOutbox outbox,
      StateLock lock) {
    super(payments, cancels, outbox, lock);
    this.registrations = registrations;
    this.store = store;
  }

  /**
   * Opens the window: the attempt is {@code READY}.
   *
   * @throws IllegalStateException if the window stays shut
   */
  public PaymentId open(OrderId orderId, Money amount, boolean isTest, boolean isManual) {
    return open(PortOneOrder.of(orderId.value(), amount), store.channel(isTest, isManual));
  }

  /**
   * The same for what a page asks for.
   *
   * @throws IllegalStateException if the window stays shut; its message is the script's code
   */
  public PaymentId open(PortOneRequest request) {
    PortOneChannel channel = store.channel(request.channelKey());
    if (channel == null) {
      throw new IllegalStateException("ChannelNotFound");
    }
    PortOneOrder order = request.order();
    return lock.call(
        () -> {
          if (payments.isPaid(order.paymentId())) {
            throw new IllegalStateException("PaymentAlreadyPaid");
          }
          if (registrations.forbid(order)) {
            throw new IllegalStateException("AmountNotEqualToPredefined");
          }
          PaymentId id = open(order, channel);
          of(
              id,
              attempt -> {
                attempt.isEscrow = request.isEscrow();
                return attempt;
              });
          return id;
        });
  }

  /** The shop's {@code storeId}. */
  public String storeId() {
    return store.storeId;
  }

  /** Whether there is a channel of this key. */
  public boolean isChannel(String key) {
    return store.channel(key) != null;
  }

  /** Whether the shop's server confirms what is paid by the channel of this key. */
  public boolean isManual(String key) {
    PortOneChannel channel = store.channel(key);
    return channel != null && channel.isManual();
  }

  /** The key of the channel that a channel group leads to. */
  public String usualChannelKey() {
    return store.automatic.key();
  }

  PaymentId open(PortOneOrder order, PortOneChannel channel) {
    PaymentId id =
        lock.call(
            () -> {
              if (payments.isPaid(order.paymentId())) {
                throw new IllegalStateException(
                    "the payment " + order.paymentId() + " is paid already");
              }
              if (registrations.forbid(order)) {
                throw new IllegalStateException(
                    "the payment " + order.paymentId() + " is registered with another amount");
              }
              PortOneAttempt attempt = payments.begin(order, channel);
              outbox.tell(attempt, "Transaction.Ready");
              return attempt.id();
            });
    announce(id);
    return id;
  }

  /** Notes what the buyer chose. */
  public void choose(PaymentId id, PortOneChoice choice) {
    on(
        id,
        attempt -> {
          attempt.method = Method.valueOf(choice.method());
          attempt.easyPayProvider = choice.easyPay();
          attempt.installmentMonths = choice.months();
          attempt.bank = PortOneBanks.word(choice.bank());
          attempt.depositWithin = choice.depositWithin();
        });
  }

  /**
   * The buyer has done all that is theirs: an automatic channel takes the money or issues the
   * account now, one with manual confirm gives the browser a token.
   *
   * @throws IllegalStateException if the attempt isn't {@code READY}
   */
  public void pay(PaymentId id) {
    on(
        id,
        attempt -> {
          if (attempt.status != Status.READY) {
            throw new IllegalStateException(id + " is " + attempt.status);
          }
          payments.requireFirst(attempt);
          attempt.chosen = true;
          if (attempt.channel.isManual()) {
            attempt.paymentToken = "payment-token-" + store.secret(32);
            attempt.tokenEnd = payments.now().plus(TOKEN_LIFE);
          } else if (attempt.method == Method.VIRTUAL_ACCOUNT) {
            payments.issueAccount(attempt, false);
          } else {
            payments.capture(attempt, Cause.NO_REQUEST, false);
          }
        });
  }

  /** Pays by virtual account instead of a card. */
  public void chooseAccount(PaymentId id) {
    on(id, attempt -> attempt.method = Method.VIRTUAL_ACCOUNT);
    pay(id);
  }

  /** A promotion or the buyer's wallet pays a part of the price. */
  public PaymentId payWithDiscount(OrderId orderId, Money price, Money discount) {
    PaymentId id = openWithDiscount(orderId, price, discount, false);
    pay(id);
    return id;
  }

  /** Opens the window for a price of which a promotion or the buyer's wallet pays a part. */
  public PaymentId openWithDiscount(
      OrderId orderId, Money price, Money discount, boolean isManual) {
    return open(
        PortOneOrder.of(orderId.value(), price).less(discount.minorUnits()),
        store.channel(false, isManual));
  }

  /** The payment company says nothing yet: {@code PAY_PENDING}. */
  public void payLater(PaymentId id) {
    on(
        id,
        attempt -> {
          attempt.chosen = true;
          attempt.pending(payments.now());
          outbox.tell(attempt, "Transaction.PayPending", null, "ASYNC_PAY_PENDING");
        });
  }

  /** The payment company has made up its mind about what was pending. */
  public void settlePending(PaymentId id, boolean approved) {
    on(
        id,
        attempt -> {
          if (attempt.status != Status.PAY_PENDING) {
            throw new IllegalStateException(id + " is " + attempt.status);
          }
          if (approved) {
            payments.requireFirst(attempt);
            attempt.capture(Cause.NO_REQUEST, payments.now());
            outbox.tell(attempt, "Transaction.Paid", null, "ASYNC_PAY_APPROVED");
          } else {
            attempt.fail(failure("SANDBOX_DECLINED", "승인이 거절되었습니다."), payments.now());
            outbox.tell(attempt, "Transaction.Failed", null, "ASYNC_PAY_FAILED");
          }
        });
  }

  /** The attempt fails in the window: {@code FAILED}. */
  public void fail(PaymentId id, String pgCode, String pgMessage) {
    on(
        id,
        attempt -> {
          attempt.chosen = true;
          payments.fail(attempt, failure(pgCode, pgMessage));
        });
  }

  /** Lets the next {@code times} confirms be refused by the payment company. */
  public void refuse(PaymentId id, String pgCode, String pgMessage, int times, boolean briefly) {
    on(id, attempt -> attempt.refusals.arrange(failure(pgCode, pgMessage), times, briefly));
  }

  private static PortOneFailure failure(String pgCode, String pgMessage) {
    return new PortOneFailure(pgMessage, pgCode, pgMessage);
  }

  /** The time in which the shop may confirm is over. */
  public void expire(PaymentId id) {
    on(id, attempt -> attempt.tokenEnd = Instant.MIN);
  }

  /** The buyer pays into the virtual account. */
  public void deposit(PaymentId id) {
    on(
        id,
        attempt -> {
          payments.requireFirst(attempt);
          attempt.deposit(payments.now());
          outbox.tell(attempt, "Transaction.Paid", null, "VIRTUAL_ACCOUNT_DEPOSIT");
        });
  }

  /** The buyer disputes the payment at the card company. */
  public void dispute(PaymentId id, String reason) {
    on(
        id,
        attempt -> {
          if (!attempt.wasPaid()) {
            throw new IllegalStateException(id + " was never paid");
          }
          attempt.disputes.add(new PortOneDispute(reason, payments.now()));
          outbox.tell(attempt, "Transaction.DisputeCreated", null, "DISPUTE_CREATED");
        });
  }

  /** The dispute is over. */
  public void resolveDispute(PaymentId id) {
    on(
        id,
        attempt -> {
          attempt.disputes.stream()
                  .filter(dispute -> dispute.resolvedAt == null)
                  .findFirst()
                  .orElseThrow(() -> new IllegalStateException(id + " isn't disputed"))
                  .resolvedAt =
              payments.now();
          outbox.tell(attempt, "Transaction.DisputeResolved", null, "DISPUTE_RESOLVED");
        });
  }

  /**
   * What a channel with manual confirm gave the browser.
   *
   * @throws IllegalStateException if it gave nothing
   */
  public String paymentToken(PaymentId id) {
    return of(
        id,
        attempt -> {
          if (attempt.paymentToken == null) {
            throw new IllegalStateException(id + " has no payment token");
          }
          return attempt.paymentToken;
        });
  }

  /** What {@code requestPayment} resolves to. */
  public Map<String, String> response(PaymentId id) {
    return of(id, PortOneJson::response);
  }

  @Override
  public String redirectQuery(PaymentId id, Money claimed) {
    return WireRequest.form(response(id));
  }
}
