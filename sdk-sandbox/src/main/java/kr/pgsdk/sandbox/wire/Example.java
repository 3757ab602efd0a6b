package kr.pgsdk.sandbox.wire;

import java.util.List;
import java.util.Objects;

/**
 * An operation that has no life of its own in the sandbox: it always answers the same. No money
 * moves.
 *
 * @param response a JSON value
 */
public record Example(String method, String path, Object response) {
  /** Reads {@code examples.txt} beside a class, which has one a line: method, path, JSON. */
  public static List<Example> beside(Class<?> type) {
    return Resources.text(type, "examples.txt")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Example::of)
        .toList();
  }

  private static Example of(String line) {
    String[] parts = line.split(" ", 3);
    // Some are arrays.
    Object response = Json.object("{\"it\":" + parts[2] + "}").get("it");
    return new Example(parts[0], parts[1], Objects.requireNonNull(response));
  }
}
