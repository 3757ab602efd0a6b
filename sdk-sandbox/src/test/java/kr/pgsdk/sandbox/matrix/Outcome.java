package kr.pgsdk.sandbox.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How one cell comes out, in the page's words. All are kept in a file, so that the page can be
 * compared with the whole matrix by a build that plays a part of it.
 */
record Outcome(Cell cell, String words) {
  private static final Path FILE =
      Path.of("src/test/resources/kr/pgsdk/sandbox/matrix/outcomes.txt");

  private static final String SEPARATOR = " -> ";

  /** Returns what is kept of each of the cells. */
  static List<Outcome> read(List<Cell> cells) throws IOException {
    Map<String, String> kept = new HashMap<>();
    for (String line : Files.readAllLines(FILE)) {
      int end = line.indexOf(SEPARATOR);
      kept.put(line.substring(0, end), line.substring(end + SEPARATOR.length()));
    }
    return cells.stream()
        .map(cell -> new Outcome(cell, kept.getOrDefault(cell.toString(), "not kept")))
        .toList();
  }

  static void write(List<Outcome> outcomes) throws IOException {
    Files.write(FILE, outcomes.stream().map(Outcome::toString).toList());
  }

  @Override
  public String toString() {
    return cell + SEPARATOR + words;
  }
}
