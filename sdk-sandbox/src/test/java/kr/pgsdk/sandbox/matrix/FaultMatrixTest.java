package kr.pgsdk.sandbox.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every verb at every fault, on both gateways: the invariants hold in each cell, and the page that
 * tells users what comes of it is true. {@code -Dpgsdk.faults.write=true} writes the page anew.
 */
@Timeout(600)
class FaultMatrixTest {
  private static final Path PAGE = Path.of("../docs/faults.md");
  private static final int AGAIN = 3;

  @Test
  void everyVerbAtEveryFault_keepsTheRules_andComesOutAsDocumented() throws Exception {
    boolean writes = Boolean.getBoolean("pgsdk.faults.write");
    List<String> before = writes ? List.of() : Files.readAllLines(PAGE);
    List<CellResult> results = runAll(Matrix.all());
    for (int again = 0; !writes && again < AGAIN && !isAsDocumented(results, before); again++) {
      results = waitAgain(results);
    }

    assertThat(results.stream().filter(each -> !each.broken().isEmpty()).toList())
        .as("cells that break a rule")
        .isEmpty();
    String page = FaultsPage.of(results);
    if (writes) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }
    List<String> standing = Files.readAllLines(PAGE);
    assertThat(page.lines().filter(line -> !standing.contains(line)).toList())
        .as("lines that docs/faults.md doesn't have; -Dpgsdk.faults.write=true writes it anew")
        .isEmpty();
    assertThat(standing).as("docs/faults.md").containsExactlyElementsOf(page.lines().toList());
  }

  private static boolean isAsDocumented(List<CellResult> results, List<String> page) {
    return results.stream().allMatch(each -> each.broken().isEmpty())
        && FaultsPage.of(results).lines().toList().equals(page);
  }

  /**
   * Plays again the cells that wait for a deadline: on a busy machine a call may come too late to
   * its last lookup. What is wrong in itself is wrong each time.
   */
  private static List<CellResult> waitAgain(List<CellResult> results) throws Exception {
    List<Cell> waiting =
        results.stream().map(CellResult::cell).filter(cell -> cell.faultCase().waits()).toList();
    Iterator<CellResult> anew = runAll(waiting).iterator();
    return results.stream()
        .map(each -> each.cell().faultCase().waits() ? anew.next() : each)
        .toList();
  }

  /** Those that wait for time to pass do so all at once, beside the others. */
  private static List<CellResult> runAll(List<Cell> cells) throws Exception {
    ExecutorService busy = Executors.newFixedThreadPool(3);
    ExecutorService waiting = Executors.newCachedThreadPool();
    try {
      List<Future<CellResult>> futures = new ArrayList<>();
      for (Cell cell : cells) {
        ExecutorService threads = cell.faultCase().waits() ? waiting : busy;
        futures.add(threads.submit(() -> CellRun.of(cell)));
      }
      List<CellResult> results = new ArrayList<>();
      for (Future<CellResult> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      busy.shutdownNow();
      waiting.shutdownNow();
    }
  }
}
