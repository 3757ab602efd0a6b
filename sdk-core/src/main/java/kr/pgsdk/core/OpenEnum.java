package kr.pgsdk.core;

import java.util.Objects;

/**
 * A value from a gateway's list of words, such as a status. Each subclass has a constant for each
 * documented word, and accepts any other word, because gateways add words without notice. Compare
 * with {@code equals}. Immutable.
 */
public abstract class OpenEnum {
  private final String text;

  /**
   * Takes a word as the gateway writes it.
   *
   * @throws IllegalArgumentException if it is empty or blank
   */
  protected OpenEnum(String text) {
    this.text = Objects.requireNonNull(text, "text");
    if (text.isBlank()) {
      throw new IllegalArgumentException(getClass().getSimpleName() + " must not be empty");
    }
  }

  /** The word as the gateway writes it. */
  public final String text() {
    return text;
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof OpenEnum that
        && that.getClass() == getClass()
        && that.text.equals(text);
  }

  @Override
  public final int hashCode() {
    return text.hashCode();
  }

  /** Shows the word. */
  @Override
  public String toString() {
    return text;
  }
}
