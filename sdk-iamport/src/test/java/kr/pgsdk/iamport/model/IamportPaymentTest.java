package kr.pgsdk.iamport.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import kr.pgsdk.core.CardPayment;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.iamport.PaymentBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The V1 payment, field by field, and what the contract makes of it. */
class IamportPaymentTest {
  private static IamportPayment parse(PaymentBody body) {
    return IamportPayment.parse(body.toString());
  }

  // --- status and balance

  static Stream<Arguments> statuses() {
    return Stream.of(
        arguments("paid", PaymentBody.paid(), Known.PAID, 15_000),
        arguments("paid without a time", PaymentBody.paid().without("paid_at"), Known.PAID, 15_000),
        arguments(
            "paid, partly cancelled",
            PaymentBody.cancelled(5000).with("status", "\"paid\""),
            Known.PARTIALLY_CANCELLED,
            10_000),
        arguments(
            "paid, wholly cancelled",
            PaymentBody.cancelled(15_000).with("status", "\"paid\""),
            Known.CANCELLED,
            0),
        arguments("cancelled", PaymentBody.cancelled(15_000), Known.CANCELLED, 0),
        arguments(
            "partly cancelled, word cancelled",
            PaymentBody.cancelled(5000, 3000),
            Known.PARTIALLY_CANCELLED,
            7000),
        arguments(
            "cancelled before it was paid",
            PaymentBody.cancelled().with("paid_at", "0"),
            Known.CANCELLED,
            0),
        arguments(
            "cancelled and nothing went back", PaymentBody.cancelled(), Known.UNKNOWN, 15_000),
        arguments(
            "cancel_amount missing",
            PaymentBody.cancelled(5000, 3000).without("cancel_amount"),
            Known.PARTIALLY_CANCELLED,
            7000),
        arguments(
            "cancel_amount null",
            PaymentBody.cancelled(15_000).with("cancel_amount", "null"),
            Known.CANCELLED,
            0),
        arguments("ready", PaymentBody.ready(), Known.READY, 0),
        arguments("waiting", PaymentBody.waiting(), Known.WAITING_FOR_DEPOSIT, 0),
        arguments(
            "no account number", PaymentBody.waiting().with("vbank_num", "\"\""), Known.READY, 0),
        arguments(
            "account number is the word null",
            PaymentBody.waiting().with("vbank_num", "\"null\""),
            Known.READY,
            0),
        arguments(
            "account number is zero", PaymentBody.waiting().with("vbank_num", "0"), Known.READY, 0),
        arguments("failed", PaymentBody.failed(), Known.FAILED, 0),
        arguments(
            "failed, yet paid",
            PaymentBody.failed().with("paid_at", "1700000060"),
            Known.UNKNOWN,
            15_000),
        arguments(
            "unknown word", PaymentBody.ready().with("status", "\"pending\""), Known.UNKNOWN, 0),
        arguments(
            "unknown word, captured",
            PaymentBody.paid().with("status", "\"PAID\""),
            Known.UNKNOWN,
            15_000));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("statuses")
  void statusAndBalance(String situation, PaymentBody body, Known known, long balance) {
    Payment payment = parse(body).toPayment();

    assertThat(payment.status().known()).as(situation).isEqualTo(known);
    assertThat(payment.balance()).as(situation).isEqualTo(Money.krw(balance));
    assertThat(payment.gateway()).isEqualTo("iamport");
  }

  @Test
  void anyMixOfCancels_balanceIsAmountLessCancels() {
    long seed = 20260806;
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int round = 0; round < 500; round++) {
      int amount = 1 + random.nextInt(1_000_000);
      int left = amount;
      int[] cancels = new int[random.nextInt(5)];
      for (int i = 0; i < cancels.length; i++) {
        cancels[i] = random.nextInt(left + 1);
        left -= cancels[i];
      }
      PaymentBody body = PaymentBody.cancelled(cancels).with("amount", String.valueOf(amount));
      Payment payment =
          parse(random.nextBoolean() ? body : body.without("cancel_amount")).toPayment();

      assertThat(payment.balance().amount())
          .as("seed %s round %s", seed, round)
          .isEqualByComparingTo(BigDecimal.valueOf(left));
      assertThat(payment.status().known())
          .as("seed %s round %s", seed, round)
          .isEqualTo(
              left == amount
                  ? Known.UNKNOWN
                  : left == 0 ? Known.CANCELLED : Known.PARTIALLY_CANCELLED);
    }
  }

