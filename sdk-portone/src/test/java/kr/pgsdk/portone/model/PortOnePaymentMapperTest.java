package kr.pgsdk.portone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.RefundStatus;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.portone.PortOneServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the contract makes of a payment: its status, and what is left of it. */
class PortOnePaymentMapperTest {
  private static Pay with(Pay pay, String status, long amount) {
    return pay.with("cancellations", "[" + PortOneServer.row(status, "c1", amount, "r") + "]");
  }

  private static Payment map(Pay pay) {
    return pay.read().toPayment();
  }

  private static Known known(Pay pay) {
    return map(pay).status().known();
  }

  @ParameterizedTest
  @CsvSource({
    "READY,READY",
    "PAY_PENDING,IN_PROGRESS",
    "PENDING,IN_PROGRESS",
    "FAILED,FAILED",
    "VIRTUAL_ACCOUNT_ISSUED,READY",
    "ADDED_LATER,UNKNOWN"
  })
  void wordWithoutMoney(String word, Known expected) {
    Payment payment = map(Pay.of(word));

    assertThat(payment.status().known()).isEqualTo(expected);
    assertThat(payment.status().gatewayWord()).isEqualTo(word);
    assertThat(payment.paidAt()).isEmpty();
    if (expected != Known.UNKNOWN) {
      assertThat(payment.balance().isZero()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "API,false",
    "CONSOLE,true",
    "PORTONE_ADMIN,true",
    "CHARGEBACK,true",
    "ADDED_LATER,false"
  })
  void cancel_isFromOutside_whereItsTriggerSaysSo(String trigger, boolean outside) {
    String row = PortOneServer.row("SUCCEEDED", "c1", 5_000, "r");
    Pay pay =
        Pay.paid()
            .with(
                "cancellations",
                "[" + row.replaceFirst("\\{", "{\"trigger\":\"" + trigger + "\",") + "]");

    assertThat(map(pay).cancels().get(0).outside()).isEqualTo(outside);
    assertThat(map(with(Pay.paid(), "SUCCEEDED", 5_000)).cancels().get(0).outside()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"READY", "PAY_PENDING", "FAILED", "VIRTUAL_ACCOUNT_ISSUED"})
  void wordWithoutMoney_besideAPaymentTime_isContradicted(String word) {
    assertThat(known(Pay.of(word).with("paidAt", "\"2026-08-01T01:00:01Z\"")))
        .isEqualTo(Known.UNKNOWN);
  }

  @Test
  void paid_needsTheWholeAmount_andNothingAgainstIt() {
    assertThat(known(Pay.paid())).isEqualTo(Known.PAID);
    assertThat(map(Pay.paid()).paidAt()).contains(Instant.parse("2026-08-01T01:00:01Z"));
    assertThat(known(Pay.paid().with("paidAt", null))).isEqualTo(Known.PAID);
    assertThat(known(with(Pay.paid(), "FAILED", 5_000))).isEqualTo(Known.PAID);
    assertThat(known(with(Pay.paid(), "REQUESTED", 5_000))).isEqualTo(Known.CANCEL_PENDING);
    assertThat(known(with(Pay.paid(), "ADDED_LATER", 5_000))).isEqualTo(Known.CANCEL_PENDING);
    assertThat(known(with(Pay.paid(), "SUCCEEDED", 5_000))).isEqualTo(Known.UNKNOWN);
    assertThat(known(Pay.paid().with("failure", "{\"reason\":\"x\"}"))).isEqualTo(Known.UNKNOWN);
    assertThat(known(Pay.paid().with("cancelledAt", "\"2026-08-01T01:00:01Z\"")))
        .isEqualTo(Known.UNKNOWN);
    assertThat(known(Pay.paid().amount("cancelled", 5_000))).isEqualTo(Known.PARTIALLY_CANCELLED);
    assertThat(known(Pay.paid().amount("cancelled", 20_000))).isEqualTo(Known.UNKNOWN);
    Pay underWay = with(Pay.paid().amount("cancelled", 15_000), "REQUESTED", 15_000);
    assertThat(known(underWay.with("cancelledAt", "\"2026-08-01T01:00:01Z\"")))
        .isEqualTo(Known.UNKNOWN);
  }

  @Test
  void cancelUnderWay_isPending_whetherOrNotItsAmountIsCountedAlready() {
    Payment counted = map(with(Pay.paid().amount("cancelled", 15_000), "REQUESTED", 15_000));

    assertThat(counted.status().known()).isEqualTo(Known.CANCEL_PENDING);
    assertThat(known(with(Pay.paid(), "REQUESTED", 15_000))).isEqualTo(Known.CANCEL_PENDING);
    Pay part = Pay.paid().with("status", "\"PARTIAL_CANCELLED\"").amount("cancelled", 15_000);
    Payment partly = map(with(part, "REQUESTED", 10_000));
    assertThat(partly.status().known()).isEqualTo(Known.PARTIALLY_CANCELLED);
    assertThat(partly.cancelled()).as("done").isEqualTo(Money.krw(5_000));
    assertThat(counted.cancelled()).as("done").isEqualTo(Money.krw(0));
  }

  @Test
  void partlyCancelled_andCancelled_areWhatTheMoneySays() {
    Pay part = Pay.paid().with("status", "\"PARTIAL_CANCELLED\"").amount("cancelled", 5_000);
    Payment partly = map(with(part, "SUCCEEDED", 5_000));
    assertThat(partly.status().known()).isEqualTo(Known.PARTIALLY_CANCELLED);
    assertThat(partly.balance()).isEqualTo(Money.krw(10_000));
    assertThat(partly.cancelled()).isEqualTo(Money.krw(5_000));

    Pay all = Pay.paid().with("status", "\"CANCELLED\"").amount("cancelled", 15_000);
    assertThat(known(with(all, "SUCCEEDED", 15_000))).isEqualTo(Known.CANCELLED);
    Pay untouched = Pay.paid().with("status", "\"CANCELLED\"");
    assertThat(known(untouched)).isEqualTo(Known.UNKNOWN);
    assertThat(known(Pay.of("CANCELLED"))).as("never paid").isEqualTo(Known.CANCELLED);
  }

  @Test
  void cancelled_isCancelled_whetherOrNotTheDiscountCounts() {
    Pay discounted =
        Pay.paid()
            .with("status", "\"CANCELLED\"")
            .amount("discount", 3_000)
            .amount("cancelled", 12_000);

    Payment payment = map(with(discounted, "SUCCEEDED", 12_000));

    assertThat(payment.status().known()).isEqualTo(Known.CANCELLED);
    assertThat(payment.balance().isZero()).isTrue();
    assertThat(payment.cancelled()).isEqualTo(payment.amount());
  }

  /** Of 15,000 won, 3,000 are a discount. */
  @ParameterizedTest(name = "{0}, {1} of it done, {2} under way: cancelled is {3}")
  @CsvSource({
    // nothing under way is counted
    "PAID,0,15000,0,15000,CANCEL_PENDING",
    "PAID,0,5000,0,15000,CANCEL_PENDING",
    "PARTIAL_CANCELLED,5000,10000,5000,10000,PARTIALLY_CANCELLED",
    "PARTIAL_CANCELLED,5000,4000,5000,10000,PARTIALLY_CANCELLED",
    "PARTIAL_CANCELLED,12000,1000,12000,3000,PARTIALLY_CANCELLED",
    // it is counted
    "PAID,0,15000,15000,0,CANCEL_PENDING",
    "PAID,0,5000,5000,10000,CANCEL_PENDING",
    "PAID,0,12000,12000,3000,CANCEL_PENDING",
    "PAID,5000,10000,15000,0,PARTIALLY_CANCELLED",
    "PARTIAL_CANCELLED,5000,10000,15000,0,PARTIALLY_CANCELLED",
    "PARTIAL_CANCELLED,5000,4000,9000,6000,PARTIALLY_CANCELLED",
    // it is counted, and the discount isn't, since all is cancelled
    "PAID,0,15000,12000,0,CANCEL_PENDING",
    "PARTIAL_CANCELLED,5000,10000,12000,0,PARTIALLY_CANCELLED",
    "PARTIAL_CANCELLED,14000,1000,12000,0,PARTIALLY_CANCELLED",
    // the same, or nothing under way is counted: what is left is under way in any case
    "PARTIAL_CANCELLED,12000,3000,12000,0,PARTIALLY_CANCELLED",
    // nothing is under way
    "PARTIAL_CANCELLED,12000,0,12000,3000,PARTIALLY_CANCELLED",
    "CANCELLED,15000,0,15000,0,CANCELLED",
    "CANCELLED,15000,0,12000,0,CANCELLED"
  })
  void discount_isInTheBalance_unlessAllIsCancelledOrUnderWay(
      String word, long done, long underWay, long cancelled, long balance, Known status) {
    String rows =
        Stream.of(
                PortOneServer.row("SUCCEEDED", "c1", done, "r"),
                PortOneServer.row("REQUESTED", "c2", underWay, "r"),
                PortOneServer.row("FAILED", "c3", 15_000, "r"))
            .filter(row -> !row.contains("\"totalAmount\":0,"))
            .collect(Collectors.joining(",", "[", "]"));
    Pay pay =
        Pay.paid()
            .with("status", '"' + word + '"')
            .with("cancellations", rows)
            .amount("discount", 3_000)
            .amount("paid", 12_000)
            .amount("cancelled", cancelled);

    Payment payment = map(pay);

    assertThat(payment.status().known()).isEqualTo(status);
    assertThat(payment.balance()).isEqualTo(Money.krw(balance));
    assertThat(payment.cancelled()).as("done").isEqualTo(Money.krw(done));
  }

  @ParameterizedTest(name = "{0}, {1} cancelled, of 15,000 won: {2}")
  @CsvSource({
    "CANCELLED,15000,CANCELLED",
    "CANCELLED,16000,UNKNOWN",
    "PARTIAL_CANCELLED,5000,PARTIALLY_CANCELLED",
    "PAID,0,UNKNOWN"
  })
  void cancelsOfMoreThanThePayment_countNoMoreThanIt(String word, long cancelled, Known status) {
    String rows =
        PortOneServer.row("SUCCEEDED", "c1", 15_000, "r")
            + ","
            + PortOneServer.row("SUCCEEDED", "c2", 1_000, "r");
    Pay pay = Pay.paid().with("status", '"' + word + '"').with("cancellations", "[" + rows + "]");

    Payment payment = map(pay.amount("cancelled", cancelled));

    assertThat(payment.status().known()).isEqualTo(status);
    assertThat(payment.cancelled()).isEqualTo(payment.amount());
    assertThat(payment.balance().isZero()).isTrue();
  }

  @Test
  void cancelledIsLeftOut_theFinishedCancelsSayIt() {
    Pay part = Pay.paid().with("status", "\"PARTIAL_CANCELLED\"").without("cancelled");

    assertThat(map(with(part, "SUCCEEDED", 5_000)).balance()).isEqualTo(Money.krw(10_000));
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING,PENDING",
    "COMPLETED,COMPLETED",
    "FAILED,FAILED",
    "PARTIAL_REFUND_FAILED,PARTIAL_FAILED",
    "ADDED_LATER,UNKNOWN"
  })
  void refundOfADeposit(String word, RefundStatus expected) {
    Pay refunded =
        Pay.paid()
            .with("status", "\"CANCELLED\"")
            .amount("cancelled", 15_000)
            .with(
                "method",
                "{\"type\":\"PaymentMethodVirtualAccount\",\"accountNumber\":\"1\","
                    + "\"refundStatus\":\""
                    + word
                    + "\"}");

    assertThat(map(with(refunded, "SUCCEEDED", 15_000)).refundStatus()).isEqualTo(expected);
  }

