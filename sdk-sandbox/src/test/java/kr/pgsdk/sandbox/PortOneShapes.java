package kr.pgsdk.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What PortOne's description says its answers look like, read from {@code answers.txt}. */
final class PortOneShapes {
  private record Field(String kind, boolean required) {}

  private final Map<String, String> operations = new LinkedHashMap<>();
  private final Map<String, Map<String, Field>> objects = new HashMap<>();
  private final Map<String, Map<String, String>> unions = new HashMap<>();
  private final Map<String, String> discriminators = new HashMap<>();
  private final TreeSet<String> unseen;

  private PortOneShapes(List<String> lines) {
    for (String line : lines) {
      String[] words = line.split(" ");
      if (line.startsWith("#")) {
        continue;
      }
      if (words.length == 4 && words[2].equals(">")) {
        operations.put(words[0] + " " + words[1], words[3]);
      } else if (words.length > 2 && words[1].equals("by")) {
        discriminators.put(words[0], words[2]);
        Map<String, String> cases = new HashMap<>();
        for (int i = 3; i < words.length; i++) {
          String[] pair = words[i].split("=");
          cases.put(pair[0], pair[1]);
        }
        unions.put(words[0], cases);
      } else {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
          int colon = words[i].indexOf(':');
          String name = words[i].substring(0, colon);
          boolean optional = name.endsWith("?");
          fields.put(
              optional ? name.substring(0, name.length() - 1) : name,
              new Field(words[i].substring(colon + 1), !optional));
        }
        objects.put(words[0], fields);
      }
    }
    unseen = new TreeSet<>(operations.keySet());
  }

  static PortOneShapes read() throws IOException {
    return new PortOneShapes(lines("answers.txt"));
  }

  static List<String> lines(String file) throws IOException {
    try (InputStream in = PortOneShapes.class.getResourceAsStream("portone/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /** The operations that no answer was compared of. */
  TreeSet<String> unseen() {
    return unseen;
  }

  /** What is wrong with an answer to this request; empty if it is as described. */
  List<String> differences(String method, String path, Map<String, ?> answer) {
    String asked = method + " " + path.replaceAll("\\?.*", "");
    for (Map.Entry<String, String> operation : operations.entrySet()) {
      if (asked.matches(operation.getKey().replace("{}", "[^/]+"))
          && !(asked.endsWith("/confirm-issue-and-pay") && !operation.getKey().equals(asked))) {
        unseen.remove(operation.getKey());
        List<String> wrong = new ArrayList<>();
        compare(operation.getKey(), operation.getValue(), answer, wrong);
        return wrong;
      }
    }
    return List.of("no such operation: " + asked);
  }

  private void compare(String at, String kind, Object value, List<String> wrong) {
    if (kind.startsWith("[")) {
      if (value instanceof List<?> list) {
        list.forEach(one -> compare(at + "[]", kind.substring(1, kind.length() - 1), one, wrong));
      } else {
        wrong.add(at + " is no array");
      }
      return;
    }
    boolean fits =
        switch (kind) {
          case "text" -> value instanceof String;
          case "whole" -> value instanceof BigDecimal number && number.scale() <= 0;
          case "number" -> value instanceof BigDecimal;
          case "yesno" -> value instanceof Boolean;
          case "object", "any" -> true;
          default -> value instanceof Map<?, ?>;
        };
    if (!fits) {
      wrong.add(at + " is no " + kind + " but " + value);
    } else if (value instanceof Map<?, ?> map && unions.containsKey(kind)) {
      Object word = map.get(discriminators.get(kind));
      String shape = unions.get(kind).get(String.valueOf(word));
      if (shape == null) {
        wrong.add(at + " has no case " + word);
      } else {
        compareFields(at, shape, map, wrong);
      }
    } else if (value instanceof Map<?, ?> map && !kind.equals("object")) {
      compareFields(at, kind, map, wrong);
    }
  }

  private void compareFields(String at, String shape, Map<?, ?> map, List<String> wrong) {
    Map<String, Field> fields = objects.get(shape);
    fields.forEach(
        (name, field) -> {
          if (map.containsKey(name)) {
            compare(at + "." + name, field.kind(), map.get(name), wrong);
          } else if (field.required()) {
            wrong.add(at + "." + name + " is missing in " + shape);
          }
        });
    map.keySet().stream()
        .filter(name -> !fields.containsKey(name))
        .forEach(name -> wrong.add(at + "." + name + " is in no " + shape));
  }
}
