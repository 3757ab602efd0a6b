package kr.pgsdk.sandbox.operations;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.pgsdk.sandbox.operations.Facts.Field;

/**
 * An example of a documented object, composed from the facts: each field has a value that no other
 * field has, so that each must come out of an accessor of its own.
 */
final class Composed {
  private static final long FIRST = 1_700_000_000;

  private final Facts facts;
  private final Map<String, String> fixed;
  private final List<String> values = new ArrayList<>();
  private int booleans;
  private long next = FIRST;

  /**
   * Starts an example.
   *
   * @param fixed JSON for fields that must have a certain value, such as an id that was asked for
   */
  Composed(Facts facts, Map<String, String> fixed) {
    this.facts = facts;
    this.fixed = fixed;
  }

  /** What must come out of some accessor, a number's digits for each number and time. */
  List<String> values() {
    return values;
  }

  /** How many fields say true. */
  int booleans() {
    return booleans;
  }

  String json(String type) {
    return value("", type);
  }

  private String value(String name, String type) {
    String given = fixed.get(name);
    if (given != null) {
      if (given.startsWith("\"")) {
        values.add(given.substring(1, given.length() - 1));
      }
      return given;
    }
    if (type.endsWith("[]")) {
      return "[" + value("", type.substring(0, type.length() - 2)) + "]";
    }
    return switch (type) {
      case "string" -> quoted(name + "_" + next++);
      case "integer", "number" -> told(Long.toString(next++));
      case "boolean" -> {
        booleans++;
        yield "true";
      }
      case "time" -> {
        String seconds = told(Long.toString(next++));
        yield '"'
            + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                Instant.ofEpochSecond(Long.parseLong(seconds)).atOffset(ZoneOffset.ofHours(9)))
            + '"';
      }
      case "date" ->
          quoted(Instant.ofEpochSecond(86_400 * (next++ - FIRST)).toString().substring(0, 10));
      case "object" -> "{\"any\":" + quoted("any_" + next++) + "}";
      case "json" -> told("{\"any\":\"any_" + next++ + "\"}"); // told as it stands
      default -> object(type);
    };
  }

  private String object(String type) {
    StringBuilder json = new StringBuilder("{");
    for (Field field : facts.object(type)) {
      json.append(json.length() == 1 ? "" : ",")
          .append('"')
          .append(field.name())
          .append("\":")
          .append(value(field.name(), field.type()));
    }
    return json.append('}').toString();
  }

  private String quoted(String text) {
    return '"' + told(text) + '"';
  }

  private String told(String value) {
    values.add(value);
    return value;
  }
}
