package kr.pgsdk.sandbox.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every verb at every fault, on every gateway: the invariants hold in each cell, and the page that
 * tells users what comes of it is true. A build plays a part of the cells; {@code
 * -Dpgsdk.thorough=true} plays all, and {@code -Dpgsdk.faults.write=true} writes the page anew.
 */
@Timeout(600)
class FaultMatrixTest {
  private static final Path PAGE = Path.of("../docs/faults.md");
  private static final boolean WRITES = Boolean.getBoolean("pgsdk.faults.write");
  private static final boolean ALL = WRITES || Boolean.getBoolean("pgsdk.thorough");
  private static final int AGAIN = 3;

  @Test
  void verbsAtFaults_keepTheRules_andComeOutAsDocumented() throws Exception {
    List<Cell> cells = ALL ? Matrix.all() : Matrix.part();
    List<Outcome> documented = WRITES ? List.of() : Outcome.read(cells);
    List<CellResult> results = runAll(cells);
    for (int again = 0; !WRITES && again < AGAIN && !isAsDocumented(results, documented); again++) {
      results = waitAgain(results);
    }

    assertThat(results.stream().filter(each -> !each.broken().isEmpty()).toList())
        .as("cells that break a rule")
        .isEmpty();
    List<Outcome> outcomes = outcomes(results);
    if (WRITES) {
      Outcome.write(outcomes);
      Files.writeString(PAGE, FaultsPage.of(outcomes));
    } else {
      assertThat(outcomes.stream().filter(each -> !documented.contains(each)).toList())
          .as("cells that come out otherwise; -Dpgsdk.faults.write=true writes the page anew")
          .isEmpty();
    }
  }

  @Test
  void page_saysHowEveryCellComesOut() throws Exception {
    assumeFalse(WRITES, "it is being written");
    String page = FaultsPage.of(Outcome.read(Matrix.all()));

    List<String> standing = Files.readAllLines(PAGE);
    assertThat(page.lines().filter(line -> !standing.contains(line)).toList())
        .as("lines that docs/faults.md doesn't have; -Dpgsdk.faults.write=true writes it anew")
        .isEmpty();
    assertThat(standing).as("docs/faults.md").containsExactlyElementsOf(page.lines().toList());
  }

  @Test
  void partOfABuild_hasEveryFault_andEveryVerbAtEveryMomentOfEachGateway() {
    List<Cell> part = Matrix.part();

    List<Function<Cell, Object>> kinds = List.of(Cell::faultCase, Cell::situation);
    for (Function<Cell, Object> kind : kinds) {
      assertThat(part.stream().map(kind).distinct())
          .containsExactlyInAnyOrderElementsOf(Matrix.all().stream().map(kind).distinct().toList());
    }
  }

  private static List<Outcome> outcomes(List<CellResult> results) {
    return results.stream().map(CellResult::outcome).toList();
  }

  private static boolean isAsDocumented(List<CellResult> results, List<Outcome> documented) {
    return results.stream().allMatch(each -> each.broken().isEmpty())
        && outcomes(results).equals(documented);
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
