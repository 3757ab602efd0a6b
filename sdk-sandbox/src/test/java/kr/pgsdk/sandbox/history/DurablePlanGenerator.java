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

/** Draws a plan of a durable history. */
final class DurablePlanGenerator {
  private static final int MOST_FAULTS = 12;

  /** A gateway that says what isn't so is held against the ledger elsewhere: {@link Oracle}. */
  private static final Set<PlannedFault.Special> LIES =
      EnumSet.of(
          PlannedFault.Special.STRANGE_404,
          PlannedFault.Special.CONTRADICTS,
          PlannedFault.Special.OF_ANOTHER);

  private final long seed;
  private final Gateway gateway;
  private final SplittableRandom random;
  private final int servers;
  private final int actors;
  private final double faultShare;
  private final Duration oldest;
  private final Set<Switch> switches = EnumSet.noneOf(Switch.class);
  private final List<Money> prices = new ArrayList<>();
  private final List<DurablePlan.Payment> payments = new ArrayList<>();
  private final List<DurablePlan.Refund> refunds = new ArrayList<>();
  private final List<DurableStep> steps = new ArrayList<>();

  DurablePlanGenerator(long seed, Gateway gateway) {
    this.seed = seed;
    this.gateway = gateway;
    this.random = new SplittableRandom(seed * 2 + gateway.ordinal());
    this.servers = 1 + random.nextInt(3);
    this.actors = 1 + random.nextInt(4);
    this.faultShare = new double[] {0, 0.1, 0.25, 0.5}[random.nextInt(4)];
    this.oldest =
        new Duration[] {Duration.ZERO, Duration.ofSeconds(9), PlannedFault.OLDEST}
            [random.nextInt(3)];
  }

  DurablePlan plan() {
    for (Switch each : Switch.values()) {
      if (random.nextInt(6) == 0) {
        switches.add(each);
      }
    }
    int orders = random.nextInt(4) == 0 ? 2 : 1;
    for (int order = 0; order < orders; order++) {
      prices.add(Money.krw(100L + 10L * random.nextInt(5_000)));
      order(order);
    }
    int resumes = random.nextInt(5);
    for (int i = 0; i < resumes; i++) {
      add(random.nextInt(actors), gap(), new Drawn(What.RESUME, 0, 0));
    }
    int more = random.nextInt(10);
    for (int i = 0; i < more; i++) {
      add(random.nextInt(actors), gap(), any());
    }
    return new DurablePlan(
        seed,
        gateway,
        switches,
        servers,
        actors,
        oldest,
        Duration.ofSeconds(random.nextInt(3) > 0 ? 90 : 1 + random.nextInt(30)),
        Duration.ofSeconds(random.nextInt(4) > 0 ? 0 : random.nextInt(7_200) - 3_600),
        new int[] {0, 5, 20, 80}[random.nextInt(4)],
        new int[] {0, 0, 10, 40}[random.nextInt(4)],
        new int[] {0, 0, 10, 50}[random.nextInt(4)],
        new int[] {0, 0, 30, 70}[random.nextInt(4)],
        new int[] {0, 50, 100}[random.nextInt(3)],
        random.nextBoolean(),
        random.nextInt(3) == 0,
        random.nextBoolean(),
        DurablePlan.Traits.USUAL,
        prices,
        payments,
        refunds,
        steps);
  }

  private record Drawn(What what, int subject, int detail) {}

  private void add(int actor, Duration gap, Drawn drawn) {
    steps.add(
        new DurableStep(
            actor,
            random.nextInt(servers),
            gap,
            drawn.what(),
            drawn.subject(),
            drawn.detail(),
            faults()));
  }

  /** Lets every answer to the last step get lost. */
  private void loseLast() {
    DurableStep last = steps.remove(steps.size() - 1);
    List<PlannedFault> losses = new ArrayList<>();
    for (int i = 0; i < MOST_FAULTS; i++) {
      losses.add(PlannedFault.loss(random));
    }
    steps.add(
        new DurableStep(
            last.actor(),
            last.server(),
            last.gap(),
            last.what(),
            last.subject(),
            last.detail(),
            losses));
  }

