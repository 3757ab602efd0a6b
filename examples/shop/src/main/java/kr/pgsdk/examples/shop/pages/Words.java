package kr.pgsdk.examples.shop.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import kr.pgsdk.core.Money;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Amounts, times and gateways in the reader's language, for the templates. */
@Component("words")
public class Words {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  private final MessageSource messages;

  /** Made by Spring; in the languages that the messages have. */
  public Words(MessageSource messages) {
    this.messages = messages;
  }

  /** A gateway, by the shop's account there: one that the shop has named itself has that name. */
  public String gateway(String account) {
    String name =
        messages.getMessage("gateway." + account, null, account, LocaleContextHolder.getLocale());
    return name == null ? account : name;
  }

  /** Such as {@code 12,000원}. */
  public String won(long amount) {
    String digits = String.format(Locale.ROOT, "%,d", amount);
    return english() ? "₩" + digits : digits + "원";
  }

  /** Such as {@code 12,000원}; another currency by its code. */
  public String money(Money money) {
    return money.currency().equals("KRW") ? won(money.amount().longValue()) : money.toString();
  }

  /** Such as {@code 1,200P}. */
  public String points(long amount) {
    return String.format(Locale.ROOT, "%,dP", amount);
  }

  /** A moment, in Korea. */
  public String time(Instant at) {
    return format(english() ? "MMM d, HH:mm" : "M월 d일 HH:mm", at.atZone(SEOUL));
  }

  /** A moment to the second, in Korea. */
  public String second(Instant at) {
    return format("yyyy-MM-dd HH:mm:ss", at.atZone(SEOUL));
  }

  /** The time of day, in Korea. */
  public String clock(Instant at) {
    return format("HH:mm", at.atZone(SEOUL));
  }

  /** How long something takes, to the second above. */
  public String span(Duration span) {
    long seconds = span.plusSeconds(1).minusNanos(1).toSeconds();
    String minutes = seconds < 60 ? "" : seconds / 60 + (english() ? " min" : "분");
    String rest = seconds % 60 == 0 ? "" : seconds % 60 + (english() ? " s" : "초");
    return (minutes + " " + rest).strip();
  }

  /** A day with its weekday. */
  public String day(LocalDate day) {
    return format(english() ? "EEE, MMM d" : "M월 d일 (E)", day);
  }

  private static String format(String pattern, TemporalAccessor time) {
    return DateTimeFormatter.ofPattern(pattern, LocaleContextHolder.getLocale()).format(time);
  }

  private static boolean english() {
    return LocaleContextHolder.getLocale().getLanguage().equals("en");
  }
}
