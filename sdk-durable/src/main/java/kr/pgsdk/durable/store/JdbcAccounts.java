package kr.pgsdk.durable.store;

import java.util.Optional;

/** What is kept of a shop's accounts at gateways, within a transaction. */
final class JdbcAccounts {
  private final JdbcTable fingerprints;
  private final JdbcTable tokens;

  JdbcAccounts(JdbcTable fingerprints, JdbcTable tokens) {
    this.fingerprints = fingerprints;
    this.tokens = tokens;
  }

  Optional<String> fingerprint(String account) {
    return fingerprints.find(row -> row.getString("fingerprint"), account);
  }

  void insertFingerprint(String account, String fingerprint) {
    fingerprints.insertIfAbsent(JdbcRows.list(account, fingerprint));
  }

  void saveFingerprint(String account, String fingerprint) {
    fingerprints.save(JdbcRows.list(account, fingerprint));
  }

  Optional<TokenRow> token(String account) {
    return tokens.find(JdbcRows::token, account);
  }

  void saveToken(TokenRow token) {
    tokens.save(JdbcRows.list(token.account(), token.token(), token.expiresAt()));
  }
}
