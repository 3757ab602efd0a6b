package kr.pgsdk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.spring.ShopApp.TestShop;
import kr.pgsdk.spring.web.PgReturns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A shop with addresses of its own, behind a filter that reads parameters, and a source check. */
class OwnEndpointsTest {
  private static RunningShop running;

  @BeforeAll
  static void start() {
    running =
        new RunningShop(
            App.class, "pgsdk.returns.enabled=false", "pgsdk.webhooks.check-source=true");
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Configuration(proxyBeanMethods = false)
  @Import(ShopApp.class)
  static class App {
    /** As Spring Security's against forged requests. */
    @Bean
    Filter readsParameters() {
      return (request, response, chain) -> {
        request.getParameter("_csrf");
        chain.doFilter(request, response);
      };
    }

    @RestController
    record Done(PgReturns returns) {
      @RequestMapping("/done")
      ResponseEntity<String> done(HttpServletRequest request) {
        return returns.receive("iamport", request);
      }
    }
  }

  @Test
  void ownController_takesAReturn_alsoAFormThatAFilterHasRead() {
    OrderId id = running.bean(TestShop.class).put(15_000, "iamport");
    running.bean(Checkouts.class).open(id);
    BrowserReturn back = running.sandbox.buyer().onIamport().pay(id, Money.krw(15_000));
    byte[] form =
        ("imp_uid=" + back.paymentId() + "&merchant_uid=" + id).getBytes(StandardCharsets.UTF_8);
    assertThat(running.get("/pg/return/iamport?merchant_uid=" + id).statusCode()).isEqualTo(404);
    assertThat(
            running
                .post("/done", "application/x-www-form-urlencoded", form)
                .headers()
                .firstValue("location"))
        .hasValue("/orders/" + id + "?payment=paid");
    assertThat(running.bean(TestShop.class).told(id)).containsExactly("OrderPaid");
  }

  @Test
  void webhookFromAnotherAddress_isRefused() {
    assertThat(
            running
                .post("/pg/webhooks/iamport", "application/json", new byte[] {0x7b, 0x7d})
                .statusCode())
        .isEqualTo(403);
  }
}
