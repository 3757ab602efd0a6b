package kr.pgsdk.examples.cli;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
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
    try (JsonReader json =
        JsonReader.of(new Buffer().writeUtf8(SmallFile.text(path, "config file")))) {
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

  /** The address of the gateway, if the file says one. */
  Optional<String> baseUrl(Gateway gateway) {
    return text(gateway, "base_url");
  }

  /** A text of the gateway's section, if the file has it. */
  Optional<String> text(Gateway gateway, String key) {
    return sections.get(gateway.id()) instanceof Map<?, ?> section
            && section.get(key) instanceof String text
        ? Optional.of(text)
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
