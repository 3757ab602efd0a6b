package kr.pgsdk.toss.submall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.TossServer;
import kr.pgsdk.toss.custom.TossCustomRequest;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TossSubMallsTest {
  private TossServer toss;
  private TossClient client;

  @BeforeEach
  void start() throws Exception {
    toss = new TossServer();
    client = toss.client();
  }

  @AfterEach
  void stop() {
    client.close();
    toss.close();
  }

  @Test
  void requestSettlements_lostAnswer_isSentAgainUnderTheSameKey() {
    toss.serve(TossServer.CUT_AFTER_READ, TossServer.json(200, "[{\"payoutKey\":\"p-1\"}]"));
    TossCustomRequest request = TossCustomRequest.builder().jsonField("any", "[{\"a\":1}]").build();

    assertThat(client.subMalls().requestSettlements(request).toJson())
        .isEqualTo("[{\"payoutKey\":\"p-1\"}]");

    List<RecordedRequest> sent = toss.arrived();
    assertThat(sent).extracting(TossServer::key).containsOnly(request.idempotencyKey()).hasSize(2);
    assertThat(TossServer.body(sent.get(0))).isEqualTo("{\"any\":[{\"a\":1}]}");
  }

  @Test
  void requestSettlements_onlyLostAnswers_leaveDoubt_thatSaysWhatToLookUp() {
    toss.serve(TossServer.CUT_AFTER_READ, TossServer.CUT_AFTER_READ, TossServer.CUT_AFTER_READ);

    assertThatThrownBy(
            () -> client.subMalls().requestSettlements(TossCustomRequest.builder().build()))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessageContaining("Look the settlements up before anything else");
  }

  @Test
  void requestSettlements_emptyAnswer_provesNothing() {
    toss.serve(TossServer.json(200, ""), TossServer.json(200, ""), TossServer.json(200, ""));

    assertThatThrownBy(
            () -> client.subMalls().requestSettlements(TossCustomRequest.builder().build()))
        .isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void refusal_doesNotRepeatWhatWasSent() {
    toss.serve(
        TossServer.json(400, "{\"code\":\"INVALID_REQUEST\",\"message\":\"110-canary-77\"}"));

    assertThatThrownBy(
            () ->
                client
                    .subMalls()
                    .register(TossCustomRequest.builder().field("any", "110-canary-77").build()))
        .isInstanceOfSatisfying(
            GatewayException.class,
            e -> assertThat(e.gatewayMessage().orElse("")).doesNotContain("canary"));
  }

  @Test
  void ids_areEncodedIntoThePath_andMustSaySomething() {
    toss.serve(TossServer.json(200, "{}"), TossServer.json(200, ""));

    client.subMalls().update("a/b", TossCustomRequest.builder().build());
    assertThat(client.subMalls().delete("m", TossCustomRequest.builder().build()).toJson())
        .isEmpty();

    assertThat(toss.arrived())
        .extracting(TossServer::line)
        .containsExactly("POST /v1/payouts/sub-malls/a%2Fb", "POST /v1/payouts/sub-malls/m/delete");
    assertThatThrownBy(() -> client.subMalls().settlement(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("payoutKey");
  }

  @Test
  void settlements_sendTheQuery() {
    toss.serve(TossServer.json(200, "[]"));

    assertThat(client.subMalls().settlements(Map.of("any", "1")).toJson()).isEqualTo("[]");
    assertThat(TossServer.line(toss.arrived().get(0)))
        .isEqualTo("GET /v1/payouts/sub-malls/settlements?any=1");
  }
}
