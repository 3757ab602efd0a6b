package kr.pgsdk.fuzz;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportTier;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.TossSecretKey;

/** Texts that a shop passes in, often straight from a browser. */
final class ValuesFuzz {
  private ValuesFuzz() {}

  /** The first line is the currency, the rest is the amount. */
  static void money(byte[] input) {
    String[] parts = new String(input, StandardCharsets.UTF_8).split("\n", 2);
    String text = parts[parts.length - 1];
    String currency = parts.length == 2 ? parts[0] : "KRW";
    Optional<Money> read = Checks.resultOf(() -> Money.of(text, currency));
    if (read.isEmpty()) {
      Checks.require(
          !isPlainWon(text) || !currency.equals("KRW"), "a plain amount is refused: ", text);
      return;
    }
    Money money = read.get();
    Checks.require(text.matches("[0-9.]{1,64}"), "reads an amount from ", text);
    Checks.require(
        money.amount().compareTo(new BigDecimal(text)) == 0, "another amount than ", text);
    Checks.require(
        money.amount().signum() >= 0 && money.amount().precision() <= 26, "out of range: ", money);
    Money again = Money.of(money.toPlainString(), money.currency());
    Checks.require(
        again.equals(money)
            && again.hashCode() == money.hashCode()
            && again.toString().equals(money.toString()),
        "reads back as another: ",
        money);
    Checks.require(
        money.minus(again).isZero() && !money.isMoreThan(again), "more than itself: ", money);
    Accessors.walk(money);
  }

  private static boolean isPlainWon(String text) {
    return text.matches("[0-9]{1,18}");
  }

  static void texts(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    Checks.resultOf(() -> OrderId.of(text)).ifPresent(id -> requireSendable(id.value(), text));
    Checks.resultOf(() -> PaymentId.of(text)).ifPresent(id -> requireSendable(id.value(), text));
    PaymentId payment = PaymentId.of("imp_1");
    Money money = Money.krw(1_000);
    Checks.resultOf(() -> CancelRequest.full(payment, text).build()).ifPresent(Accessors::walk);
    Checks.resultOf(() -> CancelRequest.full(payment, "reason").idempotencyKey(text).build())
        .ifPresent(request -> requireHeader(request.idempotencyKey()));
    Checks.resultOf(
            () -> PrepareRequest.builder(OrderId.of("order_1"), money).orderName(text).build())
        .ifPresent(Accessors::walk);
    Checks.resultOf(() -> RefundAccount.of(text, text, text)).ifPresent(Accessors::walk);
    Checks.resultOf(() -> IamportCredentials.of(text, text)).ifPresent(ValuesFuzz::requireSilent);
    Checks.resultOf(() -> TossSecretKey.of(text)).ifPresent(ValuesFuzz::requireSilent);
    Checks.resultOf(() -> IamportTier.of(text)).ifPresent(Accessors::walk);
    requireSilent(AuthToken.of("Bearer", text));
    Checks.resultOf(() -> TossClient.builder(TossSecretKey.of("test_sk_1")).testCode(text));
    Checks.resultOf(() -> HttpOptions.builder().userAgent(text).build())
        .ifPresent(options -> requireHeader(options.userAgent().orElseThrow()));
    Checks.resultOf(
            () -> HttpOptions.builder().baseUrl(text).deadline(Duration.ofSeconds(1)).build())
        .ifPresent(ValuesFuzz::requireSafe);
    String[] header = text.split(":", 2);
    Checks.resultOf(
            () -> CallOptions.builder().header(header[0], header[header.length - 1]).build())
        .ifPresent(options -> options.headers().values().forEach(ValuesFuzz::requireHeader));
  }

  private static void requireSendable(String value, String text) {
    Checks.require(value.equals(text) && value.length() <= 200, "another id than ", text);
    Checks.requireLine(value);
    byte[] sent = value.getBytes(StandardCharsets.UTF_8);
    Checks.require(
        new String(sent, StandardCharsets.UTF_8).equals(value), "not valid UTF-8: ", value);
  }

  private static void requireHeader(String value) {
    Checks.require(
        value.chars().allMatch(c -> c >= ' ' && c < 0x7f), "invalid header value: ", value);
  }

  private static void requireSilent(Object credential) {
    Checks.require(credential.toString().contains("***"), "shows a credential: ", credential);
  }

  private static void requireSafe(HttpOptions options) {
    String url = options.baseUrl().orElseThrow().toString();
    Checks.require(
        url.regionMatches(true, 0, "https://", 0, 8)
            || url.matches("(?i)http://(127\\.[0-9.]+|localhost|\\[[0:]*:0*1\\])([:/].*)?"),
        "the credential would be sent without TLS: ",
        url);
  }
}
