package kr.pgsdk.portone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.portone.model.PortOneErrorCode;
import kr.pgsdk.portone.model.PortOnePayment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads every file of the fixtures; one that nobody has classified is a failure. */
class FixturesTest {
  private static final Path FIXTURES = Path.of("src/test/resources/fixtures");

  private static final Map<String, Known> PAYMENTS =
      Map.ofEntries(
          Map.entry("01", Known.PAID),
          Map.entry("02", Known.READY),
          Map.entry("03", Known.WAITING_FOR_DEPOSIT),
          Map.entry("04", Known.PAID),
          Map.entry("05", Known.PARTIALLY_CANCELLED),
          Map.entry("06", Known.CANCELLED),
          Map.entry("07", Known.CANCEL_PENDING),
          Map.entry("08", Known.FAILED),
          Map.entry("09", Known.IN_PROGRESS),
          Map.entry("10", Known.PAID),
          Map.entry("11", Known.PAID),
          Map.entry("12", Known.PAID),
          Map.entry("13", Known.CANCELLED),
          Map.entry("14", Known.PAID));

  private static final List<String> ERRORS = List.of("21", "22", "23");

  static Stream<Path> files() throws IOException {
    return Files.list(FIXTURES).filter(file -> file.toString().endsWith(".json")).sorted();
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private static PortOnePayment payment(String number) throws IOException {
    try (Stream<Path> all = files()) {
      Path file =
          all.filter(each -> each.getFileName().toString().startsWith(number))
              .findFirst()
              .orElseThrow();
      return PortOnePayment.parse(text(file));
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFile_isReadAsWhatItIs(Path file) throws IOException {
    String number = file.getFileName().toString().substring(0, 2);
    if (ERRORS.contains(number)) {
      assertThatThrownBy(() -> PortOnePayment.parse(text(file)))
          .isInstanceOf(MalformedResponseException.class);
      assertThat(PortOneErrorCode.of(text(file).split("\"", -1)[3]).isKnown()).isTrue();
      return;
    }
    PortOnePayment payment = PortOnePayment.parse(text(file));

    assertThat(PAYMENTS).as(number).containsKey(number);
    assertThat(payment.toPayment().status().known()).isEqualTo(PAYMENTS.get(number));
    assertThat(payment.toString()).doesNotContain("홍길동", "hong@example.com", "1234");
    assertThat(payment.toPayment().toString()).doesNotContain("홍길동", "56200000000000");
    assertThat(PortOnePayment.parse(payment.toJson()).toPayment().status())
        .isEqualTo(payment.toPayment().status());
  }

  @Test
  void everyFieldOfAPaidPayment_isThere() throws IOException {
    PortOnePayment payment = payment("01");

    assertThat(payment.merchantId()).isPresent();
    assertThat(payment.storeId()).isPresent();
    assertThat(payment.version()).contains("V2");
    assertThat(payment.channel().orElseThrow().pgProvider()).contains("TOSSPAYMENTS");
    assertThat(payment.method().orElseThrow().card().orElseThrow().brand()).contains("LOCAL");
    assertThat(payment.amount().supply()).contains(Money.krw(13_636));
    assertThat(payment.products().get(0).amount()).contains(Money.krw(7_500));
    assertThat(payment.customer().orElseThrow().name()).contains("홍길동");
    assertThat(payment.origin().orElseThrow().platformType()).contains("PC");
    assertThat(payment.webhooks().get(0).status()).contains("SUCCEEDED");
    assertThat(payment.customData()).contains("{\"cart\":7}");
    assertThat(payment.pgResponse()).isPresent();
    Payment core = payment.toPayment();
    assertThat(core.card().orElseThrow().issuerCode()).contains("SHINHAN_CARD");
    assertThat(core.receiptUrl()).contains("https://receipt.example/1");
    assertThat(core.test()).isFalse();
  }

  @Test
  void whatDiffersFromPayment_isMapped() throws IOException {
    assertThat(payment("10").toPayment().test()).isTrue();
    assertThat(payment("11").toPayment().amount()).isEqualTo(Money.of("19.99", "USD"));
    assertThat(payment("11").disputes().get(0).status()).contains("UNRESOLVED");
    assertThat(payment("12").toPayment().promotion().orElseThrow().discount())
        .isEqualTo(Money.krw(3_000));
    assertThat(payment("08").toPayment().failureCode()).contains("8888");
    assertThat(payment("08").toPayment().failureMessage()).contains("한도초과");
    assertThat(payment("03").toPayment().virtualAccount().orElseThrow().bankCode())
        .contains("SHINHAN");
    assertThat(payment("05").toPayment().balance()).isEqualTo(Money.krw(10_000));
  }
}
