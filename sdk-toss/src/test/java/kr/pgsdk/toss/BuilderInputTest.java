package kr.pgsdk.toss;

import static kr.pgsdk.toss.TossServer.AMOUNT;
import static kr.pgsdk.toss.TossServer.ORDER_ID;
import static kr.pgsdk.toss.TossServer.PAYMENT_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.pgsdk.core.CardData;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.toss.billing.TossBillingKeyRequest;
import kr.pgsdk.toss.billing.TossCardBillingKeyRequest;
import kr.pgsdk.toss.billing.TossChargeRequest;
import kr.pgsdk.toss.brandpay.TossBrandpayConfirmRequest;
import kr.pgsdk.toss.brandpay.TossBrandpayPaymentRequest;
import kr.pgsdk.toss.brandpay.TossBrandpayToken;
import kr.pgsdk.toss.card.TossKeyInRequest;
import kr.pgsdk.toss.custom.TossCustomRequest;
import kr.pgsdk.toss.model.TossCashReceiptType;
import kr.pgsdk.toss.receipt.TossCashReceiptCancelRequest;
import kr.pgsdk.toss.receipt.TossCashReceiptRequest;
import kr.pgsdk.toss.settlement.TossSettlementQuery;
import kr.pgsdk.toss.settlement.TossSettlementRequest;
import kr.pgsdk.toss.transaction.TossTransactionQuery;
import kr.pgsdk.toss.virtualaccount.TossEscrowProduct;
import kr.pgsdk.toss.virtualaccount.TossVirtualAccountRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each builder of a request refuses, before anything is sent. What is personal has "canary" or
 * 9999 in it, and no message may.
 */
class BuilderInputTest {
  private static final OrderId SHORT_ORDER = OrderId.of("o-1");
  private static final Money ZERO = Money.krw(0);
  private static final YearMonth EXPIRY = YearMonth.of(2030, 12);
  private static final LocalDate DAY = LocalDate.of(2024, 2, 13);
  private static final Instant FAR = Instant.parse("2999-01-01T00:00:00Z");
  private static final LocalDateTime NOON = DAY.atTime(12, 0);
  private static final String CUSTOMER = "canary_1";
  private static final String LONG = "canary" + "c".repeat(300);

  private static CardData.Builder card() {
    return CardData.builder("4111111111111111", EXPIRY);
  }

  private static CardData ownedCard() {
    return card().ownerIdentity("900101").build();
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(ofCards(), ofBillingKeys(), ofPayments(), ofReceipts(), ofLists())
        .flatMap(each -> each);
  }

  private static Stream<Arguments> ofCards() {
    return Stream.of(
        mistake(
            CardData.class,
            "card number of letters",
            c -> CardData.builder("canary-1111-1111", EXPIRY),
            "card number must be 14 to 16 digits"),
        mistake(
            CardData.class,
            "card number of 17 digits",
            c -> CardData.builder("99991111111111111", EXPIRY),
            "card number must be 14 to 16 digits"),
        mistake(
            CardData.class,
            "birth date of 8 digits",
            c -> card().ownerIdentity("19999912"),
            "birth date YYMMDD"),
        mistake(
            CardData.class,
            "birth date of a 13th month",
            c -> card().ownerIdentity("999913"),
            "birth date YYMMDD"),
        mistake(
            CardData.class, "password of 4 digits", c -> card().passwordDigits("9999"), "2 digits"),
        mistake(
            TossKeyInRequest.class,
            "zero",
            c -> TossKeyInRequest.builder(ORDER_ID, ZERO, "T-shirt", ownedCard()),
            "amount must be more than zero"),
        mistake(
            TossKeyInRequest.class,
            "order id of 3 characters",
            c -> TossKeyInRequest.builder(SHORT_ORDER, AMOUNT, "T-shirt", ownedCard()),
            "6 to 64"),
        mistake(
            TossKeyInRequest.class,
            "card without its owner",
            c -> TossKeyInRequest.builder(ORDER_ID, AMOUNT, "T-shirt", card().build()),
            "ownerIdentity"),
        mistake(
            TossKeyInRequest.class,
            "card from before 2000",
            c ->
                TossKeyInRequest.builder(
                    ORDER_ID,
                    AMOUNT,
                    "T-shirt",
                    CardData.builder("4111111111111111", YearMonth.of(1999, 9))
                        .ownerIdentity("900101")
                        .build()),
            "from 2000 to 2099"),
        mistake(
            TossKeyInRequest.class,
            "installments of a small amount",
            c ->
                TossKeyInRequest.builder(ORDER_ID, Money.krw(49_000), "T-shirt", ownedCard())
                    .cardInstallmentPlan(2),
            "50,000 won"));
  }

