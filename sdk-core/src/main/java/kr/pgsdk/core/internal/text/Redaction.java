package kr.pgsdk.core.internal.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a gateway's text fit for a message or a log: no secrets, no card, phone or mail, one line.
 * What it knows by heart is found in capitals, in base64, hex or percent encoding, whatever stands
 * between its letters and digits, and by a good part of it; names and other plain words that nobody
 * told it of it can't find. Thread-safe.
 */
public final class Redaction {
  private static final String HIDDEN = "***";

  private static final int MAX_LENGTH = 510; // Toss: message up to 510 characters (req-res)

  /** So much is looked at; what is cut from its end is never shown. */
  private static final int MAX_READ = 4_000;

  /** A token and those it took the place of: an answer may repeat the one it refuses. */
  private static final int MAX_LEARNED = 3;

  /** What is left of two hidden texts may be a third; more rounds nobody needs but an attacker. */
  private static final int MAX_ROUNDS = 8;

  /** All that ends a line, moves a cursor, or shows a line in another order than it has. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+");

  // Groups repeat within bounds: the JDK goes a level deeper on the stack for each repetition.
  private static final Pattern PERSONAL =
      Pattern.compile(
          "[\\w.+-]{1,64}(?:@|%40|&#64;|＠)[\\w-]{1,64}(?:\\.[\\w-]{1,64}){1,20}" // mail
              + "|(?<![\\w.])\\+?\\p{Nd}(?:[ -]?[\\p{Nd}*]){8,40}(?![\\w])" // card, phone, account
              + "|(?<![\\w.])\\d{4}(?:\\.\\d{4}){3}(?![\\w])" // card
              + "|(?<![\\w])[A-Za-z0-9+/_-]{32,}={0,2}"); // token or key

  private static final Pattern TRACE_ID =
      Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9._:/=+-]{0,99}");

  private final List<Secret> known;
  private final ReentrantLock learning = new ReentrantLock();
  private volatile List<Secret> learned = List.of();

  /** Makes a redaction that also knows these secrets by heart. */
  public Redaction(List<String> secrets) {
    // A shorter one is no secret, and taking "1" out of every text would leave nothing to read.
    this.known = secrets.stream().filter(secret -> secret.length() >= 4).map(Secret::of).toList();
  }

  /** Knows this secret by heart from now on, and the two learned before it. */
  public void learn(String secret) {
    List<Secret> before = learned;
    if (secret.length() < 4 || (!before.isEmpty() && before.get(0).is(secret))) {
      return;
    }
    learning.lock();
    try {
      learned = with(secret, learned);
    } finally {
      learning.unlock();
    }
  }

  private static List<Secret> with(String secret, List<Secret> before) {
    if (before.stream().anyMatch(each -> each.is(secret))) {
      return before;
    }
    List<Secret> now = new ArrayList<>(before);
    now.add(0, Secret.of(secret));
    return List.copyOf(now.subList(0, Math.min(now.size(), MAX_LEARNED)));
  }

  /** Returns the text without what must not be seen; null stays null. */
  public @Nullable String redact(@Nullable String text) {
    return redact(text, List.of());
  }

  /**
   * Returns the text without what must not be seen; null stays null.
   *
   * @param also what the request carried of the kind, such as an account and its holder
   */
  public @Nullable String redact(@Nullable String text, List<String> also) {
    if (text == null) {
      return null;
    }
    String read = text.length() <= MAX_READ ? text : text.substring(0, MAX_READ);
    List<Secret> secrets = secrets(also);
    long steps = 0;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      Search search = search(read, secrets, steps);
      String clean = masked(read, search.found());
      clean = impersonal(UNPRINTABLE.matcher(clean).replaceAll(" "));
      if (clean.length() > MAX_LENGTH) {
        clean = impersonal(clean.substring(0, MAX_LENGTH)) + "…";
      }
      if (clean.equals(read)) {
        return clean;
      }
      read = clean;
      steps = search.steps();
    }
    return HIDDEN;
  }

  /** What is left of two hidden texts may look like a third. Each round makes it shorter. */
  private static String impersonal(String text) {
    String clean = text;
    String seen;
    do {
      seen = clean;
      clean = PERSONAL.matcher(seen).replaceAll(HIDDEN);
    } while (!clean.equals(seen));
    return clean;
  }

  /** Whether a text holds something known by heart. */
  public boolean finds(String text, List<String> also) {
    return !search(text, secrets(also), 0).found().isEmpty();
  }

  /** Returns a trace id if it can be one and nothing else; else null. */
  public @Nullable String traceId(@Nullable String id, List<String> also) {
    return id != null && TRACE_ID.matcher(id).matches() && !finds(id, also) ? id : null;
  }

  private List<Secret> secrets(List<String> also) {
    List<Secret> secrets = new ArrayList<>(known);
    secrets.addAll(learned);
    also.stream()
        .filter(Redaction::canBeFound)
        .filter(Secret::tells)
        .map(Secret::of)
        .forEach(secrets::add);
    return secrets;
  }

  /** Searches a text for the secrets; {@code steps} were made in it before. */
  static Search search(String text, List<Secret> secrets, long steps) {
    Search search = new Search(text, steps);
    secrets.forEach(secret -> secret.mark(search));
    return search;
  }

  /** Of a longer one, a third doesn't fit into what is read: nobody may spend minutes on it. */
  private static boolean canBeFound(String text) {
    return text.length() <= 3 * MAX_READ;
  }

  private static String masked(String text, BitSet found) {
    StringBuilder masked = new StringBuilder();
    int shown = 0;
    for (int from = found.nextSetBit(0); from >= 0; from = found.nextSetBit(shown)) {
      masked.append(text, shown, from).append(HIDDEN);
      shown = found.nextClearBit(from);
    }
    return masked.append(text, shown, text.length()).toString();
  }
}
