package kr.pgsdk.durable;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import kr.pgsdk.durable.store.PaymentStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the credentials of an account with those its stored payments were made with. While they
 * differ, nothing is sent and nothing is told for the account: the rows may be another merchant's,
 * such as a copy of the live database beside test keys.
 */
final class Fingerprints {
  private static final Logger LOG = LoggerFactory.getLogger("kr.pgsdk.durable");

  private final PaymentStore store;
  private final Map<String, Instant> foreign = new ConcurrentHashMap<>();

  Fingerprints(PaymentStore store) {
    this.store = store;
  }

  /** Compares, or stores them if the account is new. */
  void compare(Account account) {
    String mine = account.gateway().credentialFingerprint().orElse(null);
    if (mine == null) {
      return;
    }
    Optional<Instant> since =
        store.inNew(
            session -> {
              session.insertFingerprint(account.name(), mine);
              boolean same = session.fingerprint(account.name()).equals(Optional.of(mine));
              return same ? Optional.empty() : Optional.of(session.now());
            });
    since.ifPresent(
        at -> {
          foreign.put(account.name(), at);
          LOG.warn("{}", explained(account.name()));
        });
  }

  /** Whether they differ; asks the store again while they do, for another server may adopt them. */
  boolean isForeign(Account account) {
    if (!foreign.containsKey(account.name())) {
      return false;
    }
    Optional<String> mine = account.gateway().credentialFingerprint();
    if (store.inNew(session -> session.fingerprint(account.name())).equals(mine)) {
      foreign.remove(account.name());
      return false;
    }
    return true;
  }

  /** From now on the account's credentials are these. */
  void adopt(Account account, String by) {
    String mine =
        account
            .gateway()
            .credentialFingerprint()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "the gateway's credentialFingerprint() is empty: a gateway that wraps"
                            + " another one must return the fingerprint of that one"));
    store.run(session -> session.saveFingerprint(account.name(), mine));
    foreign.remove(account.name());
    LOG.warn("account {}: its credentials were adopted by {}", account.name(), by);
  }

  /** Whether they differ for any account. */
  boolean hasForeign() {
    return !foreign.isEmpty();
  }

  /** The accounts for which nothing is sent, and since when this process knows. */
  Map<String, Instant> foreign() {
    return new TreeMap<>(foreign);
  }

  static String explained(String account) {
    return "the credentials of account "
        + account
        + " aren't those that its stored payments were made with, so the SDK sends nothing for it."
        + " If they are a new key of the same merchant, call adopt; if this database is a copy, do"
        + " nothing";
  }
}
