package kr.pgsdk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.spring.ShopApp.TestShop;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A shop that isn't at the root of its server, nor its controllers at the root of the shop. */
@Tag("slow")
class ServletPathTest {
  @Test
  void addresses_haveContextAndServletPath() {
    try (RunningShop running =
        new RunningShop(
            ShopApp.class, "server.servlet.context-path=/kr", "spring.mvc.servlet.path=/app")) {
      OrderId id = running.bean(TestShop.class).put(15_000, "toss");
      assertThat(running.get("/kr/app/pay/" + id).body())
          .contains("\"successUrl\":\"" + running.url() + "/kr/app/pg/return/toss?order=" + id);
      BrowserReturn back = running.sandbox.buyer().onToss().authenticate(id, Money.krw(15_000));
      String query = running.sandbox.buyer().onToss().successQuery(back);
      assertThat(running.get("/kr/app/pg/return/toss?" + query).headers().firstValue("location"))
          .hasValue("/kr/app/orders/" + id + "?payment=paid");
      byte[] broken = {'x'};
      assertThat(
              running.post("/kr/app/pg/webhooks/toss", "multipart/form-data", broken).statusCode())
          .isEqualTo(415);
    }
  }
}
