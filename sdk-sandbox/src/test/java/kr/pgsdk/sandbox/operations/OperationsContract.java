package kr.pgsdk.sandbox.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.sandbox.operations.Facts.Field;
import kr.pgsdk.sandbox.operations.Facts.Operation;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every group of operations keeps: each documented operation has a method, each request is as
 * documented, and each documented field of a response has an accessor.
 *
 * @param <C> the client
 */
public abstract class OperationsContract<C extends AutoCloseable> {
  /** A call of an operation; several of one together send every field it has. */
  public record Example<C>(String operation, Call<C> call) {}

  /** One call; it returns what was read, or null if there is nothing to read. */
  @FunctionalInterface
  public interface Call<C> {
    /** Calls. */
    Object by(C client) throws Exception;
  }

  private record Sent(Operation operation, Set<String> query, Map<String, Object> body) {}

  private final Facts facts;
  private final String group;

  /** Holds a group of a gateway's operations against its facts. */
  protected OperationsContract(String gateway, String group) {
    this.facts = Facts.of(gateway);
    this.group = group;
  }

  /** The group of operations that it holds against the facts. */
  final String group() {
    return group;
  }

  /** Makes a client of the server. */
  protected abstract C client(HttpOptions http);

  /** Calls of each operation of the group, which together send every field. */
  protected abstract List<Example<C>> examples();

  /** A whole response around what the facts describe. */
  protected abstract String response(String json);

  /** JSON for the fields that must have a certain value. */
  protected abstract Map<String, String> fixed();

  /** What a response says that it is. */
  protected String contentType() {
    return "application/json";
  }

  /** The JSON in a request's body. */
  protected String plain(String body) {
    return body;
  }

  @Test
  void everyOperationIsSentAsDocumented_andEveryFieldOfItsResponseIsTold() throws Exception {
    List<Sent> sent = new ArrayList<>();
    for (Example<C> example : examples()) {
      Operation operation =
          facts.group(group).stream()
              .filter(o -> o.name().equals(example.operation()))
              .findFirst()
              .orElseThrow(() -> new AssertionError("not documented: " + example.operation()));
      for (String type : operation.responses()) {
        sent.add(play(operation, type, example.call()));
      }
    }
    for (Operation operation : facts.group(group)) {
      List<Sent> ofIt = sent.stream().filter(s -> s.operation().equals(operation)).toList();
      assertThat(ofIt).as("a method for " + operation.name()).isNotEmpty();
      assertThat(union(ofIt.stream().map(Sent::query)))
          .as("query of " + operation.name())
          .containsExactlyInAnyOrderElementsOf(current(operation.query()));
      assertThat(union(ofIt.stream().map(s -> s.body().keySet())))
          .as("body of " + operation.name())
          .containsExactlyInAnyOrderElementsOf(current(operation.body()));
    }
  }

