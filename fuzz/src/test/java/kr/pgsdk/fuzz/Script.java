package kr.pgsdk.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A call and the responses it gets, as one text. The first line is the command; a line {@code ---}
 * precedes each response. A response is a line with the status, headers, an empty line and the
 * body. Instead of a status there can be {@code lost} (no response) or {@code unsent} (no request).
 *
 * @param command the words of the first line
 */
public record Script(List<String> command, List<Response> responses) {
  /**
   * One response; none if the status is 0, and then {@code requestSent} says whether the request
   * went.
   */
  public record Response(
      int status, boolean requestSent, Map<String, List<String>> headers, byte[] body) {}

  private static final int MAX_RESPONSES = 12;

  /** Reads a script; every input is a valid one. */
  public static Script read(byte[] input) {
    String[] parts = new String(input, StandardCharsets.ISO_8859_1).split("\n---\n", MAX_RESPONSES);
    String first = parts[0].split("\n", 2)[0];
    String words = new String(first.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    List<Response> responses = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      responses.add(response(parts[i]));
    }
    return new Script(List.of(words.split(" ")), responses);
  }

  /** Whether the command has a secret: messages may quote what the caller passed in. */
  public boolean commandHasSecret() {
    return Checks.SECRETS.stream().anyMatch(String.join(" ", command)::contains);
  }

  /** Returns a word of the command; empty if the command has fewer words. */
  public String word(int index) {
    return index < command.size() ? command.get(index) : "";
  }

  private static Response response(String part) {
    String[] headAndBody = part.split("\n\n", 2);
    String[] statusAndHeaders = headAndBody[0].split("\n", 2);
    String status = statusAndHeaders[0];
    String body = headAndBody.length == 2 ? headAndBody[1] : "";
    return new Response(
        status.matches("[1-5][0-9][0-9]") ? Integer.parseInt(status) : 0,
        !status.equals("unsent"),
        headers(statusAndHeaders.length == 2 ? statusAndHeaders[1] : ""),
        body.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Reads headers, one a line. */
  public static Map<String, List<String>> headers(String text) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String line : text.split("\n", 20)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers
            .computeIfAbsent(line.substring(0, colon).strip(), name -> new ArrayList<>())
            .add(line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  /**
   * Returns the headers with valid names. Only OkHttp's reader of the network accepts other names,
   * and no target uses it.
   */
  public static Map<String, List<String>> withValidNames(Map<String, List<String>> headers) {
    Map<String, List<String>> valid = new LinkedHashMap<>(headers);
    valid
        .keySet()
        .removeIf(name -> name.isEmpty() || !name.chars().allMatch(c -> c > ' ' && c < 0x7f));
    return valid;
  }
}