  /** One to three payments for an order, each by a buyer's tab of its own. */
  private void order(int order) {
    int tabs = random.nextInt(4) > 0 ? 1 : 2 + random.nextInt(2);
    add(random.nextInt(actors), gap(), new Drawn(What.OPEN, order, 0));
    for (int tab = 0; tab < tabs; tab++) {
      Checkout[] rare = {
        Checkout.ABANDONED,
        Checkout.REFUSED,
        Checkout.REFUSED_BRIEFLY,
        Checkout.EXPIRED,
        Checkout.ACCOUNT,
        Checkout.ACCOUNT
      };
      Checkout checkout = random.nextInt(3) > 0 ? Checkout.PAID : rare[random.nextInt(rare.length)];
      payments.add(DurablePlan.Payment.plain(order, checkout));
      int payment = payments.size() - 1;
      int actor = random.nextInt(actors);
      add(actor, gap(), new Drawn(What.CHECKOUT, payment, 0));
      int returns = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(3);
      for (int i = 0; i < returns; i++) {
        add(
            i == 0 ? actor : random.nextInt(actors),
            shortGap(),
            new Drawn(What.RETURN, payment, 0));
        if (tabs > 1 && faultShare > 0 && random.nextBoolean()) {
          loseLast(); // the other tab comes while nobody knows what became of this one
        }
      }
      if (checkout == Checkout.ACCOUNT && random.nextInt(3) > 0) {
        add(actor, gap(), new Drawn(What.DEPOSIT, payment, 0));
      }
      if (random.nextInt(5) == 0) {
        // Beside the redirect, as like as not.
        add(random.nextInt(actors), shortGap(), new Drawn(What.CLOSE, order, 0));
      }
      refunds(order, payment, actor);
    }
  }

  private void refunds(int order, int payment, int actor) {
    int count = random.nextInt(3);
    for (int i = 0; i < count; i++) {
      int part = random.nextInt(3) == 0 ? 10 : 1 + random.nextInt(random.nextBoolean() ? 3 : 9);
      refunds.add(new DurablePlan.Refund(order, random.nextBoolean() ? null : payment, part));
      int refund = refunds.size() - 1;
      int times = 1 + random.nextInt(2);
      for (int j = 0; j < times; j++) {
        What what = random.nextInt(3) == 0 ? What.REQUEST_REFUND : What.REFUND;
        add(j == 0 ? actor : random.nextInt(actors), gap(), new Drawn(what, refund, 0));
      }
      if (random.nextInt(6) == 0) { // somebody else, the same amount
        add(random.nextInt(actors), gap(), new Drawn(What.CONSOLE, payment, part));
      }
    }
  }

  private Drawn any() {
    int payment = random.nextInt(payments.size());
    int order = random.nextInt(prices.size());
    int dice = random.nextInt(100);
    if (dice < 18) {
      return new Drawn(What.RETURN, payment, random.nextInt(6) == 0 ? 1 : 0);
    }
    if (dice < 30) {
      return new Drawn(What.WEBHOOK, payment, 0);
    }
    if (dice < 50) {
      return new Drawn(What.RESUME, 0, 0);
    }
    if (dice < 62 && !refunds.isEmpty()) {
      return new Drawn(
          random.nextBoolean() ? What.REFUND : What.REQUEST_REFUND,
          random.nextInt(refunds.size()),
          0);
    }
    if (dice < 66) {
      return new Drawn(What.CLOSE, order, 0);
    }
    if (dice < 71) {
      return new Drawn(What.CONSOLE, payment, 1 + random.nextInt(10));
    }
    if (dice < 75) {
      return new Drawn(What.DEPOSIT, payment, 0);
    }
    if (dice < 79) {
      return new Drawn(random.nextInt(3) > 0 ? What.SETTLE : What.FAIL_REFUNDS, payment, 0);
    }
    if (dice < 84) {
      return new Drawn(What.OPEN, order, random.nextInt(2));
    }
    if (dice < 92) {
      int longest = random.nextInt(5) == 0 ? 3 * 24 * 60 * 60 : 20 * 60;
      return new Drawn(What.LEAP, 0, 1 + random.nextInt(longest));
    }
    return dice < 98
        ? new Drawn(What.KILL, 0, 0)
        : new Drawn(What.JUMP, 0, random.nextInt(7_200) - 3_600);
  }

  private Duration shortGap() {
    return Duration.ofMillis(random.nextInt(3) > 0 ? random.nextInt(60) : random.nextInt(4_000));
  }

  private Duration gap() {
    return switch (random.nextInt(6)) {
      case 0, 1 -> Duration.ZERO;
      case 2, 3 -> Duration.ofMillis(random.nextInt(100));
      case 4 -> Duration.ofMillis(random.nextInt(3_000));
      default -> Duration.ofMillis(random.nextInt(90_000));
    };
  }

  private List<PlannedFault> faults() {
    List<PlannedFault> faults = new ArrayList<>();
    int last = 0;
    for (int i = 1; i <= MOST_FAULTS; i++) {
      PlannedFault fault = PlannedFault.draw(random, gateway, faultShare, oldest);
      fault = LIES.contains(fault.special()) ? PlannedFault.NONE : fault;
      faults.add(fault);
      last = fault.equals(PlannedFault.NONE) ? last : i;
    }
    return List.copyOf(faults.subList(0, last));
  }
}
