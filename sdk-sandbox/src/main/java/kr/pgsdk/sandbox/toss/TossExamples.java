package kr.pgsdk.sandbox.toss;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import kr.pgsdk.sandbox.wire.Json;

/**
 * What has no life of its own in the sandbox: each operation always answers the same example. The
 * file has one a line: method, path, JSON. No money moves.
 */
final class TossExamples {
  private static final String FILE = "examples.txt";

  private TossExamples() {}

  static void addTo(TossRoutes routes) {
    for (String line : text().lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.split(" ", 3);
        // Some are arrays.
        Object example = Json.object("{\"it\":" + parts[2] + "}").get("it");
        routes.on(parts[0], parts[1], call -> example);
      }
    }
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