  @Test
  void decimals_areKept() {
    Payment payment =
        parse(
                PaymentBody.cancelled()
                    .with("currency", "\"USD\"")
                    .with("amount", "10.50")
                    .with("cancel_amount", "0.30")
                    .with("cancel_history", "[{\"amount\":0.3}]"))
            .toPayment();

    assertThat(payment.amount()).isEqualTo(Money.of("10.5", "USD"));
    assertThat(payment.balance()).isEqualTo(Money.of("10.2", "USD"));
    assertThat(payment.cancels())
        .extracting(PaymentCancel::amount)
        .containsExactly(Money.of("0.30", "USD"));
  }

  // --- the contract's other fields

  @Test
  void waitingAccount_isHandedOn() {
    Payment payment = parse(PaymentBody.waiting().with("name", "\"T-shirt\"")).toPayment();

    assertThat(payment.virtualAccount())
        .hasValueSatisfying(
            account -> {
              assertThat(account.number()).isEqualTo("X-100");
              assertThat(account.bankCode()).contains("088");
              assertThat(account.holder()).contains("holder");
              assertThat(account.dueAt()).contains(Instant.ofEpochSecond(1_700_100_000));
            });
    assertThat(payment.method()).contains("vbank");
    assertThat(payment.orderName()).contains("T-shirt");
    assertThat(payment.paidAt()).isEmpty();
  }

  @Test
  void cancels_areHandedOn() {
    Payment payment = parse(PaymentBody.cancelled(5000, 3000)).toPayment();

    assertThat(payment.cancelled()).isEqualTo(Money.krw(8000));
    assertThat(payment.cancels()).hasSize(2);
    PaymentCancel first = payment.cancels().get(0);
    assertThat(first.amount()).isEqualTo(Money.krw(5000));
    assertThat(first.state()).isEqualTo(PaymentCancel.State.DONE);
    assertThat(first.reason()).contains("[b5c65e5f9f] why");
    assertThat(first.cancelledAt()).contains(Instant.ofEpochSecond(1_700_000_100));
  }

  @Test
  void failReason_isHandedOnRedacted() {
    Payment payment =
        parse(PaymentBody.failed().with("fail_reason", "\"한도초과 010-1234-5678\"")).toPayment();

    assertThat(payment.failureMessage()).contains("한도초과 ***");
    assertThat(payment.failureCode()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "1", "\"1\"", "\"true\""})
  void testChannel_inAnyForm_isSeen(String flag) {
    assertThat(parse(PaymentBody.paid().with("sandbox", flag)).toPayment().test()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "0", "null", "\"\"", "\"0\"", "\"false\""})
  void liveChannel_inAnyForm_isSeen(String flag) {
    assertThat(parse(PaymentBody.paid().with("sandbox", flag)).sandbox()).isFalse();
    assertThat(parse(PaymentBody.paid().without("sandbox")).sandbox()).isFalse();
  }

  // --- strict