  @Test
  void channel_decidesWhetherTheMoneyIsReal() {
    assertThat(map(Pay.paid().test()).test()).isTrue();
    assertThat(map(Pay.paid().with("channel", "{\"type\":\"ADDED_LATER\"}")).test()).isTrue();
    assertThat(map(Pay.ready()).test()).isFalse();
    assertThatThrownBy(() -> map(Pay.paid().with("channel", null)))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("$.channel");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id|null",
        "transactionId|7",
        "status|null",
        "currency|\"XAU\"",
        "currency|\"won\"",
        "paidAt|7",
        "method|[]",
        "failure|\"x\"",
        "cancellations|{}",
        "cancellations|[{\"status\":\"SUCCEEDED\",\"id\":\"c\",\"totalAmount\":1.5}]",
        "cancellations|[{\"status\":\"SUCCEEDED\",\"totalAmount\":1}]"
      })
  void whatDecidesAboutMoney_isReadStrictly(String name, String json) {
    assertThatThrownBy(() -> map(Pay.paid().with(name, json)))
        .isInstanceOf(MalformedResponseException.class);
  }

  @Test
  void unknownFieldsAndWords_costNothing() {
    Pay pay =
        Pay.paid()
            .with("addedLater", "{\"a\":[1]}")
            .with("customer", "7")
            .with("webhooks", "\"x\"")
            .with("method", "{\"type\":\"PaymentMethodAddedLater\"}");

    assertThat(map(pay).method()).contains("PaymentMethodAddedLater");
    assertThat(pay.read().customer()).isEmpty();
    assertThat(pay.read().toJson()).contains("addedLater");
  }
}
