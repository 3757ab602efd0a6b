package kr.pgsdk.sandbox.portone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kr.pgsdk.sandbox.wire.Json;

/**
 * What has no life of its own in the sandbox: each operation always answers the same example. The
 * file has one a line: method (with a {@code +} if anybody may ask), path, JSON. No money moves.
 */
final class PortOneExamples {
  private static final String FILE = "examples.txt";
  private static final String OPEN = "+";

  /** Read once: they never change. */
  private static final List<Example> ALL = read();

  private record Example(String method, String path, Object response) {}

  private PortOneExamples() {}

  static void addTo(PortOneRoutes routes) {
    for (Example each : ALL) {
      if (each.method.endsWith(OPEN)) {
        routes.onOpen(each.method.replace(OPEN, ""), each.path, call -> each.response);
      } else {
        routes.on(each.method, each.path, call -> each.response);
      }
    }
  }

  private static List<Example> read() {
    List<Example> all = new ArrayList<>();
    for (String line : text().lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.split(" ", 3);
        // Some are arrays.
        Object response = Json.object("{\"it\":" + parts[2] + "}").get("it");
        all.add(new Example(parts[0], parts[1], Objects.requireNonNull(response)));
      }
    }
    return List.copyOf(all);
  }

  private static String text() {
    try (InputStream file = PortOneExamples.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("the sandbox has lost PortOne's " + FILE);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