  static Stream<Arguments> refused() {
    return Stream.of(
        arguments("imp_uid", PaymentBody.paid().without("imp_uid")),
        arguments("imp_uid", PaymentBody.paid().with("imp_uid", "null")),
        arguments("imp_uid", PaymentBody.paid().with("imp_uid", "\"\"")),
        arguments("imp_uid", PaymentBody.paid().with("imp_uid", "7")),
        arguments("imp_uid", PaymentBody.paid().with("imp_uid", "\"../x\"")),
        arguments("imp_uid", PaymentBody.paid().with("imp_uid", "\"a\\nb\"")),
        arguments("merchant_uid", PaymentBody.paid().without("merchant_uid")),
        arguments("merchant_uid", PaymentBody.paid().with("merchant_uid", "{}")),
        arguments("amount", PaymentBody.paid().without("amount")),
        arguments("amount", PaymentBody.paid().with("amount", "\"15000\"")),
        arguments("amount", PaymentBody.paid().with("amount", "-1")),
        arguments("amount", PaymentBody.paid().with("amount", "0.5")),
        arguments("amount", PaymentBody.paid().with("amount", "1e999999999")),
        arguments("amount", PaymentBody.paid().with("amount", "true")),
        arguments("cancel_amount", PaymentBody.paid().with("cancel_amount", "15001")),
        arguments("cancel_amount", PaymentBody.paid().with("cancel_amount", "-1")),
        arguments("cancel_amount", PaymentBody.paid().with("cancel_amount", "\"0\"")),
        arguments("currency", PaymentBody.paid().without("currency")),
        arguments("currency", PaymentBody.paid().with("currency", "\"won\"")),
        arguments("status", PaymentBody.paid().without("status")),
        arguments("status", PaymentBody.paid().with("status", "null")),
        arguments("sandbox", PaymentBody.paid().with("sandbox", "\"maybe\"")),
        arguments("sandbox", PaymentBody.paid().with("sandbox", "{}")),
        arguments("cancel_history", PaymentBody.paid().with("cancel_history", "{}")),
        arguments("cancel_history", PaymentBody.paid().with("cancel_history", "[1]")),
        arguments("cancel_history[0].amount", PaymentBody.paid().with("cancel_history", "[{}]")),
        arguments("cancel_amount", PaymentBody.cancelled(15_000, 1).without("cancel_amount")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("refused")
  void whatMoneyDependsOn_isRefusedIfOdd(String path, PaymentBody body) {
    assertThatThrownBy(() -> parse(body))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("$." + path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"imp_uid", "merchant_uid", "amount", "cancel_amount", "currency", "status"})
  void keyThatIsThereTwice_isRefused(String name) {
    String once = PaymentBody.paid().toString();
    String value = once.replaceAll(".*\"" + name + "\":([^,}]*).*", "$1");

    assertThatThrownBy(
            () -> IamportPayment.parse("{\"" + name + "\":" + value + "," + once.substring(1)))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("$." + name)
        .hasMessageContaining("more than once");
  }

  // --- lenient

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\"null\"", "{}", "[]", "true", "\" \""})
  void everythingElse_takenAsNothingIfOdd(String odd) {
    PaymentBody body = PaymentBody.paid();
    Stream.of("card_type card_quota card_number vbank_num vbank_date pay_method name".split(" "))
        .forEach(name -> body.with(name, odd));
    body.with("escrow", odd.equals("true") ? "false" : odd)
        .with("deposit_history", odd)
        .with("cancel_receipt_urls", odd);

    IamportPayment payment = parse(body);

    assertThat(payment.cardType()).isEmpty();
    assertThat(payment.cardQuota()).isEmpty();
    assertThat(payment.cardNumber()).isEmpty();
    assertThat(payment.vbankNum()).isEmpty();
    assertThat(payment.vbankDate()).isEmpty();
    assertThat(payment.payMethod()).isEmpty();
    assertThat(payment.name()).isEmpty();
    assertThat(payment.escrow()).isFalse();
    assertThat(payment.depositHistory()).isEmpty();
    assertThat(payment.cancelReceiptUrls()).isEmpty();
    assertThat(payment.toPayment().status().isPaid()).isTrue();
  }

  @Test
  void cardType_zeroIsCredit_notNothing() {
    assertThat(parse(PaymentBody.paid().with("card_type", "0")).cardType()).hasValue(0);
    assertThat(parse(PaymentBody.paid().with("card_type", "\"1\"")).cardType()).hasValue(1);
    assertThat(parse(PaymentBody.paid().without("card_type")).cardType())
        .isEqualTo(OptionalInt.empty());
  }

  @Test
  void nestedDetails_areRead() {
    IamportPayment payment =
        parse(
            PaymentBody.paid()
                .with("custom_data", "\"{\\\"a\\\":1}\"")
                .with("promotion", "{\"id\":\"promotion-id-1\",\"discount\":1000}")
                .with("extension", "{\"REMITTER\":\"x\",\"n\":1.0}")
                .with(
                    "deposit_history",
                    "[{\"pg_tid\":\"d1\",\"amount\":7,\"depositor_name\":\"홍길동\","
                        + "\"deposited_at\":1700000000}]")
                .with(
                    "cancel_history",
                    "[{\"amount\":1,\"cancellation_id\":\"c1\",\"pg_tid\":\"t1\","
                        + "\"receipt_url\":\"https://r\"}]"));

    assertThat(payment.customData()).contains("{\"a\":1}");
    IamportPromotion promotion = payment.promotion().orElseThrow();
    assertThat(promotion.id()).contains("promotion-id-1");
    assertThat(promotion.discount().orElseThrow()).isEqualByComparingTo("1000");
    assertThat(payment.extension()).contains("{\"REMITTER\":\"x\",\"n\":1.0}");
    IamportDeposit deposit = payment.depositHistory().get(0);
    assertThat(deposit.pgTid()).contains("d1");
    assertThat(deposit.amount().orElseThrow()).isEqualByComparingTo("7");
    assertThat(deposit.depositorName()).contains("홍길동");
    assertThat(deposit.depositedAt()).contains(Instant.ofEpochSecond(1_700_000_000));
    IamportCancellation cancel = payment.cancelHistory().get(0);
    assertThat(cancel.cancellationId()).contains("c1");
    assertThat(cancel.pgTid()).contains("t1");
    assertThat(cancel.receiptUrl()).contains("https://r");
  }

  @Test
  void everyFieldOfTheSpecification_hasAnAccessorThatReadsIt() throws Exception {
    for (String field : TEXT_FIELDS) {
      IamportPayment payment = parse(PaymentBody.paid().with(field, "\"canary " + field + "\""));
      Object value = IamportPayment.class.getMethod(camelCase(field)).invoke(payment);
      assertThat(value).as(field).hasToString("Optional[canary " + field + "]");
      assertThat(payment.toString()).doesNotContain("canary");
      assertThat(payment.toPayment().toString()).doesNotContain("canary");
    }
    for (String field : TIME_FIELDS) {
      IamportPayment payment = parse(PaymentBody.paid().with(field, "1700000001"));
      Object value = IamportPayment.class.getMethod(camelCase(field)).invoke(payment);
      assertThat(value).as(field).hasToString("Optional[2023-11-14T22:13:21Z]");
    }
    for (String field : FLAG_FIELDS) {
      IamportPayment payment = parse(PaymentBody.paid().with(field, "true"));
      assertThat(IamportPayment.class.getMethod(camelCase(field)).invoke(payment)).isEqualTo(true);
    }
  }

  // v1.openapi.json, PaymentAnnotation; the rest has tests of its own
  private static final String[] TEXT_FIELDS =
      ("pay_method channel pg_provider emb_pg_provider pg_tid pg_id apply_num bank_code bank_name"
              + " card_code card_name card_issuer_code card_issuer_name card_publisher_code"
              + " card_publisher_name card_number vbank_code vbank_name vbank_num vbank_holder name"
              + " buyer_name buyer_email buyer_tel buyer_addr buyer_postcode custom_data user_agent"
              + " fail_reason cancel_reason receipt_url customer_uid customer_uid_usage")
          .split(" ");
  private static final String[] TIME_FIELDS =
      "vbank_date vbank_issued_at started_at paid_at failed_at cancelled_at".split(" ");
  private static final String[] FLAG_FIELDS = "sandbox escrow cash_receipt_issued".split(" ");

  private static String camelCase(String field) {
    StringBuilder name = new StringBuilder();
    for (String word : field.split("_")) {
      name.append(
          name.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }

  // --- saved answers

  @Test
  void savedAnswer_withAndWithoutEnvelope() {
    String payment = PaymentBody.paid().toString();

    assertThat(IamportPayment.parse(payment).status()).isEqualTo("paid");
    assertThat(
            IamportPayment.parse("{\"code\":0,\"message\":null,\"response\":" + payment + "}")
                .status())
        .isEqualTo("paid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "null",
        "[]",
        "{}",
        "\"x\"",
        "<html>",
        "{\"code\":-1,\"message\":\"canary\",\"response\":null}",
        "{\"code\":0,\"message\":null,\"response\":null}",
        "{\"code\":0,\"message\":null,\"response\":[]}",
        "{\"imp_uid\":\"imp_1\",\"merchant_uid\":\"m\",\"status\":\"paid\"}"
      })
  void savedSomethingElse_isMalformed(String text) {
    assertThatThrownBy(() -> IamportPayment.parse(text))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("no Iamport payment")
        .hasMessageNotContaining("canary");
  }

  @Test
  void wordsThatWouldForgeALogLine_areShownOnOne() {
    String forged = "\"X\\nERROR\\u0085paid\"";
    IamportPayment payment =
        parse(
            PaymentBody.paid()
                .with("status", forged)
                .with("vbank_num", "\"1\"")
                .with("vbank_code", forged));

    assertThat(payment.toString()).doesNotContain("\n", "\u0085");
    assertThat(payment.toPayment().virtualAccount().orElseThrow().toString())
        .doesNotContain("\n", "\u0085");
  }

  @Test
  void card_isToldInTheContractsTerms() {
    Payment payment =
        parse(
                PaymentBody.paid()
                    .with("card_code", "\"361\"")
                    .with("card_issuer_code", "\"041\"")
                    .with("card_number", "\"559410*********4\"")
                    .with("card_quota", "3")
                    .with("receipt_url", "\"http://receipt.example.com/1\""))
            .toPayment();

    assertThat(payment.receiptUrl()).hasValue("http://receipt.example.com/1");
    CardPayment card = payment.card().orElseThrow();
    assertThat(card.issuerCode()).hasValue("041");
    assertThat(card.lastDigits()).hasValue("***4");
    assertThat(card.installmentMonths()).hasValue(3);
  }

  @Test
  void quotaOfZeroAlone_isNoCard() {
    PaymentBody transfer =
        PaymentBody.paid()
            .without("card_code")
            .without("card_number")
            .with("card_quota", "0")
            .with("pay_method", "\"trans\"");

    assertThat(parse(transfer).toPayment().card()).isEmpty();
  }
}
