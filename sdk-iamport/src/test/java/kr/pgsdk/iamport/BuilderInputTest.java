package kr.pgsdk.iamport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.pgsdk.core.CardData;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.iamport.benepia.IamportBenepiaPaymentRequest;
import kr.pgsdk.iamport.billing.IamportBillingKeyRequest;
import kr.pgsdk.iamport.billing.IamportCardPaymentRequest;
import kr.pgsdk.iamport.billing.IamportChargeRequest;
import kr.pgsdk.iamport.certification.IamportCarrier;
import kr.pgsdk.iamport.certification.IamportOtpRequest;
import kr.pgsdk.iamport.cvs.IamportConvenienceStoreRequest;
import kr.pgsdk.iamport.escrow.IamportEscrowParcel;
import kr.pgsdk.iamport.escrow.IamportEscrowParty;
import kr.pgsdk.iamport.escrow.IamportEscrowProduct;
import kr.pgsdk.iamport.escrow.IamportEscrowRequest;
import kr.pgsdk.iamport.kcpquick.IamportKcpQuickAutopayRequest;
import kr.pgsdk.iamport.kcpquick.IamportKcpQuickMoneyRequest;
import kr.pgsdk.iamport.kcpquick.IamportKcpQuickPrepareRequest;
import kr.pgsdk.iamport.model.IamportBuyer;
import kr.pgsdk.iamport.partner.IamportPartnerReceipt;
import kr.pgsdk.iamport.paymentwall.IamportPaymentwallDeliveryRequest;
import kr.pgsdk.iamport.paymentwall.IamportPaymentwallProductType;
import kr.pgsdk.iamport.paymentwall.IamportPaymentwallStatus;
import kr.pgsdk.iamport.receipt.IamportCashReceiptRequest;
import kr.pgsdk.iamport.receipt.IamportExternalCashReceiptRequest;
import kr.pgsdk.iamport.receipt.IamportReceiptIdentifier;
import kr.pgsdk.iamport.schedule.IamportSchedule;
import kr.pgsdk.iamport.schedule.IamportScheduleRequest;
import kr.pgsdk.iamport.virtualaccount.IamportVirtualAccountChange;
import kr.pgsdk.iamport.virtualaccount.IamportVirtualAccountRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each builder of a request refuses, before anything is sent. What is personal has "canary" or
 * 9999 in it, and no message may.
 */
class BuilderInputTest {
  private static final OrderId ORDER = OrderId.of("order_9001");
  private static final OrderId LONG_ORDER = OrderId.of("o".repeat(41));
  private static final PaymentId PAYMENT = PaymentId.of("imp_123");
  private static final Money WON = Money.krw(1_000);
  private static final Money ZERO = Money.krw(0);
  private static final Money FRACTION = Money.of("1.5", "USD");
  private static final Instant LATER = Instant.ofEpochSecond(4_000_000_000L);
  private static final Instant PAST = Instant.ofEpochSecond(1_600_000_000);
  private static final YearMonth EXPIRY = YearMonth.of(2030, 12);
  private static final String LONG_UID = "canary" + "u".repeat(80);

  private final FakeIamport iamport = new FakeIamport();
  private final IamportClient client = iamport.client().build();

  @AfterEach
  void close() {
    client.close();
    iamport.close();
  }

  private static CardData card() {
    return CardData.builder("4111-1111-1111-1111", EXPIRY).build();
  }

