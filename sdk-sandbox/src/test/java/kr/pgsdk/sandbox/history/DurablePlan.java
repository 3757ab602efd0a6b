package kr.pgsdk.sandbox.history;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import kr.pgsdk.core.Money;
import kr.pgsdk.sandbox.Switch;

/**
 * Everything that is drawn for a durable history before it is run.
 *
 * @param lease how long a server may work on a piece of work; here and there shorter than a call
 * @param databaseAhead how far the database's clock is from the gateway's
 * @param deaths how many in a thousand touches of database or gateway a server doesn't survive
 * @param stalls how many in a thousand such touches it stands still before
 * @param databaseFails how many in a thousand transactions fail, committed or not
 * @param handlerFails how often the handler throws, in percent
 * @param webhooks how many of the gateway's webhooks arrive, in percent
 * @param refundsByItself whether duplicates and late money are refunded by the SDK
 * @param handlerRefunds whether the handler refunds what isn't to be kept
 * @param effects whether there is a handler of effects
 */
record DurablePlan(
    long seed,
    Gateway gateway,
    Set<Switch> switches,
    int servers,
    int actors,
    Duration oldest,
    Duration lease,
    Duration databaseAhead,
    int deaths,
    int stalls,
    int databaseFails,
    int handlerFails,
    int webhooks,
    boolean refundsByItself,
    boolean handlerRefunds,
    boolean effects,
    Traits traits,
    List<Money> prices,
    List<Payment> payments,
    List<Refund> refunds,
    List<DurableStep> steps) {

  /**
   * What {@link LaterDraws} draws of the shop and its network.
   *
   * @param acceptsTests whether the shop takes payments of a test channel
   * @param acceptsPromotions whether it takes Iamport's promotions
   * @param virtualThreads whether an interrupt ends an exchange at once, as on a virtual thread
   * @param undated whether answers have no {@code Date}
   */
  record Traits(
      boolean acceptsTests, boolean acceptsPromotions, boolean virtualThreads, boolean undated) {
    static final Traits USUAL = new Traits(true, false, false, false);
  }

  /**
   * A payment the buyer makes for an order, by its place among {@link #prices}.
   *
   * @param discount what a promotion or points pay of the price, in tenths
   * @param tampered whether the page asks for less than the price
   * @param refusesRefunds whether every refund is refused for good, as with escrow
   */
  record Payment(
      int order, Checkout checkout, int discount, boolean tampered, boolean refusesRefunds) {
    static Payment plain(int order, Checkout checkout) {
      return new Payment(order, checkout, 0, false, false);
    }
  }

  /**
   * A refund the shop means to make.
   *
   * @param payment null for whatever pays the order
   * @param part how much of the price in tenths; 10 for all that is left
   */
  record Refund(int order, Integer payment, int part) {}

  /** Draws a plan. */
  static DurablePlan draw(long seed, Gateway gateway) {
    return new LaterDraws(drawFirst(seed, gateway)).plan();
  }

  /** The same plan without what {@link LaterDraws} adds, as seeds showed it until 2026-11-30. */
  static DurablePlan drawFirst(long seed, Gateway gateway) {
    return new DurablePlanGenerator(seed, gateway).plan();
  }

  /** No money, in the currency of this history. */
  Money nothing() {
    return Money.zero(prices.get(0).currency());
  }

  /** What the page asks of the buyer. */
  Money asked(Payment payment) {
    Money price = prices.get(payment.order());
    return payment.tampered() ? price.minus(Checkout.little(price)) : price;
  }

  /** What of it isn't the buyer's to pay. */
  Money discount(Payment payment) {
    return RefundRequests.tenths(prices.get(payment.order()), payment.discount());
  }

  /** Whether the shop confirms what the buyer has authenticated, in PortOne's manual channel. */
  boolean isManual() {
    return gateway == Gateway.PORTONE && seed % 2 == 0;
  }

  /** Whether the shop's confirm captures, and not the buyer's window. */
  boolean shopCaptures() {
    return gateway == Gateway.TOSS || isManual();
  }

  /** The world's part of it. */
  Plan worldPlan() {
    return new Plan(
        seed,
        gateway,
        switches,
        servers,
        false,
        traits.acceptsTests(),
        traits.acceptsPromotions(),
        traits.virtualThreads(),
        traits.undated(),
        false,
        oldest,
        actors,
        List.of(),
        List.of(),
        List.of());
  }

  /** The same history without its last steps. */
  DurablePlan first(int count) {
    return with(switches, traits, prices, payments, steps.subList(0, count));
  }

  /** The same history but for this. */
  DurablePlan with(
      Set<Switch> switches,
      Traits traits,
      List<Money> prices,
      List<Payment> payments,
      List<DurableStep> steps) {
    return new DurablePlan(
        seed,
        gateway,
        switches,
        servers,
        actors,
        oldest,
        lease,
        databaseAhead,
        deaths,
        stalls,
        databaseFails,
        handlerFails,
        webhooks,
        refundsByItself,
        handlerRefunds,
        effects,
        traits,
        prices,
        payments,
        refunds,
        steps);
  }

  /** What this plan doesn't fix: who dies where, which webhooks are lost, who is asked. */
  RandomGenerator random() {
    return new SplittableRandom(seed ^ 0x2545F4914F6CDD1DL);
  }

  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder("seed " + seed + " at " + gateway + ", " + servers + " servers")
            .append(", lease ")
            .append(lease.toSeconds())
            .append(" s")
            .append(", database ")
            .append(databaseAhead.toSeconds())
            .append(" s ahead")
            .append(", lookups up to ")
            .append(oldest.toSeconds())
            .append(" s old")
            .append(", in a thousand: deaths ")
            .append(deaths)
            .append(", stalls ")
            .append(stalls)
            .append(", database failures ")
            .append(databaseFails)
            .append("; in a hundred: handler failures ")
            .append(handlerFails)
            .append(", webhooks ")
            .append(webhooks)
            .append(refundsByItself ? ", refunds by itself" : "")
            .append(handlerRefunds ? ", handler refunds" : "")
            .append(effects ? ", effects" : "")
            .append(", ")
            .append(traits)
            .append(", switches ")
            .append(switches)
            .append("\n  orders ")
            .append(prices)
            .append("\n  payments ")
            .append(payments)
            .append("\n  refunds ")
            .append(refunds);
    for (DurableStep step : steps) {
      text.append("\n  ").append(step);
    }
    return text.toString();
  }
}
