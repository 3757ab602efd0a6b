package kr.pgsdk.durable.store;

import java.time.Instant;

/** A token of an account, for all servers. */
public record TokenRow(String account, String token, Instant expiresAt) {
  /** Shows no token. */
  @Override
  public String toString() {
    return "TokenRow[" + account + ", expires at " + expiresAt + "]";
  }
}
