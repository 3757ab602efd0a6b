package kr.pgsdk.examples.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.durable.store.StoreException;

/** A command that calls a gateway once. */
abstract class Verb implements Callable<Integer> {
  /** What to do if nothing else is known. */
  static final String LOOK_FIRST =
      "It may have been executed. See what became of it before you run it again.";

  private final Pg pg;
  private final Gateway gateway;

  Verb(Pg pg, Gateway gateway) {
    this.pg = pg;
    this.gateway = gateway;
  }

  /** Calls the gateway, and returns the result. */
  abstract Report execute(PaymentGateway paymentGateway);

  /** Whether payments of a test channel are accepted. */
  boolean acceptTestPayments() {
    return false;
  }

  /** The channel of Iamport or PortOne for billing keys, if one is named. */
  Optional<String> channelKey() {
    return Optional.empty();
  }

  /** What else to do if the outcome is unknown. */
  String ifUnknown() {
    return LOOK_FIRST;
  }

  /** What the user must know of a command that failed after it had begun to print. */
  List<String> soFar() {
    return List.of();
  }

  /** Whether it may change something at the gateway, so that a bug leaves doubt. */
  boolean changesSomething() {
    return moneyInDoubt().isPresent();
  }

  /** The payment to look up if this command fails half-way; empty if it moves no money. */
  Optional<PaymentLookup> moneyInDoubt() {
    return Optional.empty();
  }

  /** The refund of this command; empty if it is another command. */
  Optional<CancelRequest> refund() {
    return Optional.empty();
  }

  /** The advice for payments of this command's gateway. */
  final Advice advice() {
    return pg.advice(gateway, gateway);
  }

  @Override
  public final Integer call() {
    try (PaymentGateway open =
        pg.open(gateway, new GatewayOpening(acceptTestPayments(), channelKey()))) {
      if (changesSomething()) {
        pg.shutdownHook().register(open);
      }
      Report report = executeSafely(open);
      return pg.finish(report, changesSomething() ? ifUnknown() : null);
    }
  }

  private Report executeSafely(PaymentGateway open) {
    try {
      return execute(open);
    } catch (PaymentException | StoreException | IllegalArgumentException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      // A bug. The user of a cancel must not read it as "nothing happened".
      throw new InternalErrorException(
          e, gateway, changesSomething(), moneyInDoubt().orElse(null), refund().orElse(null));
    }
  }
}
