package kr.pgsdk.sandbox.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.VirtualAccount;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Gateways;
import kr.pgsdk.sandbox.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code of docs/confirm.md is compiled and run. */
class ConfirmPageTest {
  @Test
  void everyJavaBlock_isASnippetThatCompiles_andNoneIsMissing() throws IOException {
    PageCode.assertShown("confirm.md", ConfirmSnippets.class);
  }

  @ParameterizedTest
  @CsvSource({"15000, ship", "100, explain MISMATCH"})
  void confirmSnippet_shipsOnlyWhatCostsTheOrdersPrice(String returnedAmount, String expected) {
    Noted noted = new Noted();
    try (Sandbox sandbox = Sandbox.start();
        PaymentGateway gateway = Gateways.toss(sandbox).build()) {
      OrderId orderId = OrderId.random();
      BrowserReturn returned = sandbox.buyer().onToss().authenticate(orderId, Money.krw(15_000));

      new ConfirmSnippets(noted)
          .confirm(
              gateway,
              orderId,
              Money.krw(15_000),
              returned.paymentId().value(),
              returned.orderId().value(),
              returnedAmount);
    }
    assertThat(noted.calls).containsExactly(expected);
  }

  private static final class Noted implements ConfirmSnippets.Shop {
    final List<String> calls = new ArrayList<>();

    @Override
    public void ship(Payment payment) {
      calls.add("ship");
    }

    @Override
    public void showAccount(VirtualAccount account) {
      calls.add("account");
    }

    @Override
    public void explain(Confirmation.NotConfirmed refused) {
      calls.add("explain " + refused.reason());
    }

    @Override
    public void askAgainLater(PaymentLookup lookup) {
      calls.add("later");
    }

    @Override
    public void report(PaymentException failed) {
      calls.add("report");
    }
  }
}
