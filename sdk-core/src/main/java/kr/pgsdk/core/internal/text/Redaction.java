package kr.pgsdk.core.internal.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a gateway's text fit for a log: one short line without secrets, cards, phones and mails. A
 * secret that stands there as it is becomes {@code ***}; a text that repeats one in another form,
 * or a part of one, is withheld. Names that the request didn't carry stay. Thread-safe.
 */
public final class Redaction {
  static final String HIDDEN = "***";
  static final String WITHHELD = "(withheld: it repeats a secret)";

  private static final int MAX_LENGTH = 510; // Toss: message up to 510 characters (req-res)

  /** How much of a text is read; what lies behind is never shown. */
  static final int MAX_READ = 4_000;

  /** A token and those before it: a response may repeat the one that it refuses. */
  private static final int MAX_LEARNED = 3;

  private static final Pattern TRACE_ID =
      Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9._:/=+-]{0,99}");

  private final List<String> known;
  private final ReentrantLock lock = new ReentrantLock();
  private List<String> learned = List.of();

  /** What to look for: worked out when the first text comes, for most processes see none. */
  private @Nullable List<Secret> secrets;

  /** Makes a redaction that knows these secrets. */
  public Redaction(List<String> secrets) {
    this.known = List.copyOf(secrets);
  }

  /** Knows this token from now on, and the two learned before it. */
  public void learn(String token) {
    lock.lock();
    try {
      if (!learned.contains(token)) {
        List<String> tokens = new ArrayList<>(learned);
        tokens.add(0, token);
        learned = List.copyOf(tokens.subList(0, Math.min(tokens.size(), MAX_LEARNED)));
        secrets = null;
      }
    } finally {
      lock.unlock();
    }
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
    List<Secret> secrets = secrets(also);
    String line = text.length() <= MAX_READ ? text : text.substring(0, MAX_READ);
    for (Secret secret : secrets) {
      line = secret.maskedIn(line);
    }
    line = PersonalData.hiddenIn(line);
    if (line.length() > MAX_LENGTH) {
      line = PersonalData.hiddenIn(line.substring(0, MAX_LENGTH)) + "…";
    }
    return holdsAny(secrets, line) ? WITHHELD : line;
  }

  /** Whether a text holds a secret in whatever form, or is too long to tell. */
  public boolean finds(String text, List<String> also) {
    return text.length() > MAX_READ || holdsAny(secrets(also), text);
  }

  /** Returns a trace id if it can be one and nothing else; else null. */
  public @Nullable String traceId(@Nullable String id, List<String> also) {
    return id != null && TRACE_ID.matcher(id).matches() && !finds(id, also) ? id : null;
  }

  private static boolean holdsAny(List<Secret> secrets, String text) {
    List<String> readings = SearchableText.allOf(text);
    return secrets.stream().anyMatch(secret -> secret.isIn(text, readings));
  }

  /** The longest first: a secret may be a part of another one. */
  private List<Secret> secrets(List<String> also) {
    return Stream.concat(remembered().stream(), secretsIn(also.stream()))
        .sorted(Comparator.comparing(Secret::length).reversed())
        .toList();
  }

  private List<Secret> remembered() {
    lock.lock();
    try {
      List<Secret> made = secrets;
      if (made == null) {
        made = secretsIn(Stream.concat(known.stream(), learned.stream())).toList();
        secrets = made;
      }
      return made;
    } finally {
      lock.unlock();
    }
  }

  private static Stream<Secret> secretsIn(Stream<String> texts) {
    return texts.filter(Secret::isLongEnough).map(Secret::new);
  }
}
