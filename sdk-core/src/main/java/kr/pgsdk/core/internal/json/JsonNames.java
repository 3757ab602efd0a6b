package kr.pgsdk.core.internal.json;

import com.squareup.moshi.JsonReader;
import java.io.IOException;

/**
 * Names that most documents of a kind have. A document's tree holds these texts instead of copies
 * of its own; what is read is the same without them.
 */
public final class JsonNames {
  /** None. */
  static final JsonNames NONE = of();

  private final String[] names;
  private final JsonReader.Options options;

  private JsonNames(String[] names) {
    this.names = names;
    this.options = JsonReader.Options.of(names);
  }

  /** Takes the names, in any order. */
  public static JsonNames of(String... names) {
    return new JsonNames(names.clone());
  }

  /** Returns the next name of a document. */
  String next(JsonReader reader) throws IOException {
    int known = reader.selectName(options);
    return known < 0 ? reader.nextName() : names[known];
  }
}
