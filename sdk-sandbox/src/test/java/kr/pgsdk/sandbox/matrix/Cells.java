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
    if (!mishap.gates().contains(gate)) {
      return cells;
    }
    if (mishap.chapter() == Chapter.AFTER_A_LOSS || mishap.chapter() == Chapter.ANOTHERS) {
      return misleading(gate, verb, mishap);
    }
    if (mishap.chapter() == Chapter.CONTRADICTS
        && (verb == Verb.PREPARE || verb == Verb.GET_TOKEN)) {
      return cells;
    }
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
    if (gate == Gate.IAMPORT && aReadAndACancel && tokensNeed(mishap)) {
      cells.add(new Cell(gate, verb, mishap, Strike.TOKEN));
    }
    if (verb == Verb.CANCEL_FULL && readsNeed(mishap)) {
      cells.add(new Cell(gate, verb, mishap, Strike.LOOKUP_BEFORE));
    }
    return cells;
  }

  private static List<Cell> misleading(Gate gate, Verb verb, Mishap mishap) {
    List<Cell> cells = new ArrayList<>();
    if (!gate.movesMoney(verb)) {
      return cells;
    }
    if (mishap.chapter() == Chapter.ANOTHERS) {
      // After all is refunded, nobody else can refund anything.
      boolean allGone = verb == Verb.CANCEL_FULL && mishap.execution() == Execution.AT_ONCE;
      if (verb.isCancel() && !allGone) {
        cells.add(new Cell(gate, verb, mishap, Strike.BY_ANOTHER));
      }
      return cells;
    }
    if (gate == Gate.TOSS) {
      // Iamport's cancel is repeated by no call.
      cells.add(new Cell(gate, verb, mishap, Strike.REPETITION));
      cells.add(new Cell(gate, verb, mishap, Strike.REPETITIONS));
    }
    cells.add(new Cell(gate, verb, mishap, Strike.AGAIN_AT_ONCE));
    // What is still worked on minutes later is more than the SDK reckons with.
    if (verb.isCancel() && mishap.execution() != Execution.LATER) {
      cells.add(new Cell(gate, verb, mishap, Strike.AGAIN_LATER));
    }
    return cells;
  }

  private static boolean tokensNeed(Mishap mishap) {
    return readsNeed(mishap) && mishap.chapter() != Chapter.CONTRADICTS;
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
