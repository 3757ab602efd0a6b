package kr.pgsdk.iamport.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;

/**
 * What a payment's amount consists of, after refunds (PAYCO and KCP only). Amounts are in major
 * units of the payment's currency, which this response doesn't name.
 */
public final class IamportBalance extends IamportObject {
  private final BigDecimal amount;
  private final Breakdown now;
  private final List<Breakdown> histories;

  private IamportBalance(
      JsonObject json, BigDecimal amount, Breakdown now, List<Breakdown> histories) {
    super(json);
    this.amount = amount;
    this.now = now;
    this.histories = histories;
  }

  /**
   * Reads a balance in a response.
   *
   * @throws kr.pgsdk.core.internal.json.JsonProblem if it is none
   * @hidden
   */
  public static IamportBalance read(JsonObject json) {
    return new IamportBalance(
        json,
        json.requiredNumber("amount"),
        new Breakdown(json),
        json.objects("histories", Breakdown::new));
  }

  /** What was paid at first. */
  public BigDecimal amount() {
    return amount;
  }

  /** What is left of it by means of payment. */
  public Breakdown now() {
    return now;
  }

  /** The breakdowns up to now, in Iamport's order. Unmodifiable. */
  public List<Breakdown> histories() {
    return histories;
  }

  @Override
  public String toString() {
    return "IamportBalance[" + amount + "]";
  }

  /** What went through which means of payment. */
  public static final class Breakdown extends IamportObject {
    private Breakdown(JsonObject json) {
      super(json);
    }

    /** What a cash receipt was issued for. */
    public Optional<Parts> cashReceipt() {
      return parts("cash_receipt");
    }

    /** The first means of payment: card, transfer, virtual account, phone. */
    public Optional<Parts> primary() {
      return parts("primary");
    }

    /** The second: points of the payment company or the card company. */
    public Optional<Parts> secondary() {
      return parts("secondary");
    }

    /** What the payment company or the card company took off. */
    public Optional<Parts> discount() {
      return parts("discount");
    }

    /** When it was recorded; only in {@link #histories()}. */
    public Optional<Instant> created() {
      return time("created");
    }

    private Optional<Parts> parts(String name) {
      return object(name, Parts::new);
    }

    @Override
    public String toString() {
      return "Breakdown[" + created().map(Instant::toString).orElse("now") + "]";
    }
  }

  /** An amount by how it is taxed; 0 for whatever isn't said. */
  public static final class Parts extends IamportObject {
    private Parts(JsonObject json) {
      super(json);
    }

    /** Free of tax. */
    public BigDecimal taxFree() {
      return orZero("tax_free");
    }

    /** Taxed, without the tax. */
    public BigDecimal supply() {
      return orZero("supply");
    }

    /** The value added tax. */
    public BigDecimal vat() {
      return orZero("vat");
    }

    /** The service charge. */
    public BigDecimal service() {
      return orZero("service");
    }

    private BigDecimal orZero(String name) {
      return number(name).orElse(BigDecimal.ZERO);
    }

    @Override
    public String toString() {
      return "Parts[taxFree="
          + taxFree()
          + ", supply="
          + supply()
          + ", vat="
          + vat()
          + ", service="
          + service()
          + "]";
    }
  }
}
