package kr.pgsdk.iamport;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kr.pgsdk.core.CardData;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.iamport.billing.IamportBillingKeyRequest;
import kr.pgsdk.iamport.naverpay.IamportNaverOrders;
import kr.pgsdk.iamport.naverpay.IamportNaverReason;
import kr.pgsdk.iamport.receipt.IamportCashReceiptRequest;
import kr.pgsdk.iamport.receipt.IamportExternalCashReceiptRequest;
import kr.pgsdk.iamport.schedule.IamportSchedule;
import kr.pgsdk.iamport.schedule.IamportScheduleQuery;
import kr.pgsdk.iamport.schedule.IamportScheduleRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An answer about something else than was asked for: malformed where nothing was changed, doubt
 * where something was.
 */
class AskedTest {
  private static final PaymentId PAYMENT = PaymentId.of("imp_123");
  private static final OrderId ORDER = OrderId.of("order_9001");
  private static final Instant LATER = Instant.ofEpochSecond(4_000_000_000L);
  private static final CardData CARD =
      CardData.builder("4111111111111111", YearMonth.of(2030, 12)).build();

  private final FakeIamport iamport = new FakeIamport();
  private final IamportClient client = iamport.client().build();

  @AfterEach
  void close() {
    client.close();
    iamport.close();
  }

  static Stream<Arguments> calls() {
    IamportNaverOrders product = IamportNaverOrders.of(List.of("product-1"));
    IamportSchedule schedule =
        IamportSchedule.builder(ORDER, LATER, Money.krw(100), "T-shirt").build();
    return Stream.of(
        read("customer_uid", c -> c.billingKeys().find("uid-1")),
        readList("customer_uid", c -> c.billingKeys().find(List.of("uid-1", "uid-2"))),
        change(
            "customer_uid",
            c ->
                c.billingKeys()
                    .issue(IamportBillingKeyRequest.builder("uid-1", "k", CARD).build())),
        change("customer_uid", c -> c.billingKeys().delete("uid-1")),
        read("merchant_uid", c -> c.schedules().find(ORDER)),
        change("merchant_uid", c -> c.schedules().changeTime(ORDER, LATER)),
        change("merchant_uid", c -> c.schedules().reschedule(ORDER, LATER)),
        changeList(
            "merchant_uid",
            c ->
                c.schedules()
                    .register(IamportScheduleRequest.builder("uid-1", List.of(schedule)).build())),
        changeList("merchant_uid", c -> c.schedules().revoke("uid-1", List.of(ORDER))),
        read("imp_uid", c -> c.cashReceipts().find(PAYMENT)),
        change(
            "imp_uid",
            c ->
                c.cashReceipts()
                    .issue(PAYMENT, IamportCashReceiptRequest.builder("01012345678").build())),
        change("imp_uid", c -> c.cashReceipts().cancel(PAYMENT)),
        read("merchant_uid", c -> c.cashReceipts().findExternal(ORDER)),
        change(
            "merchant_uid",
            c ->
                c.cashReceipts()
                    .issueExternal(
                        ORDER,
                        IamportExternalCashReceiptRequest.builder(
                                "k", "T-shirt", Money.krw(100), "01012345678")
                            .build())),
        change("merchant_uid", c -> c.cashReceipts().cancelExternal(ORDER)),
        read("imp_uid", c -> c.certifications().find("imp_123")),
        change("imp_uid", c -> c.certifications().delete("imp_123")),
        change("imp_uid", c -> c.certifications().confirmOtp("imp_123", "123456")),
        change("member_id", c -> c.kcpQuick().deleteMember("m1", "s", "t", "u")),
        change("member_id", c -> c.kcpQuick().releaseFido("m1", "k")),
        change("customer_uid", c -> c.kcpQuick().deleteAutopay("uid-1")),
        read("code", c -> c.banks().find("088")),
        read("code", c -> c.cards().find("361")),
        read("tier_code", c -> c.tiers().find("XYZ")),
        read("product_order_id", c -> c.naverPay().productOrder("product-1")),
        changeList(
            "product_order_id",
            c -> c.naverPay().cancel(PAYMENT, product, IamportNaverReason.SOLD_OUT)));
  }

  private static Arguments read(String name, Consumer<IamportClient> call) {
    return arguments(name, "%s", call, MalformedResponseException.class);
  }

  private static Arguments readList(String name, Consumer<IamportClient> call) {
    return arguments(name, "[%s]", call, MalformedResponseException.class);
  }

  private static Arguments change(String name, Consumer<IamportClient> call) {
    return arguments(name, "%s", call, OutcomeUnknownException.class);
  }

  private static Arguments changeList(String name, Consumer<IamportClient> call) {
    return arguments(name, "[%s]", call, OutcomeUnknownException.class);
  }

  @ParameterizedTest(name = "{index}: {0}")
  @MethodSource("calls")
  void answerAboutAnother_isNotTaken(
      String name,
      String shape,
      Consumer<IamportClient> call,
      Class<? extends PaymentException> expected) {
    iamport.serve(
        FakeIamport.ok(
            String.format(
                shape,
                "{\"imp_uid\":\"imp_other\",\"merchant_uid\":\"order_other\","
                    + "\"customer_uid\":\"uid-other\",\"code\":\"999\",\"tier_code\":\"OTH\","
                    + "\"member_id\":\"m-other\",\"product_order_id\":\"product-other\"}")));
    assertThatThrownBy(() -> call.accept(client))
        .isInstanceOf(expected)
        .hasStackTraceContaining(name + " is not the one that was asked for");

    iamport.serve(FakeIamport.ok(String.format(shape, "{}")));
    assertThatThrownBy(() -> call.accept(client))
        .isInstanceOf(expected)
        .hasStackTraceContaining(name + " is missing");
  }

  static Stream<Arguments> lists() {
    IamportScheduleQuery query = IamportScheduleQuery.between(LATER, LATER.plusSeconds(60));
    return Stream.of(
        arguments(
            MalformedResponseException.class,
            (Consumer<IamportClient>) c -> c.schedules().ofCustomer("uid-1", query).toList()),
        arguments(
            MalformedResponseException.class,
            (Consumer<IamportClient>)
                c -> c.schedules().ofCustomerByPayments("uid-1", query).toList()),
        arguments(
            MalformedResponseException.class,
            (Consumer<IamportClient>) c -> c.billingKeys().payments("uid-1").toList()),
        arguments(
            OutcomeUnknownException.class,
            (Consumer<IamportClient>) c -> c.schedules().revokeAll("uid-1")));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("lists")
  void rowOfAnotherCustomer_isNotTaken_oneThatNamesNoneIs(
      Class<? extends PaymentException> expected, Consumer<IamportClient> call) {
    PaymentBody row = PaymentBody.paid();
    iamport.serve(FakeIamport.ok("[" + row.with("customer_uid", "\"uid-other\"") + "]"));
    assertThatThrownBy(() -> call.accept(client))
        .isInstanceOf(expected)
        .hasStackTraceContaining("customer_uid is not the one that was asked for");

    iamport.serve(FakeIamport.ok("[" + row.with("customer_uid", "null") + "]"));
    assertThatCode(() -> call.accept(client)).doesNotThrowAnyException();
  }
}
