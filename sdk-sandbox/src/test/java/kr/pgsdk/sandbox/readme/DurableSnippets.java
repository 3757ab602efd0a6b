package kr.pgsdk.sandbox.readme;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.Preparation;
import kr.pgsdk.core.VirtualAccount;
import kr.pgsdk.core.webhook.Parameters;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.durable.Arrival;
import kr.pgsdk.durable.Attention;
import kr.pgsdk.durable.Checkout;
import kr.pgsdk.durable.Closing;
import kr.pgsdk.durable.Delivery;
import kr.pgsdk.durable.Discrepancy;
import kr.pgsdk.durable.DurableListener;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.PaymentEvent;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.RefundView;
import kr.pgsdk.durable.Resolution;
import kr.pgsdk.durable.Stats;
import kr.pgsdk.durable.store.JdbcPaymentStore;
import kr.pgsdk.durable.store.StoreException;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.webhook.TossSuccessRedirect;
import kr.pgsdk.toss.webhook.TossWebhook;
import org.jspecify.annotations.Nullable;

/** The code in docs/durable.md. A test runs it, and holds the page to it word by word. */
final class DurableSnippets implements AutoCloseable {
  private final DataSource database;
  private final Shop shop;
  private final DurablePayments payments;

  DurableSnippets(DataSource database, TossGateway gateway, Shop shop) {
    this.database = database;
    this.shop = shop;
    this.payments = start(database, gateway);
  }

  /** What the page takes for granted of a shop. */
  interface Shop {
    void book(Connection connection, OrderId orderId, BigDecimal change) throws SQLException;

    void markPaid(Connection connection, OrderId orderId) throws SQLException;

    void markOver(Connection connection, OrderId orderId) throws SQLException;

    void mail(PaymentEvent event, String deliveryId);

    void takeBack(Connection connection, String returnId) throws SQLException;

    String checkoutPage(Preparation preparation);

    String thanks(OrderId orderId);

    String transferTo(VirtualAccount account);

    String isOver(OrderId orderId);

    String notPaid(Arrival.Reason why);

    String reloadIn(Duration pause);

    void lookAt(LocalDate day, Discrepancy.Kind kind, PaymentId paymentId, String sentence);

    void gauge(String name, long value);

    void count(String name);
  }

  private DurablePayments start(DataSource database, TossGateway gateway) {
    // snippet setup
    JdbcPaymentStore store = JdbcPaymentStore.builder(database).build();
    store.createSchema(); // or run the schema files with your migrations
    DurablePayments payments =
        DurablePayments.builder(store, this::onEvent)
            .account("main", gateway, gateway.transactions())
            .afterwards(shop::mail)
            .listener(new Counters())
            .build()
            .resumeEvery(Duration.ofSeconds(10));
    // end
    return payments;
  }

  // snippet handler
  void onEvent(PaymentEvent event, Delivery delivery) throws SQLException {
    Connection connection = delivery.connection(); // the SDK commits it
    BigDecimal before = event.before().held().amount();
    shop.book(connection, event.orderId(), event.now().held().amount().subtract(before));
    if (event instanceof PaymentEvent.OrderPaid) {
      shop.markPaid(connection, event.orderId());
    } else if (event instanceof PaymentEvent.Ended) {
      shop.markOver(connection, event.orderId());
    }
  }

  // end

  // snippet open
  String checkout(OrderId orderId, Money price) {
    Checkout checkout =
        payments.open(OpenOrder.builder(orderId, price).orderName("T-shirt").build());
    if (checkout instanceof Checkout.Ready ready) {
      return shop.checkoutPage(ready.preparation());
    } else if (checkout instanceof Checkout.UnderWay wait) {
      return shop.reloadIn(wait.askAgainIn());
    } else if (checkout instanceof Checkout.Closed) {
      return shop.isOver(orderId); // give the buyer's next try a new order id
    }
    return shop.thanks(orderId); // Paid, or Free: a price of 0
  }

  // end

