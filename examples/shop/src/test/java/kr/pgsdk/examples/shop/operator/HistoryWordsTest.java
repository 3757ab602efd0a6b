package kr.pgsdk.examples.shop.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import kr.pgsdk.durable.store.EventRow;
import kr.pgsdk.examples.shop.pages.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What the SDK writes into an order's history, in Korean. */
class HistoryWordsTest {
  private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
  private final HistoryWords words = new HistoryWords(messages, new Words(messages));

  @BeforeEach
  void korean() {
    messages.setBasenames("messages", "operator");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    LocaleContextHolder.setLocale(Locale.KOREAN);
  }

  @AfterEach
  void reset() {
    LocaleContextHolder.resetLocaleContext();
  }

  private HistoryWords.Line line(String what, @Nullable String actor, String detail) {
    return words.line(new EventRow("o1", Instant.EPOCH, what, actor, detail), Locale.KOREAN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PRICED | 16000 KRW | 금액을 정함 | 16,000원",
        "PRICED | 10.50 USD | 금액을 정함 | 10.50 USD",
        "OBSERVED_PAID | toss k1 CONFIRMED; books imp_2 MISMATCH | 결제사를 확인함: 결제됨 | 토스페이먼츠 k1: 결제됨; books imp_2: 주문과 다름",
        "OBSERVED_OPEN | iamport imp_1 OF_LATER_TIMES | 결제사를 확인함: 결제 전 | 아임포트 imp_1: OF_LATER_TIMES",
        "REFUND_REQUESTED | refund r1 | 환불을 부탁함 | r1",
        "REFUND_DONE | refund r1, sent 3 times | 환불됨 | r1, 3번 보냄",
        "REFUND_DONE | refund r1, sent 2 times, after it stood as not executed | 환불됨 | r1, 2번 보냄, 안 된 것으로 적은 뒤",
        "CLOSED | the time to pay is over | 주문을 닫음 | 결제할 시간이 지남"
      })
  void idsAndCodes_areKorean(String what, String detail, String title, String words) {
    HistoryWords.Line line = line(what, null, detail);
    assertThat(line.what()).isEqualTo(title);
    assertThat(line.detail()).isEqualTo(words);
    assertThat(line.english()).isFalse();
  }

  @Test
  void whatAPersonNoted_standsAsItIs() {
    HistoryWords.Line line = line("KEPT", "kim", "refund r1, agreed on the phone");
    assertThat(line.detail()).isEqualTo("refund r1, agreed on the phone");
    assertThat(line.english()).isFalse();
    assertThat(line.actor()).isEqualTo("kim");
  }

  @Test
  void whatIsntKnown_standsInTheSdksEnglish() {
    HistoryWords.Line twice =
        line("REFUNDED_TWICE", null, "refund r1 has another cancel than imp_1 c2");
    assertThat(twice.what()).isEqualTo("결제사에 취소가 두 건 보임");
    assertThat(twice.detail()).isEqualTo("refund r1 has another cancel than imp_1 c2");
    assertThat(twice.english()).isTrue();
    assertThat(line("OF_LATER_TIMES", null, "why").what()).isEqualTo("OF_LATER_TIMES");
  }
}
