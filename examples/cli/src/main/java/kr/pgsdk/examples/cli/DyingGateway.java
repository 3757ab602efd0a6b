package kr.pgsdk.examples.cli;

import java.util.Optional;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.Preparation;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.core.auth.AuthToken;

/** A gateway whose server dies when a confirm is done, before the server can save anything. */
record DyingGateway(PaymentGateway gateway) implements PaymentGateway {
  /** The server is dead: nothing in it catches this. */
  static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public Confirmation confirm(ConfirmRequest request) {
    gateway.confirm(request);
    throw new Death();
  }

  @Override
  public AuthToken getToken() {
    return gateway.getToken();
  }

  @Override
  public Preparation prepare(PrepareRequest request) {
    return gateway.prepare(request);
  }

  @Override
  public Optional<Payment> find(PaymentLookup lookup) {
    return gateway.find(lookup);
  }

  @Override
  public Cancellation cancel(CancelRequest request) {
    return gateway.cancel(request);
  }

  @Override
  public String name() {
    return gateway.name();
  }

  @Override
  public void check(PrepareRequest request) {
    gateway.check(request);
  }

  @Override
  public Optional<String> credentialFingerprint() {
    return gateway.credentialFingerprint();
  }

  @Override
  public boolean capturesOnConfirm() {
    return gateway.capturesOnConfirm();
  }

  @Override
  public boolean keepsCancelReasons() {
    return gateway.keepsCancelReasons();
  }

  @Override
  public PaymentGateway with(CallOptions options) {
    return new DyingGateway(gateway.with(options));
  }

  @Override
  public void close() {
    gateway.close();
  }
}
