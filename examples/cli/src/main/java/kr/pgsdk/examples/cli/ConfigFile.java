package kr.pgsdk.examples.cli;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import okio.Buffer;

/**
 * A file of credentials: {@code {"iamport":{"iamport_key":"…","iamport_secret":"…"},
 * "toss":{"secret_key":"…"}}}, where a section may also have a {@code base_url}: what {@code pg
 * sandbox --json} prints is such a file. An error message never shows what is in the file.
 */
final class ConfigFile {
  private static final int MAX_BYTES = 1 << 20;
  private static final String BYTE_ORDER_MARK = "\uFEFF"; // some editors on Windows write it

  private final Path path;
  private final Map<?, ?> sections;

  private ConfigFile(Path path, Map<?, ?> sections) {
    this.path = path;
    this.sections = sections;
  }

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException if it can't be read or isn't a JSON object
   */
  static ConfigFile read(Path path) {
    Object content;
    try (JsonReader json = JsonReader.of(new Buffer().writeUtf8(text(path)))) {
      content = json.readJsonValue();
      if (json.peek() != JsonReader.Token.END_DOCUMENT) {
        throw new IllegalArgumentException("config file " + path + " must hold one JSON object");
      }
    } catch (JsonDataException | IOException e) {
      // The parser's own message would quote the file.
      throw new IllegalArgumentException("config file " + path + " is not JSON");
    }
    if (!(content instanceof Map<?, ?> sections)) {
      throw new IllegalArgumentException("config file " + path + " must hold one JSON object");
    }
    return new ConfigFile(path, sections);
  }

  private static String text(Path path) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(path)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("config file " + path + " does not exist", e);
    } catch (IOException e) {
      throw new IllegalArgumentException("config file " + path + " can't be read", e);
    }
    if (bytes.length > MAX_BYTES) {
      throw new IllegalArgumentException("config file " + path + " is larger than 1 MiB");
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  /** The address of the gateway, if the file says one. */
  Optional<String> baseUrl(Gateway gateway) {
    return sections.get(gateway.id()) instanceof Map<?, ?> section
            && section.get("base_url") instanceof String url
        ? Optional.of(url)
        : Optional.empty();
  }

  /**
   * Returns a credential.
   *
   * @throws IllegalArgumentException if it isn't there; the message says where it should be
   */
  String secret(Gateway gateway, Gateway.Secret secret) {
    if (!(sections.get(gateway.id()) instanceof Map<?, ?> section)) {
      throw new IllegalArgumentException(
          "config file " + path + " has no section \"" + gateway.id() + "\"");
    }
    if (!(section.get(secret.key()) instanceof String value) || value.isEmpty()) {
      throw new IllegalArgumentException(
          "config file "
              + path
              + " has no string \""
              + secret.key()
              + "\" in its section \""
              + gateway.id()
              + "\"");
    }
    return value;
  }
}
