package kr.pgsdk.toss.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import kr.pgsdk.core.CardPayment;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.toss.TossServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from a payment, and what the contract makes of it. */
class TossPaymentTest {
  private static TossPayment fixture(String name) {
    return TossPayment.parse(TossServer.fixture(name));
  }

  private static Payment read(Pay payment) {
    return TossPayment.parse(payment.toString()).toPayment();
  }

  // --- every field

  @Test
  void cardPayment_everyField() {
    TossPayment payment = fixture("01-payment-card-done-easypay-card.json");

    assertThat(payment.paymentKey())
        .isEqualTo(PaymentId.of("5EnNZRJGvaBX7zk2yd8ydw26XvwXkLrx9POLqKQjmAw4b0e1"));
    assertThat(payment.orderId()).isEqualTo(OrderId.of("a4CWyWY5m89PNh7xJwhk1"));
    assertThat(payment.orderName()).hasValue("토스 티셔츠 외 2건");
    assertThat(payment.mId()).hasValue("tosspayments");
    assertThat(payment.version()).hasValue("2022-11-16");
    assertThat(payment.type()).hasValue("NORMAL");
    assertThat(payment.method()).hasValue("카드");
    assertThat(payment.currency()).isEqualTo("KRW");
    assertThat(payment.totalAmount()).isEqualTo(Money.krw(1_000));
    assertThat(payment.balanceAmount()).hasValue(Money.krw(1_000));
    assertThat(payment.suppliedAmount()).hasValue(new BigDecimal("909"));
    assertThat(payment.vat()).hasValue(new BigDecimal("91"));
    assertThat(payment.taxFreeAmount()).hasValue(BigDecimal.ZERO);
    assertThat(payment.taxExemptionAmount()).hasValue(BigDecimal.ZERO);
    assertThat(payment.status()).isEqualTo("DONE");
    assertThat(payment.requestedAt()).hasValue(Instant.parse("2024-02-13T03:17:57Z"));
    assertThat(payment.approvedAt()).hasValue(Instant.parse("2024-02-13T03:18:14Z"));
    assertThat(payment.useEscrow()).hasValue(false);
    assertThat(payment.cultureExpense()).hasValue(false);
    assertThat(payment.isPartialCancelable()).hasValue(true);
    assertThat(payment.lastTransactionKey()).hasValue("9C62B18EEF0DE3EB7F4422EB6D14BC6E");
    assertThat(payment.transactionKey()).isEmpty();
    assertThat(payment.secret()).isEmpty();
    assertThat(payment.country()).hasValue("KR");
    assertThat(payment.receiptUrl().orElseThrow()).startsWith("https://dashboard.");
    assertThat(payment.checkoutUrl().orElseThrow()).endsWith("/checkout");
    assertThat(payment.metadata()).isEmpty();
    assertThat(payment.cancels()).isEmpty();
    assertThat(payment.failure()).isEmpty();
    assertThat(payment.discountAmount()).isEmpty();
    assertThat(payment.virtualAccount()).isEmpty();
    assertThat(payment.cashReceipts()).isEmpty();

    TossCard card = payment.card().orElseThrow();
    assertThat(card.issuerCode()).hasValue("71");
    assertThat(card.acquirerCode()).hasValue("71");
    assertThat(card.number()).hasValue("12345678****000*");
    assertThat(card.installmentPlanMonths()).hasValue(0);
    assertThat(card.isInterestFree()).hasValue(false);
    assertThat(card.interestPayer()).isEmpty();
    assertThat(card.approveNo()).hasValue("00000000");
    assertThat(card.useCardPoint()).hasValue(false);
    assertThat(card.cardType()).hasValue("신용");
    assertThat(card.ownerType()).hasValue("개인");
    assertThat(card.acquireStatus()).hasValue("READY");
    assertThat(card.amount()).hasValue(new BigDecimal("1000"));
    TossEasyPay easyPay = payment.easyPay().orElseThrow();
    assertThat(easyPay.provider()).hasValue("토스페이");
    assertThat(easyPay.amount()).hasValue(BigDecimal.ZERO);
    assertThat(easyPay.discountAmount()).hasValue(BigDecimal.ZERO);
  }

