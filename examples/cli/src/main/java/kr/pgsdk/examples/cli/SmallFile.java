package kr.pgsdk.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that options name. An error message never shows what is in one. */
final class SmallFile {
  private static final int MAX_BYTES = 1 << 20;
  private static final String BYTE_ORDER_MARK = "\uFEFF"; // some editors on Windows write it

  private SmallFile() {}

  /**
   * Returns the file's text.
   *
   * @param what names the file in messages
   * @throws IllegalArgumentException if it can't be read or is larger than 1 MiB
   */
  static String text(Path path, String what) {
    try (InputStream in = Files.newInputStream(path)) {
      return text(in, what + " " + path);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(what + " " + path + " does not exist", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(what + " " + path + " can't be read", e);
    }
  }

  /** Returns the text of a stream by the same rules. */
  static String text(InputStream in, String what) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new IllegalArgumentException(what + " is larger than 1 MiB");
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  /** Returns the first line of a file that holds a secret. */
  static String firstLine(Path path, String what) {
    String line = text(path, what).lines().findFirst().orElse("").strip();
    if (line.isEmpty()) {
      throw new IllegalArgumentException(what + " " + path + " has an empty first line");
    }
    return line;
  }
}
