package kr.pgsdk.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed wrongly is refused before anything is sent, by the name of its option. */
class WrongInputTest extends SandboxedTest {
  private static final String ORDER = "--order-id order_9001 --amount 60000 --order-name shirt ";
  private static final String CARD = "--card-number 4330123412341234 --expiry 2030-12 ";
  private static final String OWNED = CARD + "--owner-identity 900101 ";
  private static final String KEY = "--customer-key customer_12345 ";

  @TempDir private Path folder;

  private static PgRun refused(String line) {
    int before = requests();
    PgRun run = pg(line.strip().split(" +"));
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(2);
    assertThat(requests()).isEqualTo(before);
    return run;
  }

  private static int requests() {
    return sandbox.toss().journal().count() + sandbox.iamport().journal().count();
  }

  /** The command, what is wrong in it, and what its message begins with. */
  static Stream<List<String>> wrong() {
    String issue = "toss billing issue " + KEY;
    String charge = "toss billing charge --billing-key bkey " + KEY;
    String key = "--billing-key uid-1 ";
    return Stream.of(
        List.of(issue + CARD, "--owner-identity abc", "--owner-identity must be a birth date"),
        List.of(issue + CARD, "--owner-identity 901301", "--owner-identity must be a birth date"),
        List.of(issue + CARD, "", "Toss takes a card with its owner's birth date"),
        List.of(issue, "--card-number 4330 --expiry 2030-12", "--card-number must be 14 to 16"),
        List.of(issue, "--card-number 4330", "a card needs --card-number and --expiry"),
        List.of(issue, "--card-number 4330123412341234 --expiry 12/30", "--expiry must be YYYY-MM"),
        List.of(issue + OWNED, "--password-digits 1", "--password-digits must be 2 digits"),
        List.of(issue + OWNED, "--cvc 가나다", "--cvc must be 3 or 4 digits"),
        List.of(issue + OWNED, "--channel-key c", "leave out --channel-key"),
        List.of("toss billing issue " + OWNED, "--customer-key 가", "--customer-key must be 2 to"),
        List.of(
            "iamport billing issue --channel-key c " + KEY, "--auth-key a", "--auth-key is Toss"),
        List.of(charge + ORDER, "--months 3", "leave out --months"),
        List.of(charge + ORDER, "--tax-free -1", "--tax-free: amount must be a plain decimal"),
        List.of(charge + ORDER, "--tax-free 70000", "--tax-free (70000 KRW) must not be more"),
        List.of(charge + "--order-id 주문 --amount 1 --order-name x", "", "an --order-id of 6 to 64"),
        List.of(
            charge + "--order-id order_1 --order-name x", "--amount 0", "--amount must be more"),
        List.of(charge + "--order-id order_1 --order-name x", "--amount -5", "--amount must be a"),
        List.of(
            charge + "--order-id order_1 --amount 1",
            "--order-name " + "가".repeat(101),
            "--order-name"),
        List.of("iamport billing charge " + key + ORDER, "--months 1", "--months must be 0, or 2"),
        List.of(
            "iamport billing charge " + key + "--order-id o1 --amount 49999 --order-name x",
            "--months 2",
            "--months needs an amount of 50,000 won"),
        List.of(
            "iamport schedule register " + key + ORDER, "--at 2020-01-01T00:00", "--at must be in"),
        List.of(
            "iamport schedule change --order-id o1", "--at 2020-01-01T00:00", "--at must be in"),
        List.of(
            "iamport schedule list --from 2026-01-01 --to 2026-12-31",
            "",
            "--from and --to must be at most 3 months apart"),
        List.of(
            "iamport payments --to 2026-12-31", "--from 1960-01-01", "--from must not be before"),
        List.of(
            "toss cash-receipt issue " + ORDER, "--identity-number abc", "--identity-number must"),
        List.of(
            "toss cash-receipt issue --currency USD --identity-number 01012345678 " + ORDER,
            "",
            "--amount must be in KRW"),
        List.of("toss cash-receipt cancel --receipt-key r", "--amount 0", "--amount must be more"),
        List.of(
            "iamport cash-receipt issue --payment-id imp_1",
            "--identity-number abc",
            "--identity-number must be 8 to 20 digits"),
        List.of(
            "iamport cash-receipt issue --payment-id imp_1 --identity-type business",
            "--identity-number 01012345678",
            "--identity-number must be 10 digits with --identity-type business"),
        List.of(
            "iamport cash-receipt issue --payment-id imp_1 --identity-number 01012345678",
            "--identity-type dog",
            "--identity-type must be person, business, phone or taxcard"),
        List.of(
            "toss virtual-account issue --customer-name x --bank 88 " + ORDER,
            "--due 2020-01-01T00:00",
            "--due must be in the next 90 days"),
        List.of(
            "toss virtual-account issue --customer-name x --currency USD " + ORDER,
            "--bank 88",
            "--amount must be in KRW"),
        List.of(
            "toss virtual-account issue --customer-name x " + ORDER,
            "--bank 888",
            "--bank must be"),
        List.of(
            "iamport virtual-account issue --channel-key c --bank 04 " + ORDER,
            "--due 2020-01-01T00:00",
            "--due must be in the future"),
        List.of("toss request get /v1/payments", "", "METHOD must be GET, POST"),
        List.of("toss request GET payments", "", "PATH must start with one /"));
  }

  @Test
  void wrongOption_isNamed_andNothingIsSent() {
    wrong()
        .forEach(
            wrong ->
                assertThat(refused(wrong.get(0) + " " + wrong.get(1)).err())
                    .as(wrong.toString())
                    .contains(wrong.get(2))
                    .doesNotContain("4330123412341234", "()", "$"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[1]", "한글"})
  void bodyThatIsNoObject_refusedWithoutAJsonPath(String body) throws IOException {
    Path file = Files.writeString(folder.resolve("body"), body);

    assertThat(refused("iamport request POST /payments/cancel --body " + file).err())
        .contains("--body must be")
        .doesNotContain("$");
  }

  @Test
  void unknownReceipt_isSaidAsNotFound() {
    PgRun run = pg("toss", "cash-receipt", "cancel", "--receipt-key", "nobody");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("nothing was found").doesNotContain("()");
  }
}
