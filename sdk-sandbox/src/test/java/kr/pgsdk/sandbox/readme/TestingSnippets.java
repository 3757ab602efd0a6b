package kr.pgsdk.sandbox.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.FaultKind;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.junit.SandboxExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The code in docs/testing.md; JUnit runs it as it stands there. */
class TestingSnippets {
  // snippet test
  @ExtendWith(SandboxExtension.class)
  static class PaymentTest {
    private static final Money PRICE = Money.krw(15_000);

    @Test
    void buyerWhoPaidLess_isNotConfirmed(Sandbox sandbox) {
      try (PaymentGateway gateway = iamport(sandbox)) {
        OrderId orderId = OrderId.random();
        PaymentId id =
            sandbox.buyer().onIamport().tamper(orderId, Money.krw(100), PRICE).paymentId();

        Confirmation result = gateway.confirm(ConfirmRequest.builder(id, orderId, PRICE).build());

        assertInstanceOf(Confirmation.NotConfirmed.class, result);
        assertEquals(Money.krw(100), sandbox.iamport().ledger(id).captured());
      }
    }

    static PaymentGateway iamport(Sandbox sandbox) {
      return IamportGateway.builder(
              IamportCredentials.of(sandbox.iamportKey(), sandbox.iamportSecret()))
          .http(HttpOptions.builder().baseUrl(sandbox.iamportUrl()).build())
          .build();
    }
  }

  // end

  @ExtendWith(SandboxExtension.class)
  static class DoubtTest {
    // snippet fault
    @Test
    void refundWhoseAnswerIsLost_isMadeOnce(Sandbox sandbox) {
      try (PaymentGateway gateway = PaymentTest.iamport(sandbox)) {
        OrderId orderId = OrderId.random();
        PaymentId id = sandbox.buyer().onIamport().pay(orderId, Money.krw(15_000)).paymentId();
        sandbox.iamport().inject(Fault.of(FaultKind.ANSWER_LOST).on("POST", "/payments/cancel"));

        Cancellation refund =
            gateway.cancel(CancelRequest.partial(id, Money.krw(5_000), "returned").build());

        assertInstanceOf(Cancellation.Cancelled.class, refund); // its record was looked up
        assertEquals(1, sandbox.iamport().ledger(id).refunds());
      }
    }
    // end
  }
}
