package kr.pgsdk.iamport.billing;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.iamport.model.IamportObject;

/** A billing key at one channel, and the card behind it. */
public final class IamportBillingChannel extends IamportObject {
  IamportBillingChannel(JsonObject json) {
    super(json);
  }

  /** {@code pg_provider}: the payment company. */
  public Optional<String> pgProvider() {
    return text("pg_provider");
  }

  /** {@code pg_id}: the shop's id at the payment company. */
  public Optional<String> pgId() {
    return text("pg_id");
  }

  /** {@code sandbox}: whether it is a test channel; empty in a super billing key. */
  public Optional<Boolean> sandbox() {
    return flag("sandbox");
  }

  /** {@code card_name}: the card company's name. */
  public Optional<String> cardName() {
    return text("card_name");
  }

  /** {@code card_code}: the card company's code. */
  public Optional<String> cardCode() {
    return text("card_code");
  }

  /** {@code card_issuer_code}: the issuer's code. */
  public Optional<String> cardIssuerCode() {
    return text("card_issuer_code");
  }

  /** {@code card_issuer_name}: the issuer's name. */
  public Optional<String> cardIssuerName() {
    return text("card_issuer_name");
  }

  /** {@code card_publisher_code}: the code of the company that gave the card out. */
  public Optional<String> cardPublisherCode() {
    return text("card_publisher_code");
  }

  /** {@code card_publisher_name}: the name of the company that gave the card out. */
  public Optional<String> cardPublisherName() {
    return text("card_publisher_name");
  }

  /** {@code card_number}: the card's number, masked. */
  public Optional<String> cardNumber() {
    return text("card_number");
  }

  /** {@code card_type}: 0 for a credit card, 1 for a debit card; empty if unknown. */
  public OptionalInt cardType() {
    return integer("card_type");
  }

  /** {@code inserted}: when the key was issued. */
  public Optional<Instant> inserted() {
    return time("inserted");
  }

  /** {@code updated}: when the key was last changed. */
  public Optional<Instant> updated() {
    return time("updated");
  }
}
