package shop

import kr.pgsdk.core.OrderId
import kr.pgsdk.sandbox.BrowserReturn
import kr.pgsdk.sandbox.Sandbox
import kr.pgsdk.spring.test.PgSandbox
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.springframework.beans.factory.annotation.Autowired
import org.springframework.boot.test.context.SpringBootTest
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment
import org.springframework.core.env.Environment
import org.springframework.web.client.RestClient
import org.springframework.web.client.body

/** Buys and is refunded at both gateways, over HTTP as a browser would. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@PgSandbox
class ShopTest(
  @Autowired private val sandbox: Sandbox,
  @Autowired private val purchases: Purchases,
  @Autowired environment: Environment,
) {
  private val browser =
    RestClient.create("http://localhost:" + environment.getProperty("local.server.port"))

  @Test
  fun boughtByToss() {
    val order = ordered("toss")
    val back = sandbox.buyer().onToss().authenticate(order.id, order.price)
    assertPaidAndRefunded(order, "/pg/return/toss?" + sandbox.buyer().onToss().successQuery(back))
  }

  @Test
  fun boughtByIamport() {
    val order = ordered("iamport")
    val back: BrowserReturn = sandbox.buyer().onIamport().pay(order.id, order.price)
    assertPaidAndRefunded(
      order,
      "/pg/return/iamport?imp_uid=${back.paymentId()}&merchant_uid=${order.id}",
    )
  }

  private fun ordered(merchant: String): Purchase {
    val made = browser.post().uri("/orders").retrieve().body<Map<String, Any>>()!!
    assertThat(made["price"]).isEqualTo(mapOf("amount" to 15_000, "currency" to "KRW"))
    val order = purchases.read(OrderId.of(made["id"] as String))
    val page =
      browser.post().uri("/orders/${order.id}/pay/$merchant").retrieve().body<Map<String, Any>>()!!
    assertThat(page["script"])
      .isEqualTo(if (merchant == "toss") sandbox.tossScriptUrl() else sandbox.iamportScriptUrl())
    return order
  }

  private fun assertPaidAndRefunded(order: Purchase, back: String) {
    browser.get().uri(back).retrieve().toBodilessEntity()
    assertThat(state(order.id)).isEqualTo("PAID")
    assertThat(browser.post().uri("/orders/${order.id}/refund").retrieve().body<String>())
      .isEqualTo("DONE")
    assertThat(state(order.id)).isEqualTo("REFUNDED")
  }

  private fun state(id: OrderId): String = purchases.read(id).state
}
