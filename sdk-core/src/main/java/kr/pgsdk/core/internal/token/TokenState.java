package kr.pgsdk.core.internal.token;

import java.util.concurrent.locks.ReentrantLock;
import kr.pgsdk.core.auth.AuthToken;
import org.jspecify.annotations.Nullable;

/**
 * What a token cache knows and who is fetching for it. Every change is made under one lock that is
 * held for a few instructions, never while anything blocks. Times are of the monotonic clock.
 */
final class TokenState {
  private final String gateway;
  private final ReentrantLock lock = new ReentrantLock();

  private volatile @Nullable HeldToken held;
  private volatile boolean closed;
  private @Nullable TokenFetch running;
  private @Nullable String rejected;
  private boolean gatewayNext;

  TokenState(String gateway) {
    this.gateway = gateway;
  }

  /** The current token, fresh or not. A volatile read. */
  @Nullable HeldToken held() {
    return held;
  }

  void requireOpen() {
    if (closed) {
      throw new IllegalStateException(
          "this " + gateway + " gateway is closed: build a new one to go on");
    }
  }

  /**
   * Returns a new fetch if refreshing this token falls to the caller, else null. Never waits, not
   * even for the lock.
   */
  @Nullable TokenFetch startRefresh(HeldToken due, long now) {
    if (due.isFresh(now) || !lock.tryLock()) {
      return null;
    }
    try {
      if (running != null || !due.equals(held)) {
        return null;
      }
      TokenFetch mine = new TokenFetch();
      running = mine;
      return mine;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns the fetch under way, or a new one of the caller's own; null if by now there is a token.
   *
   * @throws IllegalStateException if closed
   */
  @Nullable TokenFetch startOrJoin(long now) {
    lock.lock();
    try {
      requireOpen();
      if (held != null && held.isAlive(now)) {
        return null;
      }
      TokenFetch fetch = running != null ? running : new TokenFetch();
      running = fetch;
      return fetch;
    } finally {
      lock.unlock();
    }
  }

  /** Whether only the gateway's own word counts now, straight after a 401. */
  boolean isGatewayNext() {
    lock.lock();
    try {
      return gatewayNext;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes a token from the store. Returns false if it mustn't be: straight after a 401, when only
   * the gateway's own word counts, or if it is the very token that was refused.
   */
  boolean adopt(HeldToken stored) {
    lock.lock();
    try {
      if (gatewayNext || stored.token().value().equals(rejected)) {
        return false;
      }
      hold(stored);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Takes the gateway's answer; returns the one to go on with, whichever lives longer. */
  AuthToken keep(HeldToken issued, long now) {
    lock.lock();
    try {
      gatewayNext = false;
      if (issued.token().value().equals(rejected)) {
        rejected = null;
      }
      HeldToken current = held;
      if (current != null && current.isAlive(now) && !issued.outlives(current)) {
        return current.token();
      }
      hold(issued);
      return issued.token();
    } finally {
      lock.unlock();
    }
  }

  /** Ends a fetch. If it leaves a token that is still due for a refresh, the next has to wait. */
  void end(TokenFetch mine, long now) {
    lock.lock();
    try {
      if (held != null && !held.isFresh(now)) {
        held = held.pausedAt(now);
      }
      running = null;
      mine.end();
    } finally {
      lock.unlock();
    }
  }

  /** Drops the token if it is this instance; if it is gone already, the refusal still counts. */
  void reject(AuthToken token) {
    lock.lock();
    try {
      if (held == null || held.token() == token) {
        held = null;
        rejected = token.value();
        gatewayNext = true;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Forgets the token for good, and wakes everyone who waits. */
  void close() {
    lock.lock();
    try {
      closed = true;
      held = null;
      if (running != null) {
        running.end();
      }
    } finally {
      lock.unlock();
    }
  }

  private void hold(HeldToken next) {
    if (!closed) {
      held = next;
    }
  }
}
