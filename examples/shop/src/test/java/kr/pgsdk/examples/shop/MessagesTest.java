package kr.pgsdk.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.durable.Attention;
import kr.pgsdk.durable.Discrepancy;
import kr.pgsdk.durable.Resolution;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.examples.shop.orders.OrderKind;
import kr.pgsdk.examples.shop.orders.PayBy;
import kr.pgsdk.examples.shop.orders.Problem;
import kr.pgsdk.examples.shop.payments.Bank;
import kr.pgsdk.examples.shop.payments.RefundRecord;
import kr.pgsdk.examples.shop.payments.Standing;
import org.junit.jupiter.api.Test;

/** Each word that a page looks up by a constant's name is there, in Korean and in English. */
class MessagesTest {
  private static final Map<String, String> KOREAN = words(Locale.ROOT);
  private static final Map<String, String> ENGLISH = words(Locale.ENGLISH);

  /** The words for everybody, and the operator's. */
  private static Map<String, String> words(Locale locale) {
    Map<String, String> words = new HashMap<>();
    for (String file : List.of("messages", "operator")) {
      ResourceBundle bundle =
          ResourceBundle.getBundle(
              file, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
      bundle
          .keySet()
          .forEach(key -> assertThat(words.put(key, bundle.getString(key))).as(key).isNull());
    }
    return words;
  }

  @Test
  void bothLanguagesSayTheSame() {
    assertThat(ENGLISH.keySet()).containsExactlyInAnyOrderElementsOf(KOREAN.keySet());
    assertThat(ENGLISH.get("shop.name")).isNotEqualTo(KOREAN.get("shop.name"));
  }

  @Test
  void everyConstantHasItsWords() {
    Stream<String> keys =
        Stream.of(
                names(Attention.Kind.values()).map("attention."::concat),
                names(Attention.Kind.values()).map(kind -> "attention." + kind + ".what"),
                names(Attention.Kind.values()).map(kind -> "attention." + kind + ".do"),
                Stream.of("DUPLICATE", "LATE", "OTHER").map("misplaced."::concat),
                names(PaymentRow.Role.values()).map("role."::concat),
                names(PaymentStatus.Known.values()).map("payment."::concat),
                names(OrderRow.State.values()).map("history.OBSERVED_"::concat),
                names(RefundRow.State.values()).map("history.REFUND_"::concat),
                names(RefundRow.Alarm.values()).map("history."::concat),
                names(Resolution.values()).map("history.RESOLVED_"::concat),
                names(Discrepancy.Kind.values()).map("difference."::concat),
                names(Discrepancy.Kind.values()).map(kind -> "difference." + kind + ".do"),
                names(RefundRow.State.values()).map("refundState."::concat),
                names(RefundRecord.State.values()).map("refund."::concat),
                names(Standing.values()).map("standing."::concat),
                names(Standing.values())
                    .flatMap(
                        standing ->
                            names(OrderKind.values())
                                .map(kind -> "order." + standing + "." + kind)),
                names(Problem.values()).map("problem."::concat),
                names(Bank.values()).map("bank."::concat),
                names(PayBy.Method.values()).map("method."::concat))
            .flatMap(all -> all);
    assertThat(KOREAN.keySet()).containsAll(keys.toList());
  }

  /** What a look at a payment came to, also where the payment's status has no word for it. */
  @Test
  void everyOutcomeHasItsWords() {
    assertThat(names(NotConfirmed.Reason.values()))
        .allMatch(
            reason ->
                KOREAN.containsKey("outcome." + reason) || KOREAN.containsKey("payment." + reason));
    assertThat(KOREAN)
        .containsKeys("outcome.CONFIRMED", "outcome.AWAITING_DEPOSIT", "outcome.FOREIGN");
  }

  private static Stream<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name);
  }
}
