package kr.pgsdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
  private static final Instant FIRST = Instant.parse("2026-11-20T10:00:00Z");

  @TempDir Path folder;

  private void keep(int run, Row... rows) throws IOException {
    Path file = folder.resolve("RESULTS.md");
    Results.of(file)
        .with(FIRST.plus(Duration.ofHours(run)), Mode.SHORT, "- machine: run " + run, List.of(rows))
        .write(file);
  }

  private List<List<String>> sideBySide() throws IOException {
    String text = Files.readString(folder.resolve("RESULTS.md"));
    return Table.read(text.substring(0, text.indexOf("## Run of ")));
  }

  private static Row find(double ratio) {
    Figure figure = new Figure(ratio, ratio - 0.1, ratio + 0.1, "");
    return new Row("find p50", "Toss", "1", "41 us", "40 us floor", figure, Aim.atMost(1.05));
  }

  @Test
  void fourRuns_lastThreeAreKept_newestFirst() throws IOException {
    for (int run = 0; run < 4; run++) {
      keep(run, find(1 + run / 100.0));
    }
    assertThat(sideBySide())
        .containsExactly(
            List.of(
                "find p50",
                "Toss",
                "1",
                "at most 1.05",
                "1.030 (0.930..1.130)",
                "1.020 (0.920..1.120)",
                "1.010 (0.910..1.110)",
                "reached"));
    assertThat(folder.resolve("RESULTS.md"))
        .content()
        .contains("run 3", "run 2", "run 1", "2026-11-20 13:00, short |")
        .doesNotContain("run 0");
  }

  @Test
  void runs_oneShort_areNotCalledReached() throws IOException {
    keep(0, find(1.2));
    keep(1, find(1.0));
    assertThat(sideBySide().get(0)).endsWith("reached in 1 of 2");
  }

  @Test
  void row_reachedButNotInEveryRun_saysInHowMany() throws IOException {
    keep(0, find(1.0));
    keep(1, Row.notMeasured("10,000 callers", "Iamport", "10,000", "no JDK 21"));
    assertThat(sideBySide().get(1)).endsWith("reached in 1 of 1");
  }

  @Test
  void rows_notInEveryRun_keepTheirColumn() throws IOException {
    keep(0, find(1.2));
    keep(1, Row.notMeasured("10,000 callers", "Iamport", "10,000", "no JDK 21"));
    assertThat(sideBySide())
        .containsExactly(
            List.of("10,000 callers", "Iamport", "10,000", "", "not measured: no JDK 21", "", ""),
            List.of("find p50", "Toss", "1", "at most 1.05", "", "1.200 (1.100..1.300)", "short"));
  }
}
