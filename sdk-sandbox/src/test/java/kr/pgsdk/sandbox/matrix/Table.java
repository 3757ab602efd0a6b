package kr.pgsdk.sandbox.matrix;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kr.pgsdk.sandbox.matrix.FaultCase.Chapter;
import kr.pgsdk.sandbox.matrix.FaultCase.Execution;

/**
 * A table in Markdown: faults down, columns across. Within a chapter, faults whose cells say the
 * same share a row.
 */
final class Table {
  /** One column: whose cells stand in it. */
  record Column(String head, GatewayUnderTest gateway, Timing timing, List<Verb> verbs) {
    Column(String head, GatewayUnderTest gateway, Timing timing, Verb... verbs) {
      this(head, gateway, timing, List.of(verbs));
    }

    boolean holds(Cell cell) {
      return cell.gateway() == gateway && cell.timing() == timing && verbs.contains(cell.verb());
    }
  }

  private final List<Outcome> outcomes;
  private final List<Chapter> chapters;
  private final boolean tellExecution;

  /** Makes tables of these outcomes; {@code tellExecution} says what was executed and what not. */
  Table(List<Outcome> outcomes, List<Chapter> chapters, boolean tellExecution) {
    this.outcomes = outcomes;
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
      Map<List<String>, List<FaultCase>> rows = rows(chapter, List.of(columns));
      if (!rows.isEmpty() && chapters.size() > 1) {
        table.append("| **").append(chapter.words).append("** |");
        table.append(" |".repeat(columns.length)).append('\n');
      }
      rows.forEach(
          (cells, faults) -> {
            table.append("| ").append(names(faults)).append(" |");
            cells.forEach(cell -> table.append(' ').append(cell).append(" |"));
            table.append('\n');
          });
    }
    return table.toString().stripTrailing();
  }

  private Map<List<String>, List<FaultCase>> rows(Chapter chapter, List<Column> columns) {
    Map<FaultCase, List<String>> texts = new LinkedHashMap<>();
    for (Outcome each : outcomes) {
      FaultCase fault = each.cell().faultCase();
      if (fault.chapter() == chapter && columns.stream().anyMatch(c -> c.holds(each.cell()))) {
        texts.computeIfAbsent(fault, f -> columns.stream().map(c -> text(f, c)).toList());
      }
    }
    Map<List<String>, List<FaultCase>> rows = new LinkedHashMap<>();
    texts.forEach((fault, cells) -> rows.computeIfAbsent(cells, c -> new ArrayList<>()).add(fault));
    return rows;
  }

  private String text(FaultCase fault, Column column) {
    Map<String, List<String>> verbs = new LinkedHashMap<>();
    for (Outcome each : outcomes) {
      if (each.cell().faultCase() == fault && column.holds(each.cell())) {
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

  private String names(List<FaultCase> faults) {
    Map<String, Set<Execution>> names = new LinkedHashMap<>();
    for (FaultCase fault : faults) {
      names
          .computeIfAbsent(fault.words(), words -> EnumSet.noneOf(Execution.class))
          .add(fault.execution());
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
