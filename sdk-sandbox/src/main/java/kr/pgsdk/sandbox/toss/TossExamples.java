package kr.pgsdk.sandbox.toss;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.sandbox.wire.Json;
import org.jspecify.annotations.Nullable;

/**
 * What has no life of its own in the sandbox: each operation always answers the same example. The
 * file has one a line: method, path, JSON. No money moves.
 */
final class TossExamples {
  private static final String FILE = "examples.txt";

  /** Read once: they never change. */
  private static final List<Example> ALL = read();

  private record Example(String method, String path, @Nullable Object response) {}

  private TossExamples() {}

  static void addTo(TossRoutes routes) {
    ALL.forEach(each -> routes.on(each.method, each.path, call -> each.response));
  }

  private static List<Example> read() {
    List<Example> all = new ArrayList<>();
    for (String line : text().lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.split(" ", 3);
        // Some are arrays.
        Object response = Json.object("{\"it\":" + parts[2] + "}").get("it");
        all.add(new Example(parts[0], parts[1], response));
      }
    }
    return List.copyOf(all);
  }

  private static String text() {
    try (InputStream file = TossExamples.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("the sandbox has lost its " + FILE);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
