package kr.pgsdk.examples.cli;

import java.util.ArrayList;
import java.util.List;

/** Shows scenes to people, one after the other. */
final class DemoProgramme {
  private static final int WIDTH = 80;
  private static final String INDENT = "     ";

  private final Terminal terminal;
  private final Page page;
  private int number;

  DemoProgramme(Terminal terminal) {
    this.terminal = terminal;
    this.page = new Page(terminal.colour());
  }

  /** Before everything. */
  void open() {
    page.line(Page.Tone.STRONG, "A payment's life, played in this process.")
        .text("No keys, no network, no real money; the servers are simulated, the SDK is real.")
        .flush(terminal.out());
  }

  /** Before the first scene of a gateway. */
  void announce(Gateway gateway, String url) {
    number = 0;
    String rule = "─".repeat(Math.max(0, WIDTH - gateway.title().length() - url.length() - 2));
    page.gap()
        .line(Page.Tone.STRONG, gateway.title() + " " + rule + " " + url)
        .flush(terminal.out());
  }

  /** A scene that was played. */
  void show(DemoScene scene) {
    number++;
    String title = "%2d  %s".formatted(number, scene.step().title());
    String requests = requests(scene.sent().size());
    String gap = " ".repeat(Math.max(1, WIDTH - 2 - title.length() - requests.length()));
    page.gap()
        .line(
            scene.ok() ? Page.Tone.GOOD : Page.Tone.BAD,
            (scene.ok() ? "✓ " : "✗ ") + title + gap + requests);
    wrapped(scene.step().story(scene.gateway()), WIDTH - INDENT.length())
        .forEach(line -> page.text(INDENT + line));
    scene.sent().forEach(request -> page.line(Page.Tone.QUIET, INDENT + "→ " + request));
    String outcome = "= ";
    for (String line : wrapped(scene.outcome(), WIDTH - INDENT.length() - 2)) {
      page.line(Page.Tone.STRONG, INDENT + outcome + line);
      outcome = "  ";
    }
    scene.problems().forEach(problem -> page.line(Page.Tone.BAD, INDENT + "! " + problem));
    page.flush(terminal.out());
  }

  private static String requests(int count) {
    if (count == 0) {
      return "no request";
    }
    return count == 1 ? "1 request" : count + " requests";
  }

  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
