package kr.pgsdk.sandbox.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.Transaction;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.sandbox.Gateways;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.toss.TossGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code of docs/accounting.md runs, and finds what the sandbox's ledger has. */
class AccountingPageTest {
  private static final Money PRICE = Money.krw(15_000);
  private static final Money PART = Money.krw(5_000);
  private static final OrderId ORDER = OrderId.of("order_9001");

  /** 10:00 in Korea. */
  private final Sandbox sandbox =
      Sandbox.builder()
          .clock(Clock.fixed(Instant.parse("2026-11-20T01:00:00Z"), ZoneOffset.UTC))
          .start();

  private final List<String> noted = new ArrayList<>();
  private final AccountingSnippets snippets =
      new AccountingSnippets(
          new AccountingSnippets.Books() {
            @Override
            public void moved(PaymentId payment, Transaction.Kind kind, Money amount) {
              noted.add(kind + " " + amount);
            }

            @Override
            public void check(OrderId order, String key, String status, BigDecimal amount) {
              noted.add(status + " " + amount.toPlainString());
            }

            @Override
            public void check(OrderId order, Money captured, Money refunded) {
              noted.add(order + " " + captured + " " + refunded);
            }

            @Override
            public void payOut(LocalDate day, OrderId order, BigDecimal payOut) {
              noted.add(order + (payOut.signum() > 0 ? " +" : " -"));
            }
          });

  @AfterEach
  void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"accounting.md", "accounting.ko.md"})
  void page_showsThisCode(String page) throws IOException {
    PageCode.assertShown(page, AccountingSnippets.class);
  }

  @Test
  void day_ofBothGateways_isWhatMoved() {
    LocalDate day = LocalDate.of(2026, 11, 20);
    try (TossGateway toss = Gateways.toss(sandbox).build();
        IamportGateway iamport = Gateways.iamport(sandbox).build()) {
      PaymentId onToss = sandbox.buyer().onToss().authenticate(ORDER, PRICE).paymentId();
      toss.confirm(ConfirmRequest.builder(onToss, ORDER, PRICE).build());
      toss.cancel(CancelRequest.partial(onToss, PART, "returned").build());
      PaymentId onIamport = sandbox.buyer().onIamport().pay(ORDER, PRICE).paymentId();
      iamport.cancel(CancelRequest.partial(onIamport, PART, "returned").build());

      snippets.checkDay(toss.transactions(), day);
      assertThat(noted).containsExactly("CAPTURE " + PRICE, "CANCEL " + PART);

      noted.clear();
      snippets.checkDay(iamport.transactions(), day);
      assertThat(noted).containsExactly("CAPTURE " + PRICE, "CANCEL " + PART);
    }
  }

  @Test
  void toss_everyMovementIsListed_andPaidOut() {
    try (TossGateway toss = Gateways.toss(sandbox).build()) {
      PaymentId id = sandbox.buyer().onToss().authenticate(ORDER, PRICE).paymentId();
      toss.confirm(ConfirmRequest.builder(id, ORDER, PRICE).build());
      toss.cancel(CancelRequest.partial(id, PART, "returned").build());

      snippets.checkTransactions(toss.client(), LocalDate.of(2026, 11, 20));
      assertThat(noted).containsExactly("DONE 15000", "PARTIAL_CANCELED 5000");

      noted.clear();
      sandbox.clock().advance(Duration.ofDays(10));
      snippets.checkPayOuts(toss.client(), LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 30));
      assertThat(noted).contains(ORDER + " +");
    }
  }

  @Test
  void iamport_paidAndPartlyCancelledPaymentsAreListed() {
    try (IamportGateway iamport = Gateways.iamport(sandbox).build()) {
      sandbox.buyer().onIamport().pay(OrderId.of("order_9002"), PRICE);
      PaymentId id = sandbox.buyer().onIamport().pay(ORDER, PRICE).paymentId();
      sandbox.buyer().onIamport().refuse(OrderId.of("order_9003"), PRICE);
      iamport.cancel(CancelRequest.partial(id, PART, "returned").build());

      Instant now = sandbox.clock().instant();
      snippets.checkPayments(iamport.client(), now.minusSeconds(60), now.plusSeconds(60));

      assertThat(noted)
          .containsExactly(
              "order_9002 " + PRICE + " " + Money.krw(0), ORDER + " " + PRICE + " " + PART);
    }
  }
}
