package kr.pgsdk.sandbox.async;

/** Plays every scene on one kind of threads, and says how each went: for a JVM of its own. */
final class EndingScenes {
  private EndingScenes() {}

  public static void main(String[] arguments) throws Exception {
    Threads threads = Threads.valueOf(arguments[0]);
    int failed = 0;
    for (Stage stage : Stage.values()) {
      for (Stage.Way way : Stage.Way.values()) {
        if (!stage.endsBy(way, threads)) {
          continue;
        }
        try {
          Scene.play(stage, way, threads);
          System.out.println("ok " + stage + " " + way);
        } catch (Exception | AssertionError e) {
          failed++;
          System.out.println("FAILED " + stage + " " + way);
          e.printStackTrace(System.out);
        }
      }
    }
    System.exit(failed == 0 ? 0 : 1);
  }
}
