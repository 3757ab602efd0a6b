package kr.pgsdk.portone.billing;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneCard;
import kr.pgsdk.portone.model.PortOneObject;

/**
 * A means of payment that a billing key stands for: a card, an account, a wallet and what is in it.
 */
public final class PortOneBillingKeyMethod extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneBillingKeyMethod(JsonObject json) {
    super(json);
  }

  /** Its kind, in PortOne's words. */
  public Optional<String> type() {
    return text("type");
  }

  /** The card. */
  public Optional<PortOneCard> card() {
    return object("card", PortOneCard::new);
  }

  /** The wallet, in PortOne's words. */
  public Optional<String> provider() {
    return text("provider");
  }

  /** The means of payment. */
  public Optional<PortOneBillingKeyMethod> method() {
    return object("method", PortOneBillingKeyMethod::new);
  }

  /** The phone's number. */
  public Optional<String> phoneNumber() {
    return text("phoneNumber");
  }

  /** The bank, in PortOne's words, such as {@code SHINHAN}. */
  public Optional<String> bank() {
    return text("bank");
  }

  /** The account's number, masked. */
  public Optional<String> accountNumber() {
    return text("accountNumber");
  }
}