  @Test
  void virtualAccount_everyField() {
    TossPayment payment = fixture("08-payment-virtual-account-waiting.json");
    TossVirtualAccount account = payment.virtualAccount().orElseThrow();

    assertThat(account.accountType()).hasValue("고정");
    assertThat(account.accountNumber()).hasValue("79000000000000");
    assertThat(account.bankCode()).hasValue("11");
    assertThat(account.customerName()).hasValue("김토스");
    assertThat(account.depositorName()).isEmpty();
    assertThat(account.dueDate()).hasValue(Instant.parse("2025-11-30T06:17:19Z"));
    assertThat(account.expired()).hasValue(false);
    assertThat(account.settlementStatus()).hasValue("INCOMPLETED");
    assertThat(account.refundStatus()).hasValue("NONE");
    assertThat(account.refundReceiveAccount()).isEmpty();
    assertThat(payment.secret()).hasValue("ps_00000000000000000000000000");
    kr.pgsdk.core.VirtualAccount common = payment.toPayment().virtualAccount().orElseThrow();
    assertThat(common.bankCode()).hasValue("11");
    assertThat(common.number()).isEqualTo("79000000000000");
    assertThat(common.holder()).hasValue("김토스");
    assertThat(common.dueAt()).hasValue(Instant.parse("2025-11-30T06:17:19Z"));
  }

  @Test
  void dueDateWithoutOffset_isKoreanTime() {
    assertThat(
            fixture("09-payment-virtual-account-done-duedate-without-offset.json")
                .virtualAccount()
                .flatMap(TossVirtualAccount::dueDate))
        .hasValue(Instant.parse("2025-12-07T05:17:19Z"));
  }

  @Test
  void transferWithCashReceipts_everyField() {
    TossPayment payment = fixture("11-payment-transfer-done.json");

    assertThat(payment.transfer().flatMap(TossTransfer::bankCode)).hasValue("20");
    assertThat(payment.transfer().flatMap(TossTransfer::settlementStatus)).hasValue("INCOMPLETED");
    TossCashReceipt receipt = payment.cashReceipt().orElseThrow();
    assertThat(receipt.type()).hasValue(TossCashReceiptType.INCOME_DEDUCTION);
    assertThat(receipt.receiptKey()).isPresent();
    assertThat(receipt.amount()).hasValue(new BigDecimal("1000"));
    TossCashReceipt entry = payment.cashReceipts().get(0);
    assertThat(entry.transactionType()).hasValue(TossCashReceiptTransaction.CONFIRM);
    assertThat(entry.issueStatus()).hasValue(TossCashReceiptStatus.COMPLETED);
    assertThat(entry.issueNumber()).hasValue("730000031");
    assertThat(entry.businessNumber()).hasValue("1234567890");
    assertThat(entry.customerIdentityNumber()).hasValue("01000001234");
    assertThat(entry.orderId()).hasValue("a4CWyWY5m89PNh7xJwhk1");
    assertThat(entry.orderName()).isPresent();
    assertThat(entry.taxFreeAmount()).hasValue(BigDecimal.ZERO);
    assertThat(entry.receiptUrl()).isPresent();
    assertThat(entry.requestedAt()).hasValue(Instant.parse("2024-02-13T03:18:14Z"));
    assertThat(entry.failure()).isEmpty();
  }

  @Test
  void mobilePhoneAndGiftCertificate() {
    TossMobilePhone phone =
        fixture("12-payment-mobile-phone-done.json").mobilePhone().orElseThrow();
    assertThat(phone.customerMobilePhone()).hasValue("01000001234");
    assertThat(phone.settlementStatus()).hasValue("INCOMPLETED");
    assertThat(phone.receiptUrl()).isPresent();
    TossGiftCertificate gift =
        fixture("13-payment-gift-certificate-done.json").giftCertificate().orElseThrow();
    assertThat(gift.settlementStatus()).isPresent();
    assertThat(gift.approveNo()).isPresent();
  }

