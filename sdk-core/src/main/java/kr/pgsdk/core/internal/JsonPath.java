package kr.pgsdk.core.internal;

import org.jspecify.annotations.Nullable;

/**
 * Where a value stands in its document: a step from where its parent stands. Written out only when
 * there is a problem to tell, for a text of its own for each of a million objects under one long
 * key would fill the memory.
 *
 * @param name the key it stands under; null for an element of an array
 * @param index its place in the array
 */
record JsonPath(@Nullable JsonPath parent, @Nullable String name, int index) {
  static final JsonPath ROOT = new JsonPath(null, null, 0);

  JsonPath member(String name) {
    return new JsonPath(this, name, 0);
  }

  JsonPath element(int index) {
    return new JsonPath(this, null, index);
  }

  /** Writes it like {@code $.response.list[0]}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    write(text);
    return text.toString();
  }

  private void write(StringBuilder text) {
    if (parent == null) {
      text.append('$');
      return;
    }
    parent.write(text);
    if (name == null) {
      text.append('[').append(index).append(']');
    } else {
      text.append('.').append(name);
    }
  }
}
