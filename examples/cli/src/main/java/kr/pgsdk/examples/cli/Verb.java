package kr.pgsdk.examples.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.PaymentException;

/** A command that asks a gateway one thing. */
abstract class Verb implements Callable<Integer> {
  private final Pg pg;
  private final Gateway gateway;

  Verb(Pg pg, Gateway gateway) {
    this.pg = pg;
    this.gateway = gateway;
  }

  /** Asks, and returns what came out. */
  abstract Report ask(PaymentGateway paymentGateway);

  /** Whether payments of a test channel count. */
  boolean acceptTestPayments() {
    return false;
  }

  /** What to look up if this verb broke off half-way; empty if it moves no money. */
  Optional<PaymentLookup> moneyInDoubt() {
    return Optional.empty();
  }

  /** The refund that was handed in; empty if there is none. */
  Optional<CancelRequest> refund() {
    return Optional.empty();
  }

  /** Who advises about this verb's gateway. */
  final Advice advice() {
    return pg.advice(gateway, gateway);
  }

  @Override
  public final Integer call() {
    try (PaymentGateway open = pg.open(gateway, acceptTestPayments())) {
      if (moneyInDoubt().isPresent()) {
        pg.lastWord().about(open);
      }
      return pg.finish(askSafely(open));
    }
  }

  private Report askSafely(PaymentGateway open) {
    try {
      return ask(open);
    } catch (PaymentException | IllegalArgumentException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      // A defect. Whoever runs a cancel must not read it as "nothing happened".
      throw new BrokenOffException(e, gateway, moneyInDoubt().orElse(null), refund().orElse(null));
    }
  }
}
