package kr.pgsdk.spring;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says which property a value was of that the SDK refuses. */
final class PropertyCheck {
  private PropertyCheck() {}

  /** Hands on a value that is set. */
  static <T> void set(String property, @Nullable T value, Consumer<T> setter) {
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