  private static Stream<Arguments> ofBillingKeys() {
    return Stream.of(
        mistake(
            TossBillingKeyRequest.class,
            "no auth key",
            c -> TossBillingKeyRequest.builder("", CUSTOMER),
            "authKey"),
        mistake(
            TossBillingKeyRequest.class,
            "customer key of 306 characters",
            c -> TossBillingKeyRequest.builder("a", LONG),
            "customerKey must be 2 to 300"),
        mistake(
            TossCardBillingKeyRequest.class,
            "customer key of one character",
            c -> TossCardBillingKeyRequest.builder("c", ownedCard()),
            "customerKey must be 2 to 300"),
        mistake(
            TossCardBillingKeyRequest.class,
            "card without its owner",
            c -> TossCardBillingKeyRequest.builder(CUSTOMER, card().build()),
            "ownerIdentity"),
        mistake(
            TossChargeRequest.class,
            "zero",
            c -> TossChargeRequest.builder("canary", CUSTOMER, ORDER_ID, ZERO, "T-shirt"),
            "amount must be more than zero"),
        mistake(
            TossChargeRequest.class,
            "no billing key",
            c -> TossChargeRequest.builder("", CUSTOMER, ORDER_ID, AMOUNT, "T-shirt"),
            "billingKey"),
        mistake(
            TossChargeRequest.class,
            "billing key with a space",
            c -> TossChargeRequest.builder("canary 1", CUSTOMER, ORDER_ID, AMOUNT, "T-shirt"),
            "billingKey must be 1 to 200"),
        mistake(
            TossChargeRequest.class,
            "order name of 101 characters",
            c -> TossChargeRequest.builder("canary", CUSTOMER, ORDER_ID, AMOUNT, "n".repeat(101)),
            "orderName must have at most 100"),
        mistake(
            TossChargeRequest.class,
            "name of 306 characters",
            c ->
                TossChargeRequest.builder("canary", CUSTOMER, ORDER_ID, AMOUNT, "T-shirt")
                    .customerName(LONG),
            "customerName must have at most 100"));
  }

  private static Stream<Arguments> ofPayments() {
    return Stream.of(
        mistake(
            TossCancelRequest.class,
            "part of zero",
            c -> TossCancelRequest.partial(PAYMENT_KEY, ZERO, "why"),
            "cancelAmount must be more than zero"),
        mistake(
            TossCancelRequest.class,
            "no reason",
            c -> TossCancelRequest.full(PAYMENT_KEY, " "),
            "cancelReason"),
        mistake(
            TossCancelRequest.class,
            "account with dashes",
            c ->
                TossCancelRequest.full(PAYMENT_KEY, "why")
                    .refundReceiveAccount(RefundAccount.of("88", "9999-1", "canary")),
            "refund account must be 1 to 20 digits"),
        mistake(
            TossCancelRequest.class,
            "cancelRequestId of 5 characters",
            c -> TossCancelRequest.full(PAYMENT_KEY, "why").cancelRequestId("short"),
            "cancelRequestId of 6 to 64"),
        mistake(
            TossVirtualAccountRequest.class,
            "zero",
            c -> TossVirtualAccountRequest.builder(ORDER_ID, ZERO, "T-shirt", "canary", "88"),
            "amount must be more than zero"),
        mistake(
            TossVirtualAccountRequest.class,
            "dollars",
            c ->
                TossVirtualAccountRequest.builder(
                    ORDER_ID, Money.of("9.9", "USD"), "T-shirt", "canary", "88"),
            "amount must be in KRW"),
        mistake(
            TossVirtualAccountRequest.class,
            "due in the past",
            c -> c.virtualAccounts().issue(account().dueDate(Instant.EPOCH).build()),
            "dueDate must be in the next 90 days"),
        mistake(
            TossVirtualAccountRequest.class,
            "due too late",
            c -> c.virtualAccounts().issue(account().dueDate(FAR).build()),
            "dueDate must be in the next 90 days"),
        mistake(
            TossVirtualAccountRequest.class,
            "more than 90 days",
            c -> account().validHours(2_161),
            "validHours"),
        mistake(
            TossVirtualAccountRequest.class,
            "phone with dashes",
            c -> account().customerMobilePhone("010-9999-0000"),
            "8 to 15 digits"),
        mistake(
            TossVirtualAccountRequest.class,
            "receipt for 306 characters",
            c -> account().cashReceipt(TossCashReceiptType.INCOME_DEDUCTION, LONG),
            "registrationNumber must be 8 to 30 digits"),
        mistake(
            TossEscrowProduct.class,
            "none of them",
            c -> TossEscrowProduct.of("1", "T-shirt", "c", AMOUNT, 0),
            "quantity"),
        mistake(
            TossBrandpayConfirmRequest.class,
            "zero",
            c -> TossBrandpayConfirmRequest.builder(PAYMENT_KEY, ORDER_ID, ZERO, CUSTOMER),
            "amount must be more than zero"),
        mistake(
            TossBrandpayConfirmRequest.class,
            "order id of 3 characters",
            c -> TossBrandpayConfirmRequest.builder(PAYMENT_KEY, SHORT_ORDER, AMOUNT, CUSTOMER),
            "6 to 64"),
        mistake(
            TossBrandpayPaymentRequest.class,
            "zero",
            c -> TossBrandpayPaymentRequest.builder(ORDER_ID, ZERO),
            "amount must be more than zero"),
        mistake(
            TossBrandpayPaymentRequest.class,
            "customer key of 306 characters",
            c -> TossBrandpayPaymentRequest.builder(ORDER_ID, AMOUNT).customerKey(LONG),
            "customerKey must be 2 to 300"),
        mistake(
            TossBrandpayToken.class,
            "token with a space",
            c -> TossBrandpayToken.of("canary 1"),
            "access token must be 1 to 2000"),
        mistake(
            TossSettlementRequest.class,
            "payment key of 201 characters",
            c -> TossSettlementRequest.builder(PaymentId.of("p".repeat(201))),
            "payment id must have at most 200"),
        mistake(
            TossCustomRequest.class,
            "half a document",
            c -> TossCustomRequest.builder().jsonField("any", "{\"canary\":"),
            "one JSON document"));
  }

