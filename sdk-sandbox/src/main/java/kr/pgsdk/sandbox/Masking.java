package kr.pgsdk.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import okhttp3.Headers;

/** Takes the secrets out of what the journal keeps. */
final class Masking {
  private static final String MASK = "***";
  private static final Pattern JSON_FIELD =
      Pattern.compile(
          "(\"(?:imp_key|imp_secret|apiSecret|refreshToken)\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*");
  private static final Pattern FORM_FIELD = Pattern.compile("(imp_(?:key|secret)=)[^&]*");
  private static final Pattern QUERY_FIELD = Pattern.compile("([?&](?:_token|pg_api_key)=)[^&]*");

  private Masking() {}

  static Map<String, List<String>> headers(Headers headers) {
    Map<String, List<String>> masked = new HashMap<>(headers.toMultimap());
    masked.replaceAll((name, values) -> values.stream().map(v -> value(name, v)).toList());
    return Map.copyOf(masked);
  }

  private static String value(String name, String value) {
    if (name.equals("authorization")) {
      int space = value.indexOf(' ');
      return space < 0 ? MASK : value.substring(0, space) + " " + MASK;
    }
    return name.equals("x-imptokenheader") ? MASK : value;
  }

  static String target(String target) {
    return QUERY_FIELD.matcher(target).replaceAll("$1" + MASK);
  }

  static String body(String body) {
    String withoutJson = JSON_FIELD.matcher(body).replaceAll("$1" + MASK);
    return FORM_FIELD.matcher(withoutJson).replaceAll("$1" + MASK);
  }
}
