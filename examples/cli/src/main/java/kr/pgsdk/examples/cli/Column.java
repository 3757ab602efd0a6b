package kr.pgsdk.examples.cli;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a list.
 *
 * @param name its key in JSON, and its head in CSV
 * @param width how wide people see it; 0 if they don't
 * @param value what a row has in it
 */
record Column<T>(String name, int width, Function<T, Optional<?>> value) {
  /** Its value as JSON has it: amounts are strings, as everywhere in {@code pg}. */
  @Nullable Object json(T row) {
    return value.apply(row).map(Column::plain).orElse(null);
  }

  /** Its value for people. */
  String text(T row) {
    return value.apply(row).map(Column::plain).orElse("");
  }

  /** Its value in a file for spreadsheets, which run a text that begins as a formula does. */
  String csv(T row) {
    Optional<?> cell = value.apply(row);
    String text = Page.UNPRINTABLE.matcher(cell.map(Column::plain).orElse("")).replaceAll(" ");
    boolean number = cell.filter(BigDecimal.class::isInstance).isPresent();
    return quoted(!number && text.matches("\\s*[=+@-].*") ? "'" + text : text);
  }

  /** Quotes a cell by RFC 4180. */
  static String quoted(String cell) {
    return cell.matches(".*[\",].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  private static String plain(Object cell) {
    return cell instanceof BigDecimal amount ? amount.toPlainString() : cell.toString();
  }
}
