package kr.pgsdk.sandbox;

import java.util.List;
import java.util.Set;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.iamport.IamportSimulation;
import kr.pgsdk.sandbox.portone.PortOneSimulation;
import kr.pgsdk.sandbox.toss.TossSimulation;
import kr.pgsdk.sandbox.wire.RefundRecord;
import kr.pgsdk.sandbox.wire.Simulation;
import kr.pgsdk.sandbox.wire.WireRequest;
import kr.pgsdk.sandbox.wire.WireResponse;

/** Opens the sandbox's gateways to tests that reach them without a server, or look behind one. */
public final class SandboxInternals {
  private SandboxInternals() {}

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

  /** Returns the buyer of this PortOne. */
  public static PortOneBuyer buyer(PortOneSimulation portOne) {
    return new PortOneBuyer(portOne.checkout(), portOne.agreements());
  }

  /** Returns what the gateway answers to a request that this fault hits, and holds nowhere. */
  public static WireResponse answer(Simulation gateway, Fault fault, WireRequest request)
      throws InterruptedException {
    return new FaultedExecution(gateway, fault, SandboxInternals::holds).answer(request);
  }

  private static void holds() {
    throw new IllegalArgumentException("without a server there is nobody to release it");
  }

  /** Returns what the fault makes of the gateway's answer. */
  public static WireResponse changed(Fault fault, WireResponse answer) {
    WireResponse changed = fault.change(answer);
    return fault.kind() == FaultKind.TRUNCATED_BODY
        ? changed.withBody(Delivery.half(changed.body()))
        : changed;
  }

  /** Returns what happened to the money of an order; nothing where there is no payment of it. */
  public static Ledger ledger(SandboxGateway gateway, OrderId order) {
    try {
      return gateway.ledger(order);
    } catch (IllegalArgumentException e) {
      return new Ledger("KRW", List.of());
    }
  }

  /** Returns every refund of the payment that was taken on. */
  public static List<RefundRecord> refunds(SandboxGateway gateway, PaymentId payment) {
    return gateway.refundRecords(payment);
  }
}
