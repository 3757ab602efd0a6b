package kr.pgsdk.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.core.OrderId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cash receipts and virtual accounts by the command line. */
class ReceiptAndAccountTest extends SandboxedTest {
  private static final String PHONE = "01098765432";

  private final OrderId order = OrderId.random();

  private static PgRun receipt(Gateway gateway, String verb, String... more) {
    List<String> words = new ArrayList<>(List.of(gateway.id(), "cash-receipt", verb, "--json"));
    words.addAll(List.of(more));
    PgRun run = pg(words.toArray(String[]::new));
    assertThat(run.out() + run.err()).doesNotContain(PHONE);
    return run;
  }

  @Test
  void tossReceipt_issuedAndCancelledByItsKey() {
    PgRun issued =
        receipt(
            Gateway.TOSS,
            "issue",
            "--order-id",
            order.value(),
            "--amount",
            "15000",
            "--order-name",
            "T-shirt",
            "--identity-number",
            PHONE);
    assertThat(issued.exitCode()).as(issued.out()).isZero();
    assertThat(issued.json()).contains(entry("orderId", order.value()), entry("amount", "15000"));
    String key = String.valueOf(issued.json().get("receiptKey"));

    PgRun cancelled = receipt(Gateway.TOSS, "cancel", "--receipt-key", key);

    assertThat(cancelled.exitCode()).as(cancelled.out()).isZero();
    assertThat(cancelled.json()).contains(entry("orderId", order.value()));
    assertThat(receipt(Gateway.TOSS, "cancel", "--receipt-key", "nobody").exitCode()).isEqualTo(3);
  }

  @Test
  void iamportReceipt_issuedAndCancelledOfAPayment() {
    String payment = pays(Gateway.IAMPORT).paymentId().value();
    PgRun issued =
        receipt(Gateway.IAMPORT, "issue", "--payment-id", payment, "--identity-number", PHONE);
    assertThat(issued.exitCode()).as(issued.out()).isZero();
    assertThat(issued.json()).contains(entry("status", "issued"), entry("paymentId", payment));

    PgRun cancelled = receipt(Gateway.IAMPORT, "cancel", "--payment-id", payment);

    assertThat(cancelled.exitCode()).as(cancelled.out()).isZero();
    assertThat(cancelled.json()).contains(entry("status", "cancelled"));
    assertThat(receipt(Gateway.IAMPORT, "cancel", "--payment-id", payment).exitCode()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(names = {"IAMPORT", "TOSS"})
  void receiptWithoutIdentity_refusedBeforeSending(Gateway gateway) {
    int before = server(gateway).journal().count();

    PgRun run =
        gateway == Gateway.IAMPORT
            ? receipt(gateway, "issue", "--payment-id", "imp_1")
            : receipt(
                gateway,
                "issue",
                "--order-id",
                order.value(),
                "--amount",
                "15000",
                "--order-name",
                "x");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).contains("--identity-number-file");
    assertThat(server(gateway).journal().count()).isEqualTo(before);
  }

  private PgRun account(Gateway gateway, String amount, String... more) {
    List<String> words = new ArrayList<>(List.of(gateway.id(), "virtual-account", "issue"));
    words.addAll(List.of("--json", "--order-id", order.value(), "--amount", amount));
    words.addAll(List.of("--order-name", "T-shirt", "--bank", "88"));
    words.addAll(
        gateway == Gateway.TOSS
            ? List.of("--customer-name", "홍길동")
            : List.of("--due", "2031-01-01T09:00:00+09:00"));
    words.addAll(List.of(more));
    return pg(words.toArray(String[]::new));
  }

  @ParameterizedTest
  @EnumSource(names = {"IAMPORT", "TOSS"})
  void virtualAccount_issuedAndWaitingForItsDeposit(Gateway gateway) {
    PgRun run =
        gateway == Gateway.TOSS
            ? account(gateway, "15000")
            : account(gateway, "15000", "--channel-key", "channel-key-1");

    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.out()).contains("\"orderId\":\"" + order.value() + "\"", "\"virtualAccount\":{");
    assertThat(pg(gateway.id(), "find", "--order-id", order.value()).exitCode()).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"IAMPORT", "TOSS"})
  void amountOfAWrongForm_refusedBeforeSending(Gateway gateway) {
    int before = server(gateway).journal().count();

    for (String amount : List.of("0", "-1", "1e3", "1,000", "9".repeat(30), "")) {
      PgRun run =
          gateway == Gateway.TOSS
              ? account(gateway, amount)
              : account(gateway, amount, "--channel-key", "channel-key-1");
      assertThat(run.exitCode()).as(amount).isEqualTo(2);
    }

    assertThat(server(gateway).journal().count()).isEqualTo(before);
  }

  @Test
  void iamportAccountWithoutChannel_refusedBeforeSending() {
    int before = sandbox.iamport().journal().count();

    PgRun run = account(Gateway.IAMPORT, "15000");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).contains("--channel-key");
    assertThat(sandbox.iamport().journal().count()).isEqualTo(before);
  }
}
