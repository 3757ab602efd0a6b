package kr.pgsdk.examples.cli;

import static kr.pgsdk.sandbox.FaultKind.ANSWER_LOST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.TestCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Billing keys by the command line: issued, charged, deleted, and shown by issue alone. */
class BillingTest extends SandboxedTest {
  private static final String CUSTOMER = "customer_0123456789";

  @TempDir private Path folder;

  private PgRun issue(Gateway gateway, TestCard card) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("card.json"),
            "{\"number\":\""
                + card.number()
                + "\",\"expiry\":\"2030-12\",\"ownerIdentity\":\"900101\",\"passwordDigits\":\"12\"}");
    List<String> words = new ArrayList<>(List.of(gateway.id(), "billing", "issue", "--json"));
    words.addAll(List.of("--customer-key", CUSTOMER, "--card-file", file.toString()));
    if (gateway == Gateway.IAMPORT) {
      words.addAll(List.of("--channel-key", "channel-key-1"));
    } else if (gateway == Gateway.PORTONE) {
      words.addAll(List.of("--channel-key", sandbox.portOneChannelKey()));
    }
    return pg(words.toArray(String[]::new));
  }

  private PgRun with(Gateway gateway, String verb, String key, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), key + "\n");
    List<String> words = new ArrayList<>(List.of(gateway.id(), "billing", verb, "--json"));
    words.addAll(List.of("--billing-key-file", file.toString()));
    if (gateway == Gateway.TOSS) {
      words.addAll(List.of("--customer-key", CUSTOMER));
    }
    words.addAll(List.of(more));
    PgRun run = pg(words.toArray(String[]::new));
    assertThat(run.out() + run.err()).doesNotContain(key, CUSTOMER);
    return run;
  }

  private PgRun charge(Gateway gateway, String key, OrderId order, String... more)
      throws IOException {
    List<String> words = new ArrayList<>(List.of("--order-id", order.value(), "--amount", "9900"));
    words.addAll(List.of("--order-name", "구독"));
    words.addAll(List.of(more));
    return with(gateway, "charge", key, words.toArray(String[]::new));
  }

  @ParameterizedTest
  @EnumSource
  void issueChargeDelete_chargedOnceAndThenRefused(Gateway gateway) throws IOException {
    String key = String.valueOf(issue(gateway, TestCard.GOOD).json().get("billingKey"));
    OrderId order = OrderId.random();

    PgRun charged = charge(gateway, key, order);
    assertThat(charged.exitCode()).isZero();
    assertThat(charged.json())
        .contains(entry("confirmation", "CONFIRMED"), entry("capture", "BY_THIS_CALL"));
    assertThat(charge(gateway, key, order).json()).contains(entry("capture", "ALREADY_CAPTURED"));

    assertThat(with(gateway, "delete", key).json()).containsExactly(entry("deleted", true));
    assertThat(charge(gateway, key, OrderId.random()).exitCode()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void declinedCard_exit3WithTheGatewaysWords(Gateway gateway) throws IOException {
    String key = String.valueOf(issue(gateway, TestCard.OVER_LIMIT).json().get("billingKey"));

    PgRun run = charge(gateway, key, OrderId.random());

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.json()).contains(entry("reason", "REFUSED"), entry("moneyHeld", "NO"));
    assertThat(run.json().get("gatewayMessage")).asString().isNotBlank();
  }

  @ParameterizedTest
  @EnumSource
  void chargeWhoseAnswerIsLost_exit6_theSameCommandAgainChargesOnce(Gateway gateway)
      throws IOException {
    String key = String.valueOf(issue(gateway, TestCard.GOOD).json().get("billingKey"));
    OrderId order = OrderId.random();
    String charges =
        switch (gateway) {
          case IAMPORT -> "/subscribe/payments/again";
          case TOSS -> "/v1/billing/";
          case PORTONE -> "/payments/" + order + "/billing-key";
        };
    server(gateway).journal().clear();
    server(gateway).inject(Fault.of(ANSWER_LOST).on("POST", charges).always());
    server(gateway)
        .inject(
            Fault.html(502)
                .on("GET", gateway == Gateway.TOSS ? "/v1/payments" : "/payments")
                .when(lookup -> server(gateway).journal().count("POST", charges) > 0)
                .always());

    PgRun lost = charge(gateway, key, order, "--timeout", "4s");
    server(gateway).clearFaults();

    assertThat(lost.exitCode()).as(lost.out()).isEqualTo(6);
    assertThat(lost.json("error").get("lookUp")).isEqualTo(Map.of("orderId", order.value()));

    PgRun again = charge(gateway, key, order);
    assertThat(again.exitCode()).as(again.out()).isZero();
    assertThat(server(gateway).ledger(order).captures()).isEqualTo(1);
  }

  @Test
  void iamportIssueWithoutChannel_refusedBeforeSending() {
    int before = sandbox.iamport().journal().count();

    PgRun run =
        pg(
            "iamport",
            "billing",
            "issue",
            "--customer-key",
            CUSTOMER,
            "--card-number",
            "4330123456780000",
            "--expiry",
            "2030-12");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--channel-key").doesNotContain("43301234", CUSTOMER);
    assertThat(sandbox.iamport().journal().count()).isEqualTo(before);
  }

  @Test
  void cardOfAWrongForm_refusedWithoutQuotingIt() {
    int before = sandbox.toss().journal().count();

    for (String[] bad : new String[][] {{"433012345678000x", "2030-12"}, {"4330", "12/30"}}) {
      PgRun run =
          pg(
              "toss",
              "billing",
              "issue",
              "--customer-key",
              CUSTOMER,
              "--card-number",
              bad[0],
              "--expiry",
              bad[1]);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).doesNotContain(bad[0], bad[1]);
    }
    assertThat(sandbox.toss().journal().count()).isEqualTo(before);
  }
}
