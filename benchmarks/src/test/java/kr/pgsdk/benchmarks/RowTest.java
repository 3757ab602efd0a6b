package kr.pgsdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowTest {
  @Test
  void ratio_ofRounds_isTheMiddleOfTheirRatios() {
    Row row =
        Row.ratio(
            "find",
            "Toss",
            "µs",
            List.of(10.0, 30.0, 20.0),
            List.of(10.0, 15.0, 40.0),
            Aim.atMost(1.05));
    assertThat(row)
        .isEqualTo(
            new Row(
                "find",
                "Toss",
                "20 µs",
                "15 µs",
                "1.000 (0.750..1.500)",
                "at most 1.05",
                "reached"));
  }

  @ParameterizedTest
  @CsvSource({
    "at most, 1.1, reached",
    "at most, 1.0999, **short**",
    "below, 1.1, **short**",
    "below, 1.1001, reached",
    "'', 0, ''"
  })
  void verdict_ofOnePointOne_isAsTheAimSays(String relation, double bound, String verdict) {
    assertThat(new Aim(relation, bound).verdict(1.1)).isEqualTo(verdict);
  }

  @Test
  void page_rows_areOneTableBehindWhatTheyWereMeasuredOn() {
    Page page = new Page(Instant.EPOCH, Effort.QUICK, "a machine");
    page.add(List.of(Row.figure("files", "Toss", 61, "files", Aim.atMost(60))));
    page.add(List.of(Row.missing("pace", "no server")));
    assertThat(page.toString())
        .contains("(1970-01-01, quick)", "\na machine.\n")
        .endsWith(
            """

            | row   | gateway | SDK                     | other | ratio | aim        |           |
            | ----- | ------- | ----------------------- | ----- | ----- | ---------- | --------- |
            | files | Toss    | 61 files                |       |       | at most 60 | **short** |
            | pace  |         | not measured: no server |       |       |            |           |
            """);
  }
}
