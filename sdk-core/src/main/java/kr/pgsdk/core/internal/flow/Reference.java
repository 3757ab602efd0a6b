package kr.pgsdk.core.internal.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.internal.text.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The mark in front of a cancel's reason, by which a lookup tells the cancel from others: {@code
 * [reference] reason}.
 */
final class Reference {
  private static final int LENGTH = 10;
  private static final int MAX_REASON_LENGTH = 200; // Toss cancelReason; Iamport takes 256
  private static final Pattern MARKED = Pattern.compile("\\[([A-Za-z0-9_-]{1,32})\\].*");

  private static final Pattern MADE = Pattern.compile("[0-9a-f]{" + LENGTH + "}");

  /** Five of its digits are enough: two refunds of one payment share them once in a million. */
  private static final Pattern CUT = Pattern.compile("\\[[0-9a-f]{5," + LENGTH + "}");

  private Reference() {}

  /**
   * Returns the reference that a request is sent with; null for none. A cancel of all has only the
   * shop's.
   *
   * @param ownReferences whether the SDK makes one where the shop gave none
   */
  static @Nullable String of(CancelRequest request, boolean ownReferences) {
    String given = request.reference().orElse(null);
    boolean made = given == null && ownReferences && request.amount().isPresent();
    return made ? ofKey(request.idempotencyKey()) : given;
  }

  /** The first characters of the key's hash: the same on every server that has the key. */
  private static String ofKey(String key) {
    return Sha256.hex(key.getBytes(UTF_8)).substring(0, LENGTH);
  }

  /** Whether a reference looks like one that the SDK made. */
  static boolean looksMade(String reference) {
    return MADE.matcher(reference).matches();
  }

  /** Whether a recorded reason looks like the beginning of a reference that the SDK made. */
  static boolean looksCut(String recorded) {
    return CUT.matcher(recorded).matches();
  }

  /** Returns the reason as it is sent, at most 200 characters. */
  static String inFrontOf(String reason, @Nullable String reference) {
    if (reference == null) {
      return reason;
    }
    String marked = "[" + reference + "] " + reason;
    if (marked.length() <= MAX_REASON_LENGTH) {
      return marked;
    }
    int end = MAX_REASON_LENGTH;
    return marked.substring(0, Character.isHighSurrogate(marked.charAt(end - 1)) ? end - 1 : end);
  }

  /** Returns the reference that a recorded reason begins with; null if it begins with none. */
  static @Nullable String in(@Nullable String reason) {
    Matcher marked = reason == null ? null : MARKED.matcher(reason);
    return marked != null && marked.matches() ? marked.group(1) : null;
  }
}
