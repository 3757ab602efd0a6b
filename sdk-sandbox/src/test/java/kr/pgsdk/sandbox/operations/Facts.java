package kr.pgsdk.sandbox.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a gateway's documentation says of its operations and objects: the two files of facts. */
final class Facts {
  /** A field: of a query, a body or an object. */
  record Field(String name, String type, boolean required, boolean deprecated) {
    static Field parse(String text) {
      int colon = text.indexOf(':');
      String name = colon < 0 ? text : text.substring(0, colon);
      return new Field(
          name.replaceAll("[*!]", ""),
          colon < 0 ? "string" : text.substring(colon + 1),
          name.contains("*"),
          name.contains("!"));
    }
  }

  /** An operation; its name is its method and path. */
  record Operation(
      String group, String name, List<Field> query, List<Field> body, List<String> responses) {
    boolean isPath(String method, String path) {
      String pattern = name.replaceAll("\\{[A-Za-z_]+}", "[^/]+").replaceAll("/$", "");
      return (method + " " + path).matches(pattern);
    }
  }

  private final Map<String, List<Field>> objects = new LinkedHashMap<>();
  private final List<Operation> operations;

  private Facts(String gateway) {
    lines(gateway + "-objects.txt")
        .map(line -> line.split(" ", 2))
        .forEach(parts -> objects.put(parts[0], fields(parts[1])));
    operations =
        lines(gateway + "-operations.txt")
            .map(line -> line.split(" "))
            .map(
                p ->
                    new Operation(
                        p[0], p[1] + " " + p[2], fields(p[3]), fields(p[4]), responses(p[5])))
            .toList();
  }

  static Facts of(String gateway) {
    return new Facts(gateway);
  }

  private static Stream<String> lines(String file) {
    try {
      return Files.readAllLines(Path.of("src/test/resources/operations", file)).stream()
          .filter(line -> !line.startsWith("#") && !line.isBlank());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> responses(String text) {
    return List.of(text.split("\\|"));
  }

  /** Splits at commas, but not within braces. */
  static List<Field> fields(String text) {
    List<Field> fields = new ArrayList<>();
    if (!text.equals("-")) {
      for (String field : text.split(",")) {
        fields.add(Field.parse(field));
      }
    }
    return fields;
  }

  List<Operation> operations() {
    return operations;
  }

  List<Operation> group(String group) {
    List<Operation> ofGroup = operations.stream().filter(o -> o.group().equals(group)).toList();
    if (ofGroup.isEmpty()) {
      throw new IllegalArgumentException("no operation has the group " + group);
    }
    return ofGroup;
  }

  /** The fields of an object by its name, or of one that is written out: {@code {a:string b:X}}. */
  List<Field> object(String type) {
    if (type.startsWith("{")) {
      return fields(type.substring(1, type.length() - 1).replace(' ', ','));
    }
    List<Field> fields = objects.get(type);
    if (fields == null) {
      throw new IllegalArgumentException("no facts about the object " + type);
    }
    return fields;
  }
}
