package kr.pgsdk.iamport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.iamport.payment.IamportSorting;
import kr.pgsdk.iamport.payment.IamportStatusFilter;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller's mistake is refused before anything is sent, and the message names the rule. */
class BadInputTest {
  private static final PaymentId PAYMENT = PaymentId.of("imp_1");
  private static final OrderId ORDER = OrderId.of("order_1");
  private static final Money WON = Money.krw(100);
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

  private static final FakeIamport IAMPORT = new FakeIamport();
  private static final IamportClient CLIENT = IAMPORT.client().build();
  private static final IamportGateway GATEWAY = IAMPORT.gateway().build();

  @AfterEach
  void nothingWasSent() {
    assertThat(IAMPORT.requestCount()).isZero();
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake(
            "prepare, 41 characters", () -> prepare("a".repeat(41), null), "merchant_uid", "40"),
        mistake(
            "typed prepare, 41 characters",
            () -> CLIENT.payments().prepare(OrderId.of("가".repeat(41)), WON),
            "merchant_uid",
            "40"),
        mistake(
            "change, zero",
            () -> CLIENT.payments().changePrepared(ORDER, Money.krw(0)),
            "amount",
            "zero"),
        mistake("order name", () -> prepare("order_1", "n".repeat(41)), "name", "40"),
        mistake(
            "cancel zero",
            () -> IamportCancelRequest.partial(PAYMENT, Money.krw(0)),
            "amount",
            "more than zero"),
        mistake(
            "cancel more than checksum",
            () -> IamportCancelRequest.partial(PAYMENT, Money.krw(101)).checksum(WON).build(),
            "amount",
            "checksum"),
        mistake(
            "cancel tax parts",
            () -> IamportCancelRequest.partial(PAYMENT, WON).taxFree(Money.krw(101)).build(),
            "tax_free",
            "amount"),
        mistake(
            "cancel two currencies",
            () -> IamportCancelRequest.partial(PAYMENT, WON).vat(Money.of("1", "USD")).build(),
            "KRW",
            "USD"),
        mistake(
            "long reason", () -> IamportCancelRequest.full(PAYMENT).reason("r".repeat(257)), "256"),
        mistake(
            "blank pg_api_key", () -> CLIENT.virtualAccounts().revoke(PAYMENT, " "), "pg_api_key"),
        mistake("no payments", () -> CLIENT.payments().find(List.of(), List.of()), "1 to 100"),
        mistake(
            "101 payments",
            () ->
                CLIENT
                    .payments()
                    .find(Collections.nCopies(50, PAYMENT), Collections.nCopies(51, ORDER)),
            "100"),
        mistake(
            "list backwards",
            () ->
                CLIENT
                    .payments()
                    .all(
                        IamportStatusFilter.ALL,
                        NOW,
                        NOW.minusSeconds(1),
                        IamportSorting.NEWEST_PAID),
            "before from"),
        mistake(
            "before 1970",
            () ->
                CLIENT
                    .payments()
                    .all(
                        IamportStatusFilter.ALL,
                        Instant.EPOCH.minusSeconds(1),
                        NOW,
                        IamportSorting.NEWEST_PAID),
            "1970"),
        mistake("a URL", () -> CLIENT.request("GET", "https://evil.example/x", null), "URL"),
        mistake("two slashes", () -> CLIENT.request("GET", "//evil.example/x", null), "one /"),
        mistake("no slash", () -> CLIENT.request("GET", "payments", null), "one /"),
        mistake("climbing", () -> CLIENT.request("GET", "/a/%2e%2E/b", null), ".."),
        mistake("line break", () -> CLIENT.request("GET", "/a\r\nX: y", null), "percent-encoded"),
        mistake("method", () -> CLIENT.request("HEAD", "/a", null), "method"),
        mistake("GET body", () -> CLIENT.request("GET", "/a", "{}"), "GET"),
        mistake("no JSON", () -> CLIENT.request("POST", "/a", "{\"a\":"), "JSON"),
        mistake("no object", () -> CLIENT.request("POST", "/a", "[]"), "object"),
        mistake("two documents", () -> CLIENT.request("POST", "/a", "{} {}"), "JSON"),
        mistake(
            "confirm of zero",
            () -> ConfirmRequest.builder(PAYMENT, ORDER, Money.krw(0)),
            "more than zero"),
        mistake(
            "cancel part in full's clothes",
            () -> CancelRequest.partial(PAYMENT, Money.krw(0), "why"),
            "more than zero"));
  }

  private static Arguments mistake(String name, ThrowingCallable call, String... inMessage) {
    return arguments(name, call, List.of(inMessage));
  }

  private static void prepare(String orderId, String name) {
    PrepareRequest.Builder request = PrepareRequest.builder(OrderId.of(orderId), WON);
    GATEWAY.prepare((name == null ? request : request.orderName(name)).build());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void mistake_isRefusedWithItsRule(String name, ThrowingCallable call, List<String> inMessage) {
    assertThatThrownBy(call)
        .as(name)
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(e -> assertThat(e.getMessage()).contains(inMessage));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "key\n", "\r\nX-Evil: 1", "a b", "\tkey", "열쇠", "k\u0000", "k\u007f"})
  void credentialsThatAreNoVisibleAscii_areRefused_andNotShown(String bad) {
    assertThatThrownBy(() -> IamportCredentials.of(bad, "secret-value"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("imp_key")
        .satisfies(e -> assertThat(bad.isBlank() || !e.getMessage().contains(bad)).isTrue())
        .hasMessageNotContaining("secret-value");
    assertThatThrownBy(() -> IamportCredentials.of("key", bad))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("imp_secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AB", "ABCD", "abc", "A C", "가나다", "AB\n"})
  void tierThatIsNotThreeOfItsLetters_isRefused(String code) {
    assertThatThrownBy(() -> IamportTier.of(code))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("three");
  }

  @Test
  void credentials_showNothing() {
    assertThat(IamportCredentials.of("canary-k", "canary-s").toString()).doesNotContain("canary");
  }
}
