package kr.pgsdk.core.internal.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Something that must not be seen, and the forms it is looked for in. */
final class Secret {
  /** Of a longer form so many characters in a row are enough; of a shorter one a third. */
  private static final int LONG = 144;

  private static final int PIECE = 32;

  /** Fewer characters in a row are no part of a secret, unless they are all of it. */
  private static final int SHORTEST = 8;

  /** Of fewer bytes the middle of their base64 would be found in ordinary words. */
  private static final int SHORTEST_ENCODED = 6;

  private final String secret;
  private final List<Form> all;
  private final List<Form> letters;

  /**
   * How a secret may be written.
   *
   * @param length so many characters of it in a row are a part that must not be seen
   */
  private record Form(String text, int length) {
    static Form of(String text, int shortest) {
      int part = text.length() < LONG ? text.length() / 3 : PIECE;
      return new Form(text, Math.max(Math.min(text.length(), shortest), part));
    }
  }

  private Secret(String secret, Set<Form> all, Set<Form> letters) {
    this.secret = secret;
    this.all = List.copyOf(all);
    this.letters = List.copyOf(letters);
  }

  static Secret of(String secret) {
    Set<Form> all = new LinkedHashSet<>();
    Set<Form> letters = new LinkedHashSet<>();
    all.add(Form.of(Reading.of(secret).text(), SHORTEST));
    addLetters(secret, letters);
    byte[] bytes = secret.getBytes(UTF_8);
    if (bytes.length >= SHORTEST_ENCODED) {
      for (int before = 0; before < 3; before++) {
        String encoded = base64(bytes, before);
        all.add(Form.of(encoded.toLowerCase(Locale.ROOT), SHORTEST));
        addLetters(encoded, letters);
      }
      letters.add(Form.of(HexFormat.of().formatHex(bytes), 2 * SHORTEST));
    }
    return new Secret(secret, all, letters);
  }

  /** Unless hardly a letter is left: that would be found everywhere. */
  private static void addLetters(String text, Set<Form> forms) {
    String letters = Reading.lettersOf(text).text();
    if (tells(letters) && 2 * letters.length() >= text.length()) {
      forms.add(Form.of(letters, SHORTEST));
    }
  }

  /** A name of two syllables tells who somebody is; "no" doesn't. */
  static boolean tells(String text) {
    boolean ascii = text.chars().allMatch(c -> c < 0x80);
    return text.length() >= (ascii ? 4 : 2);
  }

  /** As it stands in the base64 of something longer: its own characters alone. */
  private static String base64(byte[] secret, int before) {
    byte[] padded = new byte[before + secret.length];
    System.arraycopy(secret, 0, padded, before, secret.length);
    String encoded = Base64.getEncoder().withoutPadding().encodeToString(padded);
    return encoded.substring((before * 8 + 5) / 6, (before + secret.length) * 8 / 6);
  }

  boolean is(String other) {
    return secret.equals(other);
  }

  /** Marks where a third of it or more can be read. */
  void mark(Search search) {
    mark(List.of(search.whole()), all, search);
    mark(search.letters(), letters, search);
  }

  private static void mark(List<Reading> readings, List<Form> forms, Search search) {
    for (Reading reading : readings) {
      for (Form form : forms) {
        search.mark(reading, form.text(), form.length());
      }
    }
  }

  /** Shows nothing of it. */
  @Override
  public String toString() {
    return "Secret[***]";
  }
}
