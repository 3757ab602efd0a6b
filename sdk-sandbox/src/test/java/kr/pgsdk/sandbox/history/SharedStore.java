package kr.pgsdk.sandbox.history;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import kr.pgsdk.core.auth.TokenStore;

/** A row in the shop's database. */
final class SharedStore implements TokenStore {
  private final AtomicReference<Optional<StoredToken>> row =
      new AtomicReference<>(Optional.empty());

  @Override
  public Optional<StoredToken> load() {
    return row.get();
  }

  @Override
  public void save(StoredToken token) {
    row.set(Optional.of(token));
  }
}
