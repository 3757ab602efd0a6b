package kr.pgsdk.sandbox.readme;

import static kr.pgsdk.sandbox.FaultKind.ANSWER_LOST;
import static kr.pgsdk.sandbox.FaultKind.CUT_AFTER_READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.Gateways;
import kr.pgsdk.sandbox.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/doubt.md says what is so, in both languages. */
class DoubtPageTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final String HERE =
      "sdk-sandbox/src/test/java/kr/pgsdk/sandbox/readme/DoubtPageTest.java";
  private static final Money PART = Money.krw(5_000);

  private final Shop shop = new Shop();

  /** What a shop does with each outcome. */
  static final class Shop {
    final List<String> calls = new ArrayList<>();

    void refunded(Cancellation refund) {
      calls.add(refund.getClass().getSimpleName());
    }

    void keepForRetry(String pendingCancel) {
      calls.add("keep");
    }

    void report(PaymentException notExecuted, String pendingCancel) {
      calls.add(notExecuted.getClass().getSimpleName());
    }
  }

  // snippet goOn
  void goOn(PaymentGateway gateway, String stored, Duration sinceStored) {
    CancelRequest request = CancelRequest.resume(stored, sinceStored);
    try {
      shop.refunded(gateway.cancel(request)); // Cancelled, Pending or AlreadyCancelled
    } catch (OutcomeUnknownException unknown) {
      shop.keepForRetry(request.toText()); // in place of the old text; retryAfter() says when
    } catch (PaymentException notExecuted) {
      shop.report(notExecuted, request.toText()); // isRetryable(): resume this text again
    }
  }

  // end

  @ParameterizedTest
  @ValueSource(strings = {"doubt.md", "doubt.ko.md"})
  void snippet_isThisCode(String page) throws IOException {
    Matcher code =
        Pattern.compile("^ *// snippet goOn\n(.*?)^ *// end\n", Pattern.DOTALL | Pattern.MULTILINE)
            .matcher(Files.readString(ROOT.resolve(HERE)));
    assertThat(code.find()).isTrue();

    assertThat(Files.readString(ROOT.resolve("docs").resolve(page)))
        .contains(code.group(1).stripTrailing().stripIndent());
  }

  /**
   * The refund was made, and nobody could see it: it is found by its record, and not sent again.
   */
  @Test
  void storedDoubt_refundWasMade_anotherProcessSaysAlreadyCancelled() {
    try (Sandbox sandbox = Sandbox.start();
        PaymentGateway first = iamport(sandbox);
        PaymentGateway second = iamport(sandbox)) {
      PaymentId paymentId = paid(sandbox);
      sandbox.iamport().inject(Fault.of(ANSWER_LOST).on("POST", "/payments/cancel"));
      sandbox
          .iamport()
          .inject(
              Fault.status(500)
                  .on("GET", "/payments")
                  .when(entry -> refunded(sandbox, paymentId))
                  .times(1));

      String stored = doubt(first, paymentId);
      goOn(second, stored, Duration.ZERO);

      assertThat(shop.calls).containsExactly("AlreadyCancelled");
      assertThat(sandbox.iamport().ledger(paymentId).refunded()).isEqualTo(PART);
    }
  }

  /** The refund was not made: it goes out again once the first can't be worked on any more. */
  @Test
  void storedDoubt_refundWasNotMade_sentAgainOnlyAfterTheTimeGiven() {
    try (Sandbox sandbox = Sandbox.start();
        PaymentGateway first = iamport(sandbox);
        PaymentGateway second = iamport(sandbox)) {
      PaymentId paymentId = paid(sandbox);
      sandbox.iamport().inject(Fault.of(CUT_AFTER_READ).on("POST", "/payments/cancel"));

      String stored = doubt(first, paymentId);
      goOn(second, stored, Duration.ofSeconds(1));
      goOn(second, stored, Duration.ofMinutes(2));

      assertThat(shop.calls).containsExactly("keep", "Cancelled");
      assertThat(sandbox.iamport().ledger(paymentId).refunded()).isEqualTo(PART);
    }
  }

  /** What others refunded meanwhile explains the whole fall of the balance: it was not executed. */
  @Test
  void storedDoubt_refundWasNotMade_othersRefundedMeanwhile_endsInARefusal() {
    try (Sandbox sandbox = Sandbox.start();
        PaymentGateway first = iamport(sandbox);
        PaymentGateway second = iamport(sandbox)) {
      PaymentId paymentId = paid(sandbox);
      sandbox.iamport().inject(Fault.of(CUT_AFTER_READ).on("POST", "/payments/cancel"));

      String stored = doubt(first, paymentId);
      sandbox.iamport().cancelInConsole(paymentId, Money.krw(700));
      goOn(second, stored, Duration.ofSeconds(1));
      goOn(second, stored, Duration.ofMinutes(2));

      assertThat(shop.calls).containsExactly("keep", "GatewayException");
      assertThat(sandbox.iamport().ledger(paymentId).refunded()).isEqualTo(Money.krw(700));
    }
  }

  private static String doubt(PaymentGateway gateway, PaymentId paymentId) {
    CancelRequest request =
        CancelRequest.partial(paymentId, PART, "one item returned").reference("return-17").build();
    List<String> texts = new ArrayList<>();
    assertThatExceptionOfType(OutcomeUnknownException.class)
        .isThrownBy(() -> gateway.cancel(request))
        .satisfies(unknown -> texts.add(unknown.pendingCancel().orElseThrow().toText()));
    return texts.get(0);
  }

  private static boolean refunded(Sandbox sandbox, PaymentId paymentId) {
    return !sandbox.iamport().ledger(paymentId).refunded().isZero();
  }

  private static PaymentId paid(Sandbox sandbox) {
    return sandbox.buyer().onIamport().pay(OrderId.random(), Money.krw(15_000)).paymentId();
  }

  private static PaymentGateway iamport(Sandbox sandbox) {
    return Gateways.iamport(sandbox).build();
  }
}
