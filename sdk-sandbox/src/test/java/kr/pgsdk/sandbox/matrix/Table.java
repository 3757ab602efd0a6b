package kr.pgsdk.sandbox.matrix;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kr.pgsdk.sandbox.matrix.Mishap.Chapter;
import kr.pgsdk.sandbox.matrix.Mishap.Execution;

/**
 * A table in Markdown: mishaps down, columns across. Within a chapter, mishaps whose cells say the
 * same share a row.
 */
final class Table {
  /** One column: whose cells stand in it. */
  record Column(String head, Gate gate, Strike strike, List<Verb> verbs) {
    Column(String head, Gate gate, Strike strike, Verb... verbs) {
      this(head, gate, strike, List.of(verbs));
    }

    boolean holds(Cell cell) {
      return cell.gate() == gate && cell.strike() == strike && verbs.contains(cell.verb());
    }
  }

  private final List<Played> played;
  private final List<Chapter> chapters;
  private final boolean tellExecution;

  /** Makes tables of these results; {@code tellExecution} says what was executed and what not. */
  Table(List<Played> played, List<Chapter> chapters, boolean tellExecution) {
    this.played = played;
    this.chapters = chapters;
    this.tellExecution = tellExecution;
  }

  String with(Column... columns) {
    StringBuilder table = new StringBuilder("| what goes wrong |");
    for (Column column : columns) {
      table.append(' ').append(column.head()).append(" |");
    }
    table.append("\n|---").append("|---".repeat(columns.length)).append("|\n");
    for (Chapter chapter : chapters) {
      Map<List<String>, List<Mishap>> rows = rows(chapter, List.of(columns));
      if (!rows.isEmpty() && chapters.size() > 1) {
        table.append("| **").append(chapter.words).append("** |");
        table.append(" |".repeat(columns.length)).append('\n');
      }
      rows.forEach(
          (cells, mishaps) -> {
            table.append("| ").append(names(mishaps)).append(" |");
            cells.forEach(cell -> table.append(' ').append(cell).append(" |"));
            table.append('\n');
          });
    }
    return table.toString().stripTrailing();
  }

  private Map<List<String>, List<Mishap>> rows(Chapter chapter, List<Column> columns) {
    Map<Mishap, List<String>> texts = new LinkedHashMap<>();
    for (Played each : played) {
      Mishap mishap = each.cell().mishap();
      if (mishap.chapter() == chapter && columns.stream().anyMatch(c -> c.holds(each.cell()))) {
        texts.computeIfAbsent(mishap, m -> columns.stream().map(c -> text(m, c)).toList());
      }
    }
    Map<List<String>, List<Mishap>> rows = new LinkedHashMap<>();
    texts.forEach(
        (mishap, cells) -> rows.computeIfAbsent(cells, c -> new ArrayList<>()).add(mishap));
    return rows;
  }

  private String text(Mishap mishap, Column column) {
    Map<String, List<String>> verbs = new LinkedHashMap<>();
    for (Played each : played) {
      if (each.cell().mishap() == mishap && column.holds(each.cell())) {
        verbs
            .computeIfAbsent(each.words(), words -> new ArrayList<>())
            .add(each.cell().verb().words);
      }
    }
    if (verbs.size() == 1) {
      return verbs.keySet().iterator().next();
    }
    return verbs.entrySet().stream()
        .map(entry -> String.join(", ", entry.getValue()) + ": " + entry.getKey())
        .collect(Collectors.joining("; "));
  }

  private String names(List<Mishap> mishaps) {
    Map<String, Set<Execution>> names = new LinkedHashMap<>();
    for (Mishap mishap : mishaps) {
      names
          .computeIfAbsent(mishap.words(), words -> EnumSet.noneOf(Execution.class))
          .add(mishap.execution());
    }
    Map<String, List<String>> byExecution = new TreeMap<>();
    names.forEach(
        (words, executions) ->
            byExecution.computeIfAbsent(said(executions), e -> new ArrayList<>()).add(words));
    return byExecution.entrySet().stream()
        .map(
            entry ->
                (entry.getKey().isEmpty() ? "" : "*" + entry.getKey() + ":* ")
                    + String.join("; ", entry.getValue()))
        .collect(Collectors.joining("<br>"));
  }

  private String said(Set<Execution> executions) {
    return tellExecution
        ? executions.stream().map(each -> each.words).collect(Collectors.joining(" or "))
        : "";
  }
}
