package kr.pgsdk.core;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A billing key, and what a shop may show to the owner of its card. Immutable. */
public final class BillingKeyDetails {
  private final BillingKey key;
  private final @Nullable String issuer;
  private final @Nullable String maskedNumber;
  private final @Nullable Instant issuedAt;

  /** Returns details; a shop's test may make them. */
  public BillingKeyDetails(
      BillingKey key,
      @Nullable String issuer,
      @Nullable String maskedNumber,
      @Nullable Instant issuedAt) {
    this.key = Objects.requireNonNull(key, "key");
    this.issuer = issuer;
    this.maskedNumber = maskedNumber;
    this.issuedAt = issuedAt;
  }

  /** The key, to be stored. */
  public BillingKey key() {
    return key;
  }

  /** Who issued the card: a name at Iamport, a code of two characters at Toss. */
  public Optional<String> issuer() {
    return Optional.ofNullable(issuer);
  }

  /** The card's number as the gateway masks it. Keep it out of logs all the same. */
  public Optional<String> maskedNumber() {
    return Optional.ofNullable(maskedNumber);
  }

  /** When the key was issued. */
  public Optional<Instant> issuedAt() {
    return Optional.ofNullable(issuedAt);
  }

  /** Shows the issuer alone. */
  @Override
  public String toString() {
    return "BillingKeyDetails[" + issuer + "]";
  }
}
