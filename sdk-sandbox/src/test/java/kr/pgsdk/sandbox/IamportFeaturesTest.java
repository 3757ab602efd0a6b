package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import kr.pgsdk.core.CardData;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.iamport.IamportClient;
import kr.pgsdk.iamport.billing.IamportBillingKeyRequest;
import kr.pgsdk.iamport.billing.IamportChargeRequest;
import kr.pgsdk.iamport.certification.IamportCarrier;
import kr.pgsdk.iamport.certification.IamportOtpRequest;
import kr.pgsdk.iamport.code.IamportStandardCode;
import kr.pgsdk.iamport.escrow.IamportEscrowParcel;
import kr.pgsdk.iamport.escrow.IamportEscrowParty;
import kr.pgsdk.iamport.escrow.IamportEscrowRequest;
import kr.pgsdk.iamport.model.IamportPayment;
import kr.pgsdk.iamport.naverpay.IamportNaverOrders;
import kr.pgsdk.iamport.receipt.IamportCashReceiptRequest;
import kr.pgsdk.iamport.receipt.IamportExternalCashReceiptRequest;
import kr.pgsdk.iamport.schedule.IamportSchedule;
import kr.pgsdk.iamport.schedule.IamportScheduleQuery;
import kr.pgsdk.iamport.schedule.IamportScheduleRequest;
import kr.pgsdk.iamport.schedule.IamportScheduleStatus;
import kr.pgsdk.iamport.schedule.IamportScheduledPayment;
import kr.pgsdk.iamport.schedule.IamportScheduledPaymentStatus;
import kr.pgsdk.iamport.virtualaccount.IamportVirtualAccountChange;
import kr.pgsdk.iamport.virtualaccount.IamportVirtualAccountRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox's Iamport through the SDK's client: each feature from its beginning to its end. */
class IamportFeaturesTest {
  private static final OrderId ORDER = OrderId.of("order_1");
  private static final Money PRICE = Money.krw(11_000);
  private static final String CUSTOMER = "customer_1";

  private final Sandbox sandbox = Sandbox.start();
  private final IamportBuyer buyer = sandbox.buyer().onIamport();
  private final IamportClient client = Gateways.iamport(sandbox).build().client();

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  private void issue(TestCard card) {
    client
        .billingKeys()
        .issue(
            IamportBillingKeyRequest.builder(
                    CUSTOMER,
                    "channel-key-1",
                    CardData.builder(card.number(), YearMonth.of(2030, 12))
                        .ownerIdentity("900101")
                        .passwordDigits("12")
                        .build())
                .build());
  }

  private static Instant in(Duration time) {
    return Instant.now().plus(time).truncatedTo(ChronoUnit.SECONDS);
  }