  @Test
  void cancels_everyField() {
    TossCancellation cancel = fixture("03-payment-card-partial-canceled.json").cancels().get(0);

    assertThat(cancel.cancelAmount()).isEqualTo(Money.krw(300));
    assertThat(cancel.cancelReason()).hasValue("부분 취소");
    assertThat(cancel.cancelStatus()).hasValue(TossCancelStatus.DONE);
    assertThat(cancel.refundableAmount()).hasValue(new BigDecimal("700"));
    assertThat(cancel.taxFreeAmount()).hasValue(BigDecimal.ZERO);
    assertThat(cancel.taxExemptionAmount()).hasValue(BigDecimal.ZERO);
    assertThat(cancel.transferDiscountAmount()).hasValue(BigDecimal.ZERO);
    assertThat(cancel.easyPayDiscountAmount()).hasValue(BigDecimal.ZERO);
    assertThat(cancel.cardDiscountAmount()).isEmpty();
    assertThat(cancel.canceledAt()).hasValue(Instant.parse("2024-02-13T03:20:23Z"));
    assertThat(cancel.transactionKey()).hasValue("A8992D33A3620C9D270A233360F00AD7");
    assertThat(cancel.receiptKey()).isEmpty();
    assertThat(cancel.cancelRequestId()).isEmpty();
  }

  @Test
  void failure_isReadAndReachesTheContract() {
    TossPayment payment = fixture("16-payment-aborted-failure.json");

    assertThat(payment.failure().flatMap(TossFailure::code)).hasValue(TossErrorCode.COMMON_ERROR);
    assertThat(payment.failure().flatMap(TossFailure::message).orElseThrow()).startsWith("일시적인");
    assertThat(payment.toPayment().failureCode()).hasValue("COMMON_ERROR");
    assertThat(payment.toPayment().failureMessage().orElseThrow()).startsWith("일시적인");
    assertThat(payment.toPayment().status().known()).isEqualTo(Known.FAILED);
    assertThat(payment.toPayment().balance().isZero()).isTrue();
  }

  @Test
  void olderShapes_areRead() {
    TossPayment payment =
        TossPayment.parse(
            Pay.done()
                .with("transactionKey", "\"tx\"")
                .with("easyPay", "\"토스페이\"")
                .with("easyPayAmount", "1000")
                .with("easyPayDiscountAmount", "5")
                .with("card", "{\"company\":\"현대\",\"number\":\"1\"}")
                .with("transfer", "{\"bank\":\"농협\"}")
                .with("mobilePhone", "{\"carrier\":\"SKT\"}")
                .with("virtualAccount", "{\"accountNumber\":\"79\",\"bank\":\"농협\"}")
                .with(
                    "cashReceipt",
                    "{\"approvalNumber\":\"7\",\"approvedAt\":\"2022-01-01T00:00:00+09:00\","
                        + "\"canceledAt\":\"2022-01-02T00:00:00+09:00\"}")
                .toString());

    assertThat(payment.transactionKey()).hasValue("tx");
    assertThat(payment.easyPay().flatMap(TossEasyPay::provider)).hasValue("토스페이");
    assertThat(payment.easyPay().flatMap(TossEasyPay::amount)).hasValue(new BigDecimal("1000"));
    assertThat(payment.easyPay().flatMap(TossEasyPay::discountAmount))
        .hasValue(new BigDecimal("5"));
    assertThat(payment.easyPayAmount()).hasValue(new BigDecimal("1000"));
    assertThat(payment.easyPayDiscountAmount()).hasValue(new BigDecimal("5"));
    assertThat(payment.card().flatMap(TossCard::company)).hasValue("현대");
    assertThat(payment.transfer().flatMap(TossTransfer::bank)).hasValue("농협");
    assertThat(payment.mobilePhone().flatMap(TossMobilePhone::carrier)).hasValue("SKT");
    assertThat(payment.virtualAccount().flatMap(TossVirtualAccount::bank)).hasValue("농협");
    assertThat(payment.toPayment().virtualAccount().orElseThrow().bankCode()).hasValue("농협");
    TossCashReceipt receipt = payment.cashReceipt().orElseThrow();
    assertThat(receipt.approvalNumber()).hasValue("7");
    assertThat(receipt.approvedAt()).hasValue(Instant.parse("2021-12-31T15:00:00Z"));
    assertThat(receipt.canceledAt()).hasValue(Instant.parse("2022-01-01T15:00:00Z"));
  }

