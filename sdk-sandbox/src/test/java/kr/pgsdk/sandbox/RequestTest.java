package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.iamport.model.IamportPayment;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.model.TossPayment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The open call of both clients, as its Javadoc shows it. */
class RequestTest {
  private static final OrderId ORDER = OrderId.of("order_9001");
  private static final Money PRICE = Money.krw(15_000);

  private final Sandbox sandbox = Sandbox.start();
  private final TossGateway toss = Gateways.toss(sandbox).build();
  private final IamportGateway iamport = Gateways.iamport(sandbox).build();

  @AfterEach
  void close() {
    toss.close();
    iamport.close();
    sandbox.close();
  }

  @Test
  void toss_paymentIsReadFromTheAnswer() {
    PaymentId id = sandbox.buyer().onToss().authenticate(ORDER, PRICE).paymentId();

    String json = toss.client().request("GET", "/v1/payments/orders/" + ORDER, null);

    assertThat(TossPayment.parse(json).paymentKey()).isEqualTo(id);
  }

  @Test
  void iamport_paymentIsReadFromTheAnswer() {
    PaymentId id = sandbox.buyer().onIamport().payInTestChannel(ORDER, PRICE).paymentId();

    String json =
        iamport.client().request("GET", "/payments/" + id + "?include_sandbox=true", null);

    assertThat(IamportPayment.parse(json).orderId()).isEqualTo(ORDER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE"})
  void whateverMayMoveMoney_isSentOnce(String method) {
    for (SandboxGateway server : new SandboxGateway[] {sandbox.toss(), sandbox.iamport()}) {
      server.inject(Fault.of(FaultKind.ANSWER_LOST).on(method, "/newer"));
    }

    assertThat(catchThrowable(() -> toss.client().request(method, "/newer/1?a=b", "{}")))
        .isNotNull();
    assertThat(catchThrowable(() -> iamport.client().request(method, "/newer/1?a=b", "{}")))
        .isNotNull();

    assertThat(sandbox.toss().journal().count(method, "/newer")).isEqualTo(1);
    assertThat(sandbox.iamport().journal().count(method, "/newer")).isEqualTo(1);
  }
}
