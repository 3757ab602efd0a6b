package kr.pgsdk.sandbox.portone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sandbox's error types against those of PortOne's description. */
class PortOneErrorsTest {
  /** In no list of the description, but in the text of its overview. */
  private static final String ONLY_IN_THE_OVERVIEW = "409 IDEMPOTENCY_OUTSTANDING_REQUEST";

  private static List<String> documented() throws IOException {
    try (InputStream file = PortOneErrorsTest.class.getResourceAsStream("errors.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  @Test
  void types_documentedWithTheirStatus() throws IOException {
    assertThat(PortOneErrors.types())
        .map(type -> PortOneErrors.status(type) + " " + type)
        .filteredOn(line -> !line.equals(ONLY_IN_THE_OVERVIEW))
        .isSubsetOf(documented());
  }
}
