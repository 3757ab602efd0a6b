package kr.pgsdk.sandbox.history;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import kr.pgsdk.core.BillingGateway;
import kr.pgsdk.core.BillingKeyDetails;
import kr.pgsdk.core.BillingKeyRequest;
import kr.pgsdk.core.CardData;
import kr.pgsdk.core.ChargeRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.portone.PortOneGateway;
import kr.pgsdk.sandbox.LedgerEntry;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.TestCard;
import kr.pgsdk.toss.TossGateway;

/** One simulated history of an order that several servers charge one after another. */
final class ChargeHistory {
  private static final Money PRICE = Money.krw(10_000);
  private static final Money OTHER_PRICE = Money.krw(7_000);
  private static final int SETTLING = 3;

  /** Lies are no part of it: a gateway that says what isn't so can't be charged safely. */
  private static final Set<PlannedFault.Special> LIES =
      EnumSet.of(
          PlannedFault.Special.STRANGE_404,
          PlannedFault.Special.CONTRADICTS,
          PlannedFault.Special.OF_ANOTHER);

  private final SplittableRandom random;
  private final Gateway gateway;
  private final int nodes;
  private final OrderId order;
  private final TestCard card;
  private final List<Call> calls = new ArrayList<>();

  ChargeHistory(long seed, Gateway gateway) {
    this.random = new SplittableRandom(seed * 2 + gateway.ordinal());
    this.gateway = gateway;
    this.nodes = 1 + random.nextInt(3);
    this.order = OrderId.of("charge-" + seed);
    this.card = random.nextInt(4) == 0 ? TestCard.OVER_LIMIT : TestCard.GOOD;
  }

  /**
   * Plays it, and checks all that was said against the ledger.
   *
   * @return whether the order was paid in the end
   */
  boolean run(long seed, ExecutorService threads) {
    Set<Switch> switches = EnumSet.noneOf(Switch.class);
    for (Switch each : Switch.values()) {
      if (random.nextInt(4) == 0) {
        switches.add(each);
      }
    }
    switches.removeIf(each -> !gateway.concerns(each));
    Plan plan =
        new Plan(
            seed,
            gateway,
            switches,
            nodes,
            false,
            true,
            false,
            false,
            false,
            false,
            PlannedFault.OLDEST,
            1,
            List.of(),
            List.of(),
            List.of());
    try (SimulatedWorld world = new SimulatedWorld(plan, threads)) {
      world.run(List.of(() -> play(world)));
      List<LedgerEntry> captures = world.captures(order);
      new ChargeOracle(gateway, calls, captures).check();
      return !captures.isEmpty();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "-Dpgsdk.seed=" + seed + " at " + gateway + ", " + switches + ": " + e + "\n" + calls, e);
    }
  }

  private void play(SimulatedWorld world) {
    Call issue = new Call(0, new Asked.Token(0), false, List.of());
    world.call(
        issue,
        0,
        node ->
            billing(node)
                .issue(
                    BillingKeyRequest.byCard(
                            "customer_9001",
                            CardData.builder(card.number(), YearMonth.of(2030, 12))
                                .ownerIdentity("900101")
                                .passwordDigits("12")
                                .build())
                        .build()));
    if (!(issue.said instanceof BillingKeyDetails issued)) {
      throw new AssertionError("no billing key: " + issue.said);
    }
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      charge(world, issued, random.nextInt(6) == 0 ? OTHER_PRICE : PRICE, faults(), false);
      world.pause(Duration.ofMillis(random.nextBoolean() ? 0 : random.nextInt(90_000)));
      if (random.nextInt(8) == 0) {
        world.closeNode(random.nextInt(nodes));
      }
    }
    world.pause(PlannedFault.LONGEST.plus(PlannedFault.OLDEST));
    for (int i = 0; i < SETTLING; i++) {
      charge(world, issued, PRICE, List.of(), true);
    }
  }

  private void charge(
      SimulatedWorld world,
      BillingKeyDetails issued,
      Money money,
      List<PlannedFault> faults,
      boolean settling) {
    ChargeRequest request = ChargeRequest.builder(issued.key(), order, money, "November").build();
    Call call = new Call(calls.size() + 1, new Asked.Charge(request), settling, faults);
    calls.add(call);
    world.call(call, random.nextInt(nodes), node -> billing(node).charge(request));
  }

  private static BillingGateway billing(PaymentGateway node) {
    return node instanceof TossGateway toss
        ? toss.billing()
        : node instanceof PortOneGateway portOne
            ? portOne.billing()
            : ((IamportGateway) node).billing();
  }

  private List<PlannedFault> faults() {
    List<PlannedFault> faults = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      PlannedFault fault = PlannedFault.draw(random, gateway, 0.4, PlannedFault.OLDEST);
      faults.add(LIES.contains(fault.special()) ? PlannedFault.NONE : fault);
    }
    return faults;
  }
}
