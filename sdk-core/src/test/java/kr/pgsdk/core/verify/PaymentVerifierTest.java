package kr.pgsdk.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Mismatch;
import kr.pgsdk.core.Mismatch.Field;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.Promotion;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentVerifierTest {
  private static final GatewayTerms TERMS =
      new GatewayTerms("iamport", "merchant_uid", "imp_uid", "amount");

  private static Payment payment(String orderId, String paymentId, Money amount, Known status) {
    return Payment.builder(
            TERMS,
            PaymentId.of(paymentId),
            OrderId.of(orderId),
            amount,
            new PaymentStatus(status, "word"))
        .build();
  }

  @Test
  void everythingWrong_everythingIsListed_inTheGatewaysWords() {
    Verification result =
        PaymentVerifier.verify(
            PaymentExpectation.of(OrderId.of("order-1"), PaymentId.of("imp_1"), Money.krw(15_000)),
            payment("order-2", "imp_2", Money.of("100", "USD"), Known.FAILED));

    assertThat(result.isMatch()).isFalse();
    assertThat(result.mismatches())
        .containsExactly(
            new Mismatch(Field.ORDER_ID, "merchant_uid", "order-1", "order-2"),
            new Mismatch(Field.PAYMENT_ID, "imp_uid", "imp_1", "imp_2"),
            new Mismatch(Field.AMOUNT, "amount", "15000", "100"),
            new Mismatch(Field.CURRENCY, "currency", "KRW", "USD"),
            new Mismatch(Field.STATUS, "status", "PAID", "FAILED (word)"));
  }

  @ParameterizedTest
  @CsvSource({
    "14000, KRW, 1000, KRW, '14000 (Promotion[promo-1, 1000 KRW off])'",
    "14000, KRW, 999, KRW, 14000",
    "14000, USD, 1000, USD, 14000",
    "14000, KRW, 1000, USD, 14000"
  })
  void promotion_isNamedInTheMismatch_ifItExplainsTheAmount(
      String paid, String currency, String discount, String discountCurrency, String actual) {
    Payment promoted =
        Payment.builder(
                TERMS,
                PaymentId.of("imp_1"),
                OrderId.of("order-1"),
                Money.of(paid, currency),
                new PaymentStatus(Known.PAID, "paid"))
            .promotion(Promotion.of("promo-1", Money.of(discount, discountCurrency)))
            .build();

    assertThat(
            PaymentVerifier.verify(
                    PaymentExpectation.of(
                        OrderId.of("order-1"), PaymentId.of("imp_1"), Money.krw(15_000)),
                    promoted)
                .mismatches())
        .contains(new Mismatch(Field.AMOUNT, "amount", "15000", actual));
  }

  @Test
  void paymentIdNotExpected_isNotCompared() {
    assertThat(
            PaymentVerifier.verify(
                    PaymentExpectation.of(OrderId.of("o"), Money.krw(1)),
                    payment("o", "imp_2", Money.krw(1), Known.PAID))
                .isMatch())
        .isTrue();
  }

  @RepeatedTest(500)
  void randomPayments_agreeWithAPlainReference(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    String[] ids = {"a", "b", "A", "a "};
    String[] amounts = {"1", "1.0", "1.00", "2", "10"};
    String[] currencies = {"USD", "KRW"};
    String orderId = ids[random.nextInt(ids.length)];
    String paymentId = ids[random.nextInt(ids.length)];
    String otherOrderId = ids[random.nextInt(ids.length)];
    String otherPaymentId = ids[random.nextInt(ids.length)];
    String amount = amounts[random.nextInt(amounts.length)];
    String otherAmount = amounts[random.nextInt(amounts.length)];
    String currency = currencies[random.nextInt(2)];
    String otherCurrency = currencies[random.nextInt(2)];
    Known status = Known.values()[random.nextInt(Known.values().length)];

    List<Field> expected = new ArrayList<>();
    if (!orderId.equals(otherOrderId)) {
      expected.add(Field.ORDER_ID);
    }
    if (!paymentId.equals(otherPaymentId)) {
      expected.add(Field.PAYMENT_ID);
    }
    if (Double.parseDouble(amount) != Double.parseDouble(otherAmount)) {
      expected.add(Field.AMOUNT);
    }
    if (!currency.equals(otherCurrency)) {
      expected.add(Field.CURRENCY);
    }
    if (status != Known.PAID) {
      expected.add(Field.STATUS);
    }

    Verification result =
        PaymentVerifier.verify(
            PaymentExpectation.of(
                OrderId.of(orderId), PaymentId.of(paymentId), Money.of(amount, currency)),
            payment(otherOrderId, otherPaymentId, Money.of(otherAmount, otherCurrency), status));

    assertThat(result.mismatches())
        .as("seed " + repetition.getCurrentRepetition())
        .extracting(Mismatch::field)
        .containsExactlyElementsOf(expected);
  }

  @Test
  void allIsWell_nothingIsAllocated() {
    PaymentExpectation expectation =
        PaymentExpectation.of(OrderId.of("o"), PaymentId.of("p"), Money.of("1.50", "USD"));
    Payment payment = payment("o", "p", Money.of("1.5", "USD"), Known.PAID);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    boolean match = true;
    for (int i = 0; i < 20_000; i++) {
      match &= PaymentVerifier.verify(expectation, payment).isMatch();
    }

    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 100_000; i++) {
      match &= PaymentVerifier.verify(expectation, payment).isMatch();
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(match).isTrue();
    // The measurement itself may cost a few bytes; one object per call would be 1.6 million.
    assertThat(allocated).isLessThan(10_000);
  }
}
