package kr.pgsdk.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A shop that can't start says why in plain words, and shows no stack trace and no secret. */
@Tag("slow")
@ExtendWith(OutputCaptureExtension.class)
class StartFailuresTest {
  private static final List<String> GOOD =
      List.of(
          "server.port=0",
          "pgsdk.toss.secret-key=test_sk_canary",
          "shop.operator.password=canary",
          "shop.sealing-key=" + Base64.getEncoder().encodeToString(new byte[32]),
          "spring.datasource.url=jdbc:h2:mem:failures",
          "spring.datasource.hikari.connection-timeout=250");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          shop.operator.password=  | The operator has no password
          shop.operator.password=canarycanarycanarycanarycanarycanarycanarycanarycanarycanarycanarycanaryc | longer than 72 bytes
          shop.sealing-key=        | no key to seal them with
          shop.sealing-key=canary  | shop.sealing-key has 4 bytes, not 32
          shop.sealing-key=canary! | shop.sealing-key is not base64
          spring.profiles.active=postgres | has no profile postgres.
          spring.profiles.active=postgres | postgresql or mariadb
          spring.profiles.active=mariadb,x | has no profile x.
          spring.datasource.url=jdbc:postgresql://localhost:1/shop | can't be reached
          """)
  void saysWhy(String setting, String why, CapturedOutput output) {
    List<String> settings = new ArrayList<>(GOOD);
    settings.add(setting);
    for (String one : settings) {
      System.setProperty(one.replaceAll("=.*", ""), one.replaceFirst("^[^=]*=", ""));
    }
    try {
      Shop.main(new String[0]);
      throw new AssertionError("it started");
    } catch (RuntimeException e) {
      assertThat(output.getAll()).contains("APPLICATION FAILED TO START", why);
      assertThat(output.getAll()).doesNotContain("\tat ", "canary");
    } finally {
      settings.forEach(one -> System.clearProperty(one.replaceAll("=.*", "")));
    }
  }
}
