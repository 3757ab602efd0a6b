package kr.pgsdk.portone.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortOneErrorCodeTest {
  private static List<String> lines() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/portone-error-types.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }

  @Test
  void everyDocumentedType_isAConstant() throws IOException {
    for (String line : lines()) {
      String type = line.split(" ", 2)[0];

      assertThat(PortOneErrorCode.of(type).isKnown()).as(type).isTrue();
      assertThat(PortOneErrorCode.isWellFormed(type)).as(type).isTrue();
    }
    assertThat(lines()).hasSizeGreaterThan(180);
  }

  @Test
  void serverErrors_areRefusalsWhereThePaymentCompanyOrAChannelRefuses() throws IOException {
    for (String line : lines()) {
      String[] parts = line.split(" ", -1);
      boolean unavailable = Integer.parseInt(parts[1]) == 503;

      assertThat(PortOneErrorCode.of(parts[0]).isRefusal()).as(line).isEqualTo(!unavailable);
    }
  }

  @Test
  void stillRunning_andUnknown_areNoRefusals() {
    assertThat(PortOneErrorCode.IDEMPOTENCY_OUTSTANDING_REQUEST.isRefusal()).isFalse();
    assertThat(PortOneErrorCode.IDEMPOTENCY_OUTSTANDING_REQUEST.isRetryable(409)).isTrue();
    assertThat(PortOneErrorCode.of("ADDED_LATER").isRefusal()).isFalse();
    assertThat(PortOneErrorCode.of("ADDED_LATER").isRetryable(400)).isFalse();
    assertThat(PortOneErrorCode.of("ADDED_LATER").isRetryable(503)).isTrue();
    assertThat(PortOneErrorCode.of("<script>")).hasToString("?");
  }
}