  @Test
  void newerShapes_neitherBreakNorGetLost() {
    TossPayment payment =
        TossPayment.parse(
            Pay.done()
                .with("somethingNew", "{\"a\":[1.50,null,true]}")
                .with("metadata", "{\"seat\":\"12A\",\"gift\":null}")
                .with("discount", "{\"amount\":300}")
                .with(
                    "virtualAccount",
                    "{\"refundReceiveAccount\":{\"bankCode\":\"88\",\"accountNumber\":\"11\","
                        + "\"holderName\":\"김토스\"}}")
                .toString());

    assertThat(payment.toJson()).contains("\"somethingNew\":{\"a\":[1.50,null,true]}");
    assertThat(payment.metadata()).isEqualTo(Map.of("seat", "12A", "gift", ""));
    assertThat(payment.discountAmount()).hasValue(new BigDecimal("300"));
    TossRefundReceiveAccount account =
        payment.virtualAccount().flatMap(TossVirtualAccount::refundReceiveAccount).orElseThrow();
    assertThat(account.bankCode()).hasValue("88");
    assertThat(account.accountNumber()).hasValue("11");
    assertThat(account.holderName()).hasValue("김토스");
    assertThat(payment.toPayment().virtualAccount()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "0", "[]", "{}", "\"null\"", "true", "1e999999999"})
  void anythingOddBesidesTheMoney_neverCostsThePayment(String odd) {
    Pay payment = Pay.done();
    for (String name :
        new String[] {
          "requestedAt",
          "method",
          "useEscrow",
          "card",
          "transfer",
          "mobilePhone",
          "giftCertificate",
          "easyPay",
          "cashReceipt",
          "cashReceipts",
          "discount",
          "receipt",
          "checkout",
          "metadata",
          "secret",
          "vat",
          "country",
          "version",
          "suppliedAmount",
          "lastTransactionKey",
          "isPartialCancelable",
          "orderName"
        }) {
      payment.with(name, odd);
    }

    TossPayment read = TossPayment.parse(payment.toString());

    assertThat(read.toPayment().status().known()).isEqualTo(Known.PAID);
    assertThat(read.requestedAt()).isEmpty();
    assertThat(read.toString()).isNotEmpty();
    assertThat(read.metadata()).isEmpty();
    assertThat(read.cashReceipts()).isEmpty();
  }

  // --- strict where money depends on it

  @ParameterizedTest
  @ValueSource(strings = {"paymentKey", "orderId", "currency", "totalAmount", "status"})
  void requiredField_missingNullEmptyOrRepeated_isMalformed(String name) {
    String good = Pay.done().toString();
    String[] broken = {
      Pay.done().without(name).toString(),
      Pay.done().with(name, "null").toString(),
      Pay.done().with(name, "\"\"").toString(),
      Pay.done().with(name, "{}").toString(),
      Pay.done().with(name, "true").toString(),
      good.substring(0, good.length() - 1) + ",\"" + name + "\":\"other\"}"
    };

    for (String json : broken) {
      assertThatThrownBy(() -> TossPayment.parse(json))
          .as(json)
          .isInstanceOf(MalformedResponseException.class)
          .hasMessageContaining("$." + name);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "totalAmount | \"15000\"",
        "totalAmount | -1",
        "totalAmount | 1.5",
        "totalAmount | 1e400",
        "totalAmount | 1e999999999",
        "totalAmount | 1e-999999999",
        "balanceAmount | \"15000\"",
        "balanceAmount | 0.5",
        "balanceAmount | -5",
        "currency | \"krw\"",
        "currency | \"K\"",
        "currency | 410",
        "paymentKey | \"a\\u0000b\"",
        "paymentKey | \"../x\"",
        "paymentKey | 5",
        "orderId | 71",
        "orderId | \"a\\nb\"",
        "status | 5",
        "cancels | {}",
        "cancels | [1]",
        "cancels | [{}]",
        "cancels | [{\"cancelAmount\":\"5\"}]",
        "cancels | [{\"cancelAmount\":-5}]",
        "cancels | [{\"cancelAmount\":5,\"cancelAmount\":6}]",
        "cancels | [{\"cancelAmount\":5,\"cancelStatus\":1}]",
        "cancels | [{\"cancelAmount\":999999999999999999},{\"cancelAmount\":999999999999999999}]",
      })
  void moneyField_ofTheWrongKind_isMalformed(String name, String value) {
    assertThatThrownBy(() -> TossPayment.parse(Pay.done().with(name, value).toString()))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("$." + name);
  }

