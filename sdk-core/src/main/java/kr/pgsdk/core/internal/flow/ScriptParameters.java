package kr.pgsdk.core.internal.flow;

import java.util.Map;
import java.util.Set;
import kr.pgsdk.core.CheckoutOptions;

/** The shop's own parameters of a checkout script. */
public final class ScriptParameters {
  private ScriptParameters() {}

  /**
   * Adds them to what is asked of the script.
   *
   * @param fromTheOrder what no parameter may change
   * @throws IllegalArgumentException if one would
   */
  public static void add(
      Map<String, Object> asked, CheckoutOptions options, Set<String> fromTheOrder) {
    options
        .parameters()
        .forEach(
            (name, value) -> {
              if (fromTheOrder.contains(name)) {
                throw new IllegalArgumentException(
                    name + " comes from the order, not from the checkout's parameters");
              }
              asked.put(name, value);
            });
  }
}
