package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.database.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A forged webhook names a payment that can't be looked up, beside the one that pays. */
@Timeout(100)
class DurableForgedHintTest {
  private static final Money PRICE = DurableShop.PRICE;

  private final OrderId order = OrderId.random();
  private Sandbox sandbox;
  private DurableShop shop;

  @AfterEach
  void stop() {
    shop.close();
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "IAMPORT,400", "IAMPORT,403", "IAMPORT,404", "IAMPORT,500", "IAMPORT,200",
    "TOSS,400", "TOSS,403", "TOSS,404", "TOSS,500", "TOSS,200",
    "PORTONE,400", "PORTONE,403", "PORTONE,404", "PORTONE,500", "PORTONE,200"
  })
  void paymentThatCannotBeLookedUp_keepsNoOtherFromBeingDelivered(Shop at, int status) {
    sandbox = Sandbox.start();
    shop = DurableShop.open(Pool.of(Database.H2.open(), 2), at, sandbox);
    shop.payments.open(OpenOrder.builder(order, PRICE).orderName("T-shirt").build());
    BrowserReturn back = at.checkout(sandbox, order, PRICE);
    PaymentId forged = PaymentId.of("forged-1");
    at.server(sandbox)
        .inject(
            Fault.answer(status, "application/json", "{\"code\":\"ODD\",\"message\":\"-\"}")
                .when(e -> e.path().contains("forged-1"))
                .always());
    shop.payments.notified(UntrustedPayment.of(at.terms(), forged, order, null));
    if (at == Shop.TOSS) {
      shop.payments.returned(DurableShop.back(at, back));
    } else {
      shop.payments.notified(DurableShop.webhook(at, back));
    }
    for (int i = 0; i < 3; i++) {
      shop.letTimePass();
    }
    assertThat(shop.booked()).containsExactly("OrderPaid 15000");
  }
}
