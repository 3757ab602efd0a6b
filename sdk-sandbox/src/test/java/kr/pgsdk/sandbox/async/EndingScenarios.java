package kr.pgsdk.sandbox.async;

/** Runs every scenario on one kind of threads, and says how each went: for a JVM of its own. */
final class EndingScenarios {
  private EndingScenarios() {}

  public static void main(String[] arguments) throws Exception {
    Threads threads = Threads.valueOf(arguments[0]);
    int failed = 0;
    for (CallPhase phase : CallPhase.values()) {
      for (CallPhase.Way way : CallPhase.Way.values()) {
        if (!phase.endsBy(way, threads)) {
          continue;
        }
        try {
          EndingScenario.run(phase, way, threads);
          System.out.println("ok " + phase + " " + way);
        } catch (Exception | AssertionError e) {
          failed++;
          System.out.println("FAILED " + phase + " " + way);
          e.printStackTrace(System.out);
        }
      }
    }
    System.exit(failed == 0 ? 0 : 1);
  }
}
