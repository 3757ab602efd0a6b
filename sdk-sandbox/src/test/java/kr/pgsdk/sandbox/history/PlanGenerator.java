package kr.pgsdk.sandbox.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import kr.pgsdk.core.Money;
import kr.pgsdk.sandbox.Switch;

/** Draws one plan. What a shop rarely does but must survive is drawn often. */
final class PlanGenerator {
  private static final int MOST_FAULTS = 10;

  /** Rows that identify nothing are old, and rare. */
  private static final Set<Switch> RARE =
      EnumSet.of(Switch.CANCEL_ROWS_WITHOUT_IDS, Switch.CANCEL_ROWS_WITHOUT_TIMES);

  private final long seed;
  private final Gateway gateway;
  private final SplittableRandom random;
  private final int nodes;
  private final int actors;
  private final double faultShare;
  private final Duration oldest;
  private final Set<Switch> switches = EnumSet.noneOf(Switch.class);
  private final List<Plan.Payment> payments = new ArrayList<>();
  private final List<Plan.RefundPlan> refunds = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();

  PlanGenerator(long seed, Gateway gateway) {
    this.seed = seed;
    this.gateway = gateway;
    this.random = new SplittableRandom(seed * 2 + gateway.ordinal());
    this.nodes = 1 + random.nextInt(3);
    this.actors = 1 + random.nextInt(3);
    this.faultShare = new double[] {0, 0.15, 0.3, 0.6}[random.nextInt(4)];
    this.oldest =
        new Duration[] {Duration.ZERO, Duration.ofSeconds(9), PlannedFault.OLDEST}
            [random.nextInt(3)];
  }

