package kr.pgsdk.sandbox.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import kr.pgsdk.core.Money;
import kr.pgsdk.sandbox.Switch;

/**
 * Everything that is drawn for a history before it is played.
 *
 * @param switches what nobody knows about the gateway, as it is in this history
 * @param nodes how many servers the shop has
 * @param sharedStore whether they share a token store
 * @param acceptsTests whether the shop takes payments of Iamport's test channel
 * @param virtualThreads whether an interrupt ends an exchange at once, as on a virtual thread
 * @param steps in the order in which each thread does its own
 */
record Plan(
    long seed,
    Gateway gateway,
    Set<Switch> switches,
    int nodes,
    boolean sharedStore,
    boolean acceptsTests,
    boolean virtualThreads,
    int actors,
    List<Payment> payments,
    List<RefundPlan> refunds,
    List<Step> steps) {

  /** A payment the buyer has left to the shop. */
  record Payment(Checkout checkout, Money price) {}

  /**
   * A refund the shop means to make.
   *
   * @param part how much of the price in tenths; 10 for a cancel of all
   */
  record RefundPlan(int payment, int part, boolean namesOrder, boolean namesBalance) {}

  /** Draws a plan. */
  static Plan draw(long seed, Gateway gateway) {
    return new Drawing(seed, gateway).plan();
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
        virtualThreads,
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

  private static final class Drawing {
    private static final int MOST_TROUBLES = 10;

    private final long seed;
    private final Gateway gateway;
    private final SplittableRandom random;
    private final int nodes;
    private final int actors;
    private final double troubleShare;
    private final List<Payment> payments = new ArrayList<>();
    private final List<RefundPlan> refunds = new ArrayList<>();

    Drawing(long seed, Gateway gateway) {
      this.seed = seed;
      this.gateway = gateway;
      this.random = new SplittableRandom(seed * 2 + gateway.ordinal());
      this.nodes = 1 + random.nextInt(3);
      this.actors = 1 + random.nextInt(3);
      this.troubleShare = new double[] {0, 0.15, 0.3, 0.6}[random.nextInt(4)];
    }

    Plan plan() {
      Set<Switch> switches = EnumSet.noneOf(Switch.class);
      for (Switch each : Switch.values()) {
        if (random.nextInt(4) == 0) {
          switches.add(each);
        }
      }
      int paid = random.nextInt(4) == 0 ? 2 : 1;
      for (int i = 0; i < paid; i++) {
        payments.add(payment());
        int wanted = random.nextInt(3);
        for (int j = 0; j < wanted; j++) {
          refunds.add(refund(i));
        }
      }
      List<Step> steps = new ArrayList<>();
      if (random.nextBoolean()) {
        // Else most refunds at Toss would be of what was never captured.
        steps.add(
            new Step(
                random.nextInt(actors),
                Duration.ZERO,
                new Step.Confirm(0, 0, Step.Slip.NONE, false, false, false, List.of())));
      }
      int length = 1 + random.nextInt(9);
      for (int i = 0; i < length; i++) {
        steps.add(new Step(random.nextInt(actors), gap(), what()));
      }
      return new Plan(
          seed,
          gateway,
          switches,
          nodes,
          random.nextBoolean(),
          random.nextBoolean(),
          random.nextBoolean(),
          actors,
          payments,
          refunds,
          steps);
    }

    private Payment payment() {
      Checkout[] rare = Checkout.values();
      Checkout checkout = random.nextInt(5) < 3 ? Checkout.PAID : rare[random.nextInt(rare.length)];
      long unit = 10 + random.nextInt(5_000);
      Money price =
          random.nextInt(10) == 0
              ? Money.of(Long.toString(unit * 10 / 100) + ".50", "USD")
              : Money.krw(unit * 10);
      return new Payment(checkout, price);
    }

    private RefundPlan refund(int payment) {
      // Of small parts a second one would fit in too, if it were let.
      int part = random.nextInt(3) == 0 ? 10 : 1 + random.nextInt(random.nextBoolean() ? 3 : 9);
      return new RefundPlan(payment, part, random.nextInt(3) == 0, random.nextInt(3) == 0);
    }

    private Duration gap() {
      return switch (random.nextInt(6)) {
        case 0, 1 -> Duration.ZERO;
        case 2, 3 -> Duration.ofMillis(random.nextInt(100));
        case 4 -> Duration.ofMillis(random.nextInt(3_000));
        default -> Duration.ofMillis(random.nextInt(90_000));
      };
    }

    private Step.What what() {
      int node = random.nextInt(nodes);
      int payment = random.nextInt(payments.size());
      int dice = random.nextInt(100);
      if (dice < 32) {
        return new Step.Confirm(
            node,
            payment,
            slip(),
            random.nextInt(4) == 0,
            random.nextInt(6) == 0,
            random.nextInt(10) == 0,
            troubles());
      }
      if (dice < 64 && !refunds.isEmpty()) {
        return new Step.Cancel(node, random.nextInt(refunds.size()), troubles());
      }
      if (dice < 72) {
        return new Step.Find(node, payment, random.nextBoolean(), troubles());
      }
      if (dice < 75) {
        return new Step.Token(node, troubles());
      }
      if (dice < 79) {
        return new Step.Console(payment);
      }
      if (dice < 82) {
        return new Step.Deposit(payment);
      }
      if (dice < 85) {
        return new Step.Settle(payment, random.nextInt(3) == 0);
      }
      if (dice < 90) {
        return new Step.Leap(Duration.ofSeconds(1 + random.nextInt(40 * 60)));
      }
      if (dice < 92) {
        return new Step.Jump(node, Duration.ofSeconds(random.nextInt(200_000) - 100_000));
      }
      return dice < 96 ? new Step.Close(node) : new Step.Interrupt(random.nextInt(actors));
    }

    private Step.Slip slip() {
      return switch (random.nextInt(8)) {
        case 0 -> Step.Slip.AMOUNT;
        case 1 -> Step.Slip.ORDER;
        case 2 -> Step.Slip.RETURNED;
        default -> Step.Slip.NONE;
      };
    }

    private List<Trouble> troubles() {
      List<Trouble> troubles = new ArrayList<>();
      int last = 0;
      for (int i = 1; i <= MOST_TROUBLES; i++) {
        Trouble trouble = Trouble.draw(random, troubleShare);
        troubles.add(trouble);
        last = trouble.equals(Trouble.NONE) ? last : i;
      }
      return List.copyOf(troubles.subList(0, last));
    }
  }
}
