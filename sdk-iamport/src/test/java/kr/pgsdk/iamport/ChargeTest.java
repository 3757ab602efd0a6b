package kr.pgsdk.iamport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kr.pgsdk.core.BillingKey;
import kr.pgsdk.core.ChargeRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.TransportException;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Iamport's answers to a charge prove, and what they don't. */
class ChargeTest {
  private static final OrderId ORDER = OrderId.of(PaymentBody.MERCHANT_UID);
  private static final ChargeRequest REQUEST =
      ChargeRequest.builder(BillingKey.of("uid-1"), ORDER, Money.krw(15_000), "T-shirt").build();

  private final FakeIamport iamport = new FakeIamport();
  private final IamportGateway gateway = iamport.gateway().build();

  @AfterEach
  void close() {
    gateway.close();
    iamport.close();
  }

  private Confirmation charge() {
    return gateway.billing().charge(REQUEST);
  }

  private static PaymentBody byKey(PaymentBody payment) {
    return payment.with("channel", "\"api\"").with("customer_uid", "\"uid-1\"");
  }

  /** A checkout that failed, and was to issue the billing key as well. */
  private static PaymentBody checkoutThatIssues() {
    return PaymentBody.failed()
        .with("channel", "\"pc\"")
        .with("customer_uid", "\"uid-1\"")
        .with("customer_uid_usage", "\"issue\"");
  }

  private static MockResponse page(PaymentBody payment) {
    return FakeIamport.ok("{\"total\":1,\"previous\":0,\"next\":0,\"list\":[" + payment + "]}");
  }

  @Test
  void failedCheckoutThatWasToIssueTheKey_isNoDecline() {
    iamport.serve(page(checkoutThatIssues()), FakeIamport.ok(byKey(PaymentBody.paid())));

    assertThat(charge()).isInstanceOf(Confirmed.class);
    assertThat(iamport.arrived("POST")).isEqualTo(1);
  }

  @Test
  void lostCharge_andAFailedCheckoutThatWasToIssueTheKey_isADoubt() {
    iamport.serve(FakeIamport.notFound(), FakeIamport.CUT_AFTER_READ, page(checkoutThatIssues()));

    assertThatThrownBy(this::charge).isInstanceOf(OutcomeUnknownException.class);
    assertThat(iamport.arrived("POST")).isEqualTo(1);
  }

  @Test
  void refusedAsPaidAlready_andAStaleLook_isADoubt_untilTheNextLookShowsThePayment() {
    iamport.serve(
        FakeIamport.notFound(),
        FakeIamport.refusal(200, 1, "이미 결제가 이루어진 거래건입니다."),
        FakeIamport.notFound());
    assertThatThrownBy(this::charge).isInstanceOf(OutcomeUnknownException.class);

    iamport.serve(page(byKey(PaymentBody.paid())));
    assertThat(charge()).isInstanceOf(Confirmed.class);
    assertThat(iamport.arrived("POST")).isEqualTo(1);
  }

  @Test
  void chargedBefore_andALookShowsAnEarlierDecline_isNoDecline_andNotSentAgain() {
    iamport.serve(FakeIamport.notFound(), FakeIamport.ok(byKey(PaymentBody.paid())));
    assertThat(charge()).isInstanceOf(Confirmed.class);

    iamport.serve(page(byKey(PaymentBody.failed())));
    assertThatThrownBy(this::charge)
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("was not sent");
    assertThat(iamport.arrived("POST")).isEqualTo(1);

    iamport.serve(page(byKey(PaymentBody.paid())));
    assertThat(charge()).isInstanceOf(Confirmed.class);
  }

  @Test
  void foundPaidBefore_andALookShowsAnEarlierDecline_isNoDecline() {
    iamport.serve(page(byKey(PaymentBody.paid())));
    assertThat(charge()).isInstanceOf(Confirmed.class);

    iamport.serve(page(byKey(PaymentBody.failed())));
    assertThatThrownBy(this::charge).isInstanceOf(TransportException.class);
    assertThat(iamport.arrived("POST")).isZero();
  }
}
