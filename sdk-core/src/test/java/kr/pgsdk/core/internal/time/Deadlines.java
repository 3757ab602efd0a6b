package kr.pgsdk.core.internal.time;

import java.time.Duration;

/** Makes deadlines for the tests of other packages. */
public final class Deadlines {
  private Deadlines() {}

  /** Returns the deadline that ends {@code length} from now, by that clock. */
  public static Deadline in(Duration length, Environment environment) {
    return Deadline.in(length, environment);
  }
}
