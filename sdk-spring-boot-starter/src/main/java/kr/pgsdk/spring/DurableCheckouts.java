package kr.pgsdk.spring;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import kr.pgsdk.core.CheckoutOptions;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.Checkout;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.store.StoreException;
import kr.pgsdk.durable.store.Transactions;
import kr.pgsdk.durable.store.Transactions.Isolation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Opens orders by {@link DurablePayments}. */
final class DurableCheckouts implements Checkouts {
  private final DurablePayments payments;
  private final Merchants merchants;
  private final ObjectProvider<PgShop> shop;
  private final ObjectProvider<Transactions> transactions;
  private final ObjectProvider<ReturnAddress> returns;

  DurableCheckouts(
      DurablePayments payments,
      Merchants merchants,
      ObjectProvider<PgShop> shop,
      ObjectProvider<Transactions> transactions,
      ObjectProvider<ReturnAddress> returns) {
    this.payments = payments;
    this.merchants = merchants;
    this.shop = shop;
    this.transactions = transactions;
    this.returns = returns;
  }

  @Override
  public Optional<Checkout> open(OrderId orderId) {
    return order(orderId).map(order -> payments.open(completed(order, null)));
  }

  @Override
  public Optional<Checkout> open(OrderId orderId, String merchant) {
    return merchants
        .find(merchant)
        .flatMap(at -> order(orderId).map(order -> payments.open(completed(order, at.name()))));
  }

  @Override
  public CheckoutPage page(Checkout.Ready ready) {
    return CheckoutPage.of(merchants.get(ready.account()), ready.preparation());
  }

  private Optional<OpenOrder> order(OrderId orderId) {
    Transactions own = transactions.getIfAvailable();
    if (own == null || own.active()) { // active: open refuses it, and says why
      return shop.getObject().order(orderId);
    }
    try {
      return own.inNew(Isolation.OF_THE_SHOP, connection -> shop.getObject().order(orderId));
    } catch (SQLException e) {
      throw new StoreException(StoreException.Kind.OTHER, "the order can't be read", e);
    }
  }

  private OpenOrder completed(OpenOrder order, @Nullable String chosen) {
    String merchant = chosen != null ? chosen : order.account().orElseGet(this::only);
    OpenOrder.Builder completed = OpenOrder.builder(order.orderId(), order.price());
    order.orderName().ifPresent(completed::orderName);
    if (merchant == null) {
      return completed.checkout(order.checkout()).build(); // open says which there are
    }
    return completed
        .account(merchant)
        .checkout(options(order.checkout(), merchant, order.orderId()))
        .build();
  }

  private @Nullable String only() {
    Collection<Merchant> all = merchants.all();
    return all.size() == 1 ? all.iterator().next().name() : null;
  }

  private CheckoutOptions options(CheckoutOptions of, String merchant, OrderId orderId) {
    ReturnAddress addresses = returns.getIfAvailable();
    String back = addresses == null ? null : addresses.of(merchant, orderId).orElse(null);
    if (back == null || of.returnUrl().isPresent()) {
      return of;
    }
    CheckoutOptions.Builder options = CheckoutOptions.builder().returnUrl(back);
    of.method().ifPresent(options::method);
    of.customerKey().ifPresent(options::customerKey);
    of.buyerName().ifPresent(options::buyerName);
    of.buyerEmail().ifPresent(options::buyerEmail);
    of.buyerPhone().ifPresent(options::buyerPhone);
    of.parameters().forEach(options::parameter);
    return options.build();
  }
}
