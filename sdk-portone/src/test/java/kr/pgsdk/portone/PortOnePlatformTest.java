package kr.pgsdk.portone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.portone.platform.PortOnePlatform;
import kr.pgsdk.portone.platform.contract.PortOneContract;
import kr.pgsdk.portone.platform.contract.PortOneContractUpdate;
import kr.pgsdk.portone.platform.contract.PortOneSettlementCycle;
import kr.pgsdk.portone.platform.contract.PortOneSettlementDatePolicy;
import kr.pgsdk.portone.platform.partner.PortOneBusiness;
import kr.pgsdk.portone.platform.partner.PortOnePartnerAccount;
import kr.pgsdk.portone.platform.partner.PortOnePartnerRequest;
import kr.pgsdk.portone.platform.payout.PortOnePayout;
import kr.pgsdk.portone.platform.payout.PortOnePayoutFilter;
import kr.pgsdk.portone.platform.transfer.PortOneManualTransferRequest;
import kr.pgsdk.portone.platform.transfer.PortOneOrderTransferRequest;
import kr.pgsdk.portone.platform.transfer.PortOneTransfer;
import kr.pgsdk.portone.platform.transfer.PortOneTransferFilter;
import kr.pgsdk.portone.platform.transfer.PortOneTransferStatus;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Partner settlement: what is sent how often, and what is made of odd answers. */
class PortOnePlatformTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
  private static final String ACCOUNT = "110123456789";

  private PortOneServer portone;

  @BeforeEach
  void start() throws Exception {
    portone = new PortOneServer();
  }

  @AfterEach
  void stop() {
    portone.close();
  }

  private PortOnePlatform platform() {
    return portone.client().platform();
  }

  private static PortOneManualTransferRequest.Builder manual() {
    return PortOneManualTransferRequest.builder("partner_1", -5_000, DAY);
  }

  private static PortOnePartnerAccount account() {
    return PortOnePartnerAccount.builder("SHINHAN", "KRW", ACCOUNT, "Hong Gil-dong").build();
  }

  private static PortOnePartnerRequest.Builder partner() {
    return PortOnePartnerRequest.builder("Bakery", "Hong", "hong@example.com", account(), "c_1");
  }

  @Test
  void transfer_isRepeatedUnderItsOwnKeyAlone() throws Exception {
    PortOneManualTransferRequest transfer = manual().idempotencyKey("window-of-november").build();
    portone.serve(
        PortOneServer.CUT_AFTER_READ,
        PortOneServer.json(200, "{\"transfer\":{\"type\":\"MANUAL\",\"id\":\"transfer_1\"}}"));

    PortOneTransfer made = platform().transfers().manual(transfer);

    assertThat(made.id()).contains("transfer_1");
    assertThat(portone.arrived())
        .hasSize(2)
        .allSatisfy(
            request -> {
              assertThat(PortOneServer.line(request)).isEqualTo("POST /platform/transfers/manual");
              assertThat(request.getHeaders().get("Idempotency-Key"))
                  .isEqualTo("\"window-of-november\"");
              assertThat(request.getBody().utf8()).contains("\"settlementAmount\":-5000");
            });
  }

  @Test
  void transferWhoseAnswerIsLost_isInDoubt_andTheMessageSaysWhatToLookUp() {
    lose();
    assertThatThrownBy(() -> platform().transfers().manual(manual().id("transfer_1").build()))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessageContaining("Look the transfer transfer_1 up");

    lose();
    PortOneOrderTransferRequest sale =
        PortOneOrderTransferRequest.ofAmount("partner_1", PortOneServer.ORDER_ID, 11_000).build();
    assertThatThrownBy(() -> platform().transfers().order(sale))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessageContaining("Look the transfers of the payment order9001 up");
  }

  @Test
  void transferThatAServerErrorAnswers_isSentOnce_andInDoubt() throws Exception {
    portone.serve(PortOneServer.json(503, ""));

    assertThatThrownBy(() -> platform().transfers().manual(manual().build()))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessageContaining("Look the transfers of the partner partner_1 up");
    assertThat(portone.arrived()).hasSize(1);
  }

  private void lose() {
    portone.serve(
        PortOneServer.CUT_AFTER_READ, PortOneServer.CUT_AFTER_READ, PortOneServer.CUT_AFTER_READ);
  }

  @Test
  void twoUpdatesByTheSameObject_haveTwoKeys() throws Exception {
    PortOneContractUpdate update = PortOneContractUpdate.builder().name("Standard").build();
    MockResponse changed = PortOneServer.json(200, "{\"contract\":{\"id\":\"c_1\"}}");
    portone.serve(changed, changed);

    for (String id : List.of("c_1", "c_2")) {
      PortOneContract unused = platform().contracts().update(id, update);
    }

    assertThat(
            portone.arrived().stream().map(request -> request.getHeaders().get("Idempotency-Key")))
        .doesNotContainNull()
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  @Test
  void testData_isAskedForInTheQuery_andLiveDataIsNot() throws Exception {
    MockResponse setting = PortOneServer.json(200, "{\"deductWht\":true}");
    portone.serve(setting, setting);

    assertThat(platform().settings().get().deductWht()).contains(true);
    assertThat(platform().ofTests().settings().get().deductWht()).contains(true);

    assertThat(portone.arrived().stream().map(RecordedRequest::getTarget))
        .containsExactly("/platform/setting", "/platform/setting?test=true");
  }

  @Test
  void amountsOfACancel_mayBeBelowZero_andAnUnknownStatusIsKept() {
    portone.serve(
        PortOneServer.json(
            200,
            "{\"type\":\"ORDER_CANCEL\",\"id\":\"t_1\",\"status\":\"BRAND_NEW\",\"settlementCurrency\":\"KRW\","
                + "\"settlementDate\":\"2026-11-02\",\"amount\":{\"settlement\":-9500,"
                + "\"userDefinedFormulas\":{\"bonus\":-3}},"
                + "\"parameters\":{\"weight\":{\"decimal\":125,\"decimalScale\":1}},"
                + "\"userDefinedProperties\":[{\"key\":\"branch\",\"value\":{\"string\":\"corner\"}},"
                + "{\"key\":\"odd\"}]}"));

    PortOneTransfer transfer = platform().transfers().get("t_1");

    assertThat(transfer.status()).contains(PortOneTransferStatus.of("BRAND_NEW"));
    assertThat(transfer.settlementDate()).contains(DAY);
    assertThat(transfer.amounts().orElseThrow().settlement()).contains(new BigDecimal("-9500"));
    assertThat(transfer.amounts().orElseThrow().userDefinedFormulas())
        .containsOnlyKeys("bonus")
        .containsEntry("bonus", new BigDecimal("-3"));
    assertThat(transfer.parameters()).containsEntry("weight", new BigDecimal("12.5"));
    assertThat(transfer.userDefinedProperties()).hasSize(1).containsEntry("branch", "corner");
  }

  @Test
  void payout_isMoneyInItsCurrency_andWhatItIsMadeOfIsKeptWithItsSign() throws Exception {
    portone.serve(
        PortOneServer.json(
            200,
            "{\"items\":[{\"id\":\"p_1\",\"currency\":\"USD\",\"amount\":650,\"taxFreeAmount\":-20}],"
                + "\"page\":{\"totalCount\":1},\"counts\":{\"succeeded\":1}}"));

    PortOnePayoutFilter filter = PortOnePayoutFilter.builder().bulkPayoutId("bulk_1").build();
    try (Stream<PortOnePayout> payouts = platform().payouts().list(filter)) {
      assertThat(payouts)
          .singleElement()
          .satisfies(
              payout -> {
                assertThat(payout.amount()).contains(Money.of("6.50", "USD"));
                assertThat(payout.taxFreeAmount()).contains(new BigDecimal("-20"));
              });
    }
    assertThat(wanted(portone.arrived().get(0)))
        .isEqualTo(
            "{\"filter\":{\"criteria\":{\"bulkPayoutId\":\"bulk_1\"}},"
                + "\"page\":{\"number\":0,\"size\":100}}");
  }

  private static String wanted(RecordedRequest request) {
    String target = request.getTarget();
    return URLDecoder.decode(
        target.substring(target.indexOf("requestBody=") + "requestBody=".length()),
        StandardCharsets.UTF_8);
  }

  @Test
  void sheet_isWhatPortOneWrote_andAPageIsNone() {
    PortOneTransferFilter all = PortOneTransferFilter.builder().build();
    portone.serve(
        new MockResponse.Builder()
            .setHeader("Content-Type", "text/csv; charset=utf-8")
            .body("\uFEFF메모,금액\nbread,9500\n")
            .build(),
        new MockResponse.Builder()
            .setHeader("Content-Type", "text/html")
            .body("<html>maintenance</html>")
            .build());

    assertThat(platform().transfers().sheet(all, List.of())).isEqualTo("\uFEFF메모,금액\nbread,9500\n");
    assertThatThrownBy(() -> platform().transfers().sheet(all, List.of()))
        .isInstanceOf(MalformedResponseException.class);
  }

  @Test
  void refusalOfAnAccount_showsNoNumber_andTheBanksSilenceMayBeTriedAgain() {
    portone.serve(
        PortOneServer.json(
            400, "{\"type\":\"PLATFORM_NOT_SUPPORTED_BANK\",\"message\":\"not " + ACCOUNT + "\"}"));

    assertThatThrownBy(() -> platform().checks().accountHolder("SHINHAN", ACCOUNT))
        .isInstanceOfSatisfying(
            GatewayException.class,
            refused -> {
              assertThat(refused.gatewayCode()).contains("PLATFORM_NOT_SUPPORTED_BANK");
              assertThat(refused.gatewayMessage().orElse("")).doesNotContain(ACCOUNT);
            });

    portone.serve(
        PortOneServer.json(503, "{\"type\":\"PLATFORM_EXTERNAL_API_TEMPORARILY_FAILED\"}"),
        PortOneServer.json(200, "{\"holderName\":\"Hong\",\"accountVerificationId\":\"v_1\"}"));
    assertThat(platform().checks().accountHolder("SHINHAN", ACCOUNT).holderName()).contains("Hong");
  }

  @Test
  void partner_mustSayWhatItIs_andABusinessBeWhole() {
    assertThatThrownBy(() -> partner().build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nonWhtPayer");
    PortOneBusiness nameless = PortOneBusiness.builder().companyName("Bakery").build();
    assertThatThrownBy(() -> partner().business(nameless))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("businessRegistrationNumber");
    assertThat(partner().whtPayer().build()).hasToString("PortOnePartnerRequest");
  }

  @Test
  void filterOfPayouts_withoutATimeOrAnId_isRefused() {
    assertThatThrownBy(() -> PortOnePayoutFilter.builder().statuses(List.of()).build())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void cycle_thatNoDayFits_isRefused() {
    PortOneSettlementDatePolicy day = PortOneSettlementDatePolicy.CALENDAR_DAY;
    List<DayOfWeek> none = List.of();

    assertThatThrownBy(() -> PortOneSettlementCycle.daily(11, day))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lagDays");
    assertThatThrownBy(() -> PortOneSettlementCycle.weekly(1, day, none))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PortOneSettlementCycle.monthly(1, day, List.of(32)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void datesOfAContract_thatAreNone_areLeftOut() {
    portone.serve(
        PortOneServer.json(
            200,
            "{\"id\":\"c_1\",\"settlementCycle\":{\"method\":{\"type\":\"MANUAL_DATES\",\"dates\":["
                + "{\"month\":12,\"day\":24},{\"month\":2,\"day\":31},{\"month\":13,\"day\":1}]}}}"));

    PortOneContract contract = platform().contracts().get("c_1");

    assertThat(contract.settlementCycle().orElseThrow().method().orElseThrow().dates())
        .containsExactly(MonthDay.of(12, 24));
  }
}
