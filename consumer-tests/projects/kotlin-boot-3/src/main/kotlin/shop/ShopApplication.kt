package shop

import java.util.Optional
import kr.pgsdk.core.Money
import kr.pgsdk.core.OrderId
import kr.pgsdk.durable.Checkout
import kr.pgsdk.durable.Delivery
import kr.pgsdk.durable.DurablePayments
import kr.pgsdk.durable.OpenOrder
import kr.pgsdk.durable.PaymentEvent
import kr.pgsdk.durable.Refund
import kr.pgsdk.spring.Checkouts
import kr.pgsdk.spring.PgShop
import org.springframework.boot.autoconfigure.SpringBootApplication
import org.springframework.boot.runApplication
import org.springframework.jdbc.core.simple.JdbcClient
import org.springframework.stereotype.Component
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.PathVariable
import org.springframework.web.bind.annotation.PostMapping
import org.springframework.web.bind.annotation.RestController

@SpringBootApplication
class ShopApplication

fun main(args: Array<String>) {
  runApplication<ShopApplication>(*args)
}

@Component
class Shop(private val jdbc: JdbcClient) : PgShop {
  override fun order(id: OrderId): Optional<OpenOrder> =
    jdbc
      .sql("select price from purchase where id = ? and state = 'NEW'")
      .param(id.value())
      .query(Long::class.java)
      .optional()
      .map { OpenOrder.builder(id, Money.krw(it)).orderName("T-shirt").build() }

  override fun paymentChanged(event: PaymentEvent, delivery: Delivery) {
    val state =
      when (event) {
        is PaymentEvent.OrderPaid -> "PAID"
        is PaymentEvent.MoneyReturned -> "REFUNDED"
        else -> return
      }
    jdbc
      .sql("update purchase set state = ? where id = ?")
      .params(state, event.orderId().value())
      .update()
  }
}

data class Purchase(val id: OrderId, val price: Money, val state: String)

data class Page(val script: String, val arguments: Map<String, Any>)

@RestController
class Purchases(
  private val jdbc: JdbcClient,
  private val checkouts: Checkouts,
  private val payments: DurablePayments,
) {
  @PostMapping("/orders")
  fun create(): Purchase {
    val id = OrderId.random()
    jdbc.sql("insert into purchase values (?, 15000, 'NEW')").param(id.value()).update()
    return read(id)
  }

  @GetMapping("/orders/{id}")
  fun read(@PathVariable("id") id: OrderId): Purchase =
    jdbc
      .sql("select price, state from purchase where id = ?")
      .param(id.value())
      .query { row, _ -> Purchase(id, Money.krw(row.getLong(1)), row.getString(2)) }
      .single()

  /** Without an else: the compiler knows all the cases of a Java interface that is sealed. */
  @PostMapping("/orders/{id}/pay/{merchant}")
  fun pay(@PathVariable("id") id: OrderId, @PathVariable("merchant") merchant: String): Page? =
    when (val checkout = checkouts.open(id, merchant).orElse(null)) {
      is Checkout.Ready ->
        Page(
          checkouts.page(checkout).scriptUrl().toString(),
          checkout.preparation().checkout().asMap(),
        )
      is Checkout.Closed,
      is Checkout.Free,
      is Checkout.Paid,
      is Checkout.UnderWay,
      null -> null
    }

  @PostMapping("/orders/{id}/refund")
  fun refund(@PathVariable("id") id: OrderId): String =
    payments.refund(Refund.full(id.value(), id, "changed my mind").build()).state().name
}
