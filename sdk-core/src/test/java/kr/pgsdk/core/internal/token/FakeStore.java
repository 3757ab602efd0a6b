package kr.pgsdk.core.internal.token;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import kr.pgsdk.core.auth.TokenStore;
import org.jspecify.annotations.Nullable;

/** A store of one row, which may be made to misbehave by overriding. */
class FakeStore implements TokenStore {
  final AtomicInteger loads = new AtomicInteger();
  volatile @Nullable StoredToken row;

  void put(String token, Instant expiresAt) {
    row = new StoredToken(token, expiresAt);
  }

  @Override
  public Optional<StoredToken> load() {
    loads.incrementAndGet();
    return Optional.ofNullable(row);
  }

  @Override
  public void save(StoredToken token) {
    row = token;
  }
}
