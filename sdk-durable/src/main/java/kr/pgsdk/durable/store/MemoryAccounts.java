package kr.pgsdk.durable.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a store in memory keeps of a shop's accounts at gateways. */
final class MemoryAccounts {
  private final Map<String, String> fingerprints;
  private final Map<String, TokenRow> tokens;

  MemoryAccounts() {
    this.fingerprints = new HashMap<>();
    this.tokens = new HashMap<>();
  }

  MemoryAccounts(MemoryAccounts other) {
    this.fingerprints = new HashMap<>(other.fingerprints);
    this.tokens = new HashMap<>(other.tokens);
  }

  Optional<String> fingerprint(String account) {
    return Optional.ofNullable(fingerprints.get(account));
  }

  void insertFingerprint(String account, String fingerprint) {
    fingerprints.putIfAbsent(account, fingerprint);
  }

  void saveFingerprint(String account, String fingerprint) {
    fingerprints.put(account, fingerprint);
  }

  Optional<TokenRow> token(String account) {
    return Optional.ofNullable(tokens.get(account));
  }

  void saveToken(TokenRow token) {
    tokens.put(token.account(), token);
  }
}