  private Sent play(Operation operation, String type, Call<C> call) throws Exception {
    Composed composed = new Composed(facts, fixed());
    String body = type.equals("-") ? response("null") : response(composed.json(type));
    List<RecordedRequest> requests = new ArrayList<>();
    try (MockWebServer server = new MockWebServer()) {
      server.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              if (request.getTarget().equals("/users/getToken")) {
                return answer(
                    "{\"code\":0,\"message\":null,\"response\":{\"access_token\":\"t0k3n\","
                        + "\"now\":1700000000,\"expired_at\":1700001800}}");
              }
              requests.add(request);
              return answer(body);
            }
          });
      server.start();
      HttpOptions http = HttpOptions.builder().baseUrl(server.url("/").toString()).build();
      try (C client = client(http)) {
        Object answer = call.by(client);
        told(operation, type, composed, answer);
      }
    }
    assertThat(requests).as("requests of " + operation.name()).hasSize(1);
    return sent(operation, requests.get(0));
  }

  private static void told(Operation operation, String type, Composed composed, Object answer) {
    if (type.equals("-")) {
      return;
    }
    Told told = Told.by(answer);
    assertThat(told.values())
        .as("accessors of what " + operation.name() + " answers: " + type)
        .containsAll(composed.values());
    assertThat(told.trues())
        .as("accessors of yes or no of what " + operation.name() + " answers")
        .isGreaterThanOrEqualTo(composed.booleans());
  }

  private Sent sent(Operation operation, RecordedRequest request) throws IOException {
    String path = request.getUrl().encodedPath();
    assertThat(operation.isPath(request.getMethod(), path))
        .as(request.getMethod() + " " + path + " as " + operation.name())
        .isTrue();
    Set<String> query = request.getUrl().queryParameterNames();
    assertThat(query).as("query of " + operation.name()).containsAll(required(operation.query()));
    for (Field field : operation.query()) {
      requireDocument(operation, field, request.getUrl().queryParameter(field.name()));
    }
    Map<String, Object> body = body(request);
    assertThat(body.keySet())
        .as("body of " + operation.name())
        .containsAll(required(operation.body()));
    operation.body().forEach(field -> requireType(operation, field, body.get(field.name())));
    return new Sent(operation, query, body);
  }

  /** Looks into a query parameter that is a document, where the facts say what is in it. */
  private void requireDocument(Operation operation, Field field, @Nullable String json)
      throws IOException {
    if (json != null && Character.isUpperCase(field.type().charAt(0))) {
      requireType(operation, field, JsonReader.of(new Buffer().writeUtf8(json)).readJsonValue());
    }
  }

  private void requireType(Operation operation, Field field, Object value) {
    if (value == null) {
      return;
    }
    String at = field.name() + " of " + operation.name();
    if (field.type().endsWith("[]")) {
      assertThat(value).as(at).isInstanceOf(List.class);
      String element = field.type().substring(0, field.type().length() - 2);
      for (Object each : (List<?>) value) {
        requireType(operation, new Field(field.name(), element, false, false), each);
      }
      return;
    }
    switch (field.type()) {
      case "string", "time", "date" -> assertThat(value).as(at).isInstanceOf(String.class);
      case "number" -> assertThat(value).as(at).isInstanceOf(Number.class);
      case "integer" ->
          assertThat(((Number) value).doubleValue() % 1).as(at + " is whole").isZero();
      case "boolean" -> assertThat(value).as(at).isInstanceOf(Boolean.class);
      case "object" -> assertThat(value).as(at).isInstanceOf(Map.class);
      default -> {
        List<Field> fields = facts.object(field.type());
        Map<?, ?> object = (Map<?, ?>) value;
        for (Object name : object.keySet()) {
          Field of =
              fields.stream()
                  .filter(f -> f.name().equals(name))
                  .findFirst()
                  .orElseThrow(() -> new AssertionError(name + " in " + at));
          requireType(operation, of, object.get(name));
        }
        assertThat(object.keySet().stream().map(Object::toString).toList())
            .as(at)
            .containsAll(required(fields));
      }
    }
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> body(RecordedRequest request) throws IOException {
    if (request.getBody() == null || request.getBody().size() == 0) {
      return Map.of();
    }
    return (Map<String, Object>)
        JsonReader.of(new Buffer().writeUtf8(plain(request.getBody().utf8()))).readJsonValue();
  }

  private MockResponse answer(String body) {
    return new MockResponse.Builder().setHeader("Content-Type", contentType()).body(body).build();
  }

  private static Set<String> union(Stream<? extends Set<String>> sets) {
    Set<String> union = new HashSet<>();
    sets.forEach(union::addAll);
    return union;
  }

  private static List<String> required(List<Field> fields) {
    return fields.stream().filter(Field::required).map(Field::name).toList();
  }

  private static List<String> current(List<Field> fields) {
    return fields.stream().filter(f -> !f.deprecated()).map(Field::name).toList();
  }
}
