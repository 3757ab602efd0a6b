package kr.pgsdk.iamport.model;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** An amount registered for an order: the checkout window won't open for another one. */
public final class IamportPreparedPayment extends IamportObject {
  /** ISO 4217 for "no currency". */
  private static final String NO_CURRENCY = "XXX";

  private final OrderId orderId;
  private final BigDecimal amount;
  private final @Nullable String currency;

  private IamportPreparedPayment(
      JsonObject json, OrderId orderId, BigDecimal amount, @Nullable String currency) {
    super(json);
    this.orderId = orderId;
    this.amount = amount;
    this.currency = currency;
  }

  /**
   * Reads a response.
   *
   * @param sent the amount the response is to; what it doesn't repeat is as it was sent. Null for a
   *     lookup, where the amount must be there.
   * @throws kr.pgsdk.core.internal.json.JsonProblem if it is about another order or amount
   * @hidden
   */
  public static IamportPreparedPayment read(JsonObject json, OrderId asked, @Nullable Money sent) {
    if (!json.isNull("merchant_uid") && !asked.value().equals(json.requiredText("merchant_uid"))) {
      throw json.problem("merchant_uid", "is of another order than was asked for");
    }
    String currency = json.isNull("currency") ? null : json.requiredCurrency("currency");
    if (sent != null && json.isNull("amount")) {
      return new IamportPreparedPayment(json, asked, sent.amount(), currency);
    }
    Money amount = json.requiredMoney("amount", currency == null ? NO_CURRENCY : currency);
    IamportPreparedPayment prepared =
        new IamportPreparedPayment(json, asked, amount.amount(), currency);
    if (sent != null && !prepared.isFor(sent)) {
      throw json.problem("amount", "or currency is another than was sent");
    }
    return prepared;
  }

  /** Whether this is what was registered; a currency that isn't named isn't compared. */
  public boolean isFor(Money money) {
    return amount.compareTo(money.amount()) == 0
        && (currency == null || currency.equals(money.currency()));
  }

  /** The order. */
  public OrderId orderId() {
    return orderId;
  }

  /** The registered amount, in major units. */
  public BigDecimal amount() {
    return amount;
  }

  /** Its currency; empty if none was registered, and then the window doesn't compare it. */
  public Optional<String> currency() {
    return Optional.ofNullable(currency);
  }

  @Override
  public String toString() {
    return "IamportPreparedPayment["
        + orderId
        + ", "
        + amount.toPlainString()
        + " "
        + Objects.requireNonNullElse(currency, "(no currency)")
        + "]";
  }
}
