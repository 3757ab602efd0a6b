package kr.pgsdk.examples.shop.operator;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.pgsdk.durable.store.EventRow;
import kr.pgsdk.examples.shop.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * An order's history in the operator's language: the SDK writes it in ids and codes. What a person
 * has noted stands as it is, and so does what isn't known here.
 */
@Component
class HistoryWords {
  private static final Pattern WON = Pattern.compile("(\\d{1,18}) KRW");
  private static final Pattern REFUND =
      Pattern.compile("refund (\\S+?)(?:, sent (\\d+) times)?(, after .+)?");
  private static final Pattern SEEN = Pattern.compile("(\\S+) (\\S+) ([A-Z_]+)");

  private final MessageSource messages;
  private final Words words;

  HistoryWords(MessageSource messages, Words words) {
    this.messages = messages;
    this.words = words;
  }

  /**
   * A line of the page.
   *
   * @param english whether the detail is in the SDK's English
   */
  record Line(Instant at, String what, String detail, boolean english, @Nullable String actor) {}

  Line line(EventRow row, Locale locale) {
    String what = word("history.", row.what(), locale).orElse(row.what());
    String detail = Objects.requireNonNullElse(row.detail(), "");
    if (row.actor() != null) {
      return new Line(row.at(), what, note(detail, locale), false, row.actor());
    }
    String own = detail(row.what(), detail, locale);
    return new Line(row.at(), what, own == null ? detail : own, own == null, null);
  }

  /** Returns null for what isn't known. */
  private @Nullable String detail(String what, String detail, Locale locale) {
    if (what.equals("PRICED")) {
      Matcher won = WON.matcher(detail);
      return won.matches() ? words.won(Long.parseLong(won.group(1))) : detail;
    }
    if (what.startsWith("OBSERVED_")) {
      return Stream.of(detail.split("; "))
          .map(one -> seen(one, locale))
          .collect(Collectors.joining("; "));
    }
    Matcher refund = REFUND.matcher(detail);
    if (what.startsWith("REFUND_") && refund.matches()) {
      return refund(refund.toMatchResult(), locale);
    }
    return detail.isEmpty() || what.equals("CLOSED") ? note(detail, locale) : null;
  }

  private String seen(String one, Locale locale) {
    Matcher parts = SEEN.matcher(one);
    return parts.matches()
        ? words.gateway(parts.group(1))
            + " "
            + parts.group(2)
            + ": "
            + word("outcome.", parts.group(3), locale)
                .or(() -> word("payment.", parts.group(3), locale))
                .orElse(parts.group(3))
        : one;
  }

  private String refund(MatchResult refund, Locale locale) {
    String sent =
        refund.group(2) == null
            ? ""
            : messages.getMessage("op.sentTimes", new Object[] {refund.group(2)}, locale);
    String after = refund.group(3) == null ? "" : messages.getMessage("op.afterAll", null, locale);
    return Stream.of(refund.group(1), sent, after)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** The shop's own notes have words; a person's are as they were typed. */
  private String note(String text, Locale locale) {
    return word("note.", text.replace(' ', '_'), locale).orElse(text);
  }

  private Optional<String> word(String kind, String code, Locale locale) {
    return Optional.ofNullable(messages.getMessage(kind + code, null, null, locale));
  }
}
