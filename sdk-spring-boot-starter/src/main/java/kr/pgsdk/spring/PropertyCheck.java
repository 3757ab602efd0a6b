package kr.pgsdk.spring;

import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says which property a value was of that the SDK refuses. */
final class PropertyCheck {
  /** What Spring leaves where the environment has nothing to put in. */
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{.*}");

  private PropertyCheck() {}

  /** Hands on a value that is set. */
  static <T> void set(String property, @Nullable T value, Consumer<T> setter) {
    if (value instanceof String text && PLACEHOLDER.matcher(text).matches()) {
      throw new InvalidPropertyException(
          property,
          "it is a placeholder without a value: set the environment variable or property that it"
              + " names, or remove this property");
    }
    if (value != null) {
      checked(
          property,
          () -> {
            setter.accept(value);
            return true;
          });
    }
  }

  /** Makes something of a value. */
  static <T> T checked(String property, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      // The SDK's messages never show a value; the cause isn't kept, for it might.
      throw new InvalidPropertyException(property, String.valueOf(e.getMessage()));
    }
  }

  /** A missing key is refused as a blank one is. */
  static String given(@Nullable String key) {
    return key == null ? "" : key;
  }
}
