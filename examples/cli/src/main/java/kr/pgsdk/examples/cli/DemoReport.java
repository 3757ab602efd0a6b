package kr.pgsdk.examples.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All scenes of a demonstration; for people they were shown while they were played. */
record DemoReport(List<DemoScene> scenes, Terminal terminal) implements Report {
  @Override
  public int exitCode() {
    return scenes.stream().allMatch(DemoScene::ok) ? ExitCode.DONE : ExitCode.REFUSED;
  }

  @Override
  public Map<String, @Nullable Object> json() {
    return JsonLine.object("demo", scenes.stream().map(DemoScene::json).toList());
  }

  @Override
  public void print(Page page) {
    long well = scenes.stream().filter(DemoScene::ok).count();
    int requests = scenes.stream().mapToInt(scene -> scene.sent().size()).sum();
    String count = well + " of " + scenes.size() + " steps came out as they must";
    page.gap();
    if (well == scenes.size()) {
      page.line(Page.Tone.GOOD, "✓ " + count + ", with " + requests + " requests in all.")
          .text("Next: README.md for the Java side, or try it by hand:")
          .command(terminal.line(List.of("sandbox")));
    } else {
      page.line(Page.Tone.BAD, "✗ " + count + ".");
    }
  }
}
