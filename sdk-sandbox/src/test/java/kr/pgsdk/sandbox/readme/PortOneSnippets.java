package kr.pgsdk.sandbox.readme;

import java.time.Clock;
import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.webhook.Parameters;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.durable.Arrival;
import kr.pgsdk.durable.Checkout;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.store.StoreException;
import kr.pgsdk.portone.PortOneApiSecret;
import kr.pgsdk.portone.PortOneClient;
import kr.pgsdk.portone.PortOneGateway;
import kr.pgsdk.portone.platform.transfer.PortOneOrderTransferRequest;
import kr.pgsdk.portone.platform.transfer.PortOneTransfer;
import kr.pgsdk.portone.webhook.PortOneEvent;
import kr.pgsdk.portone.webhook.PortOneRedirect;
import kr.pgsdk.portone.webhook.PortOneWebhook;
import kr.pgsdk.portone.webhook.PortOneWebhookSecret;

/** The code of docs/portone.md. A test runs it and holds the pages to it. */
final class PortOneSnippets {
  private PortOneSnippets() {}

  // snippet gateway
  static PaymentGateway portOne(String apiSecret, String storeId, String channelKey) {
    return PortOneGateway.builder(PortOneApiSecret.of(apiSecret))
        .storeId(storeId)
        .channelKey(channelKey)
        .build();
  }

  // end

  // snippet open
  static String checkout(DurablePayments payments, OrderId orderId, Money price) {
    Checkout checkout =
        payments.open(OpenOrder.builder(orderId, price).orderName("T-shirt").build());
    return checkout instanceof Checkout.Ready ready
        ? ready.preparation().checkout().toJson()
        : ""; // paid already, closed, or under way: durable.md
  }

  // end

  // snippet returned
  static Arrival returned(DurablePayments payments, String query) {
    return payments.returned(PortOneRedirect.read(Parameters.ofQuery(query)).toReturn());
  }

  // end

  // snippet webhook
  static int webhook(
      DurablePayments payments, WebhookRequest request, List<PortOneWebhookSecret> secrets) {
    try {
      PortOneEvent event = PortOneWebhook.read(request).verify(secrets, Clock.systemUTC());
      return event.payment().map(payments::notified).orElse(200);
    } catch (RejectedRequestException refused) {
      return refused.httpStatus(); // not signed by PortOne, or not readable
    } catch (StoreException notStored) {
      return 503; // the database failed: PortOne sends it again
    }
  }

  // end

  // snippet partner
  static PortOneTransfer sold(PortOneClient client, OrderId paymentId, Money price) {
    PortOneOrderTransferRequest sale =
        PortOneOrderTransferRequest.ofAmount("bakery", paymentId, price.minorUnits())
            .id("sale-" + paymentId.value()) // a second one with this id is refused
            .build();
    return client.platform().transfers().order(sale);
  }
  // end
}
