package kr.pgsdk.iamport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.iamport.benepia.IamportBenepiaPaymentRequest;
import kr.pgsdk.iamport.escrow.IamportEscrowParcel;
import kr.pgsdk.iamport.escrow.IamportEscrowParty;
import kr.pgsdk.iamport.escrow.IamportEscrowRequest;
import kr.pgsdk.iamport.kcpquick.IamportKcpQuickAutopayRequest;
import kr.pgsdk.iamport.kcpquick.IamportKcpQuickPrepareRequest;
import kr.pgsdk.iamport.paymentwall.IamportPaymentwallDelivery;
import kr.pgsdk.iamport.paymentwall.IamportPaymentwallDeliveryRequest;
import kr.pgsdk.iamport.paymentwall.IamportPaymentwallProductType;
import kr.pgsdk.iamport.paymentwall.IamportPaymentwallStatus;
import kr.pgsdk.iamport.virtualaccount.IamportVirtualAccountRequest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What can go wrong in the calls of single features. */
class FeaturesTest {
  private static final PaymentId PAYMENT = PaymentId.of("imp_123");
  private static final OrderId ORDER = OrderId.of("order_9001");
  private static final Money WON = Money.krw(1_000);
  private static final Instant DUE = Instant.ofEpochSecond(1_800_000_000);

  private final FakeIamport iamport = new FakeIamport();
  private final IamportClient client = iamport.client().build();

  @AfterEach
  void close() {
    client.close();
    iamport.close();
  }

  // --- bad input

  static Stream<Arguments> mistakes() {
    OrderId longId = OrderId.of("a".repeat(41));
    return Stream.of(
        mistake("certification", c -> c.certifications().find(".."), "payment id"),
        mistake(
            "change with send_email",
            c ->
                c.escrow()
                    .change(
                        PAYMENT,
                        escrow(IamportEscrowParty.builder().build()).sendEmail(true).build()),
            "send_email"),
        mistake("bank code", c -> c.banks().find("../users"), "standard code"),
        mistake("card code", c -> c.cards().find(""), "standard code"),
        mistake("tier", c -> c.tiers().find("abc"), "three capital letters"),
        mistake("no receipts", c -> c.partners().registerReceipts(PAYMENT, List.of()), "data"),
        mistake("blank password", c -> c.benepia().point("u", " ", "k"), "benepia_password"),
        mistake("member", c -> c.kcpQuick().deleteMember("..", "s", "t", "u"), "member_id"),
        mistake("blank autopay key", c -> c.kcpQuick().deleteAutopay(""), "customer_uid"),
        mistake(
            "prepare, 41 characters",
            c ->
                c.kcpQuick()
                    .prepare(
                        longId,
                        IamportKcpQuickPrepareRequest.builder("b", "203.0.113.7", "v").build()),
            "merchant_uid must have at most 40"));
  }

