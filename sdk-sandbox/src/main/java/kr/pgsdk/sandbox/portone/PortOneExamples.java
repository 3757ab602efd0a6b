package kr.pgsdk.sandbox.portone;

import java.util.List;
import kr.pgsdk.sandbox.wire.Example;

/** PortOne's examples; a method with a {@code +} is of one that anybody may ask. */
final class PortOneExamples {
  private static final String OPEN = "+";

  /** Read once: they never change. */
  private static final List<Example> ALL = Example.beside(PortOneExamples.class);

  private PortOneExamples() {}

  static void addTo(PortOneRoutes routes) {
    for (Example each : ALL) {
      if (each.method().endsWith(OPEN)) {
        routes.onOpen(each.method().replace(OPEN, ""), each.path(), call -> each.response());
      } else {
        routes.on(each.method(), each.path(), call -> each.response());
      }
    }
  }
}