  private static TossVirtualAccountRequest.Builder account() {
    return TossVirtualAccountRequest.builder(ORDER_ID, AMOUNT, "T-shirt", "canary", "88");
  }

  private static Stream<Arguments> ofReceipts() {
    return Stream.of(
        mistake(
            TossCashReceiptRequest.class, "zero", c -> receipt(ZERO, "01099990000"), "more than"),
        mistake(
            TossCashReceiptRequest.class,
            "identity of 306 characters",
            c -> receipt(AMOUNT, LONG),
            "customerIdentityNumber must be 8 to 30 digits"),
        mistake(
            TossCashReceiptRequest.class,
            "identity of letters",
            c -> receipt(AMOUNT, "canary-12345"),
            "customerIdentityNumber must be 8 to 30 digits"),
        mistake(
            TossCashReceiptRequest.class,
            "dollars",
            c -> receipt(Money.of("9.9", "USD"), "01012345678"),
            "amount must be in KRW"),
        mistake(
            TossCashReceiptCancelRequest.class,
            "no key",
            c -> TossCashReceiptCancelRequest.full(""),
            "receiptKey"),
        mistake(
            TossCashReceiptCancelRequest.class,
            "part of zero",
            c -> TossCashReceiptCancelRequest.partial("r", ZERO),
            "amount must be more than zero"));
  }

  private static void receipt(Money amount, String identity) {
    TossCashReceiptRequest.builder(
        ORDER_ID, amount, "T-shirt", TossCashReceiptType.EXPENSE_PROOF, identity);
  }

  private static Stream<Arguments> ofLists() {
    return Stream.of(
        mistake(
            TossSettlementQuery.class,
            "backwards",
            c -> TossSettlementQuery.builder(DAY, DAY.minusDays(1)),
            "endDate"),
        mistake(
            TossSettlementQuery.class,
            "page 0",
            c -> TossSettlementQuery.builder(DAY, DAY).page(0),
            "page"),
        mistake(
            TossSettlementQuery.class,
            "more than a page's limit",
            c -> TossSettlementQuery.builder(DAY, DAY).size(5_001),
            "size"),
        mistake(
            TossTransactionQuery.class,
            "backwards",
            c -> TossTransactionQuery.builder(NOON, NOON.minusHours(1)),
            "endDate"),
        mistake(
            TossTransactionQuery.class,
            "more than a page's limit",
            c -> TossTransactionQuery.builder(NOON, NOON).limit(5_001),
            "limit"),
        mistake(
            TossCashReceiptRequest.class,
            "more than a page's limit",
            c -> c.cashReceipts().list(DAY, 0, 10_001),
            "limit must be 1 to 10000"));
  }

  private static Arguments mistake(
      Class<?> request, String name, Consumer<TossClient> call, String rule) {
    return arguments(request, name, call, rule);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("mistakes")
  void mistake_isRefusedBeforeSending_withoutQuotingIt(
      Class<?> request, String name, Consumer<TossClient> call, String rule) throws Exception {
    try (TossServer toss = new TossServer();
        TossClient client = toss.client()) {
      assertThatThrownBy(() -> call.accept(client))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(rule)
          .hasMessageNotContaining("canary")
          .hasMessageNotContaining("9999");
      assertThat(toss.server.getRequestCount()).isZero();
    }
  }

  @Test
  void everyBuilderOfARequest_isInTheTable() {
    Set<String> inTheTable =
        mistakes()
            .map(mistake -> ((Class<?>) mistake.get()[0]).getName())
            .collect(Collectors.toSet());

    assertThat(inTheTable)
        .containsAll(
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("kr.pgsdk.toss")
                    .stream()
                    .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                    .map(JavaClass::getName)
                    .filter(name -> name.endsWith("$Builder"))
                    .map(name -> name.substring(0, name.length() - "$Builder".length()))
                    .filter(name -> !name.matches(".*\\.Toss(Client|Gateway)"))
                    .toList());
  }
}