  @ParameterizedTest
  @CsvSource({"5000.0, KRW, 5000", "181.56, USD, 181.56", "1.5e4, KRW, 15000", "0.0, USD, 0"})
  void amounts_areReadExactly(String written, String currency, String amount) {
    Payment payment =
        read(
            Pay.done()
                .with("totalAmount", written)
                .with("balanceAmount", written)
                .with("currency", "\"" + currency + "\""));

    assertThat(payment.amount()).isEqualTo(Money.of(amount, currency));
  }

  @Test
  void microDollars_beyondAnInt_areRead() {
    assertThat(
            read(Pay.of("EXPIRED")
                    .with("currency", "\"MUSD\"")
                    .with("totalAmount", "50000000000")
                    .with("balanceAmount", "50000000000")
                    .with("method", "null")
                    .with("useEscrow", "null"))
                .amount())
        .isEqualTo(Money.of("50000000000", "MUSD"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[]",
        "null",
        "\"DONE\"",
        "{}",
        "{",
        "<html></html>",
        "{\"code\":\"NOT_FOUND_PAYMENT\",\"message\":\"m\"}"
      })
  void parse_whatIsNoPayment_isMalformed(String json) {
    assertThatThrownBy(() -> TossPayment.parse(json))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageStartingWith("this is no Toss payment: $");
  }

  @Test
  void parse_aWebhookAroundAPayment_isMalformed() {
    String webhook =
        "{\"eventType\":\"PAYMENT_STATUS_CHANGED\",\"createdAt\":\"2022-01-01T00:00:00.000000\","
            + "\"data\":"
            + Pay.done()
            + "}";

    assertThatThrownBy(() -> TossPayment.parse(webhook))
        .isInstanceOf(MalformedResponseException.class);
  }

  // --- the contract's status and balance

  @ParameterizedTest
  @CsvSource({
    // word, approved, balance, cancelled, known, contract balance
    "DONE, true, 15000, 0, PAID, 15000",
    "DONE, true, 5000, 0, PARTIALLY_CANCELLED, 5000",
    "DONE, true, 0, 0, CANCELLED, 0",
    "DONE, true, 15001, 0, UNKNOWN, 15001",
    "DONE, true, absent, 0, PAID, 15000",
    "DONE, true, absent, 5000, PARTIALLY_CANCELLED, 10000",
    "CANCELED, true, 0, 15000, CANCELLED, 0",
    "CANCELED, true, absent, 15000, CANCELLED, 0",
    "CANCELED, true, 5000, 10000, PARTIALLY_CANCELLED, 5000",
    "CANCELED, true, 15000, 0, UNKNOWN, 15000",
    "CANCELED, false, 15000, 0, CANCELLED, 0",
    "CANCELED, false, 0, 0, CANCELLED, 0",
    "CANCELED, false, 15000, 15000, UNKNOWN, 15000",
    "PARTIAL_CANCELED, true, 5000, 10000, PARTIALLY_CANCELLED, 5000",
    "PARTIAL_CANCELED, true, 0, 15000, CANCELLED, 0",
    "PARTIAL_CANCELED, true, 15000, 0, UNKNOWN, 15000",
    "PARTIAL_CANCELED, false, 15000, 0, UNKNOWN, 15000",
    "PARTIAL_CANCELED, true, absent, 16000, UNKNOWN, 0",
    "WAITING_FOR_DEPOSIT, false, 15000, 0, READY, 0",
    "READY, false, 15000, 0, READY, 0",
    "IN_PROGRESS, false, 15000, 0, IN_PROGRESS, 0",
    "ABORTED, false, 15000, 0, FAILED, 0",
    "EXPIRED, false, 15000, 0, EXPIRED, 0",
    "READY, false, 15001, 0, UNKNOWN, 15001",
    "done, true, 15000, 0, UNKNOWN, 15000",
    "SETTLED, true, 15000, 0, UNKNOWN, 15000",
  })
  void status_isTheWordAndTheMoney(
      String word, boolean approved, String balance, int cancelled, Known known, long left) {
    Pay pay = Pay.of(word).with("approvedAt", approved ? "\"2024-02-13T12:18:14+09:00\"" : "null");
    if (balance.equals("absent")) {
      pay.without("balanceAmount");
    } else {
      pay.with("balanceAmount", balance);
    }
    if (cancelled > 0) {
      pay.with("cancels", "[" + Pay.cancel("tx", cancelled, "DONE") + "]");
    }

    Payment payment = read(pay);

    assertThat(payment.status().known()).isEqualTo(known);
    assertThat(payment.status().gatewayWord()).isEqualTo(word);
    assertThat(payment.balance()).isEqualTo(Money.krw(left));
    assertThat(payment.test()).isFalse();
    assertThat(payment.gateway()).isEqualTo("toss");
  }

  @Test
  void virtualAccountCancelledBeforeTheDeposit_isCancelled_notUnknown() {
    Payment payment =
        read(
            Pay.waiting()
                .with("status", "\"CANCELED\"")
                .with("cancels", "[" + Pay.cancel("tx", 15_000, "DONE") + "]"));

    assertThat(payment.status().known()).isEqualTo(Known.CANCELLED);
    assertThat(payment.balance().isZero()).isTrue();
    assertThat(payment.paidAt()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DONE, DONE, 5000",
    "IN_PROGRESS, PENDING, 0",
    "ABORTED, FAILED, 0",
    "WORD_OF_TOMORROW, PENDING, 0"
  })
  void cancelStatus_saysWhetherTheMoneyHasGoneBack(
      String word, PaymentCancel.State state, long cancelled) {
    Payment payment =
        read(
            Pay.done()
                .without("balanceAmount")
                .with("cancels", "[" + Pay.cancel("tx", 5_000, word) + "]"));

    assertThat(payment.cancels()).extracting(PaymentCancel::state).containsExactly(state);
    assertThat(payment.cancelled()).isEqualTo(Money.krw(cancelled));
    assertThat(payment.balance()).isEqualTo(Money.krw(15_000 - cancelled));
  }

  @Test
  void cancelWithoutStatus_isDone_asInOlderVersions() {
    Payment payment =
        read(Pay.done().without("balanceAmount").with("cancels", "[{\"cancelAmount\":5000}]"));

    assertThat(payment.cancels().get(0).state()).isEqualTo(PaymentCancel.State.DONE);
    assertThat(payment.cancels().get(0).cancelledAt()).isEmpty();
    assertThat(payment.balance()).isEqualTo(Money.krw(10_000));
  }

  @Test
  void cancelled_withoutRows_isWhatTheBalanceLacks() {
    assertThat(read(Pay.done().with("balanceAmount", "4000")).cancelled())
        .isEqualTo(Money.krw(11_000));
  }

  @Test
  void partialThenRest_staysPartialAtToss_isCancelledHere() {
    Payment payment =
        fixture("04-payment-card-partial-then-rest-status-stays-partial.json").toPayment();

    assertThat(payment.status().known()).isEqualTo(Known.CANCELLED);
    assertThat(payment.status().gatewayWord()).isEqualTo("PARTIAL_CANCELED");
    assertThat(payment.cancelled()).isEqualTo(Money.krw(1_000));
    assertThat(payment.cancels()).hasSize(2);
    assertThat(payment.paidAt()).hasValue(Instant.parse("2024-02-13T03:18:14Z"));
  }

  // --- nothing leaks

  @Test
  void toString_showsNothingOfTheBuyer() {
    for (String name :
        new String[] {
          "01-payment-card-done-easypay-card.json",
          "08-payment-virtual-account-waiting.json",
          "11-payment-transfer-done.json",
          "12-payment-mobile-phone-done.json",
          "18-payment-billing-done.json"
        }) {
      TossPayment payment = fixture(name);
      String shown =
          payment
              + " "
              + payment.toPayment()
              + payment.card()
              + payment.virtualAccount()
              + payment.transfer()
              + payment.mobilePhone()
              + payment.cashReceipt()
              + payment.cashReceipts()
              + payment.easyPay()
              + payment.cancels()
              + payment.toPayment().virtualAccount();

      assertThat(shown)
          .contains("TossPayment[paymentKey=")
          .doesNotContain("****", "79000000000000", "김토스", "ps_0000", "01000001234", "티셔츠");
    }
  }

  @Test
  void wordsThatWouldForgeALogLine_areShownOnOne() {
    String forged = "\"X\\nERROR\\u0085paid\"";
    TossPayment payment =
        TossPayment.parse(
            Pay.of("WAITING_FOR_DEPOSIT")
                .with("status", forged)
                .with("card", "{\"issuerCode\":" + forged + "}")
                .with("easyPay", "{\"provider\":" + forged + "}")
                .with("failure", "{\"code\":" + forged + ",\"message\":" + forged + "}")
                .with("virtualAccount", "{\"accountNumber\":\"1\",\"bankCode\":" + forged + "}")
                .with("cancels", "[" + Pay.cancel("t", 1, "X\\nERROR\\u0085paid") + "]")
                .toString());

    assertThat(
            Stream.of(
                payment,
                payment.toPayment(),
                payment.card().orElseThrow(),
                payment.easyPay().orElseThrow(),
                payment.failure().orElseThrow(),
                payment.virtualAccount().orElseThrow(),
                payment.toPayment().virtualAccount().orElseThrow(),
                payment.toPayment().failureCode().orElseThrow(),
                payment.cancels()))
        .allSatisfy(shown -> assertThat(shown.toString()).doesNotContain("\n", "\u0085"));
  }

  // --- what a shop shows, and what proves a webhook

  @Test
  void card_isToldInTheContractsTerms() {
    Payment payment = fixture("01-payment-card-done-easypay-card.json").toPayment();

    assertThat(payment.receiptUrl().orElseThrow()).startsWith("https://dashboard.");
    CardPayment card = payment.card().orElseThrow();
    assertThat(card.issuerCode()).hasValue("71");
    assertThat(card.lastDigits()).hasValue("000*");
    assertThat(card.installmentMonths()).hasValue(0);
  }

  @Test
  void waitingForADeposit_keepsTheSecret_andShowsItToNobody() {
    Payment payment = read(Pay.waiting().with("secret", "\"ps_canary\""));

    assertThat(payment.webhookSecret()).hasValue("ps_canary");
    assertThat(payment.card()).isEmpty();
    assertThat(payment.toString()).doesNotContain("ps_canary");
  }

  @Test
  void dueOfADayAlone_isTheEndOfThatDayInKorea() {
    Payment payment =
        read(
            Pay.waiting()
                .with(
                    "virtualAccount",
                    "{\"accountNumber\":\"X6505636518308\",\"bankCode\":\"20\","
                        + "\"dueDate\":\"2024-02-20\"}"));

    assertThat(payment.virtualAccount().orElseThrow().dueAt())
        .hasValue(Instant.parse("2024-02-20T14:59:59Z"));
  }
}
