package kr.pgsdk.core.internal.flow;

import java.util.Objects;
import java.util.function.Supplier;
import kr.pgsdk.core.BillingGateway;
import kr.pgsdk.core.BillingKey;
import kr.pgsdk.core.BillingKeyDetails;
import kr.pgsdk.core.BillingKeyLookup;
import kr.pgsdk.core.BillingKeyRequest;
import kr.pgsdk.core.ChargeRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.internal.http.Sender;
import kr.pgsdk.core.internal.time.Deadline;

/** The billing verbs of a gateway object: each is one observed call, under one deadline. */
public final class BillingVerbs implements BillingGateway {
  private final Sender sender;
  private final BillingSteps steps;
  private final ChargeFlow charges;

  /**
   * Makes the billing verbs of a gateway.
   *
   * @param rules what may count as paid, as in a confirm
   */
  public BillingVerbs(
      Sender sender, BillingSteps steps, ChargeSteps charge, ConfirmSteps rules, OpenWork open) {
    this.sender = sender;
    this.steps = steps;
    this.charges = new ChargeFlow(charge, rules, open.charges);
  }

  @Override
  public BillingKeyDetails issue(BillingKeyRequest request) {
    Objects.requireNonNull(request, "request");
    return call("issue billing key", () -> steps.issue(request, sender.deadline()));
  }

  @Override
  public Confirmation charge(ChargeRequest request) {
    return sender
        .observer()
        .call("charge", request.orderId(), null, () -> charges.charge(request, sender.deadline()));
  }

  @Override
  public BillingKeyLookup find(BillingKey key) {
    Objects.requireNonNull(key, "key");
    return call("find billing key", () -> steps.find(key, sender.deadline()));
  }

  @Override
  public void delete(BillingKey key) {
    Objects.requireNonNull(key, "key");
    boolean unused =
        call(
            "delete billing key",
            () -> {
              delete(key, sender.deadline());
              return true;
            });
  }

  /** Once more after a lost response: a key that is gone stays gone. */
  private void delete(BillingKey key, Deadline deadline) {
    try {
      steps.delete(key, deadline);
    } catch (OutcomeUnknownException lost) {
      steps.delete(key, deadline);
    }
  }

  private <T> T call(String name, Supplier<T> work) {
    return sender.observer().call(name, null, null, work);
  }
}
