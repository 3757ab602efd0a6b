package kr.pgsdk.core.internal.json;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where in a document a value stands, such as {@code $.response.list[0]}. A link to what the value
 * stands in: only a problem needs the text, and a long key must not be copied for each row under
 * it.
 */
final class JsonPath {
  static final JsonPath ROOT = new JsonPath(null, null, 0);

  private final @Nullable JsonPath parent;

  /** The key; null for an element. */
  private final @Nullable String name;

  private final int index;

  private JsonPath(@Nullable JsonPath parent, @Nullable String name, int index) {
    this.parent = parent;
    this.name = name;
    this.index = index;
  }

  JsonPath member(String name) {
    return new JsonPath(this, name, 0);
  }

  JsonPath element(int index) {
    return new JsonPath(this, null, index);
  }

  /** Whether these keys lead here from the root. */
  boolean isAt(List<String> names) {
    JsonPath at = this;
    for (int i = names.size() - 1; i >= 0; i--) {
      if (at.parent == null || !names.get(i).equals(at.name)) {
        return false;
      }
      at = at.parent;
    }
    return at.parent == null;
  }

  /** Returns the object or the array that stands here in a document. */
  Object in(Object document) {
    if (parent == null) {
      return document;
    }
    Object holder = parent.in(document);
    return Objects.requireNonNull(
        name == null ? ((List<?>) holder).get(index) : ((JsonObject) holder).value(name));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    append(text);
    return text.toString();
  }

  private void append(StringBuilder text) {
    if (parent == null) {
      text.append('$');
      return;
    }
    parent.append(text);
    if (name == null) {
      text.append('[').append(index).append(']');
    } else {
      text.append('.').append(name);
    }
  }
}
