package kr.pgsdk.sandbox.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every verb at every mishap, on both gateways: the rules hold in each cell, and the page that
 * tells users what comes of it is the truth. {@code -Dpgsdk.faults.write=true} writes the page
 * anew.
 */
@Timeout(300)
class FaultMatrixTest {
  private static final Path PAGE = Path.of("../docs/faults.md");

  @Test
  void everyVerbAtEveryFault_keepsTheRules_andComesOutAsDocumented() throws Exception {
    List<Cell> cells = Cells.all();
    List<Played> played = new ArrayList<>();
    played.addAll(play(cells.stream().filter(cell -> !waits(cell)), 3));
    // These wait for time to pass and do nothing meanwhile: all at once.
    played.addAll(play(cells.stream().filter(FaultMatrixTest::waits), 400));

    assertThat(played.stream().filter(each -> !each.broken().isEmpty()).toList())
        .as("cells that break a rule")
        .isEmpty();
    String page = FaultsPage.of(played);
    if (Boolean.getBoolean("pgsdk.faults.write")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE)
        .as("what happens differs from docs/faults.md; -Dpgsdk.faults.write=true writes it anew")
        .content()
        .isEqualTo(page);
  }

  private static boolean waits(Cell cell) {
    return cell.mishap().patience().waits();
  }

  private static List<Played> play(Stream<Cell> cells, int atOnce) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(atOnce);
    try {
      List<Future<Played>> futures =
          cells.map(cell -> threads.submit(() -> Stage.play(cell))).toList();
      List<Played> played = new ArrayList<>();
      for (Future<Played> future : futures) {
        played.add(future.get());
      }
      return played;
    } finally {
      threads.shutdownNow();
    }
  }
}
