package kr.pgsdk.core.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** Something that must not be seen, and the forms it is looked for in. */
final class Secret {
  /**
   * Of so long a text every third has whole pieces of {@link #PIECE} in it, also if only each
   * {@link #STEP}th piece is looked for; of a shorter one all pieces are.
   */
  private static final int LONG = 144;

  private static final int PIECE = 32;
  private static final int STEP = 16;

  private final String secret;
  private final List<String> forms;

  private Secret(String secret, List<String> forms) {
    this.secret = secret;
    this.forms = forms;
  }

  static Secret of(String secret) {
    List<String> forms = new ArrayList<>();
    forms.add(Reading.of(secret).text());
    byte[] bytes = secret.getBytes(UTF_8);
    if (bytes.length >= 12) {
      for (int before = 0; before < 3; before++) {
        forms.add(base64(bytes, before).toLowerCase(Locale.ROOT));
      }
    }
    return new Secret(secret, List.copyOf(forms));
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
  void mark(Reading reading, BitSet found) {
    for (String form : forms) {
      if (form.length() < LONG) {
        mark(form, Math.max(Math.min(form.length(), 8), form.length() / 3), reading, found);
      } else if (hasAPieceIn(reading, form)) {
        mark(form, PIECE, reading, found);
      }
    }
  }

  private static boolean hasAPieceIn(Reading reading, String form) {
    for (int i = 0; i + PIECE <= form.length(); i += STEP) {
      if (reading.text().contains(form.substring(i, i + PIECE))) {
        return true;
      }
    }
    return false;
  }

  private static void mark(String form, int length, Reading reading, BitSet found) {
    if (length > reading.text().length()) {
      return;
    }
    for (int i = 0; i + length <= form.length() && !reading.isMarked(found); i++) {
      reading.mark(form.substring(i, i + length), found);
    }
  }

  /** Shows nothing of it. */
  @Override
  public String toString() {
    return "Secret[***]";
  }
}
