package kr.pgsdk.core.internal.text;

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

  /** A token and those before it: an answer may repeat the one that it refuses. */
  private static final int MAX_LEARNED = 3;

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

  /** Makes a redaction that knows these secrets. */
  public Redaction(List<String> secrets) {
    this.known = secrets.stream().filter(Secret::tells).map(Secret::new).toList();
  }

  /** Knows this token from now on, and the two learned before it. */
  public void learn(String token) {
    if (!Secret.tells(token) || learned.stream().anyMatch(each -> each.is(token))) {
      return;
    }
    learning.lock();
    try {
      Stream<Secret> others = learned.stream().filter(each -> !each.is(token));
      learned = Stream.concat(Stream.of(new Secret(token)), others).limit(MAX_LEARNED).toList();
    } finally {
      learning.unlock();
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
    line = impersonalLine(line);
    if (line.length() > MAX_LENGTH) {
      line = impersonalLine(line.substring(0, MAX_LENGTH)) + "…";
    }
    return holdsAny(secrets, line) ? WITHHELD : line;
  }

  /** Hides until there is no more: what is left of two hidden texts may look like a third. */
  private static String impersonalLine(String text) {
    String line = UNPRINTABLE.matcher(text).replaceAll(" ");
    String seen;
    do {
      seen = line;
      line = PERSONAL.matcher(seen).replaceAll(HIDDEN);
    } while (!line.equals(seen));
    return line;
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
    List<String> readings = Reading.allOf(text);
    return secrets.stream().anyMatch(secret -> secret.isIn(text, readings));
  }

  /** The longest first: a secret may be a part of another one. */
  private List<Secret> secrets(List<String> also) {
    Stream<Secret> carried = also.stream().filter(Secret::tells).map(Secret::new);
    return Stream.of(known.stream(), learned.stream(), carried)
        .flatMap(each -> each)
        .sorted(Comparator.comparing(Secret::length).reversed())
        .toList();
  }
}
