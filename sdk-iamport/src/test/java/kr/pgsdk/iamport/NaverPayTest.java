package kr.pgsdk.iamport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.iamport.naverpay.IamportNaverDelivery;
import kr.pgsdk.iamport.naverpay.IamportNaverDeliveryMethod;
import kr.pgsdk.iamport.naverpay.IamportNaverOrders;
import kr.pgsdk.iamport.naverpay.IamportNaverOutcome;
import kr.pgsdk.iamport.naverpay.IamportNaverReason;
import kr.pgsdk.iamport.naverpay.IamportNaverReviewType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NaverPayTest {
  private static final PaymentId PAYMENT = PaymentId.of("imp_123");
  private static final IamportNaverOrders BOTH = IamportNaverOrders.of(List.of("n1", "n2"));
  private static final String FIRST_ALONE =
      "{\"code\":0,\"message\":null,\"response\":[{\"product_order_id\":\"n1\","
          + "\"orderer\":{\"name\":\"canary\"}}]}";

  private final FakeIamport iamport = new FakeIamport();
  private final IamportClient client = iamport.client().build();

  @AfterEach
  void close() {
    client.close();
    iamport.close();
  }

  @Test
  void doneForSome_tellsWhichOfTheAskedAreMissing() {
    iamport.serve(FakeIamport.json(207, FIRST_ALONE));

    IamportNaverOutcome outcome =
        client.naverPay().cancel(PAYMENT, BOTH, IamportNaverReason.SOLD_OUT);

    assertThat(outcome.isComplete()).isFalse();
    assertThat(outcome.missing()).containsExactly("n2");
    assertThat(outcome.done().get(0).productOrderId()).isEqualTo("n1");
    assertThat(outcome.toString()).doesNotContain("canary");
    assertThat(outcome.done().toString()).doesNotContain("canary");
    assertThat(FakeIamport.body(iamport.request(0)))
        .isEqualTo("{\"product_order_id\":[\"n1\",\"n2\"],\"reason\":\"SOLD_OUT\"}");
  }

  @Test
  void doneForSomeOfAll_isNotComplete() {
    iamport.serve(FakeIamport.json(207, FIRST_ALONE));

    IamportNaverOutcome outcome = client.naverPay().place(PAYMENT, IamportNaverOrders.all());

    assertThat(outcome.isComplete()).isFalse();
    assertThat(outcome.missing()).isEmpty();
    assertThat(FakeIamport.body(iamport.request(0))).doesNotContain("product_order_id");
  }

  @Test
  void doneForAll_isComplete() {
    iamport.serve(FakeIamport.json(200, FIRST_ALONE));

    assertThat(client.naverPay().place(PAYMENT, IamportNaverOrders.all()).isComplete()).isTrue();
    assertThat(client.naverPay().place(PAYMENT, BOTH).isComplete()).isFalse();
  }

  @Test
  void refused_isTold_andSentOnce() {
    iamport.serve(FakeIamport.refusal(404, -1, "no"));

    assertThatExceptionOfType(GatewayException.class)
        .isThrownBy(() -> client.naverPay().approveCancel(PAYMENT, BOTH));
    assertThat(iamport.arrived()).containsExactly("POST /payments/imp_123/naver/approve-cancel");
  }

  @Test
  void unreadableAnswer_isDoubt_andNotSentAgain() {
    iamport.serve(FakeIamport.json(200, "{\"code\":0,\"message\":null,\"response\":{}}"));

    assertThatExceptionOfType(OutcomeUnknownException.class)
        .isThrownBy(() -> client.naverPay().approveCancel(PAYMENT, BOTH));
    assertThat(iamport.arrived()).hasSize(1);
  }

  @Test
  void badInput_isRefusedBeforeAnythingIsSent() {
    assertThatIllegalArgumentException().isThrownBy(() -> IamportNaverOrders.of(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> IamportNaverOrders.of(List.of(" ")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IamportNaverDelivery.of(IamportNaverDeliveryMethod.DELIVERY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.naverPay().rejectReturn(PAYMENT, BOTH, " "));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                client
                    .naverPay()
                    .reviews(
                        "channel",
                        IamportNaverReviewType.GENERAL,
                        Instant.ofEpochSecond(2),
                        Instant.ofEpochSecond(1)));
    assertThat(iamport.arrived()).isEmpty();
  }
}
