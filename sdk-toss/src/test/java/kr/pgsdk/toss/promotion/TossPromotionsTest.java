package kr.pgsdk.toss.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.TossServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TossPromotionsTest {
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
  void cards_theFieldsOfEach_byTossesNames() {
    toss.serve(
        TossServer.json(
            200,
            "{\"discountCards\":[{\"issuerCode\":\"61\",\"amount\":1000,\"more\":{\"a\":[1]}}],"
                + "\"interestFreeCards\":null}"));

    TossCardPromotions promotions = client.promotions().cards();

    assertThat(promotions.discountCards())
        .containsExactly(Map.of("issuerCode", "61", "amount", "1000", "more", ""));
    assertThat(promotions.interestFreeCards()).isEmpty();
    assertThat(promotions.toJson()).contains("\"more\":{\"a\":[1]}");
    assertThat(TossServer.line(toss.arrived().get(0))).isEqualTo("GET /v1/promotions/card");
  }

  @Test
  void all_isReadAsItCame() {
    toss.serve(TossServer.json(503, ""), TossServer.json(200, "{\"any\":{\"thing\":1}}"));

    assertThat(client.promotions().all().toJson()).isEqualTo("{\"any\":{\"thing\":1}}");

    assertThat(toss.arrived()).as("a read is repeated").hasSize(2);
  }

  @Test
  void all_aList_isMalformed() {
    toss.serve(TossServer.json(200, "[]"));

    assertThatThrownBy(() -> client.promotions().all())
        .isInstanceOf(MalformedResponseException.class);
  }
}
