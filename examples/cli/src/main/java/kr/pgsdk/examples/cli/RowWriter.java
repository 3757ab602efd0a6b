package kr.pgsdk.examples.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a list as they come. */
final class RowWriter<T> {
  /** How rows look. */
  enum Form {
    JSON,
    CSV,
    TABLE
  }

  private static final int PROGRESS_STEP = 500;

  private final Terminal terminal;
  private final Form form;
  private final List<Column<T>> columns;
  private final String nothing;
  private long count;

  /** Writes to a terminal; {@code nothing} is what people are told of an empty list. */
  RowWriter(Terminal terminal, Form form, List<Column<T>> columns, String nothing) {
    this.terminal = terminal;
    this.form = form;
    this.columns = columns;
    this.nothing = nothing;
  }

  /** Writes the heads of the columns; returns whether they could be written. */
  boolean begin() {
    if (form == Form.CSV) {
      print(columns.stream().map(Column::name).collect(Collectors.joining(",")) + "\r\n");
    }
    return !terminal.out().checkError(); // which also flushes
  }

  /** How many rows were written. */
  long count() {
    return count;
  }

  /** Writes a row; returns whether it could be written. */
  boolean write(T row) {
    if (form == Form.TABLE && count == 0) {
      print(line(column -> column.name()));
    }
    count++;
    switch (form) {
      case JSON -> print(JsonLine.of(json(row)) + "\n");
      case CSV ->
          print(columns.stream().map(c -> c.csv(row)).collect(Collectors.joining(",")) + "\r\n");
      case TABLE -> print(line(column -> column.text(row)));
    }
    if (terminal.progress() && count % PROGRESS_STEP == 0) {
      terminal.err().print("\r" + count + " rows");
      terminal.err().flush();
    }
    return !terminal.out().checkError(); // which also flushes
  }

  /** Ends the list; of an empty one people are told. */
  void end(boolean complete) {
    if (terminal.progress() && count >= PROGRESS_STEP) {
      terminal.err().print("\r\u001b[K");
    }
    if (complete && form == Form.TABLE && count == 0) {
      print(nothing + "\n");
    }
    terminal.err().flush();
    terminal.out().flush();
  }

  private Map<String, @Nullable Object> json(T row) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    columns.forEach(column -> object.put(column.name(), column.json(row)));
    return object;
  }

  private interface Cell<T> {
    String of(Column<T> column);
  }

  private String line(Cell<T> cell) {
    String cells =
        columns.stream()
            .filter(column -> column.width() > 0)
            .map(column -> padded(cell.of(column), column.width()))
            .collect(Collectors.joining("  "));
    return Page.UNPRINTABLE.matcher(cells).replaceAll(" ").stripTrailing() + "\n";
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private void print(String text) {
    terminal.out().print(text);
  }
}
