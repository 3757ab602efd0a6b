package kr.pgsdk.sandbox.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.IamportBuyer;
import kr.pgsdk.sandbox.LedgerEntry;
import kr.pgsdk.sandbox.PortOneBuyer;
import kr.pgsdk.sandbox.TossBuyer;
import kr.pgsdk.sandbox.wire.RefundRecord;

/** Where a history runs: a gateway, the shop's nodes, time and threads. */
interface World extends AutoCloseable {
  /** The gateway's time. */
  Instant now();

  /** Runs all actors at once, each in order, to their end. */
  void run(List<Runnable> actors);

  /** Lets a call be made through a node. A node that was closed is opened anew. */
  void call(Call call, int node, Function<PaymentGateway, Object> verb);

  /** Lets this actor do nothing for a while. */
  void pause(Duration time);

  /** Moves the time for everybody, the gateway too. */
  void leap(Duration time);

  /** Moves a node's time of day alone. */
  void jumpTimeOfDay(int node, Duration by);

  /** Closes a node in the middle of whatever it does. */
  void closeNode(int node);

  /** Interrupts an actor. */
  void interrupt(int actor);

  /** Lets go of all requests that are held, and waits until the gateway is idle. */
  void calm();

  /**
   * Notes with each call which requests were its own.
   *
   * @param calls in the order of their numbers, which begin at 1
   * @return false if a request that was sent before the faults stopped has arrived only after
   *     {@link #calm}, so that it wasn't calm at all
   */
  boolean attribute(List<Call> calls);

  /** The buyer, if this is Iamport. */
  IamportBuyer iamportBuyer();

  /** The buyer, if this is Toss. */
  TossBuyer tossBuyer();

  /** The buyer, if this is PortOne. */
  PortOneBuyer portOneBuyer();

  /** Every movement of the payment's money so far. */
  List<LedgerEntry> ledger(PaymentId payment);

  /** Every refund that was taken on, with all that became of it. */
  List<RefundRecord> refunds(PaymentId payment);

  /** Lets every refund of the payment be refused from now on. */
  void refuseRefunds(PaymentId payment, String why);

  /** An operator gives money back. */
  void cancelInConsole(PaymentId payment, Money amount);

  /** Carries out the refunds that wait. */
  void settleRefunds(PaymentId payment);

  /** Lets the refunds that wait fail. */
  void failRefunds(PaymentId payment);

  @Override
  void close();
}
