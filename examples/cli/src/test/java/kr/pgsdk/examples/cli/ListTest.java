package kr.pgsdk.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kr.pgsdk.sandbox.BrowserReturn;
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
        "say \"hi\"|\"say \"\"hi\"\"\""
      })
  void csvCells_quotedAndNoFormulas(String text, String cell) {
    assertThat(new Column<String>("x", 0, Optional::of).csv(text)).isEqualTo(cell);
  }

  @Test
  void requestGet_theJsonThatCame() {
    BrowserReturn back = pays(Gateway.IAMPORT);

    PgRun run = pg("iamport", "request", "GET", "/payments/" + back.paymentId().value(), "--json");

    assertThat(run.json()).containsEntry("merchant_uid", back.orderId().value());
    assertThat(List.of(pg("toss", "request", "GET", "v1").exitCode())).containsExactly(2);
  }
}
