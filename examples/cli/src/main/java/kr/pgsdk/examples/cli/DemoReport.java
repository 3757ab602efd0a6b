package kr.pgsdk.examples.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps of a demo. For people, each was printed when it had run. */
record DemoReport(List<DemoStep> steps, Terminal terminal) implements Report {
  @Override
  public int exitCode() {
    return passed() == steps.size() ? ExitCode.DONE : ExitCode.REFUSED;
  }

  private long passed() {
    return steps.stream().filter(DemoStep::passed).count();
  }

  @Override
  public Map<String, @Nullable Object> json() {
    return JsonLine.object("demo", steps.stream().map(DemoStep::json).toList());
  }

  @Override
  public void print(Page page) {
    String count = passed() + " of " + steps.size() + " steps passed";
    page.gap();
    if (passed() < steps.size()) {
      page.line(Page.Tone.BAD, "✗ " + count + ".");
      return;
    }
    int requests = steps.stream().mapToInt(step -> step.sent().size()).sum();
    page.line(Page.Tone.GOOD, "✓ " + count + ", with " + requests + " requests.")
        .text("The code of each step: examples/cli/src/main/java/kr/pgsdk/examples/cli/Demo.java")
        .text("Next: README.md shows how to use the SDK; to try the gateways by hand:")
        .command(terminal.line(List.of("sandbox")));
  }
}
