package kr.pgsdk.core;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A card company's promotion that took something off the price. {@link Payment#amount()} is what
 * was paid: the price less {@link #discount()}. Only Iamport reports promotions.
 */
public final class Promotion implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private final @Nullable String id;
  private final Money discount;

  private Promotion(@Nullable String id, Money discount) {
    this.id = id;
    this.discount = Objects.requireNonNull(discount, "discount");
  }

  /** Returns a promotion; {@code null} if the gateway gave it no id. */
  public static Promotion of(@Nullable String id, Money discount) {
    return new Promotion(id, discount);
  }

  /** The gateway's id for it. */
  public Optional<String> id() {
    return Optional.ofNullable(id);
  }

  /** How much was taken off, in the payment's currency. */
  public Money discount() {
    return discount;
  }

  /** Shows the discount, and the id if it is a plain word. */
  @Override
  public String toString() {
    boolean shown = id != null && id.matches("[A-Za-z0-9_-]{1,60}");
    return "Promotion[" + (shown ? id : "?") + ", " + discount + " off]";
  }

  @Serial
  private Object writeReplace() {
    return SerializedForm.of(SerializedForm.Kind.PROMOTION, id, discount);
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw SerializedForm.notThis();
  }
}