  private static IamportSchedule.Builder schedule(Instant at) {
    return IamportSchedule.builder(ORDER, at, WON, "T-shirt");
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(ofCards(), ofPayments(), ofSchedules(), ofReceipts(), ofAccounts(), ofOthers())
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
            "card number of 13 digits",
            c -> CardData.builder("9999111111111", EXPIRY),
            "card number must be 14 to 16 digits"),
        mistake(
            CardData.class,
            "card number of 17 digits",
            c -> CardData.builder("99991111111111111", EXPIRY),
            "card number must be 14 to 16 digits"),
        mistake(
            CardData.class,
            "birth date of 8 digits",
            c -> CardData.builder("4111111111111111", EXPIRY).ownerIdentity("19999912"),
            "birth date YYMMDD"),
        mistake(
            CardData.class,
            "password of 4 digits",
            c -> CardData.builder("4111111111111111", EXPIRY).passwordDigits("9999"),
            "2 digits"),
        mistake(
            CardData.class,
            "cvc of 5 digits",
            c -> CardData.builder("4111111111111111", EXPIRY).cvc("99991"),
            "3 or 4 digits"),
        mistake(
            IamportBillingKeyRequest.class,
            "customer_uid of 86 characters",
            c -> IamportBillingKeyRequest.builder(LONG_UID, "k", card()),
            "customer_uid must have at most 80"),
        mistake(
            IamportBillingKeyRequest.class,
            "no customer_uid",
            c -> IamportBillingKeyRequest.builder("", "k", card()),
            "customer_uid"),
        mistake(
            IamportBillingKeyRequest.class,
            "year of five digits",
            c ->
                IamportBillingKeyRequest.builder(
                    "u",
                    "k",
                    CardData.builder("4111111111111111", YearMonth.of(10_000, 1)).build()),
            "four digits"),
        mistake(
            IamportBillingKeyRequest.class,
            "customer_name of 26 characters",
            c ->
                IamportBillingKeyRequest.builder("u", "k", card())
                    .customerName("canary" + "n".repeat(20)),
            "customer_name must have at most 20"),
        mistake(
            IamportCardPaymentRequest.class,
            "zero",
            c -> IamportCardPaymentRequest.builder(ORDER, ZERO, card()),
            "amount must be more than zero"),
        mistake(
            IamportCardPaymentRequest.class,
            "merchant_uid of 41 characters",
            c -> IamportCardPaymentRequest.builder(LONG_ORDER, WON, card()),
            "merchant_uid must have at most 40"),
        mistake(
            IamportChargeRequest.class,
            "zero",
            c -> IamportChargeRequest.builder("u", ORDER, ZERO, "T-shirt"),
            "amount must be more than zero"),
        mistake(
            IamportChargeRequest.class,
            "no key",
            c -> IamportChargeRequest.builder(" ", ORDER, WON, "T-shirt"),
            "customer_uid"),
        mistake(
            IamportChargeRequest.class,
            "one installment",
            c -> IamportChargeRequest.builder("u", ORDER, WON, "T-shirt").cardQuota(1),
            "card_quota must be 0, or 2"),
        mistake(
            IamportChargeRequest.class,
            "installments of a small amount",
            c -> IamportChargeRequest.builder("u", ORDER, Money.krw(49_000), "n").cardQuota(2),
            "50,000 won"),
        mistake(
            IamportChargeRequest.class,
            "name of 41 characters",
            c -> IamportChargeRequest.builder("u", ORDER, WON, "n".repeat(41)),
            "name must have at most 40"));
  }

  private static Stream<Arguments> ofPayments() {
    return Stream.of(
        mistake(
            IamportCancelRequest.class,
            "part of zero",
            c -> IamportCancelRequest.partial(PAYMENT, ZERO),
            "amount"),
        mistake(
            IamportCancelRequest.class,
            "part of an order, zero",
            c -> IamportCancelRequest.partial(ORDER, ZERO),
            "amount"),
        mistake(
            IamportBenepiaPaymentRequest.class,
            "zero",
            c -> IamportBenepiaPaymentRequest.builder("canary", "canary", "k", ORDER, ZERO, "n"),
            "amount must be more than zero"),
        mistake(
            IamportBenepiaPaymentRequest.class,
            "no password",
            c -> IamportBenepiaPaymentRequest.builder("canary", "", "k", ORDER, WON, "n"),
            "benepia_password"),
        mistake(
            IamportConvenienceStoreRequest.class,
            "zero",
            c -> IamportConvenienceStoreRequest.builder("k", ORDER, ZERO),
            "amount must be more than zero"),
        mistake(
            IamportConvenienceStoreRequest.class,
            "no channel",
            c -> IamportConvenienceStoreRequest.builder(" ", ORDER, WON),
            "channel_key"),
        mistake(
            IamportConvenienceStoreRequest.class,
            "expired",
            c ->
                c.convenienceStores()
                    .issue(
                        IamportConvenienceStoreRequest.builder("k", ORDER, WON)
                            .expiresAt(PAST)
                            .build()),
            "expired_at must be in the future"),
        mistake(
            IamportKcpQuickAutopayRequest.class,
            "zero",
            c -> IamportKcpQuickAutopayRequest.builder("canary", ORDER, "n", "canary", ZERO),
            "amount must be more than zero"),
        mistake(
            IamportKcpQuickAutopayRequest.class,
            "buyer_name of 26 characters",
            c ->
                IamportKcpQuickAutopayRequest.builder(
                    "canary", ORDER, "n", "canary" + "b".repeat(20), WON),
            "buyer_name must have at most 20"),
        mistake(
            IamportKcpQuickMoneyRequest.class,
            "zero",
            c -> IamportKcpQuickMoneyRequest.builder("canary", "k", ORDER, "n", ZERO, PAYMENT),
            "amount must be more than zero"),
        mistake(
            IamportKcpQuickMoneyRequest.class,
            "member_id of 17 characters",
            c ->
                IamportKcpQuickMoneyRequest.builder(
                    "canary12345678901", "k", ORDER, "n", WON, PAYMENT),
            "member_id must have at most 16"),
        mistake(
            IamportKcpQuickPrepareRequest.class,
            "btid of 21 characters",
            c -> IamportKcpQuickPrepareRequest.builder("b".repeat(21), "203.0.113.7", "v"),
            "btid must have at most 20"),
        mistake(
            IamportKcpQuickPrepareRequest.class,
            "amount of ten digits",
            c ->
                IamportKcpQuickPrepareRequest.builder("b", "203.0.113.7", "v")
                    .prepaidAmount(Money.krw(1_000_000_000)),
            "9 digits"),
        mistake(
            IamportBuyer.class,
            "buyer_name of 22 characters",
            c -> IamportBuyer.builder().name("canary" + "b".repeat(16)),
            "buyer_name must have at most 16"),
        mistake(
            IamportBuyer.class, "blank phone", c -> IamportBuyer.builder().tel(" "), "buyer_tel"));
  }

  private static Stream<Arguments> ofSchedules() {
    return Stream.of(
        mistake(
            IamportSchedule.class,
            "zero",
            c -> IamportSchedule.builder(ORDER, LATER, ZERO, "n"),
            "amount must be more than zero"),
        mistake(
            IamportScheduleRequest.class,
            "past",
            c ->
                c.schedules()
                    .register(
                        IamportScheduleRequest.builder("canary", List.of(schedule(PAST).build()))
                            .build()),
            "schedule_at must be in the future"),
        mistake(
            IamportScheduleRequest.class,
            "none",
            c -> IamportScheduleRequest.builder("canary", List.of()),
            "schedules must be at least one"),
        mistake(
            IamportScheduleRequest.class,
            "the same order twice",
            c ->
                IamportScheduleRequest.builder(
                    "canary", List.of(schedule(LATER).build(), schedule(LATER).build())),
            "different merchant_uid"),
        mistake(
            IamportScheduleRequest.class,
            "customer_uid of 86 characters",
            c -> IamportScheduleRequest.builder(LONG_UID, List.of(schedule(LATER).build())),
            "customer_uid must have at most 80"),
        mistake(
            IamportScheduleRequest.class,
            "a fraction to check the card with",
            c ->
                IamportScheduleRequest.builder("canary", List.of(schedule(LATER).build()))
                    .checkingAmount(FRACTION),
            "checking_amount must have no fraction"));
  }

  private static Stream<Arguments> ofReceipts() {
    return Stream.of(
        mistake(
            IamportCashReceiptRequest.class,
            "no identifier",
            c -> IamportCashReceiptRequest.builder(""),
            "identifier"),
        mistake(
            IamportExternalCashReceiptRequest.class,
            "zero",
            c -> IamportExternalCashReceiptRequest.builder("k", "n", ZERO, "01012345678"),
            "amount must be more than zero"),
        mistake(
            IamportExternalCashReceiptRequest.class,
            "dollars",
            c -> IamportExternalCashReceiptRequest.builder("k", "n", FRACTION, "01012345678"),
            "amount must be in KRW"),
        mistake(
            IamportCashReceiptRequest.class,
            "identifier of letters",
            c -> IamportCashReceiptRequest.builder("canary-12345"),
            "identifier must be 8 to 20 digits"),
        mistake(
            IamportCashReceiptRequest.class,
            "business number of a phone's length",
            c ->
                IamportCashReceiptRequest.builder("010-9999-1234")
                    .identifierType(IamportReceiptIdentifier.BUSINESS),
            "identifier must be 10 digits"),
        mistake(
            IamportCashReceiptRequest.class,
            "resident's number of 11 digits",
            c ->
                IamportCashReceiptRequest.builder("01099991234")
                    .identifierType(IamportReceiptIdentifier.PERSON),
            "identifier must be 13 digits"),
        mistake(
            IamportCashReceiptRequest.class,
            "shop's number of 6 digits",
            c -> IamportCashReceiptRequest.builder("01012345678").corpRegNo("999912"),
            "corp_reg_no must be 10 digits"),
        mistake(
            IamportPartnerReceipt.class,
            "zero",
            c -> IamportPartnerReceipt.builder("123-45-67890", "Shop", ZERO),
            "amount must be more than zero"),
        mistake(
            IamportPartnerReceipt.class,
            "number without hyphens",
            c -> IamportPartnerReceipt.builder("9999567890", "Shop", WON),
            "10 digits with hyphens"));
  }

  private static Stream<Arguments> ofAccounts() {
    return Stream.of(
        mistake(
            IamportVirtualAccountRequest.class,
            "zero",
            c -> IamportVirtualAccountRequest.builder("k", ORDER, ZERO, "04", LATER),
            "amount must be more than zero"),
        mistake(
            IamportVirtualAccountRequest.class,
            "merchant_uid of 41 characters",
            c -> IamportVirtualAccountRequest.builder("k", LONG_ORDER, WON, "04", LATER),
            "merchant_uid must have at most 40"),
        mistake(
            IamportVirtualAccountRequest.class,
            "holder of 22 characters",
            c ->
                IamportVirtualAccountRequest.builder("k", ORDER, WON, "04", LATER)
                    .vbankHolder("canary" + "h".repeat(16)),
            "vbank_holder must have at most 16"),
        mistake(
            IamportVirtualAccountRequest.class,
            "blank pg_api_key",
            c -> IamportVirtualAccountRequest.builder("k", ORDER, WON, "04", LATER).pgApiKey(" "),
            "pg_api_key"),
        mistake(
            IamportVirtualAccountChange.class,
            "nothing to change",
            c -> IamportVirtualAccountChange.builder().build(),
            "must be set"),
        mistake(
            IamportVirtualAccountChange.class,
            "dollars",
            c -> IamportVirtualAccountChange.builder().amount(FRACTION),
            "amount must be in KRW"),
        mistake(
            IamportVirtualAccountChange.class,
            "due in the past",
            c ->
                c.virtualAccounts()
                    .change(PAYMENT, IamportVirtualAccountChange.builder().due(PAST).build()),
            "vbank_due must be in the future"),
        mistake(
            IamportVirtualAccountRequest.class,
            "due in the past",
            c ->
                c.virtualAccounts()
                    .issue(
                        IamportVirtualAccountRequest.builder("k", ORDER, WON, "04", PAST).build()),
            "vbank_due must be in the future"),
        mistake(
            IamportVirtualAccountRequest.class,
            "dollars",
            c -> IamportVirtualAccountRequest.builder("k", ORDER, FRACTION, "04", LATER),
            "amount must be in KRW"),
        mistake(
            IamportVirtualAccountRequest.class,
            "business number of 11 digits",
            c ->
                IamportVirtualAccountRequest.builder("k", ORDER, WON, "04", LATER)
                    .businessRegistrationNumber("99991234567"),
            "business_registration_number must be 10 digits"));
  }

  private static Stream<Arguments> ofOthers() {
    return Stream.of(
        mistake(
            IamportOtpRequest.class,
            "phone of letters",
            c -> otp("canary", "900101", "1"),
            "phone must be digits"),
        mistake(
            IamportOtpRequest.class,
            "birth date of 8 digits",
            c -> otp("01012345678", "19999912", "1"),
            "birth must be YYMMDD"),
        mistake(
            IamportOtpRequest.class,
            "birth date of a 32nd day",
            c -> otp("01012345678", "99-01-32", "1"),
            "birth must be YYMMDD"),
        mistake(
            IamportOtpRequest.class,
            "gender digit 9",
            c -> otp("01012345678", "900101", "9999"),
            "gender_digit must be"),
        mistake(
            IamportEscrowParcel.class,
            "no invoice",
            c -> IamportEscrowParcel.builder("LOGEN", "", LATER),
            "invoice"),
        mistake(
            IamportEscrowParty.class,
            "blank name",
            c -> IamportEscrowParty.builder().name(" "),
            "name"),
        mistake(
            IamportEscrowProduct.class,
            "quantity of none",
            c -> IamportEscrowProduct.builder("1", "T-shirt", WON).quantity(0),
            "quantity"),
        mistake(
            IamportEscrowRequest.class,
            "receiver with a relationship",
            c ->
                IamportEscrowRequest.builder(
                    IamportEscrowParty.builder().name("Shop").build(),
                    IamportEscrowParty.builder().relationship("canary").build(),
                    IamportEscrowParcel.builder("LOGEN", "1234", LATER).build()),
            "relationship"),
        mistake(
            IamportPaymentwallDeliveryRequest.class,
            "goods without a carrier",
            c ->
                IamportPaymentwallDeliveryRequest.builder(
                        PAYMENT,
                        ORDER,
                        IamportPaymentwallProductType.PHYSICAL,
                        IamportPaymentwallStatus.DELIVERED,
                        LATER,
                        LATER,
                        true,
                        "canary@shop.example")
                    .build(),
            "carrier_tracking_id must be set"));
  }

  private static void otp(String phone, String birth, String genderDigit) {
    IamportOtpRequest.builder("k", "Hong", phone, birth, genderDigit, IamportCarrier.KT);
  }

  private static Arguments mistake(
      Class<?> request, String name, Consumer<IamportClient> call, String rule) {
    return arguments(request, name, call, rule);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("mistakes")
  void mistake_isRefusedBeforeSending_withoutQuotingIt(
      Class<?> request, String name, Consumer<IamportClient> call, String rule) {
    assertThat(LATER).as("still in the future").isAfter(Clock.systemUTC().instant());
    assertThatThrownBy(() -> call.accept(client))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(rule)
        .hasMessageNotContaining("canary")
        .hasMessageNotContaining("9999");
    assertThat(iamport.requestCount()).isZero();
  }

  @Test
  void everyBuilderOfARequest_isInTheTable() {
    Set<String> inTheTable =
        mistakes()
            .map(mistake -> ((Class<?>) mistake.get()[0]))
            .filter(request -> request != CardData.class)
            .map(Class::getName)
            .collect(Collectors.toSet());

    assertThat(inTheTable)
        .containsExactlyInAnyOrderElementsOf(
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("kr.pgsdk.iamport")
                    .stream()
                    .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                    .map(JavaClass::getName)
                    .filter(name -> name.endsWith("$Builder"))
                    .map(name -> name.substring(0, name.length() - "$Builder".length()))
                    .filter(name -> !name.matches(".*\\.Iamport(Client|Gateway)"))
                    .toList());
  }
}
