package kr.pgsdk.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists: a row as JSON, as CSV and for people, and which periods are refused. */
class ListTest extends SandboxedTest {
  private static final String[] YEARS = {"--from", "2020-01-01", "--to", "2035-12-31"};

  private static PgRun list(String line, String... more) {
    String[] words = line.split(" ");
    String[] all = new String[words.length + more.length];
    System.arraycopy(words, 0, all, 0, words.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return pg(all);
  }

  @Test
  void iamportPayments_oneObjectARow() {
    BrowserReturn back = pays(Gateway.IAMPORT);

    PgRun run = list("iamport payments --status paid --json", YEARS);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .allMatch(line -> line.startsWith("{\"startedAt\":"))
        .anyMatch(line -> line.contains(back.orderId().value()));
  }

  @Test
  void tossTransactions_csvWithItsHead() {
    BrowserReturn back = pays(Gateway.TOSS);
    assertThat(confirm(Gateway.TOSS, back).exitCode()).isZero();

    PgRun run = list("toss transactions --csv", YEARS);

    assertThat(run.out())
        .startsWith(
            "transactionAt,status,amount,currency,method,orderId,paymentKey,transactionKey\r\n")
        .contains(",DONE,15000,KRW,");
    assertThat(run.out()).contains(back.orderId().value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "toss transactions --from 2026-11-02 --to 2026-11-01",
        "toss settlements --from 2026-11-02 --to 2026-11-01",
        "iamport payments --from 2026-11-02T00:00 --to 2026-11-01",
        "iamport schedule list --from 2026-11-02 --to 2026-11-01",
        "toss transactions --from yesterday --to 2026-11-01",
        "toss settlements --from 2026-13-01 --to 2026-11-01",
        "toss transactions --from 2026-02-30 --to 2026-11-01",
        "toss transactions --from 2026-2-3 --to 2026-11-01",
        "toss settlements --from 2026-02-01T00:00 --to 2026-11-01",
        "iamport payments --from 2026-11-01",
        "toss transactions --from 2026-11-01 --to 2026-11-01 --csv --json"
      })
  void badPeriods_refusedBeforeSending(String line) {
    int before = sandbox.toss().journal().count() + sandbox.iamport().journal().count();

    assertThat(list(line).exitCode()).isEqualTo(2);

    assertThat(sandbox.toss().journal().count() + sandbox.iamport().journal().count())
        .isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "plain|plain",
        "=1+1|'=1+1",
        "+82|'+82",
        "-5|'-5",
        "@SUM|'@SUM",
        "a,b|\"a,b\"",
        "=a,\"b|\"'=a,\"\"b\"",
        "say \"hi\"|\"say \"\"hi\"\"\""
      })
  void csvCells_quotedAndNoFormulas(String text, String cell) {
    assertThat(new Column<String>("x", 0, Optional::of).csv(text)).isEqualTo(cell);
  }

  @Test
  void csvCellsWithLineBreaksAndTabs_becomeSpacesAndHideNoFormula() {
    Column<String> column = new Column<>("x", 0, Optional::of);

    assertThat(column.csv("two\r\nlines")).isEqualTo("two  lines");
    assertThat(column.csv("\t=1+1")).isEqualTo("' =1+1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--csv", "--json", "--timeout=20s"})
  void listThatBreaksOff_failsAndSaysThatItIsNotWhole(String form) {
    for (int i = 0; i < 2; i++) {
      assertThat(confirm(Gateway.TOSS, pays(Gateway.TOSS)).exitCode()).isZero();
    }
    sandbox
        .toss()
        .inject(
            Fault.rewrittenBody(body -> body.substring(0, body.lastIndexOf(",{") + 1) + "!]")
                .on("GET", "/v1/transactions")
                .always());

    PgRun run = list("toss transactions " + form, YEARS);
    sandbox.toss().clearFaults();

    assertThat(run.exitCode()).isEqualTo(7);
    if (form.equals("--json")) {
      assertThat(run.out().lines().toList().get(run.out().lines().toList().size() - 1))
          .startsWith("{\"error\":");
    } else {
      assertThat(run.err()).contains("The list is not complete: it broke off after ");
    }
    assertThat(run.out()).contains("DONE");
  }

  @Test
  void outputThatIsFull_failsAndSaysThatTheListIsNotWhole() {
    pays(Gateway.IAMPORT);

    PgRun run =
        PgRun.withoutOutput(
            environment,
            "iamport",
            "payments",
            "--csv",
            "--from",
            "2020-01-01",
            "--to",
            "2035-01-01");

    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.err()).contains("the list is not complete");
  }

  @Test
  void requestGet_theJsonThatCame() {
    BrowserReturn back = pays(Gateway.IAMPORT);

    PgRun run = pg("iamport", "request", "GET", "/payments/" + back.paymentId().value(), "--json");

    assertThat(run.json()).containsEntry("merchant_uid", back.orderId().value());
    assertThat(List.of(pg("toss", "request", "GET", "v1").exitCode())).containsExactly(2);
  }
}
