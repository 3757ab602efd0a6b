package kr.pgsdk.core.internal.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.fuzz.Accessors;
import kr.pgsdk.fuzz.Checks;
import kr.pgsdk.fuzz.ReferenceJson;
import kr.pgsdk.fuzz.ReferenceJson.NotJson;
import kr.pgsdk.fuzz.ReferenceJson.Numeral;

/** Compares the SDK's JSON reader with the reference reader, and calls all its accessors. */
public final class JsonFuzz {
  /** The SDK refuses JSON that is nested deeper. */
  private static final int MAX_DEPTH = 64;

  private static final JsonNames SOME =
      JsonNames.of("a", "amount", "status", "response", "data").and("b", "orderId", "card");

  private JsonFuzz() {}

  /** The input is a document. */
  public static void run(byte[] input) {
    Object read;
    try {
      read = Json.document(input);
    } catch (JsonProblem e) {
      Checks.require(e);
      requireNoJson(input);
      Checks.require(partly(input) == null, "accepts a part of what it refuses: ", e);
      return;
    }
    ReferenceJson.Document reference;
    try {
      reference = ReferenceJson.read(input, true);
    } catch (NotJson e) {
      throw new AssertionError("the SDK accepts text that is not JSON: " + e.getMessage());
    }
    Checks.require(
        same(read, reference.value()), "reads another document than the reference: ", read);
    requireWrittenAlike(read);
    if (read instanceof JsonObject object) {
      Checks.require(
          JsonText.of(object).equals(JsonText.of(partly(input))),
          "reads another document by parts: ",
          read);
      object.names().stream().limit(12).forEach(name -> ask(object, name));
      object.members().entrySet().stream()
          .limit(200)
          .forEach(member -> requireFound(object, member.getKey(), member.getValue()));
      ask(object, "no such key");
    }
  }

  /** Returns the object of which a few members are asked for at once; null if it is refused. */
  private static JsonObject partly(byte[] input) {
    try {
      return Json.object(input, SOME);
    } catch (JsonProblem e) {
      return null;
    }
  }

  private static void requireNoJson(byte[] input) {
    try {
      ReferenceJson.Document reference = ReferenceJson.read(input, false);
      Checks.require(
          reference.deepest() > MAX_DEPTH
              || reference.overflowsToZero()
              || input.length > Json.MAX_OBJECT_BYTES,
          "the SDK refuses JSON, nested ",
          reference.deepest());
    } catch (NotJson e) {
      // Both refuse it.
    }
  }

  private static boolean same(Object sdk, Object reference) {
    if (sdk instanceof JsonObject object && reference instanceof Map<?, ?> members) {
      return new ArrayList<>(object.names()).equals(new ArrayList<>(members.keySet()))
          && object.members().entrySet().stream()
              .allMatch(member -> same(member.getValue(), members.get(member.getKey())));
    }
    if (sdk instanceof List<?> read && reference instanceof List<?> elements) {
      boolean same = read.size() == elements.size();
      for (int i = 0; same && i < read.size(); i++) {
        same = same(read.get(i), elements.get(i));
      }
      return same;
    }
    if (sdk instanceof JsonObject.Literal literal && reference instanceof Numeral numeral) {
      return literal.text().equals(numeral.text());
    }
    return Objects.equals(sdk, reference);
  }

  /** A lookup by key finds the member that the list of members has. */
  private static void requireFound(JsonObject object, String name, Object value) {
    Checks.require(
        object.has(name)
            && Objects.equals(object.json(name), value == null ? null : JsonText.of(value)),
        "lookup by key finds another member: ",
        name);
  }

  private static void requireWrittenAlike(Object read) {
    byte[] written = JsonText.of(read).getBytes(StandardCharsets.UTF_8);
    Object again = ReferenceJson.read(written, false).value();
    Checks.require(
        same(read, again) || holdsSurrogate(JsonText.of(read)),
        "reads back as another document: ",
        new String(written, StandardCharsets.UTF_8));
  }

  /** An unpaired surrogate can be read, but not written as UTF-8. */
  private static boolean holdsSurrogate(String written) {
    return written.indexOf('?') >= 0;
  }

  private static void ask(JsonObject object, String name) {
    resultOf(() -> object.requiredText(name));
    resultOf(() -> object.required(name, OrderId::of));
    resultOf(() -> object.requiredNumber(name)).ifPresent(Accessors::walk);
    resultOf(() -> object.strictNumber(name)).ifPresent(Accessors::walk);
    resultOf(() -> object.requiredMoney(name, "KRW")).ifPresent(Accessors::walk);
    resultOf(() -> object.strictMoney(name, "USD")).ifPresent(Accessors::walk);
    resultOf(() -> object.requiredCurrency(name));
    resultOf(() -> object.requiredObject(name));
    resultOf(() -> object.requiredObjects(name, each -> each));
    resultOf(() -> object.strictObjects(name, each -> each));
    // These methods treat a wrong type as absent, so they never throw.
    Optional.ofNullable(object.number(name)).ifPresent(Accessors::walk);
    Integer integer = object.integer(name);
    Checks.require(
        integer == null || Objects.requireNonNull(object.number(name)).intValue() == integer,
        "another whole number: ",
        name);
    Instant moment = object.epochSeconds(name);
    Checks.require(moment == null || moment.getEpochSecond() >= 0, "before 1970: ", name);
    moment = object.koreanTime(name);
    object.text(name);
    object.bool(name);
    object.object(name);
    object.objects(name, each -> each);
    object.texts(name);
    object.json(name);
    Checks.requireLine(object.toString());
  }

  private static <T> Optional<T> resultOf(Supplier<T> call) {
    try {
      return Optional.ofNullable(call.get());
    } catch (JsonProblem e) {
      Checks.require(e);
      return Optional.empty();
    }
  }
}
