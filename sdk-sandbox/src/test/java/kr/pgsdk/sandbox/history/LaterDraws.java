package kr.pgsdk.sandbox.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import kr.pgsdk.core.Money;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.history.DurableStep.What;

/**
 * Adds to a durable plan what came to the histories later: discounts, dollars, test payments, pages
 * that were tampered with, refunds that are refused for good, wallets that decide, threads that are
 * interrupted, answers without dates. It is drawn apart, so that the rest of a seed's plan stays as
 * it was.
 */
final class LaterDraws {
  /** What decides how PortOne shows a discount. */
  private static final Set<Switch> OF_DISCOUNTS =
      EnumSet.of(
          Switch.PORTONE_REFUNDS_LATER,
          Switch.PORTONE_REFUND_UNDER_WAY_LOWERS_BALANCE,
          Switch.PORTONE_CANCELLED_WITHOUT_DISCOUNT);

  private final DurablePlan plan;
  private final SplittableRandom random;
  private final List<DurableStep> steps;

  LaterDraws(DurablePlan plan) {
    this.plan = plan;
    this.random = new SplittableRandom(~(plan.seed() * 3 + plan.gateway().ordinal()));
    this.steps = new ArrayList<>(plan.steps());
  }

  DurablePlan plan() {
    boolean inDollars = random.nextInt(6) == 0;
    List<Money> prices = plan.prices().stream().map(won -> inDollars ? dollars(won) : won).toList();
    List<DurablePlan.Payment> payments = plan.payments().stream().map(this::changed).toList();
    Set<Switch> switches = EnumSet.copyOf(plan.switches());
    if (payments.stream().anyMatch(payment -> payment.discount() > 0)) {
      for (Switch each : OF_DISCOUNTS) {
        if (random.nextBoolean()) {
          switches.add(each);
        }
      }
    }
    for (int i = 0; i < payments.size(); i++) {
      if (payments.get(i).checkout() == Checkout.REFUSED_BRIEFLY && random.nextBoolean()) {
        decide(i);
      }
    }
    if (random.nextInt(5) == 0) {
      interrupt();
    }
    DurablePlan.Traits traits =
        new DurablePlan.Traits(
            random.nextInt(4) > 0,
            random.nextInt(3) > 0,
            random.nextBoolean(),
            // Without dates, Toss keeps what expired in doubt there for ever: docs/histories.md.
            plan.gateway() != Gateway.TOSS && random.nextInt(6) == 0);
    return plan.with(switches, traits, prices, payments, steps);
  }

  private static Money dollars(Money won) {
    return Money.of(won.amount().movePointLeft(2), "USD");
  }

  private DurablePlan.Payment changed(DurablePlan.Payment payment) {
    boolean paid = payment.checkout() == Checkout.PAID;
    boolean discounts = plan.gateway() != Gateway.TOSS;
    boolean moves = paid || payment.checkout() == Checkout.ACCOUNT;
    int dice = random.nextInt(16);
    int discount = moves && discounts && dice < 5 ? 1 + random.nextInt(5) : 0;
    Checkout checkout = paid && dice == 5 ? Checkout.TEST_CHANNEL : payment.checkout();
    return new DurablePlan.Payment(payment.order(), checkout, discount, dice == 6, dice == 7);
  }

  private void interrupt() {
    int at = 1 + random.nextInt(steps.size());
    int other = random.nextInt(plan.actors());
    Duration gap = Duration.ofMillis(random.nextInt(200));
    steps.add(
        at,
        new DurableStep(
            random.nextInt(plan.actors()), 0, gap, What.INTERRUPT, other, 0, List.of()));
  }

  /** A wallet at PortOne decides a while after the checkout. */
  private void decide(int payment) {
    int from = 0;
    while (steps.get(from).what() != What.CHECKOUT || steps.get(from).subject() != payment) {
      from++;
    }
    DurableStep checkout = steps.get(from);
    int at = from + 1 + random.nextInt(steps.size() - from);
    steps.add(
        at,
        new DurableStep(
            checkout.actor(),
            checkout.server(),
            checkout.gap(),
            What.DEPOSIT,
            payment,
            0,
            List.of()));
  }
}
