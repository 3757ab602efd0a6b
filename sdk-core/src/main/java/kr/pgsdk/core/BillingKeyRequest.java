package kr.pgsdk.core;

import java.util.Objects;
import java.util.Optional;
import kr.pgsdk.core.internal.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A request for a billing key: for a card whose data the shop has, or, at Toss, for an
 * authentication that the buyer has just made in Toss's window. {@code toString} shows none of
 * these data. Immutable.
 */
public final class BillingKeyRequest {
  private final String customerKey;
  private final @Nullable CardData card;
  private final @Nullable String authKey;
  private final @Nullable String customerName;
  private final @Nullable String customerEmail;

  private BillingKeyRequest(Builder builder) {
    this.customerKey = builder.customerKey;
    this.card = builder.card;
    this.authKey = builder.authKey;
    this.customerName = builder.customerName;
    this.customerEmail = builder.customerEmail;
  }

  /**
   * Starts a request for a card.
   *
   * @param customerKey the shop's own number for the buyer's card: at Iamport {@code customer_uid},
   *     which becomes the billing key, and replaces an older key of this name; at Toss {@code
   *     customerKey}. Nobody must be able to guess it: {@code OrderId.random()} makes such a text.
   */
  public static Builder byCard(String customerKey, CardData card) {
    return new Builder(customerKey, Objects.requireNonNull(card, "card"), null);
  }

  /**
   * Starts a request for an authentication in Toss's window. At Iamport, the checkout itself issues
   * the key if the page passes a {@code customer_uid}.
   *
   * @param customerKey the customer key with which the window was opened
   * @param authKey the key that the redirect brought; it works once
   */
  public static Builder byAuthKey(String customerKey, String authKey) {
    return new Builder(customerKey, null, Texts.line(authKey, "authKey"));
  }

  /** The shop's own number for the buyer's card: a secret. */
  public String customerKey() {
    return customerKey;
  }

  /** The card. */
  public Optional<CardData> card() {
    return Optional.ofNullable(card);
  }

  /** The authentication: a secret. */
  public Optional<String> authKey() {
    return Optional.ofNullable(authKey);
  }

  /** The buyer's name. */
  public Optional<String> customerName() {
    return Optional.ofNullable(customerName);
  }

  /** The buyer's mail address. */
  public Optional<String> customerEmail() {
    return Optional.ofNullable(customerEmail);
  }

  @Override
  public String toString() {
    return "BillingKeyRequest";
  }

  /** Builds a {@link BillingKeyRequest}. */
  public static final class Builder {
    private final String customerKey;
    private final @Nullable CardData card;
    private final @Nullable String authKey;
    private @Nullable String customerName;
    private @Nullable String customerEmail;

    private Builder(String customerKey, @Nullable CardData card, @Nullable String authKey) {
      this.customerKey = Texts.id(customerKey, "customer key");
      this.card = card;
      this.authKey = authKey;
    }

    /** The buyer's name; only with a card. */
    public Builder customerName(String name) {
      this.customerName = Texts.note(name, "customer name");
      return this;
    }

    /** The buyer's mail address; only with a card. */
    public Builder customerEmail(String email) {
      this.customerEmail = Texts.line(email, "customer email");
      return this;
    }

    /** Returns the request. */
    public BillingKeyRequest build() {
      return new BillingKeyRequest(this);
    }
  }
}
