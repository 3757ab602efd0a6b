package kr.pgsdk.core.internal.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A text that must not be seen, and the forms it is looked for in. */
final class Secret {
  /** Fewer letters in a row are no part of a secret, unless they are all of it. */
  private static final int SHORTEST_PART = 8;

  private static final int LONGEST_PART = 32;

  private final Pattern verbatim;
  private final List<String> forms = new ArrayList<>();

  /** So many letters of a form in a row must not be seen: a third of the secret. */
  private final int part;

  /** Takes no more of a secret than is read of a text. */
  Secret(String secret) {
    String text = secret.substring(0, Math.min(secret.length(), Redaction.MAX_READ));
    this.verbatim =
        Pattern.compile(text, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    String letters = SearchableText.letters(text);
    this.part = Math.max(SHORTEST_PART, Math.min(letters.length() / 3, LONGEST_PART));
    // If hardly a letter is left of it, those would be found everywhere.
    if (isLongEnough(letters) && 2 * letters.length() >= text.length()) {
      forms.add(letters);
    }
    addEncoded(HexFormat.of().formatHex(text.getBytes(UTF_8)));
    for (int before = 0; before < 3; before++) {
      // As it stands in the base64 of something longer: its own characters alone.
      byte[] bytes = (" ".repeat(before) + text).getBytes(UTF_8);
      String encoded = Base64.getEncoder().encodeToString(bytes);
      addEncoded(encoded.substring((before * 8 + 5) / 6, bytes.length * 8 / 6));
    }
  }

  private void addEncoded(String encoded) {
    String letters = SearchableText.letters(encoded);
    if (letters.length() >= part) {
      forms.add(letters);
    }
  }

  /** A name of two syllables tells who somebody is; "no" doesn't. */
  static boolean isLongEnough(String text) {
    return text.length() >= 4 || (text.length() >= 2 && text.chars().anyMatch(c -> c >= 0x80));
  }

  int length() {
    return verbatim.pattern().length();
  }

  /** Returns the text without it, in capitals or not. */
  String maskedIn(String text) {
    return verbatim.matcher(text).replaceAll(Redaction.HIDDEN);
  }

  /** Whether a text shows it, or a part of it in one of its readings. */
  boolean isIn(String text, List<String> readings) {
    return verbatim.matcher(text).find() || readings.stream().anyMatch(this::isAmong);
  }

  private boolean isAmong(String letters) {
    Set<String> seen = parts(letters).collect(Collectors.toSet());
    return forms.stream()
        .anyMatch(
            form ->
                form.length() < part
                    ? letters.contains(form)
                    : parts(form).anyMatch(seen::contains));
  }

  private Stream<String> parts(String letters) {
    return IntStream.rangeClosed(0, letters.length() - part)
        .mapToObj(i -> letters.substring(i, i + part));
  }
}
