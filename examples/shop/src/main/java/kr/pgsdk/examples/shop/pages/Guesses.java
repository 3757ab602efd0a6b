package kr.pgsdk.examples.shop.pages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * A brake on guesses at the operator's password. After a few of them an address waits before the
 * next one, twice as long each time, and five minutes at most: a guess that comes too early isn't
 * looked at, and doesn't make the wait longer. The right password ends it, and so does an hour
 * without a guess. Each server counts by itself, and forgets it all with its process.
 */
@Component
public class Guesses {
  private static final int FREE = 5;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final Duration REMEMBERED = Duration.ofHours(1);
  private static final int MOST_ADDRESSES = 10_000;

  private final Clock clock;

  /** The address that was quiet for longest is forgotten first. */
  private final Map<String, Guessed> byAddress =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Guessed> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  Guesses(Clock clock) {
    this.clock = clock;
  }

  /**
   * What came from an address.
   *
   * @param next when it may guess again
   */
  private record Guessed(int times, Instant next) {
    Guessed andOnce(Instant now) {
      Duration wait = Duration.ZERO;
      for (int i = FREE; i <= times + 1 && wait.compareTo(LONGEST_WAIT) < 0; i++) {
        wait = wait.isZero() ? FIRST_WAIT : wait.multipliedBy(2);
      }
      return new Guessed(
          times + 1, now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait));
    }
  }

  /**
   * Counts a guess before it is looked at, so that many at once are no way around the brake.
   *
   * @return how long the address has to wait first; zero if the guess may be looked at
   */
  synchronized Duration begin(String address) {
    Duration left = left(address);
    if (left.isZero()) {
      Instant now = clock.instant();
      byAddress.put(address, known(address, now).andOnce(now));
    }
    return left;
  }

  /** How long the address has to wait before its next guess. */
  public synchronized Duration left(String address) {
    Instant now = clock.instant();
    Instant next = known(address, now).next();
    return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
  }

  /** It was the right password. */
  synchronized void right(String address) {
    byAddress.remove(address);
  }

  private Guessed known(String address, Instant now) {
    Guessed known = byAddress.get(address);
    return known == null || now.isAfter(known.next().plus(REMEMBERED))
        ? new Guessed(0, now)
        : known;
  }
}
