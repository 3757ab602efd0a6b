package kr.pgsdk.portone.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kr.pgsdk.portone.PortOneServer.AMOUNT;
import static kr.pgsdk.portone.PortOneServer.ORDER_ID;
import static kr.pgsdk.portone.PortOneServer.TRANSACTION_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.webhook.Parameters;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.portone.PortOneServer;
import kr.pgsdk.portone.model.Pay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PortOneRedirectTest {
  private PortOneServer portone;

  @BeforeEach
  void start() throws Exception {
    portone = new PortOneServer();
  }

  @AfterEach
  void stop() {
    portone.close();
  }

  private static PortOneRedirect query(String query) {
    return PortOneRedirect.read(Parameters.ofQuery(query));
  }

  @Test
  void tokenAndIds_areHandedOn_andTheTokenIsNotShown() {
    PortOneRedirect back =
        query(
            "transactionType=PAYMENT&paymentId=order9001&txId="
                + TRANSACTION_ID
                + "&paymentToken=token-secret-1");

    ConfirmRequest request = back.confirmRequest(ORDER_ID, AMOUNT);

    assertThat(request.paymentToken()).contains("token-secret-1");
    assertThat(request.returnedOrderId()).contains(ORDER_ID);
    assertThat(request.returnedMoney()).isEmpty();
    assertThat(back.toString()).doesNotContain("token-secret-1");
    assertThat(back.toReturn().toString()).doesNotContain("token-secret-1");
  }

  @Test
  void anotherOrder_isAMismatch_withoutARequest() {
    PortOneRedirect back = query("paymentId=another&txId=" + TRANSACTION_ID);

    NotConfirmed refused = (NotConfirmed) back.confirm(portone.gateway(), ORDER_ID, AMOUNT);

    assertThat(refused.reason()).isEqualTo(Reason.MISMATCH);
    assertThat(portone.lines()).isEmpty();
  }

  @Test
  void failure_isAskedAboutAllTheSame() {
    portone.serve(PortOneServer.ok(Pay.paid()));
    PortOneRedirect back =
        query(
            "paymentId=order9001&txId="
                + TRANSACTION_ID
                + "&code=FAILURE_TYPE_PG&message=%EC%8B%A4%ED%8C%A8&pgCode=8888&pgMessage=limit");

    assertThat(back.claimedCode()).contains("FAILURE_TYPE_PG");
    assertThat(back.claimedMessage()).contains("실패");
    assertThat(back.claimedPgCode()).contains("8888");
    assertThat(back.claimedPgMessage()).contains("limit");
    assertThat(back.confirm(portone.gateway(), ORDER_ID, AMOUNT)).isInstanceOf(Confirmed.class);
  }

  @Test
  void withoutATransaction_theOrderIsLookedUpFirst() {
    portone.serve(
        PortOneServer.ok(Pay.paid()), PortOneServer.ok(Pay.paid()), PortOneServer.notFound());
    PortOneRedirect back = query("paymentId=order9001");

    assertThat(back.confirm(portone.gateway(), ORDER_ID, AMOUNT)).isInstanceOf(Confirmed.class);
    assertThat(back.confirm(portone.gateway(), ORDER_ID, AMOUNT))
        .isInstanceOfSatisfying(
            NotConfirmed.class, n -> assertThat(n.reason()).isEqualTo(Reason.NOT_FOUND));
    assertThatExceptionOfType(RejectedRequestException.class)
        .isThrownBy(() -> back.confirmRequest(ORDER_ID, AMOUNT));
  }

  @Test
  void callback_isReadAsJsonAndAsAForm() {
    String json = "{\"paymentId\":\"order9001\",\"txId\":\"tx-1\",\"paymentToken\":\"t-1\"}";
    for (String body : new String[] {json, "paymentId=order9001&txId=tx-1&paymentToken=t-1"}) {
      PortOneRedirect back =
          PortOneRedirect.readCallback(WebhookRequest.of(body.getBytes(UTF_8), name -> null));

      assertThat(back.payment().claimedOrderId()).contains(OrderId.of("order9001"));
      assertThat(back.confirmRequest(ORDER_ID, AMOUNT).paymentToken()).contains("t-1");
    }
  }

  @Test
  void tokenThatCannotBeOne_isRejected_notTheShopsMistake() {
    PortOneRedirect back = query("paymentId=order9001&txId=tx-1&paymentToken=a%0Ab");

    assertThatExceptionOfType(RejectedRequestException.class)
        .isThrownBy(() -> back.confirmRequest(ORDER_ID, AMOUNT));
  }

  @Test
  void nothingNamed_orNamedTwice_orAnothers_isRejected() {
    for (String query :
        new String[] {
          "code=x", "paymentId=a&paymentId=b", "paymentId=%0A", "imp_uid=imp_1&merchant_uid=m"
        }) {
      assertThatExceptionOfType(RejectedRequestException.class).isThrownBy(() -> query(query));
    }
  }
}
