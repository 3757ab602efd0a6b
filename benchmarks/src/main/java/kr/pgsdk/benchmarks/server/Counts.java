package kr.pgsdk.benchmarks.server;

import java.util.EnumMap;
import java.util.Map;

/**
 * What the server has seen since it started.
 *
 * @param waiting requests that are held back now
 */
public record Counts(Map<Kind, Long> requests, long waiting) {
  /** How many requests of this kind there were. */
  public long of(Kind kind) {
    return requests.getOrDefault(kind, 0L);
  }

  /** How many requests there were, of any kind. */
  public long all() {
    return requests.values().stream().mapToLong(Long::longValue).sum();
  }

  String toText() {
    StringBuilder text = new StringBuilder();
    requests.forEach((kind, count) -> text.append(kind).append(' ').append(count).append('\n'));
    return text.append("waiting ").append(waiting).append('\n').toString();
  }

  static Counts ofText(String text) {
    Map<Kind, Long> requests = new EnumMap<>(Kind.class);
    long waiting = 0;
    for (String line : text.lines().toList()) {
      String name = line.substring(0, line.indexOf(' '));
      long count = Long.parseLong(line.substring(name.length() + 1));
      if (name.equals("waiting")) {
        waiting = count;
      } else {
        requests.put(Kind.valueOf(name), count);
      }
    }
    return new Counts(requests, waiting);
  }
}
