package kr.pgsdk.durable.store;

import java.util.Objects;
import java.util.Optional;
import kr.pgsdk.core.auth.TokenStore;

/**
 * One token for all servers, in the store of the payments. Pass it to the gateway's builder. The
 * table holds the token unencrypted: the token opens the merchant's account for at most 30 minutes.
 */
public final class StoredTokens implements TokenStore {
  private final PaymentStore store;
  private final String account;

  private StoredTokens(PaymentStore store, String account) {
    this.store = Objects.requireNonNull(store, "store");
    this.account = Objects.requireNonNull(account, "account");
  }

  /** Returns the token of an account, by the name it has in the shop. */
  public static StoredTokens of(PaymentStore store, String account) {
    return new StoredTokens(store, account);
  }

  @Override
  public Optional<StoredToken> load() {
    return store
        .inNew(session -> session.token(account))
        .map(row -> new StoredToken(row.token(), row.expiresAt()));
  }

  @Override
  public void save(StoredToken token) {
    store.run(
        session -> {
          session.saveToken(new TokenRow(account, token.token(), token.expiresAt()));
        });
  }
}
