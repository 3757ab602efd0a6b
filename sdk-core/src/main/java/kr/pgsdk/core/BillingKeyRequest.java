package kr.pgsdk.core;

import java.util.Objects;
import java.util.Optional;
import kr.pgsdk.core.internal.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What a billing key is issued for: a card whose data the shop has, or, at Toss, an authentication
 * that the buyer has just made in Toss's window. No {@code toString} shows any of it. Immutable.
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
   *     which becomes the billing key, and replaces the key that had it; at Toss {@code
   *     customerKey}. Unguessable, such as {@code OrderId.random()} makes one.
   */
  public static Builder byCard(String customerKey, CardData card) {
    return new Builder(customerKey, Objects.requireNonNull(card, "card"), null);
  }

  /**
   * Starts a request for an authentication in Toss's window. Iamport issues the key itself where
   * the checkout page hands in a {@code customer_uid}.
   *
   * @param customerKey what the window was opened with
   * @param authKey what the redirect brought; it works once
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
