package kr.pgsdk.sandbox.toss;

import java.util.List;
import kr.pgsdk.sandbox.wire.Example;

/** Toss's examples. */
final class TossExamples {
  /** Read once: they never change. */
  private static final List<Example> ALL = Example.beside(TossExamples.class);

  private TossExamples() {}

  static void addTo(TossRoutes routes) {
    ALL.forEach(each -> routes.on(each.method(), each.path(), call -> each.response()));
  }
}
