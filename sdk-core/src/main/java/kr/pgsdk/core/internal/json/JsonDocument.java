package kr.pgsdk.core.internal.json;

import org.jspecify.annotations.Nullable;

/**
 * A document of which only what was {@linkplain JsonNames asked for at once} has been read, and the
 * rest has been looked over and found to be JSON. All of it is read when somebody asks for more.
 */
final class JsonDocument {
  private final byte[] bytes;
  private final JsonNames names;
  private volatile @Nullable Object whole;

  JsonDocument(byte[] bytes, JsonNames names) {
    this.bytes = bytes;
    this.names = names;
  }

  /** Whether a member of this name has been read, wherever there is one. */
  boolean hasRead(String name) {
    return names.wants(name);
  }

  /** Returns the whole of an object in it. */
  JsonObject at(JsonPath path) {
    Object document = whole;
    if (document == null) {
      document = JsonTree.whole(bytes, names.whole());
      whole = document;
    }
    return (JsonObject) path.in(document);
  }
}
