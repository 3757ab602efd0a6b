package kr.pgsdk.sandbox;

import java.time.Clock;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import kr.pgsdk.sandbox.iamport.IamportSimulation;
import kr.pgsdk.sandbox.portone.PortOneSimulation;
import kr.pgsdk.sandbox.toss.TossSimulation;

/** The gateways of a sandbox, before they listen anywhere. */
record Simulations(IamportSimulation iamport, TossSimulation toss, PortOneSimulation portOne) {
  static Simulations of(Clock clock, RandomGenerator random, Switches switches) {
    IamportSimulation iamport = new IamportSimulation(clock, next(random), switches);
    TossSimulation toss = new TossSimulation(clock, next(random), switches);
    PortOneSimulation portOne =
        new PortOneSimulation(
            clock, next(random), switches, () -> iamport.checkout().olderPayments());
    return new Simulations(iamport, toss, portOne);
  }

  /** Each gateway has its own, so that the order in which they are called doesn't matter. */
  private static RandomGenerator next(RandomGenerator random) {
    return new SplittableRandom(random.nextLong());
  }

  Buyer buyer() {
    return new Buyer(
        new IamportBuyer(iamport.checkout()),
        new TossBuyer(toss.checkout()),
        new PortOneBuyer(portOne.checkout(), portOne.agreements()));
  }
}
