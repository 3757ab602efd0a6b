package kr.pgsdk.sandbox.history;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import kr.pgsdk.core.Money;
import kr.pgsdk.sandbox.Switch;

/**
 * Everything that is drawn for a history before it is run.
 *
 * @param switches what nobody knows about the gateway, as it is in this history
 * @param nodes how many servers the shop has
 * @param sharedStore whether they share a token store
 * @param acceptsTests whether the shop takes payments of a test channel
 * @param acceptsPromotions whether it takes Iamport's promotions; in durable histories alone
 * @param virtualThreads whether an interrupt ends an exchange at once, as on a virtual thread
 * @param undated whether answers have no {@code Date}; never with sockets
 * @param unapproved whether Toss's payments have no {@code approvedAt}; in simulated ones alone
 * @param oldest how old lookups are at most
 * @param steps in the order in which each thread does its own
 */
record Plan(
    long seed,
    Gateway gateway,
    Set<Switch> switches,
    int nodes,
    boolean sharedStore,
    boolean acceptsTests,
    boolean acceptsPromotions,
    boolean virtualThreads,
    boolean undated,
    boolean unapproved,
    Duration oldest,
    int actors,
    List<Payment> payments,
    List<RefundPlan> refunds,
    List<Step> steps) {

  /**
   * A payment the buyer has left to the shop.
   *
   * @param refusesRefunds whether every refund is refused for good, as with escrow
   * @param manual whether PortOne's channel leaves the capture to the shop's confirm
   */
  record Payment(Checkout checkout, Money price, boolean refusesRefunds, boolean manual) {}

  /** The balance a shop names for a refund. */
  enum Balance {
    NONE,
    /** The price. */
    PRICE,
    /** Zero, for a refund of all. */
    ZERO,
    /** The price less a tenth, as after a refund that the shop knows of. */
    LESS
  }

  /**
   * A refund the shop means to make.
   *
   * @param part how much of the price in tenths; 10 for a cancel of all
   * @param foreign whether it names another currency than the payment's
   */
  record RefundPlan(int payment, int part, boolean namesOrder, Balance balance, boolean foreign) {}

  /** Draws a plan. */
  static Plan draw(long seed, Gateway gateway) {
    return new PlanGenerator(seed, gateway).plan();
  }

  /** The same history without its last steps. */
  Plan first(int count) {
    return new Plan(
        seed,
        gateway,
        switches,
        nodes,
        sharedStore,
        acceptsTests,
        acceptsPromotions,
        virtualThreads,
        undated,
        unapproved,
        oldest,
        actors,
        payments,
        refunds,
        steps.subList(0, count));
  }

  /** What this plan doesn't fix (the network's speed, who runs first) is drawn from here. */
  RandomGenerator random() {
    return new SplittableRandom(seed ^ 0x5DEECE66DL);
  }

  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder("seed ")
            .append(seed)
            .append(" at ")
            .append(gateway)
            .append(", ")
            .append(nodes)
            .append(" nodes")
            .append(sharedStore ? " with a shared token store" : "")
            .append(virtualThreads ? ", on virtual threads" : "")
            .append(undated ? ", without dates" : "")
            .append(unapproved ? ", without approvedAt" : "")
            .append(", lookups up to ")
            .append(oldest.toSeconds())
            .append(" s old")
            .append(", switches ")
            .append(switches)
            .append("\n  payments ")
            .append(payments)
            .append("\n  refunds ")
            .append(refunds);
    for (Step step : steps) {
      text.append("\n  ").append(step);
    }
    return text.toString();
  }
}
