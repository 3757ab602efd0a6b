package kr.pgsdk.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** Rows as a Markdown table, aligned so that a terminal shows them well too. */
final class Table {
  static final List<String> COLUMNS =
      List.of(
          "what",
          "gateway",
          "callers",
          "ours",
          "against",
          "figure",
          "middle half",
          "aim",
          "verdict");

  private Table() {}

  static String of(List<Row> rows) {
    return of(COLUMNS, rows.stream().map(Table::cells).toList());
  }

  private static List<String> cells(Row row) {
    return List.of(
        row.what(),
        row.gateway(),
        row.callers(),
        row.ours(),
        row.other(),
        row.figure().text(),
        row.figure().spread(),
        row.aim().text(row.figure()),
        row.aim().verdict(row.figure()));
  }

  static String of(List<String> columns, List<List<String>> rows) {
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      int widest = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
      widths.add(Math.max(columns.get(i).length(), widest));
    }
    StringBuilder table = new StringBuilder();
    append(table, columns, widths);
    append(table, widths.stream().map("-"::repeat).toList(), widths);
    rows.forEach(row -> append(table, row, widths));
    return table.toString();
  }

  private static void append(StringBuilder table, List<String> cells, List<Integer> widths) {
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      table.append("| ").append(cell).append(" ".repeat(widths.get(i) - cell.length() + 1));
    }
    table.append("|\n");
  }

  /** Returns the rows of a table made here, without its head. */
  static List<List<String>> read(String markdown) {
    List<List<String>> rows =
        markdown
            .lines()
            .filter(line -> line.startsWith("| "))
            .map(line -> List.of(line.substring(1, line.lastIndexOf('|')).split("\\|", -1)))
            .map(cells -> cells.stream().map(String::strip).toList())
            .toList();
    return rows.size() < 2 ? List.of() : rows.subList(2, rows.size());
  }
}