  Plan plan() {
    for (Switch each : Switch.values()) {
      if (random.nextInt(RARE.contains(each) ? 8 : 4) == 0) {
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
    begin();
    if (!refunds.isEmpty() && random.nextInt(3) == 0) {
      twins();
    }
    int length = 1 + random.nextInt(9);
    for (int i = 0; i < length; i++) {
      add(gap(), what());
    }
    switches.removeIf(each -> !gateway.concerns(each));
    return new Plan(
        seed,
        gateway,
        switches,
        nodes,
        random.nextBoolean(),
        random.nextBoolean(),
        false,
        random.nextBoolean(),
        random.nextInt(6) == 0,
        random.nextInt(8) == 0,
        oldest,
        actors,
        payments,
        refunds,
        steps);
  }

  private void add(Duration gap, Step.What what) {
    steps.add(new Step(random.nextInt(actors), gap, what));
  }

  /** Else most refunds at Toss would be of what was never captured. */
  private void begin() {
    if (random.nextInt(3) == 0) {
      return;
    }
    int actor = random.nextInt(actors);
    steps.add(new Step(actor, Duration.ZERO, plainConfirm(List.of())));
    if (payments.get(0).checkout() == Checkout.ACCOUNT && random.nextInt(3) > 0) {
      steps.add(new Step(actor, Duration.ofMillis(random.nextInt(500)), new Step.Deposit(0)));
    }
  }

  private static Step.Confirm plainConfirm(List<PlannedFault> faults) {
    return new Step.Confirm(0, 0, Step.Slip.NONE, false, false, false, false, faults);
  }

  /** Two refunds of one amount, by two servers at once; or an operator's beside one. */
  private void twins() {
    int first = random.nextInt(refunds.size());
    Plan.RefundPlan twin = refunds.get(first);
    Duration near = Duration.ofMillis(random.nextInt(400));
    if (random.nextInt(4) == 0) {
      Step.What console = new Step.Console(twin.payment(), twin.part());
      if (random.nextBoolean()) {
        add(near, console);
        add(gap(), new Step.Cancel(0, first, false, faults()));
      } else {
        add(near, new Step.Cancel(0, first, false, faults()));
        add(gap(), console);
        add(gap(), new Step.Cancel(0, first, random.nextBoolean(), faults()));
      }
      return;
    }
    refunds.add(
        new Plan.RefundPlan(
            twin.payment(), twin.part(), twin.namesOrder(), twin.balance(), twin.foreign()));
    int actor = random.nextInt(actors);
    steps.add(new Step(actor, near, new Step.Cancel(0, first, false, faults())));
    List<PlannedFault> second = cancelFaults();
    Duration apart = Duration.ofMillis(random.nextInt(40));
    if (refundsWait() && random.nextBoolean()) {
      // What became of the first stands beside the second.
      steps.add(new Step(actor, gap(), new Step.Settle(twin.payment(), random.nextInt(3) > 0)));
      actor = actor + actors - 1;
      second = faultShare == 0 ? second : losing();
      apart = gap();
    }
    steps.add(
        new Step(
            (actor + 1) % actors,
            near.plus(apart),
            new Step.Cancel(nodes - 1, refunds.size() - 1, false, second)));
  }

  private Plan.Payment payment() {
    Checkout[] rare = Checkout.values();
    Checkout checkout = random.nextInt(5) < 3 ? Checkout.PAID : rare[random.nextInt(rare.length)];
    long unit = 10 + random.nextInt(5_000);
    Money price =
        random.nextInt(6) == 0
            ? Money.of(unit * 10 / 100 + (random.nextBoolean() ? ".50" : ".00"), "USD")
            : Money.krw(unit * 10);
    boolean refusesRefunds = random.nextInt(16) == 0;
    boolean manual = gateway == Gateway.PORTONE && random.nextBoolean();
    return new Plan.Payment(checkout, price, refusesRefunds, manual);
  }

  private Plan.RefundPlan refund(int payment) {
    // Of small parts a second one would fit in too, if it were let.
    int part = random.nextInt(3) == 0 ? 10 : 1 + random.nextInt(random.nextBoolean() ? 3 : 9);
    Plan.Balance[] balances = Plan.Balance.values();
    Plan.Balance balance =
        random.nextBoolean() ? Plan.Balance.NONE : balances[random.nextInt(balances.length)];
    boolean foreign = part < 10 && random.nextInt(12) == 0;
    return new Plan.RefundPlan(payment, part, random.nextInt(3) == 0, balance, foreign);
  }

  private Duration gap() {
    return switch (random.nextInt(6)) {
      case 0, 1 -> Duration.ZERO;
      case 2, 3 -> Duration.ofMillis(random.nextInt(100));
      case 4 -> Duration.ofMillis(random.nextInt(3_000));
      default -> Duration.ofMillis(random.nextInt(90_000));
    };
  }

  private boolean refundsWait() {
    return switches.contains(Switch.TOSS_REFUNDS_LATER)
        || switches.contains(Switch.IAMPORT_REFUNDS_LATER)
        || switches.contains(Switch.PORTONE_REFUNDS_LATER)
        || payments.stream().anyMatch(payment -> payment.checkout() == Checkout.ACCOUNT);
  }

  private Step.What what() {
    int node = random.nextInt(nodes);
    int payment = random.nextInt(payments.size());
    if (refundsWait() && random.nextInt(8) == 0) {
      return new Step.Settle(payment, random.nextInt(3) == 0);
    }
    int dice = random.nextInt(100);
    if (dice < 32) {
      return new Step.Confirm(
          node,
          payment,
          slip(),
          random.nextInt(4) == 0,
          random.nextInt(5) == 0,
          payments.size() > 1 && random.nextBoolean(),
          random.nextInt(10) == 0,
          faults());
    }
    if (dice < 64 && !refunds.isEmpty()) {
      return new Step.Cancel(
          node, random.nextInt(refunds.size()), random.nextInt(3) == 0, cancelFaults());
    }
    if (dice < 70) {
      return new Step.Find(node, payment, random.nextBoolean(), faults());
    }
    if (dice < 72) {
      return new Step.Token(node, faults());
    }
    if (dice < 78) {
      return console(payment);
    }
    if (dice < 82) {
      return new Step.Deposit(payment);
    }
    if (dice < 85) {
      return new Step.Settle(payment, random.nextInt(3) == 0);
    }
    if (dice < 90) {
      // A captured payment may be days old before anybody asks again.
      int longest = random.nextInt(4) == 0 ? 3 * 24 * 60 * 60 : 40 * 60;
      return new Step.Leap(Duration.ofSeconds(1 + random.nextInt(longest)));
    }
    if (dice < 92) {
      return new Step.Jump(node, Duration.ofSeconds(random.nextInt(200_000) - 100_000));
    }
    return dice < 96 ? new Step.Close(node) : new Step.Interrupt(random.nextInt(actors));
  }

  private Step.Console console(int payment) {
    for (Plan.RefundPlan refund : refunds) {
      if (refund.payment() == payment && random.nextBoolean()) {
        return new Step.Console(payment, refund.part());
      }
    }
    return new Step.Console(payment, random.nextInt(6) == 0 ? 10 : 1);
  }

  private Step.Slip slip() {
    return switch (random.nextInt(8)) {
      case 0 -> Step.Slip.AMOUNT;
      case 1 -> Step.Slip.ORDER;
      case 2 -> Step.Slip.RETURNED;
      default -> Step.Slip.NONE;
    };
  }

  /** Now and then the POST is lost for certain, and machines that are behind answer after it. */
  private List<PlannedFault> cancelFaults() {
    return faultShare == 0 || random.nextInt(4) > 0 ? faults() : losing();
  }

  private List<PlannedFault> losing() {
    List<PlannedFault> faults =
        new ArrayList<>(List.of(PlannedFault.NONE, PlannedFault.loss(random)));
    faults.add(random.nextBoolean() ? PlannedFault.NONE : PlannedFault.inFront(random, gateway));
    for (int i = 0; i < 2 && !oldest.isZero() && random.nextBoolean(); i++) {
      faults.add(PlannedFault.stale(random, oldest));
    }
    return List.copyOf(faults);
  }

  private List<PlannedFault> faults() {
    List<PlannedFault> faults = new ArrayList<>();
    int last = 0;
    boolean lost = false;
    for (int i = 1; i <= MOST_FAULTS; i++) {
      // What was lost is sent again, and that is often refused before its key is looked at.
      PlannedFault fault =
          lost && random.nextInt(3) == 0
              ? PlannedFault.inFront(random, gateway)
              : PlannedFault.draw(random, gateway, faultShare, oldest);
      faults.add(fault);
      lost = fault.isLoss();
      last = fault.equals(PlannedFault.NONE) ? last : i;
    }
    return List.copyOf(faults.subList(0, last));
  }
}
