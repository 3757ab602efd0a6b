package kr.pgsdk.core.webhook;

import static kr.pgsdk.core.webhook.FakeGateway.PRICE;
import static kr.pgsdk.core.webhook.FakeGateway.TERMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.PaymentStatus.Known;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A named payment is looked at at its own gateway, and nothing is believed of it. */
class UntrustedPaymentTest {
  private final FakeGateway gateway = new FakeGateway();

  private static UntrustedPayment named(
      @Nullable String id, @Nullable String order, @Nullable Known claimed) {
    return UntrustedPayment.of(
        TERMS,
        id == null ? null : PaymentId.of(id),
        order == null ? null : OrderId.of(order),
        claimed == null ? null : new PaymentStatus(claimed, claimed.name()));
  }

  private static UntrustedPayment ofToss(
      @Nullable String id, @Nullable String order, @Nullable Known claimed) {
    return UntrustedPayment.of(
        FakeGateway.TOSS_TERMS,
        id == null ? null : PaymentId.of(id),
        order == null ? null : OrderId.of(order),
        claimed == null ? null : new PaymentStatus(claimed, claimed.name()));
  }

  @Test
  void verify_comparesWithTheShopsOrder_andNeverCaptures() {
    gateway.show("imp_1", "order_1", Known.PAID, 0);
    UntrustedPayment named = named("imp_1", "order_1", Known.PAID);

    assertThat(named.verify(gateway, OrderId.of("order_1"), PRICE)).isInstanceOf(Confirmed.class);
    assertThat(named.verify(gateway, OrderId.of("order_1"), Money.krw(1)))
        .isInstanceOfSatisfying(
            NotConfirmed.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.MISMATCH));
    assertThat(gateway.calls).containsExactly("confirm imp_1", "confirm imp_1");
  }

  @Test
  void verifyOfAnotherOrderThanNamed_asksNobody() {
    gateway.show("imp_1", "order_1", Known.PAID, 0);

    Confirmation outcome =
        named("imp_1", "order_1", null).verify(gateway, OrderId.of("order_2"), PRICE);

    assertThat(((NotConfirmed) outcome).mismatches()).hasSize(1);
    assertThat(((NotConfirmed) outcome).payment()).isEmpty();
  }

  @Test
  void verifyByOrderAlone_withoutAPayment_isNotFound() {
    Confirmation outcome =
        named(null, "order_1", null).verify(gateway, OrderId.of("order_1"), PRICE);

    assertThat(((NotConfirmed) outcome).reason()).isEqualTo(Reason.NOT_FOUND);
  }

  @Test
  void fetch_refusesAPaymentOfAnotherOrder_andAnotherGateway() {
    gateway.show("imp_1", "order_1", Known.PAID, 0);
    UntrustedPayment ofToss = ofToss("imp_1", null, null);

    assertThat(named("imp_1", "order_1", null).fetch(gateway)).isPresent();
    assertThatThrownBy(() -> named("imp_1", "order_2", null).fetch(gateway))
        .isInstanceOf(RejectedRequestException.class)
        .hasMessageContaining("imp_uid")
        .hasMessageNotContaining("order_2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ofToss.fetch(gateway))
        .isNotInstanceOf(RejectedRequestException.class);
  }

  @Test
  void otherGatewaysPayment_isRefusedUnasked() {
    gateway.name = "iamport";
    gateway.show("imp_1", "order_1", Known.PAID, 0);
    UntrustedPayment ofToss = ofToss(null, "order_1", Known.PAID);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ofToss.verify(gateway, OrderId.of("order_1"), PRICE))
        .withMessageContaining("toss");
    assertThatIllegalArgumentException().isThrownBy(() -> ofToss.fetch(gateway));
    assertThat(gateway.calls).isEmpty();
  }

  @Test
  void otherGatewaysPayment_atAStandInWithoutAName_isRefusedByWhatItShows() {
    gateway.show("imp_1", "order_1", Known.PAID, 0);

    for (String id : Arrays.asList("imp_1", null)) {
      UntrustedPayment ofToss = ofToss(id, "order_1", Known.PAID);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ofToss.verify(gateway, OrderId.of("order_1"), PRICE));
    }
  }

  @Test
  void nothingNamed_isRefused() {
    assertThatThrownBy(() -> named(null, null, Known.PAID))
        .isInstanceOf(RejectedRequestException.class)
        .hasMessageContaining("neither imp_uid nor merchant_uid");
  }

  @Test
  void claimedStatusThatIsNoWord_isNone_andForgesNoLogLine() {
    UntrustedPayment named =
        UntrustedPayment.of(
            TERMS,
            PaymentId.of("imp_1"),
            null,
            new PaymentStatus(Known.UNKNOWN, "paid\n2026-11-20 ERROR forged"));

    assertThat(named.toString()).doesNotContain("\n").contains("imp_uid=imp_1");
    assertThat(named.claimedStatus()).isEmpty();
  }
}
