package kr.pgsdk.sandbox;

import java.util.Set;
import kr.pgsdk.sandbox.iamport.IamportSimulation;
import kr.pgsdk.sandbox.toss.TossSimulation;

/** Opens the sandbox's gateways to tests that reach them without a server. */
public final class Behind {
  private Behind() {}

  /** Returns switches of which these are on. */
  public static Switches switches(Set<Switch> on) {
    return new Switches(on);
  }

  /** Returns the buyer of this Iamport. */
  public static IamportBuyer buyer(IamportSimulation iamport) {
    return new IamportBuyer(iamport.checkout());
  }

  /** Returns the buyer of this Toss. */
  public static TossBuyer buyer(TossSimulation toss) {
    return new TossBuyer(toss.checkout());
  }
}
