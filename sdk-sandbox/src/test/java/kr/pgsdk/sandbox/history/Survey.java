package kr.pgsdk.sandbox.history;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which kinds of violations many histories have shown, how often, and in which first. */
final class Survey {
  private record Line(long count, long firstSeed) {
    Line and(long seed) {
      return new Line(count + 1, Math.min(firstSeed, seed));
    }
  }

  private final Map<String, Line> lines = new TreeMap<>();

  synchronized void add(Gateway gateway, long seed, Set<String> kinds) {
    for (String kind : kinds) {
      String name = gateway + ": " + kind;
      Line line = lines.get(name);
      lines.put(name, line == null ? new Line(1, seed) : line.and(seed));
    }
  }

  synchronized boolean isEmpty() {
    return lines.isEmpty();
  }

  /** A table: how many histories, the first seed, the kind. */
  @Override
  public synchronized String toString() {
    StringBuilder table = new StringBuilder("    count  first seed  kind\n");
    lines.forEach(
        (kind, line) ->
            table.append(String.format("%9d  %10d  %s%n", line.count(), line.firstSeed(), kind)));
    return table.toString();
  }
}
