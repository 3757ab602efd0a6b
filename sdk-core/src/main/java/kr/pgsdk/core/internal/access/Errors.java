package kr.pgsdk.core.internal.access;

import java.lang.invoke.MethodHandles;
import java.util.Objects;
import kr.pgsdk.core.error.PaymentException;
import org.jspecify.annotations.Nullable;

/**
 * Where the SDK gets its exceptions from: {@code throw Errors.make().gateway(message, details)}.
 */
public final class Errors {
  private static volatile @Nullable ErrorFactory factory;

  private Errors() {}

  /** Called by the exceptions' own package, once. */
  public static void grant(ErrorFactory granted) {
    factory = granted;
  }

  /** Returns what makes exceptions. */
  public static ErrorFactory make() {
    ErrorFactory granted = factory;
    if (granted == null) {
      try {
        MethodHandles.lookup().ensureInitialized(PaymentException.class); // it grants
      } catch (IllegalAccessException e) {
        throw new AssertionError("the class is public", e);
      }
      granted = factory;
    }
    return Objects.requireNonNull(granted, "granted by PaymentException");
  }
}
