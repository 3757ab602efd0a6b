package kr.pgsdk.examples.cli;

import com.squareup.moshi.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.sandbox.Sandbox;
import okio.Buffer;

/** The exit code and the output of one run of {@code pg} in this process. */
record PgRun(int exitCode, String out, String err) {
  /** The environment for calling {@code sandbox}. */
  static Map<String, String> environment(Sandbox sandbox) {
    Map<String, String> environment = new HashMap<>();
    environment.put("IAMPORT_BASE_URL", sandbox.iamportUrl());
    environment.put("IAMPORT_API_KEY", sandbox.iamportKey());
    environment.put("IAMPORT_API_SECRET", sandbox.iamportSecret());
    environment.put("TOSS_BASE_URL", sandbox.tossUrl());
    environment.put("TOSS_SECRET_KEY", sandbox.tossSecretKey());
    environment.put("PORTONE_BASE_URL", sandbox.portOneUrl());
    environment.put("PORTONE_API_SECRET", sandbox.portOneApiSecret());
    environment.put("PORTONE_STORE_ID", sandbox.portOneStoreId());
    environment.put("PORTONE_WEBHOOK_SECRET", sandbox.portOneWebhookSecret());
    return environment;
  }

  static PgRun of(Map<String, String> environment, String... arguments) {
    return of(environment, "", false, arguments);
  }

  static PgRun of(
      Map<String, String> environment, String input, boolean colour, String... arguments) {
    return of(new ByteArrayOutputStream(), environment, input, colour, arguments);
  }

  /** Runs it with a standard output that takes nothing, as one that is closed or full. */
  static PgRun withoutOutput(Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream full =
        new ByteArrayOutputStream() {
          @Override
          public void flush() throws IOException {
            reset();
            throw new IOException("No space left on device");
          }
        };
    return of(full, environment, "", false, arguments);
  }

  private static PgRun of(
      ByteArrayOutputStream out,
      Map<String, String> environment,
      String input,
      boolean colour,
      String... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            "pg",
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment,
            colour,
            false);
    int exitCode = Pg.run(terminal, arguments);
    return new PgRun(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** A terminal without input and output. */
  static Terminal terminal() {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return new Terminal(
        "pg", new ByteArrayInputStream(new byte[0]), nowhere, nowhere, Map.of(), false, false);
  }

  /** The one JSON object on standard output; fails if there is anything else. */
  Map<String, Object> json() {
    try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(out))) {
      Map<String, Object> object = object(reader.readJsonValue());
      if (reader.peek() != JsonReader.Token.END_DOCUMENT || out.indexOf('\n') != out.length() - 1) {
        throw new AssertionError("not one object on one line: " + out);
      }
      return object;
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON: " + out, e);
    }
  }

  /** The object at {@code key}. */
  Map<String, Object> json(String key) {
    return object(json().get(key));
  }

  @SuppressWarnings("unchecked") // keys of JSON objects are strings
  static Map<String, Object> object(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked") // as above
  static List<Map<String, Object>> objects(Object value) {
    return (List<Map<String, Object>>) value;
  }
}
