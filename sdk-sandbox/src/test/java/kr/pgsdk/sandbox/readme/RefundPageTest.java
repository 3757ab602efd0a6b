package kr.pgsdk.sandbox.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.FaultKind;
import kr.pgsdk.sandbox.Gateways;
import kr.pgsdk.sandbox.Sandbox;
import org.junit.jupiter.api.Test;

/** The code of docs/refund.md is compiled and run. */
class RefundPageTest implements RefundSnippets.Shop {
  private static final OrderId ORDER = OrderId.of("order-9001");

  private final List<String> calls = new ArrayList<>();

  @Override
  public void keep(String cancel) {
    calls.add("keep");
  }

  @Override
  public void refunded(Cancellation refund) {
    calls.add(refund.getClass().getSimpleName());
  }

  @Override
  public void report(PaymentException failed) {
    calls.add(failed.getClass().getSimpleName());
  }

  @Test
  void everyJavaBlock_isASnippetThatCompiles_andNoneIsMissing() throws IOException {
    PageCode.assertShown("refund.md", RefundSnippets.class);
  }

  @Test
  void refund_isKeptBeforeItIsSent_andAfterADoubt_andMadeOnce() {
    try (Sandbox sandbox = Sandbox.start();
        PaymentGateway gateway = Gateways.iamport(sandbox).build()) {
      PaymentId id = sandbox.buyer().onIamport().pay(ORDER, Money.krw(15_000)).paymentId();
      sandbox.iamport().inject(Fault.of(FaultKind.CUT_AFTER_READ).on("POST", "/payments/cancel"));
      RefundSnippets snippets = new RefundSnippets(this);

      snippets.refund(gateway, id, ORDER, Money.krw(5_000));
      assertThat(calls).containsExactly("keep", "keep");
      sandbox.reset();
      snippets.refund(gateway, id, OrderId.of("another"), Money.krw(5_000));
      assertThat(calls).containsExactly("keep", "keep", "VerificationException");
    }
  }

  @Test
  void refundAgain_withTheSameReference_isFound() {
    try (Sandbox sandbox = Sandbox.start();
        PaymentGateway gateway = Gateways.iamport(sandbox).build()) {
      PaymentId id = sandbox.buyer().onIamport().pay(ORDER, Money.krw(15_000)).paymentId();
      RefundSnippets snippets = new RefundSnippets(this);

      snippets.refund(gateway, id, ORDER, Money.krw(5_000));
      snippets.refund(gateway, id, ORDER, Money.krw(5_000));

      assertThat(calls).containsExactly("keep", "Cancelled", "AlreadyCancelled");
      assertThat(sandbox.iamport().ledger(id).refunded()).isEqualTo(Money.krw(5_000));
    }
  }
}
