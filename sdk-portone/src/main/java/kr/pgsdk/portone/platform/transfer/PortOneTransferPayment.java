package kr.pgsdk.portone.platform.transfer;

import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/**
 * The payment of a sale: one of PortOne's, or one that PortOne doesn't know. {@link #type} tells
 * which.
 */
public final class PortOneTransferPayment extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneTransferPayment(JsonObject json) {
    super(json);
  }

  /** {@code PORT_ONE} or {@code EXTERNAL}. */
  public Optional<String> type() {
    return text("type");
  }

  /** The shop's id for the payment. */
  public Optional<String> id() {
    return text("id");
  }

  /** The store it was made at. */
  public Optional<String> storeId() {
    return text("storeId");
  }

  /** The channel it went through. */
  public Optional<String> channelKey() {
    return text("channelKey");
  }

  /** What was bought. */
  public Optional<String> orderName() {
    return text("orderName");
  }

  /** The currency's code, such as {@code KRW}. */
  public Optional<String> currency() {
    return text("currency");
  }

  /** How it was paid. */
  public Optional<Method> method() {
    return object("method", Method::new);
  }

  /** How it was paid, in a summary: in PortOne's words, such as {@code CARD}. */
  public Optional<String> methodType() {
    return text("methodType");
  }

  /** When it was paid. */
  public Optional<Instant> paidAt() {
    return time("paidAt");
  }

  /** How a sale was paid. */
  public static final class Method extends PortOneObject {
    Method(JsonObject json) {
      super(json);
    }

    /** In PortOne's words, such as {@code CARD} or {@code EASY_PAY}. */
    public Optional<String> type() {
      return text("type");
    }

    /** The wallet of an {@code EASY_PAY}, such as {@code KAKAOPAY}. */
    public Optional<String> provider() {
      return text("provider");
    }

    /** What that wallet paid with: {@code CARD}, {@code TRANSFER} or {@code CHARGE}. */
    public Optional<String> methodType() {
      return text("methodType");
    }
  }
}
