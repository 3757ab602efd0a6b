package kr.pgsdk.sandbox.matrix;

import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.sandbox.matrix.Mishap.Chapter;
import kr.pgsdk.sandbox.matrix.Mishap.Execution;

/** Which cells there are. */
final class Cells {
  private static final List<Mishap> MISHAPS = Mishaps.all();

  private Cells() {}

  static List<Cell> all() {
    List<Cell> cells = new ArrayList<>();
    for (Gate gate : Gate.values()) {
      for (Verb verb : Verb.values()) {
        for (Mishap mishap : MISHAPS) {
          cells.addAll(of(gate, verb, mishap));
        }
      }
    }
    return cells;
  }

  private static List<Cell> of(Gate gate, Verb verb, Mishap mishap) {
    List<Cell> cells = new ArrayList<>();
    if (mishap.chapter() == Chapter.TOKENS) {
      if (gate == Gate.IAMPORT) {
        cells.add(new Cell(gate, verb, mishap, Strike.TOKEN));
      }
      return cells;
    }
    if (!gate.sends(verb)) {
      if (readsNeed(mishap)) {
        cells.add(new Cell(gate, verb, mishap, Strike.FROM_THEN_ON));
      }
      return cells;
    }
    // Before or after it is executed: to what changes nothing that is one and the same.
    boolean changes = gate.movesMoney(verb) || verb == Verb.PREPARE;
    if (changes || readsNeed(mishap)) {
      cells.add(new Cell(gate, verb, mishap, Strike.ONCE));
      cells.add(new Cell(gate, verb, mishap, Strike.FROM_THEN_ON));
    }
    boolean aReadAndACancel = verb == Verb.FIND_BY_ID || verb == Verb.CANCEL_FULL;
    if (mishap.words().startsWith("closed unannounced")) {
      // Whether the next request still catches the connection open is up to chance.
      return cells;
    }
    if (gate == Gate.IAMPORT && aReadAndACancel && readsNeed(mishap)) {
      cells.add(new Cell(gate, verb, mishap, Strike.TOKEN));
    }
    if (verb == Verb.CANCEL_FULL && readsNeed(mishap)) {
      cells.add(new Cell(gate, verb, mishap, Strike.LOOKUP_BEFORE));
    }
    return cells;
  }

  private static boolean readsNeed(Mishap mishap) {
    return mishap.execution() == Execution.SAID
        || mishap.execution() == Execution.AT_ONCE
        || !hasExecutedTwin(mishap);
  }

  private static boolean hasExecutedTwin(Mishap mishap) {
    return MISHAPS.stream()
        .anyMatch(
            other ->
                other.words().equals(mishap.words()) && other.execution() == Execution.AT_ONCE);
  }
}
