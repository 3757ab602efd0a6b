package kr.pgsdk.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kr.pgsdk.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where credentials and addresses come from, and which of two wins. */
class ConfigTest {
  private static Sandbox sandbox;

  @TempDir private Path folder;

  @BeforeAll
  static void startSandbox() {
    sandbox = Sandbox.start();
  }

  @AfterAll
  static void stopSandbox() {
    sandbox.close();
  }

  private String file(String content) throws IOException {
    return Files.writeString(folder.resolve("config.json"), content).toString();
  }

  private static String credentials() {
    return """
        {"iamport": {"iamport_key": "%s", "iamport_secret": "%s"}, "toss": {"secret_key": "%s"},
         "portone": {"api_secret": "%s", "store_id": "%s"}}
        """
        .formatted(
            sandbox.iamportKey(),
            sandbox.iamportSecret(),
            sandbox.tossSecretKey(),
            sandbox.portOneApiSecret(),
            sandbox.portOneStoreId());
  }

  @ParameterizedTest
  @EnumSource
  void fileAndEnvironmentDiffer_theFileWins(Gateway gateway) throws IOException {
    Map<String, String> environment = PgRun.environment(sandbox);
    environment.put("IAMPORT_API_KEY", "wrong");
    environment.put("IAMPORT_API_SECRET", "wrong_too");
    environment.put("TOSS_SECRET_KEY", "test_sk_wrong");
    environment.put("PORTONE_API_SECRET", "wrong_secret");
    String[] find = {
      gateway.id(), "find", "--payment-id", "nobody", "--config", file(credentials())
    };

    assertThat(PgRun.of(environment, find).exitCode()).isEqualTo(1);
    assertThat(PgRun.of(environment, find[0], find[1], find[2], find[3]).exitCode()).isEqualTo(4);
  }

  @Test
  void baseUrlOptionAndEnvironmentDiffer_theOptionWins() {
    Map<String, String> environment = PgRun.environment(sandbox);
    environment.put("TOSS_BASE_URL", "http://127.0.0.1:1");

    PgRun run =
        PgRun.of(
            environment, "toss", "find", "--payment-id", "nobody", "--base-url", sandbox.tossUrl());

    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void baseUrlInTheFile_winsOverTheEnvironment() throws IOException {
    Map<String, String> environment = PgRun.environment(sandbox);
    environment.put("TOSS_BASE_URL", "http://127.0.0.1:1");
    String config =
        file(
            "{\"toss\":{\"base_url\":\"%s\",\"secret_key\":\"%s\"}}"
                .formatted(sandbox.tossUrl(), sandbox.tossSecretKey()));

    PgRun run = PgRun.of(environment, "toss", "find", "--payment-id", "nobody", "--config", config);

    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void nothingSet_exit2AndEveryMissingVariable() {
    PgRun iamport = PgRun.of(Map.of("IAMPORT_API_SECRET", ""), "iamport", "token");
    PgRun toss = PgRun.of(Map.of(), "toss", "token");

    assertThat(iamport.exitCode()).isEqualTo(2);
    assertThat(iamport.err()).contains("IAMPORT_API_KEY").contains("IAMPORT_API_SECRET");
    assertThat(toss.exitCode()).isEqualTo(2);
    assertThat(toss.err()).contains("TOSS_SECRET_KEY").contains("--config");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "canary",
        "[\"canary\"]",
        "{\"toss\":{\"secret_key\":\"canary\"}",
        "{\"toss\":{\"secret_key\":\"canary\"}} {}",
        "{\"toss\":{\"secret_key\":\"canary\",\"secret_key\":\"canary\"}}",
        "{\"iamport\":{\"secret_key\":\"canary\"}}",
        "{\"toss\":\"canary\"}",
        "{\"toss\":{\"secret\":\"canary\"}}",
        "{\"toss\":{\"secret_key\":\"\"},\"canary\":1}",
        "{\"toss\":{\"secret_key\":[\"canary\"]}}",
        "{\"toss\":{\"secret_key\":\"canary\\n\"}}",
        "{\"toss\":{\"secret_key\":\"test_ck_canary\"}}"
      })
  void invalidFile_exit2WithoutShowingIt(String content) throws IOException {
    PgRun run =
        PgRun.of(PgRun.environment(sandbox), "toss", "token", "--json", "--config", file(content));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.json("error").get("type")).isEqualTo("USAGE");
    assertThat(run.out() + run.err()).doesNotContain("canary");
  }

  @Test
  void fileWithAByteOrderMark_taken() throws IOException {
    String[] token = {"toss", "token", "--config", file("\uFEFF" + credentials())};

    assertThat(PgRun.of(Map.of(), token).exitCode()).isZero();
  }

  @Test
  void emptyAddressInTheEnvironment_likeNone() {
    Map<String, String> environment = PgRun.environment(sandbox);
    environment.put("TOSS_BASE_URL", "");

    assertThat(PgRun.of(environment, "toss", "token").exitCode()).isZero();
  }
}