  private static Arguments mistake(String name, Consumer<IamportClient> call, String rule) {
    return arguments(name, call, rule);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void mistake_isRefusedBeforeSending_withoutQuotingIt(
      String name, Consumer<IamportClient> call, String rule) {
    assertThatThrownBy(() -> call.accept(client))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(rule)
        .hasMessageNotContaining("canary");
    assertThat(iamport.requestCount()).isZero();
  }

  private static IamportEscrowRequest.Builder escrow(IamportEscrowParty receiver) {
    return IamportEscrowRequest.builder(
        IamportEscrowParty.builder().name("Shop").build(),
        receiver,
        IamportEscrowParcel.builder("LOGEN", "1234", DUE).build());
  }

  private static IamportPaymentwallDeliveryRequest delivery(IamportPaymentwallProductType type) {
    return IamportPaymentwallDeliveryRequest.builder(
            PAYMENT, ORDER, type, IamportPaymentwallStatus.DELIVERED, DUE, DUE, true, "a@b.example")
        .build();
  }

  // --- what is odd in the answers

  @Test
  void escrowWithoutDelivery_is409_andEmpty_andRefusesAChange_aProxys409LeavesItInDoubt() {
    iamport.serve(FakeIamport.refusal(409, 1, "등록된 배송정보가 없습니다."));

    assertThat(client.escrow().find(PAYMENT)).isEmpty();
    assertThatThrownBy(
            () ->
                client
                    .escrow()
                    .change(PAYMENT, escrow(IamportEscrowParty.builder().build()).build()))
        .isInstanceOf(GatewayException.class);

    iamport.serve(FakeIamport.json(409, "{}"));
    assertThatThrownBy(
            () ->
                client
                    .escrow()
                    .register(PAYMENT, escrow(IamportEscrowParty.builder().build()).build()))
        .isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void fidoThatKcpDoesNotRelease_isARefusalWithKcpsCodeAndWords() {
    iamport.serve(
        FakeIamport.json(
            200,
            "{\"code\":1,\"message\":\"failed\",\"error\":{\"code\":\"C210\","
                + "\"message\":\"no such member member-canary\"}}"));

    GatewayException refusal =
        catchThrowableOfType(
            GatewayException.class, () -> client.kcpQuick().releaseFido("member-canary", "k"));

    assertThat(refusal.gatewayCode()).contains("1");
    assertThat(refusal.gatewayMessage().orElseThrow())
        .contains("failed C210")
        .doesNotContain("canary");
    assertThat(iamport.arrived()).hasSize(1);
  }

  @Test
  void paymentwallSaysFailureInItsOwnShape() {
    String said = "{\"error_code\":3006,\"error\":\"bad address\",\"notices\":[\"zip\"]}";
    iamport.serve(
        FakeIamport.ok("{\"success\":1}"),
        FakeIamport.ok(said),
        FakeIamport.json(200, "{\"code\":1,\"message\":\"failed\",\"response\":" + said + "}"));
    IamportPaymentwallDeliveryRequest request = delivery(IamportPaymentwallProductType.DIGITAL);

    assertThat(client.paymentwall().registerDelivery(request).isAccepted()).isTrue();
    IamportPaymentwallDelivery failed = client.paymentwall().registerDelivery(request);
    assertThat(failed.isAccepted()).isFalse();
    assertThat(failed.errorCode()).hasValue(3006);
    assertThat(failed.notices()).containsExactly("zip");
    assertThat(
            catchThrowableOfType(
                    GatewayException.class, () -> client.paymentwall().registerDelivery(request))
                .gatewayMessage())
        .contains("failed 3006 bad address");
  }

  // --- money and secrets

  @Test
  void paymentsWithLostAnswers_areSentOnce_andLookedUpByOrder() {
    iamport.serve(FakeIamport.CUT_AFTER_READ);
    IamportBenepiaPaymentRequest points =
        IamportBenepiaPaymentRequest.builder(
                "canary-user", "canary-password", "k", ORDER, WON, "T-shirt")
            .build();
    IamportKcpQuickAutopayRequest autopay =
        IamportKcpQuickAutopayRequest.builder("canary-key", ORDER, "T-shirt", "canary-name", WON)
            .build();

    sentOnceAndUnknown(() -> client.benepia().pay(points));
    sentOnceAndUnknown(() -> client.kcpQuick().autopay(autopay));
    assertThat(points + " " + autopay).doesNotContain("canary");
  }

  private void sentOnceAndUnknown(ThrowingCallable call) {
    iamport.forget();
    OutcomeUnknownException unknown = catchThrowableOfType(OutcomeUnknownException.class, call);
    assertThat(iamport.arrived()).hasSize(1);
    assertThat(unknown.lookup()).isEqualTo(PaymentLookup.byOrderId(ORDER));
    assertThat(unknown.toString()).doesNotContain("canary");
  }

  @Test
  void refusalThatRepeatsASecret_doesNotShowIt() {
    iamport.serve(FakeIamport.refusal(200, -1, "no account user-canary / password-canary"));

    GatewayException refusal =
        catchThrowableOfType(
            GatewayException.class,
            () -> client.benepia().point("user-canary", "password-canary", "k"));

    assertThat(refusal.gatewayMessage().orElse("")).doesNotContain("canary");
  }

  @Test
  void paymentOfAnotherOrder_leavesDoubt() {
    iamport.serve(FakeIamport.ok(PaymentBody.waiting().with("merchant_uid", "\"another\"")));

    assertThatThrownBy(
            () ->
                client
                    .virtualAccounts()
                    .issue(
                        IamportVirtualAccountRequest.builder("k", ORDER, WON, "04", DUE).build()))
        .isInstanceOf(OutcomeUnknownException.class);
  }
}
