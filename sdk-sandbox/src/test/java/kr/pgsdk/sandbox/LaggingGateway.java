package kr.pgsdk.sandbox;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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

/** A gateway whose next looks show what it is told to show, such as an older state. */
final class LaggingGateway implements PaymentGateway {
  private final PaymentGateway gateway;
  private final Queue<Confirmation> views = new ConcurrentLinkedQueue<>();

  LaggingGateway(PaymentGateway gateway) {
    this.gateway = gateway;
  }

  /** The next look shows this, whatever the payment's state is. */
  void showNext(Confirmation view) {
    views.add(view);
  }

  @Override
  public Confirmation confirm(ConfirmRequest request) {
    Confirmation view = views.poll();
    return view == null ? gateway.confirm(request) : view;
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
    return this;
  }

  @Override
  public void close() {
    gateway.close();
  }
}
