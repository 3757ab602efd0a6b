package kr.pgsdk.sandbox.iamport;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.pgsdk.sandbox.wire.WireResponse;

/**
 * One operation of V1: its method, its path and what answers it. A segment in braces, as in {@code
 * /payments/{imp_uid}}, takes any text.
 */
record IamportRoute(String method, String path, Function<IamportCall, WireResponse> act) {
  boolean is(String otherMethod, String otherPath) {
    return method.equals(otherMethod) && path.equals(otherPath);
  }

  boolean fits(List<String> segments) {
    List<String> pattern = pattern();
    if (pattern.size() != segments.size()) {
      return false;
    }
    for (int i = 0; i < pattern.size(); i++) {
      String given = segments.get(i);
      if (given.isEmpty() || !(isName(pattern.get(i)) || pattern.get(i).equals(given))) {
        return false;
      }
    }
    return true;
  }

  /** What stands in the path for each name. */
  Map<String, String> named(List<String> segments) {
    List<String> pattern = pattern();
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < pattern.size(); i++) {
      String name = pattern.get(i);
      if (isName(name)) {
        named.put(name.substring(1, name.length() - 1), segments.get(i));
      }
    }
    return named;
  }

  /** Of two paths that fit, the smaller one is meant: a word comes before any text. */
  String precedence() {
    return pattern().stream().map(part -> isName(part) ? "1" : "0").collect(Collectors.joining());
  }

  private List<String> pattern() {
    return List.of(path.substring(1).split("/", -1));
  }

  private static boolean isName(String part) {
    return part.startsWith("{");
  }
}
