package kr.pgsdk.toss.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.RefundStatus;
import kr.pgsdk.core.error.MalformedResponseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** DONE is paid only if nothing in the payment says otherwise, and nothing of it is misread. */
class PaidWordTest {
  private static final String APPROVED = "\"2024-02-13T12:18:14+09:00\"";

  private static Payment read(Pay payment) {
    return TossPayment.parse(payment.toString()).toPayment();
  }

  private static Known known(Pay payment) {
    Payment read = read(payment);
    assertThat(read.status().gatewayWord()).isEqualTo("DONE");
    assertThat(read.balance()).isEqualTo(Money.krw(15_000));
    return read.status().known();
  }

  private static Pay withRows(String... rows) {
    return Pay.done().with("cancels", "[" + String.join(",", rows) + "]");
  }

  private static Pay withAccount(String fields) {
    return Pay.done()
        .with("virtualAccount", "{\"accountNumber\":\"79\",\"bankCode\":\"11\"" + fields + "}");
  }

  // --- contradictions

  @Test
  void doneWithACancelUnderWay_isCancelPending() {
    assertThat(known(withRows(Pay.cancel("t1", 15_000, "IN_PROGRESS"))))
        .isEqualTo(Known.CANCEL_PENDING);
    assertThat(known(withRows(Pay.cancel("t1", 5_000, "WORD_OF_TOMORROW"))))
        .isEqualTo(Known.CANCEL_PENDING);
    assertThat(known(withRows(Pay.cancel("t1", 1, "ABORTED"), Pay.cancel("t2", 1, "IN_PROGRESS"))))
        .isEqualTo(Known.CANCEL_PENDING);
  }

  @Test
  void doneWithAFinishedCancelBesideTheWholeBalance_isUnknown() {
    assertThat(known(withRows(Pay.cancel("t1", 15_000, "DONE")))).isEqualTo(Known.UNKNOWN);
    assertThat(known(withRows(Pay.cancel("t1", 0, "DONE")))).isEqualTo(Known.UNKNOWN);
    assertThat(known(withRows("{\"cancelAmount\":5000}"))).isEqualTo(Known.UNKNOWN);
    assertThat(known(withRows(Pay.cancel("t1", 5, "IN_PROGRESS"), Pay.cancel("t2", 5, "DONE"))))
        .isEqualTo(Known.UNKNOWN);
  }

