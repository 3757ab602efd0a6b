package kr.pgsdk.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The page that keeps a run: how it was measured, and the table. */
final class Page {
  private static final String TEXT =
      """
      # What the SDK costs beside a call written by hand

      Written by `benchmarks/run` (%s, %s); raw figures of each run are in `benchmarks/target/raw`. An aim that is missed is
      shown as **short**.

      %s.

      - The **server** is a process of its own on this machine; its responses are real ones of the gateways, made beforehand.
      - **Clients take turns** within one run, after a warm-up in turns. A **ratio** is the SDK's figure in times of the other's:
        worked out for each round, the middle one of them, and in brackets the middle half. Times are the middle rounds'.
      - The **SDK** is used as it comes. **Bare OkHttp + Moshi** is written by hand, as fast as one would write it, and does
        nothing else: no deadline, no repetition, no redaction, no log. The build asserts that both read the same from a payment.
      - The **other libraries** are used as they come, and read the ten members that a shop needs.
      - **Processor time at 10 calls a second**: of all Java threads of the process, the gateway's response coming after 50 ms.
      - **Fresh JVM**: plain `java -cp` from start to exit, with no logging library; at Iamport with the request for the token.
      - **Heap of a waiting find**: what the live heap grew by, for each of 2,000 calls with a connection each, code compiled.
      - **Files of the SDK**: in a process that builds one gateway and makes one call (`-Xlog:class+load`).
      - **Durable**: orders confirmed by `DurablePayments.returned` on 8 threads with a pool of 8 connections, whose handler writes a
        row of the shop's own, beside `confirm` alone through the same gateway. The databases wait for their disk: H2 with
        `WRITE_DELAY=0`, PostgreSQL as it comes. **Resume**: due are orders whose server died after it took the capture slot.

      %s""";

  private static final List<String> COLUMNS =
      List.of("row", "gateway", "SDK", "other", "ratio", "aim", "");

  private final Instant start;
  private final Effort effort;
  private final String machine;
  private final List<Row> rows = new ArrayList<>();

  Page(Instant start, Effort effort, String machine) {
    this.start = start;
    this.effort = effort;
    this.machine = machine;
  }

  void add(List<Row> measured) {
    rows.addAll(measured);
  }

  /** The rows as Markdown, aligned so that a terminal shows them well too. */
  String table() {
    List<List<String>> lines = new ArrayList<>(List.of(COLUMNS));
    rows.forEach(row -> lines.add(cells(row)));
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < COLUMNS.size(); i++) {
      int column = i;
      widths.add(lines.stream().mapToInt(line -> line.get(column).length()).max().orElseThrow());
    }
    lines.add(1, widths.stream().map("-"::repeat).toList());
    return lines.stream().map(line -> line(line, widths)).collect(Collectors.joining());
  }

  private static List<String> cells(Row row) {
    return List.of(
        row.what(), row.gateway(), row.sdk(), row.other(), row.ratio(), row.aim(), row.verdict());
  }

  private static String line(List<String> cells, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      line.append("| ").append(cells.get(i));
      line.append(" ".repeat(widths.get(i) - cells.get(i).length() + 1));
    }
    return line.append("|\n").toString();
  }

  @Override
  public String toString() {
    return TEXT.formatted(
        start.atOffset(ZoneOffset.UTC).toLocalDate(),
        effort.name().toLowerCase(Locale.ROOT),
        machine,
        table());
  }

  void write(Path file) throws IOException {
    Files.writeString(file, toString());
  }
}
