package kr.pgsdk.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The file with the last three runs: each as it was, and above them a table that lays their figures
 * side by side. A run is added by reading the file and writing it anew.
 */
final class Results {
  private static final int KEPT = 3;
  private static final String RUN = "## Run of ";
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  private final List<String> runs;

  private Results(List<String> runs) {
    this.runs = runs;
  }

  static Results of(Path file) throws IOException {
    if (!Files.exists(file)) {
      return new Results(List.of());
    }
    String[] parts = Files.readString(file).split("(?m)^(?=" + RUN + ")");
    return new Results(List.of(parts).stream().filter(part -> part.startsWith(RUN)).toList());
  }

  Results with(Instant when, Mode mode, String machine, List<Row> rows) {
    List<String> kept = new ArrayList<>();
    kept.add(
        RUN
            + WHEN.format(when)
            + " UTC, "
            + mode.pick("a moment", "short", "full")
            + " mode\n\n"
            + machine
            + "\n"
            + Table.of(rows)
            + "\n");
    kept.addAll(runs.subList(0, Math.min(runs.size(), KEPT - 1)));
    return new Results(kept);
  }

  void write(Path file) throws IOException {
    Files.writeString(
        file,
        Explanation.TEXT
            + "\n"
            + sideBySide()
            + "\n"
            + String.join("", runs).stripTrailing()
            + "\n");
  }

  private String sideBySide() {
    Map<List<String>, List<String>> rows = new LinkedHashMap<>();
    Map<List<String>, List<String>> verdicts = new LinkedHashMap<>();
    for (int i = 0; i < runs.size(); i++) {
      for (List<String> row : Table.read(runs.get(i))) {
        List<String> key = List.of(row.get(0), row.get(1), row.get(2));
        List<String> cells = rows.computeIfAbsent(key, k -> blank(k));
        cells.set(3, cells.get(3).isEmpty() ? row.get(7) : cells.get(3));
        cells.set(4 + i, cell(row));
        if (!row.get(8).isEmpty()) {
          verdicts.computeIfAbsent(key, k -> new ArrayList<>()).add(row.get(8));
        }
      }
    }
    rows.forEach(
        (key, cells) -> cells.set(4 + runs.size(), verdict(verdicts.getOrDefault(key, List.of()))));
    List<String> columns = new ArrayList<>(List.of("what", "gateway", "callers", "aim"));
    runs.forEach(run -> columns.add(head(run)));
    columns.add("verdict");
    return Table.of(columns, List.copyOf(rows.values()));
  }

  /** When it was, and in which mode: figures of different modes differ in their warm-up. */
  private static String head(String run) {
    return run.substring(RUN.length(), run.indexOf(" mode\n")).replace(" UTC", "");
  }

  private List<String> blank(List<String> key) {
    List<String> cells = new ArrayList<>(key);
    while (cells.size() < 5 + runs.size()) {
      cells.add("");
    }
    return cells;
  }

  private static String cell(List<String> row) {
    String spread = row.get(6).isEmpty() ? "" : " (" + row.get(6) + ")";
    return row.get(5).isEmpty() ? row.get(3) : row.get(5) + spread;
  }

  private String verdict(List<String> verdicts) {
    long reached = verdicts.stream().filter("reached"::equals).count();
    if (verdicts.isEmpty()) {
      return "";
    }
    return reached == runs.size()
        ? "reached"
        : reached == 0 ? "short" : "reached in " + reached + " of " + verdicts.size();
  }
}
