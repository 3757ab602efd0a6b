package kr.pgsdk.fuzz;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kr.pgsdk.core.error.PaymentException;

/** What must hold for every target: its exceptions, and the texts that it shows. */
public final class Checks {
  /** Credentials and a token that no message or log line may show; inputs may contain them. */
  public static final List<String> SECRETS =
      List.of(
          "imp_apikey_CANARY_1",
          "imp_secret_CANARY_2",
          "test_sk_CANARY3",
          "token_CANARY_4",
          "portone_CANARY_5");

  // Longer than any message of the SDK that quotes a gateway's longest message.
  private static final int MAX_LENGTH = 4000;

  private Checks() {}

  /** Returns the result of a call; empty if it threw one of the two permitted exceptions. */
  public static <T> Optional<T> resultOf(Supplier<T> call) {
    try {
      return Optional.ofNullable(call.get());
    } catch (PaymentException | IllegalArgumentException e) {
      require(e);
      return Optional.empty();
    }
  }

  /**
   * Requires that every text of an exception, its causes and suppressed exceptions may be shown.
   */
  public static void require(Throwable thrown) {
    int links = 0;
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each.getMessage() != null) {
        requireLine(each.getMessage());
      }
      for (Throwable suppressed : each.getSuppressed()) {
        require(suppressed);
      }
      if (++links > 20) {
        throw new AssertionError("more than 20 causes", thrown);
      }
    }
    if (thrown instanceof PaymentException e) {
      e.gatewayCode().ifPresent(Checks::requireLine);
      e.gatewayMessage().ifPresent(Checks::requireLine);
      e.traceId().ifPresent(Checks::requireLine);
      e.retryAfter().ifPresent(wait -> require(!wait.isNegative(), "negative wait: ", wait));
    }
  }

  /** Requires that a text may be logged: one line, of limited length, without a secret. */
  public static void requireLine(String text) {
    require(text.length() <= MAX_LENGTH, "too long, length ", text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean breaks = Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
      require(!breaks, "control character in a line, at ", i);
    }
    for (String secret : SECRETS) {
      require(!text.contains(secret), "shows a secret: ", text);
    }
  }

  /** Requires a condition; the message is {@code otherwise}, then {@code detail}. */
  public static void require(boolean holds, String otherwise, Object detail) {
    if (!holds) {
      throw new AssertionError(otherwise + detail);
    }
  }
}
