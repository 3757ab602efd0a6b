package kr.pgsdk.portone.platform.transfer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** One product of a sale. */
public final class PortOneTransferLine extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneTransferLine(JsonObject json) {
    super(json);
  }

  /** What was sold. */
  public Optional<Product> product() {
    return object("product", Product::new);
  }

  /** How many of it. */
  public OptionalInt quantity() {
    return integer("quantity");
  }

  /** The discounts on it. Unmodifiable. */
  public List<PortOneTransferDiscount> discounts() {
    return objects("discounts", PortOneTransferDiscount::new);
  }

  /** The fees on it besides the platform's own. Unmodifiable. */
  public List<PortOneTransferFee> additionalFees() {
    return objects("additionalFees", PortOneTransferFee::new);
  }

  /** What its settlement is calculated from. */
  public Optional<PortOneTransferAmounts> amounts() {
    return object("amount", PortOneTransferAmounts::new);
  }

  /** What was sold. */
  public static final class Product extends PortOneObject {
    Product(JsonObject json) {
      super(json);
    }

    /** The product's id. */
    public Optional<String> id() {
      return text("id");
    }

    /** The name. */
    public Optional<String> name() {
      return text("name");
    }

    /** The price of one, in minor units. */
    public Optional<BigDecimal> amount() {
      return number("amount");
    }

    /** The tax-free part of it. */
    public Optional<BigDecimal> taxFreeAmount() {
      return number("taxFreeAmount");
    }

    /** A word that the platform gave it. */
    public Optional<String> tag() {
      return text("tag");
    }
  }
}
