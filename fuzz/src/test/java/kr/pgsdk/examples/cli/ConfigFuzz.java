package kr.pgsdk.examples.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.fuzz.Checks;
import picocli.CommandLine.TypeConversionException;

/** The command line's file of credentials, and its durations. */
public final class ConfigFuzz {
  private static final Path FILE = newFile();

  private ConfigFuzz() {}

  private static Path newFile() {
    try {
      Path file = Files.createTempFile("pg", ".json");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The input is the file. */
  public static void run(byte[] input) {
    try {
      Files.write(FILE, input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Checks.resultOf(() -> ConfigFile.read(FILE)).ifPresent(ConfigFuzz::use);
    duration(new String(input, StandardCharsets.UTF_8));
  }

  private static void use(ConfigFile file) {
    for (Gateway gateway : Gateway.values()) {
      Checks.resultOf(
              () -> {
                HttpOptions.Builder http = HttpOptions.builder();
                file.baseUrl(gateway).ifPresent(http::baseUrl);
                return http.build();
              })
          .ifPresent(
              http ->
                  Checks.resultOf(
                      () -> {
                        gateway
                            .open(
                                gateway.secrets().stream()
                                    .map(secret -> file.secret(gateway, secret))
                                    .toList(),
                                http,
                                GatewayOpening.DEFAULT)
                            .close();
                        return true;
                      }));
    }
  }

  private static void duration(String text) {
    try {
      Checks.require(!new DurationText().convert(text).isZero(), "zero duration: ", text);
    } catch (TypeConversionException e) {
      Checks.requireLine(String.valueOf(e.getMessage()));
    }
  }
}