  @Test
  void billingKey_issuedFoundChargedDeleted() {
    issue(TestCard.GOOD);
    assertThat(client.billingKeys().find(CUSTOMER)).isPresent();
    IamportPayment paid =
        client
            .billingKeys()
            .charge(IamportChargeRequest.builder(CUSTOMER, ORDER, PRICE, "구독").build());
    assertThat(paid.status()).isEqualTo("paid");
    assertThat(client.billingKeys().payments(CUSTOMER)).hasSize(1);
    client.billingKeys().delete(CUSTOMER);
    assertThat(client.billingKeys().find(CUSTOMER)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void schedule_paidWhenTheClockPasses_inListsOfBothShapes(boolean paged) {
    if (paged) {
      sandbox.switches().on(Switch.IAMPORT_SCHEDULES_PAGED);
    }
    issue(TestCard.GOOD);
    Instant at = in(Duration.ofHours(1));
    client
        .schedules()
        .register(
            IamportScheduleRequest.builder(
                    CUSTOMER, List.of(IamportSchedule.builder(ORDER, at, PRICE, "구독").build()))
                .build());
    sandbox.clock().advance(Duration.ofHours(2));

    IamportScheduledPayment executed = client.schedules().find(ORDER).orElseThrow();
    assertThat(executed.executedAt()).contains(at);
    assertThat(executed.paymentStatus()).contains(IamportScheduledPaymentStatus.PAID);
    IamportScheduleQuery query =
        IamportScheduleQuery.between(at.minusSeconds(60), at.plusSeconds(60))
            .withStatus(IamportScheduleStatus.EXECUTED);
    assertThat(client.schedules().list(query)).hasSize(1);
    assertThat(client.schedules().ofCustomer(CUSTOMER, query)).hasSize(1);
    assertThat(client.schedules().ofCustomerByPayments(CUSTOMER, query)).hasSize(1);
    assertThat(sandbox.iamport().ledger(ORDER).captures()).isEqualTo(1);
  }

  @Test
  void schedule_changedRevokedAndPutBack() {
    issue(TestCard.DECLINED);
    Instant at = in(Duration.ofHours(1));
    client
        .schedules()
        .register(
            IamportScheduleRequest.builder(
                    CUSTOMER, List.of(IamportSchedule.builder(ORDER, at, PRICE, "구독").build()))
                .build());
    Instant later = at.plusSeconds(3_600);
    assertThat(client.schedules().changeTime(ORDER, later).scheduleAt()).contains(later);
    assertThat(client.schedules().revoke(CUSTOMER, List.of(ORDER)).get(0).scheduleStatus())
        .contains(IamportScheduleStatus.REVOKED);
    assertThat(client.schedules().reschedule(ORDER, later).scheduleStatus())
        .contains(IamportScheduleStatus.SCHEDULED);
    sandbox.clock().advance(Duration.ofHours(3));
    assertThat(client.schedules().find(ORDER).orElseThrow().failReason()).contains("카드사 거절");
    issue(TestCard.GOOD);
    assertThat(client.schedules().retryNow(ORDER).status()).isEqualTo("paid");
  }

  @Test
  void virtualAccount_issuedChangedRevoked() {
    Instant due = in(Duration.ofDays(1));
    PaymentId id =
        client
            .virtualAccounts()
            .issue(
                IamportVirtualAccountRequest.builder("channel-key-1", ORDER, PRICE, "088", due)
                    .build())
            .paymentId();
    IamportPayment changed =
        client
            .virtualAccounts()
            .change(id, IamportVirtualAccountChange.builder().amount(Money.krw(12_000)).build());
    assertThat(changed.amount()).isEqualTo(Money.krw(12_000));
    assertThat(client.virtualAccounts().revoke(id).status()).isEqualTo("cancelled");
    assertThatThrownBy(() -> client.virtualAccounts().revoke(id))
        .isInstanceOf(GatewayException.class);
  }

  @Test
  void cashReceipts_ofAPaymentAndExternal() {
    PaymentId id = buyer.pay(ORDER, PRICE).paymentId();
    assertThat(client.cashReceipts().find(id)).isEmpty();
    IamportCashReceiptRequest request = IamportCashReceiptRequest.builder("01000000000").build();
    assertThat(client.cashReceipts().issue(id, request).vat().orElseThrow())
        .isEqualByComparingTo("1000");
    assertThatThrownBy(() -> client.cashReceipts().issue(id, request))
        .isInstanceOf(GatewayException.class);
    client.cashReceipts().cancel(id);

    OrderId other = OrderId.of("order_2");
    client
        .cashReceipts()
        .issueExternal(
            other,
            IamportExternalCashReceiptRequest.builder("channel-key-1", "상품", PRICE, "01000000000")
                .build());
    assertThat(client.cashReceipts().findExternal(other)).isPresent();
    client.cashReceipts().cancelExternal(other);
  }

  @Test
  void certification_ofABuyer_andByNumber() {
    String certified = buyer.certify(ORDER);
    assertThat(client.certifications().find(certified).orElseThrow().certified()).contains(true);
    client.certifications().delete(certified);
    assertThat(client.certifications().find(certified)).isEmpty();

    String asked =
        client
            .certifications()
            .requestOtp(
                IamportOtpRequest.builder(
                        "channel-key-1", "홍길동", "01000000000", "900101", "1", IamportCarrier.SKT)
                    .build())
            .certificationId()
            .orElseThrow();
    assertThatThrownBy(() -> client.certifications().confirmOtp(asked, "123456"))
        .isInstanceOf(GatewayException.class);
    assertThat(client.certifications().confirmOtp(asked, "000000").certified()).contains(true);
  }

  @Test
  void escrow_registeredOnceAndChanged() {
    PaymentId id = buyer.payInEscrow(ORDER, PRICE).paymentId();
    assertThat(client.escrow().find(id)).isEmpty();
    IamportEscrowParty party = IamportEscrowParty.builder().name("가게").build();
    IamportEscrowRequest request =
        IamportEscrowRequest.builder(
                party,
                party,
                IamportEscrowParcel.builder("CJGLS", "1234", Instant.ofEpochSecond(1_795_910_400))
                    .build())
            .build();
    client.escrow().register(id, request);
    assertThatThrownBy(() -> client.escrow().register(id, request))
        .isInstanceOf(GatewayException.class);
    assertThat(client.escrow().change(id, request).invoice()).contains("1234");
    assertThat(client.escrow().find(id)).isPresent();
  }

  @Test
  void codes_channels_tiers_naverOrders() {
    assertThat(client.banks().find("088").flatMap(IamportStandardCode::name)).contains("신한은행");
    assertThat(client.banks().list()).hasSizeGreaterThan(20);
    assertThat(client.cards().find("999")).isEmpty();
    assertThat(client.channels().list()).hasSize(1);
    assertThat(client.tiers().find("ABC")).isPresent();
    PaymentId id = buyer.pay(ORDER, PRICE).paymentId();
    assertThat(client.naverPay().productOrders(id)).hasSize(1);
    assertThat(client.naverPay().place(id, IamportNaverOrders.all()).done()).hasSize(1);
  }
}