  @Test
  void doneWithACancelThatFailed_isPaid() {
    assertThat(known(withRows(Pay.cancel("t1", 15_000, "ABORTED")))).isEqualTo(Known.PAID);
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, PENDING",
    "COMPLETED, COMPLETED",
    "FAILED, FAILED",
    "PARTIAL_FAILED, PARTIAL_FAILED",
    "WORD_OF_TOMORROW, UNKNOWN",
    "none, UNKNOWN"
  })
  void doneWithADepositOnItsWayBack_isUnknown(String word, RefundStatus refund) {
    Pay pay = withAccount(",\"refundStatus\":\"" + word + "\"");

    assertThat(known(pay)).isEqualTo(Known.UNKNOWN);
    assertThat(read(pay).refundStatus()).isEqualTo(refund);
    assertThat(known(pay.with("cancels", "[" + Pay.cancel("t1", 1, "IN_PROGRESS") + "]")))
        .isEqualTo(Known.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",\"refundStatus\":null",
        ",\"refundStatus\":\"\"",
        ",\"refundStatus\":\"NONE\""
      })
  void doneWithNoRefund_inAnyForm_isPaid(String refundStatus) {
    assertThat(known(withAccount(refundStatus))).isEqualTo(Known.PAID);
    assertThat(read(withAccount(refundStatus)).refundStatus()).isEqualTo(RefundStatus.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\"yesterday\""})
  void doneWithAFailureThatNoApprovalFollowed_isUnknown(String approvedAt) {
    Pay pay = Pay.done().with("failure", "{\"code\":\"COMMON_ERROR\",\"message\":\"m\"}");

    assertThat(known(pay)).isEqualTo(Known.PAID);
    assertThat(known(pay.with("approvedAt", approvedAt))).isEqualTo(Known.UNKNOWN);
    assertThat(known(pay.without("approvedAt"))).isEqualTo(Known.UNKNOWN);
    assertThat(known(pay.with("failure", "null"))).isEqualTo(Known.PAID);
  }

  @Test
  void refundStatusOfACancelledDeposit_reachesTheContract() {
    Payment payment =
        read(
            Pay.cancelled(15_000, "DONE")
                .with("virtualAccount", "{\"accountNumber\":\"79\",\"refundStatus\":\"FAILED\"}"));

    assertThat(payment.status().known()).isEqualTo(Known.CANCELLED);
    assertThat(payment.refundStatus()).isEqualTo(RefundStatus.FAILED);
    assertThat(payment.paidAt()).isPresent();
  }

  // --- strict

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "approvedAt          | \"approvedAt\":null",
        "balanceAmount       | \"balanceAmount\":15000",
        "cancels             | \"cancels\":null",
        "failure             | \"failure\":{},\"failure\":null",
        "virtualAccount      | \"virtualAccount\":{\"refundStatus\":\"FAILED\"},\"virtualAccount\":null",
        "virtualAccount.refundStatus | \"virtualAccount\":{\"refundStatus\":\"FAILED\",\"refundStatus\":\"NONE\"}",
        "virtualAccount.refundStatus | \"virtualAccount\":{\"refundStatus\":\"FAILED\",\"refundStatus\":null}",
        "virtualAccount.accountNumber | \"virtualAccount\":{\"accountNumber\":\"1\",\"accountNumber\":\"2\"}",
      })
  void keyThatIsThereTwice_isMalformed(String path, String more) {
    String json = Pay.done().with("cancels", "null").toString();

    assertMalformed(json.replaceAll("}$", "," + more + "}"), path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"cancelAmount\":6",
        "\"cancelStatus\":null",
        "\"cancelStatus\":\"ABORTED\"",
        "\"transactionKey\":\"t2\"",
        "\"cancelReason\":\"other\"",
        "\"canceledAt\":null"
      })
  void keyThatIsThereTwiceInACancel_isMalformed(String more) {
    String row = Pay.cancel("t1", 5, "IN_PROGRESS").replaceAll("}$", "," + more + "}");

    assertMalformed(withRows(row).toString(), "cancels[0]." + more.split("\"")[1]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "approvedAt     | 0",
        "approvedAt     | true",
        "approvedAt     | {}",
        "cancels        | {}",
        "cancels        | \"\"",
        "cancels        | false",
        "failure        | \"refused\"",
        "failure        | []",
        "failure        | true",
        "virtualAccount | []",
        "virtualAccount | \"79\"",
        "virtualAccount | {\"refundStatus\":4}",
        "virtualAccount | {\"refundStatus\":true}",
        "virtualAccount | {\"refundStatus\":[\"FAILED\"]}",
        "virtualAccount | {\"accountNumber\":{}}",
        "cancels        | [{\"cancelAmount\":5,\"transactionKey\":{}}]",
        "cancels        | [{\"cancelAmount\":5,\"cancelStatus\":\"\"}]",
      })
  void valueOfTheWrongType_isMalformed_notNothing(String name, String value) {
    assertMalformed(Pay.done().with(name, value).toString(), name);
  }

  private static void assertMalformed(String json, String path) {
    assertThatThrownBy(() -> TossPayment.parse(json))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("$." + path);
  }

  // --- what version 1.4 says of an account nobody has paid into

  private static Pay account14() {
    return Pay.waiting()
        .with("version", "\"1.4\"")
        .with("approvedAt", APPROVED)
        .with(
            "virtualAccount",
            "{\"accountNumber\":\"79000000000000\",\"bank\":\"농협\",\"customerName\":\"김토스\"}");
  }

  @Test
  void accountOfVersion14_waits_andNobodyHasPaid() {
    Payment payment = read(account14().with("easyPay", "\"토스페이\""));

    assertThat(payment.status().known()).isEqualTo(Known.WAITING_FOR_DEPOSIT);
    assertThat(payment.paidAt()).isEmpty();
    assertThat(payment.balance().isZero()).isTrue();
    assertThat(payment.virtualAccount().orElseThrow().bankCode()).hasValue("농협");
    assertThat(payment.virtualAccount().orElseThrow().number()).isEqualTo("79000000000000");
  }

  @Test
  void accountOfVersion14_expired_wasNeverPaid() {
    assertThat(read(account14().with("status", "\"EXPIRED\"")).paidAt()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[ROW]"})
  void accountOfVersion14_cancelledBeforeTheDeposit_isCancelled_andWasNeverPaid(String rows) {
    Payment payment =
        read(
            account14()
                .with("status", "\"CANCELED\"")
                .with("cancels", rows.replace("ROW", Pay.cancel("t1", 15_000, "DONE"))));

    assertThat(payment.status().known()).isEqualTo(Known.CANCELLED);
    assertThat(payment.paidAt()).isEmpty();
    assertThat(payment.balance().isZero()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version        | \"2022-11-16\"",
        "version        | null",
        "virtualAccount | {\"refundStatus\":\"PENDING\"}",
        "virtualAccount | {\"depositorName\":\"김토스\"}",
        "cancels        | [{\"cancelAmount\":5000}]",
      })
  void cancelledAccount_thatShowsADeposit_wasPaid(String name, String value) {
    Pay pay = account14().with("status", "\"CANCELED\"").with(name, value);

    assertThat(read(pay).status().known()).isEqualTo(Known.UNKNOWN);
    assertThat(read(pay).paidAt()).hasValue(Instant.parse("2024-02-13T03:18:14Z"));
    assertThat(read(pay.with("balanceAmount", "0")).status().known()).isEqualTo(Known.CANCELLED);
    assertThat(read(pay).paidAt()).isPresent();
  }

  @Test
  void accountOfVersion14_paidInto_isPaid() {
    Payment payment = read(account14().with("status", "\"DONE\""));

    assertThat(payment.status().isPaid()).isTrue();
    assertThat(payment.paidAt()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"READY", "IN_PROGRESS", "ABORTED", "EXPIRED"})
  void unpaidWordWithAnApproval_hasNoTimeOfPayment(String word) {
    assertThat(read(Pay.of(word).with("approvedAt", APPROVED)).paidAt()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"READY", "IN_PROGRESS", "ABORTED", "EXPIRED"})
  void unpaidWordBesideAnApprovalOrACancel_isUnknown_butForAnAccountsIssue(String word) {
    Pay pay = Pay.of(word);

    assertThat(read(pay.with("approvedAt", APPROVED)).status().known()).isEqualTo(Known.UNKNOWN);
    assertThat(
            read(Pay.of(word).with("cancels", "[" + Pay.cancel("tx_1", 5_000, "DONE") + "]"))
                .status()
                .known())
        .isEqualTo(Known.UNKNOWN);
    assertThat(read(account14().with("status", "\"" + word + "\"")).status().known())
        .isNotEqualTo(Known.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "\"\"", "{}", "{\"accountNumber\":null}", "{\"accountNumber\":\" \"}"})
  void waitingWithoutAnAccountNumber_isNotWaitingYet(String account) {
    Payment payment = read(Pay.waiting().with("virtualAccount", account));

    assertThat(payment.status().known()).isEqualTo(Known.READY);
    assertThat(payment.status().gatewayWord()).isEqualTo("WAITING_FOR_DEPOSIT");
    assertThat(payment.virtualAccount()).isEqualTo(Optional.empty());
    assertThat(payment.balance().isZero()).isTrue();
  }
}