  // snippet returned
  String success(String query) {
    Arrival arrival =
        payments.returned(TossSuccessRedirect.read(Parameters.ofQuery(query)).toReturn());
    if (arrival instanceof Arrival.Paid paid) {
      return shop.thanks(paid.orderId()); // onEvent has run, or will
    } else if (arrival instanceof Arrival.AwaitingDeposit waiting) {
      return shop.transferTo(waiting.payment().virtualAccount().orElseThrow());
    } else if (arrival instanceof Arrival.NotPaid not) {
      return shop.notPaid(not.why()); // see the reasons below
    }
    return shop.reloadIn(((Arrival.UnderWay) arrival).askAgainIn());
  }

  // end

  // snippet webhook
  int tossWebhook(InputStream body, UnaryOperator<@Nullable String> header) throws IOException {
    try {
      TossWebhook webhook = TossWebhook.read(WebhookRequest.read(body, header));
      UntrustedPayment named = webhook.payment().orElse(null);
      return named == null ? 200 : payments.notified(named);
    } catch (RejectedRequestException refused) {
      return refused.httpStatus(); // not Toss's, or not readable
    } catch (StoreException notStored) {
      return 503; // the database failed: Toss sends it again
    }
  }

  // end

  // snippet requestRefund
  void acceptReturn(OrderId orderId, String returnId, Money price) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        shop.takeBack(connection, returnId); // your own tables
        payments.requestRefund(
            connection, Refund.partial(returnId, orderId, price, "item returned").build());
        connection.commit(); // from now on the refund will be sent
      } catch (SQLException | RuntimeException failed) {
        connection.rollback(); // and now it never will
        throw failed;
      }
    }
  }

  // end

  // snippet refund
  String refundNow(OrderId orderId, String refundId) {
    RefundView refund =
        payments.refund(Refund.full(refundId, orderId, "cancelled by the buyer").build());
    return switch (refund.state()) {
      case DONE -> "refunded";
      case REFUSED, FAILED -> "not refunded: " + refund.message().orElse("");
      default -> "under way"; // resume goes on; ask refundState(refundId) later
    };
  }

  // end

  // snippet close
  String giveUp(OrderId orderId) {
    Closing closing = payments.close(orderId, "out of stock");
    return switch (closing) {
      case CLOSED -> "closed";
      case CLOSING_ACCOUNT -> "closed soon, unless the deposit comes first";
      case ACCOUNT_STAYS_OPEN -> "the gateway won't close its account: try again later";
      case UNDER_WAY -> "a payment is being captured: try again in a minute";
      case PAID -> "paid already: refund it";
    };
  }

  // end

  // snippet resolve
  void resolve(Attention doubt, boolean consoleShowsIt, String by) {
    payments.resolve(
        doubt.subject(), // the refund id
        consoleShowsIt ? Resolution.DONE : Resolution.NOT_DONE,
        by,
        "seen in the gateway's console");
  }

  // end

  // snippet reconcile
  void reconcile(LocalDate today) { // the day in Korea
    for (int days = 1; days <= 3; days++) {
      LocalDate day = today.minusDays(days);
      try (Stream<Discrepancy> differences = payments.reconcile("main", day)) {
        differences.forEach(one -> shop.lookAt(day, one.kind(), one.paymentId(), one.sentence()));
      }
    }
  }

  // end

  // snippet stats
  void measure() {
    Stats stats = payments.stats();
    shop.gauge("payments.due", stats.due());
    shop.gauge("payments.capturesInDoubt", stats.capturesInDoubt());
    stats.refunds().forEach((state, count) -> shop.gauge("refunds." + state, count.count()));
    shop.gauge("payments.attention", payments.attention(100).size());
  }

  final class Counters implements DurableListener {
    @Override
    public void handlerFailed(OrderId orderId, int failures, Throwable failure) {
      shop.count("payments.handlerFailed");
    }

    @Override
    public void inDoubt(OrderId orderId) {
      shop.count("payments.inDoubt");
    }
  }

  // end

  DurablePayments payments() {
    return payments;
  }

  @Override
  public void close() {
    payments.close();
  }
}
