package kr.pgsdk.core.internal.json;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names that most documents of a kind have, and which of them are asked for at once. The values of
 * all others are read when somebody asks for one of them; what is read is the same either way.
 */
public final class JsonNames {
  /** None is known, and each is asked for. */
  static final JsonNames NONE = of().whole();

  /** Those that are wanted first. */
  private final String[] known;

  private final JsonReader.Options options;
  private final Set<String> wanted;
  private final boolean all;

  private JsonNames(String[] known, JsonReader.Options options, Set<String> wanted, boolean all) {
    this.known = known;
    this.options = options;
    this.wanted = wanted;
    this.all = all;
  }

  /** Takes the names that are asked for at once, in any order. */
  public static JsonNames of(String... wanted) {
    return of(wanted, Set.of(wanted));
  }

  /** Adds names that are known, and seldom asked for. */
  public JsonNames and(String... others) {
    String[] all = Arrays.copyOf(known, known.length + others.length);
    System.arraycopy(others, 0, all, known.length, others.length);
    return of(all, wanted);
  }

  private static JsonNames of(String[] known, Set<String> wanted) {
    return new JsonNames(known.clone(), JsonReader.Options.of(known), wanted, false);
  }

  /** Returns the same names, each asked for at once. */
  JsonNames whole() {
    return new JsonNames(known, options, wanted, true);
  }

  /** Whether a name is asked for at once. */
  boolean wants(String name) {
    return all || wanted.contains(name);
  }

  /**
   * Returns the next name of a document; null for one that isn't asked for, and is skipped with its
   * value.
   */
  @Nullable String next(JsonReader reader) throws IOException {
    int at = reader.selectName(options);
    if (at >= 0 && (all || at < wanted.size())) {
      return known[at];
    }
    if (all) {
      return reader.nextName();
    }
    if (at < 0) {
      reader.skipName();
    }
    reader.skipValue();
    return null;
  }
}
