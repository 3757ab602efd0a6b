package kr.pgsdk.sandbox.window;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The files beside this class. */
final class Assets {
  private Assets() {}

  /** Returns a script that keeps its names to itself: these files, one after the other. */
  static String script(String... names) {
    return Arrays.stream(names)
        .map(Assets::text)
        .collect(Collectors.joining("\n", "(() => {\n'use strict';\n", "\n})();\n"));
  }

  /** Returns a file's text. */
  static String text(String name) {
    try (InputStream file = Assets.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " isn't in the jar");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
