package kr.pgsdk.examples.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a whole number of seconds, as a script computes it. */
final class SecondsText implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw new TypeConversionException("it must be a whole number of seconds, such as 120");
    }
    return Duration.ofSeconds(Long.parseLong(text));
  }
}
