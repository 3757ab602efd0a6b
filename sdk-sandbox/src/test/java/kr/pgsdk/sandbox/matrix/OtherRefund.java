package kr.pgsdk.sandbox.matrix;

import java.util.concurrent.atomic.AtomicBoolean;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.JournalEntry;
import kr.pgsdk.sandbox.SandboxGateway;

/** Somebody else, who refunds the amount that the cancel under test asks for, once. */
final class OtherRefund implements AutoCloseable {
  private static final String MARK = "X-OtherRefund";

  /** Who it is. */
  enum Who {
    OPERATOR("an operator"),
    SERVER("another server of the shop");

    final String words;

    Who(String words) {
      this.words = words;
    }
  }

  /** When the other refund is made. */
  enum When {
    BEFORE("before the lookup"),
    BETWEEN("between lookup and cancel"),
    AFTER_THE_LOSS("after the answer to the cancel was lost");

    final String words;

    When(String words) {
      this.words = words;
    }
  }

  /** The refund that is made. */
  record Plan(Who who, When when) {}

  private final Cell cell;
  private final Plan plan;
  private final PaymentGateway gateway;
  private final SandboxGateway server;
  private final Given given;
  private final AtomicBoolean done = new AtomicBoolean();

  OtherRefund(Cell cell, Plan plan, Given given) {
    this.cell = cell;
    this.plan = plan;
    this.server = cell.gateway().server(given.sandbox());
    this.gateway =
        cell.gateway().open(given.sandbox(), HttpOptions.builder().baseUrl(server.url()).build());
    gateway.getToken();
    this.given = given;
  }

  /** Whether a request is the other's, not one of the call under test. */
  static boolean sent(JournalEntry request) {
    return request.header(MARK).isPresent();
  }

  /** Whether the other refund has been made. */
  boolean isDone() {
    return done.get();
  }

  /** Sees to it that the refund is made in time. */
  void arrange() {
    switch (plan.when()) {
      case BEFORE -> refundOnce();
      // The lookup shows the payment as it was, for it has been answered already.
      case BETWEEN ->
          server.inject(
              Fault.rewrittenBody(
                      body -> {
                        refundOnce();
                        return body;
                      })
                  .when(request -> isNamed(request, "lookup")));
      // Whatever the call sends next finds it done. This fault never happens: it listens.
      case AFTER_THE_LOSS -> {
        AtomicBoolean lost = new AtomicBoolean();
        server.inject(
            Fault.rewrittenBody(body -> body)
                .when(
                    request -> {
                      if (lost.get() && !sent(request)) {
                        refundOnce();
                      } else if (isNamed(request, "cancel")) {
                        lost.set(true);
                      }
                      return false;
                    }));
      }
    }
  }

  private boolean isNamed(JournalEntry request, String name) {
    return !sent(request) && cell.gateway().name(request).equals(name);
  }

  private void refundOnce() {
    if (!done.compareAndSet(false, true)) {
      return;
    }
    if (plan.who() == Who.OPERATOR) {
      Money amount = cell.verb() == Verb.CANCEL_PART ? Verb.PART : Verb.PRICE;
      server.cancelInConsole(given.paymentId(), amount);
      return;
    }
    CancelRequest request = cell.verb().cancelRequest(given);
    CallOptions marked = CallOptions.builder().header(MARK, "1").build();
    gateway.with(marked).cancel(request);
  }

  @Override
  public void close() {
    gateway.close();
  }
}
