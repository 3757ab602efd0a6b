package kr.pgsdk.sandbox.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kr.pgsdk.sandbox.matrix.FaultCase.Chapter;
import kr.pgsdk.sandbox.matrix.FaultCase.Execution;

/** Which cells there are. */
final class Matrix {
  private static final List<FaultCase> FAULTS = FaultCases.all();

  private Matrix() {}

  static List<Cell> all() {
    List<Cell> cells = new ArrayList<>();
    for (GatewayUnderTest gateway : GatewayUnderTest.values()) {
      for (Verb verb : Verb.values()) {
        for (FaultCase fault : FAULTS) {
          cells.addAll(of(gateway, verb, fault));
        }
      }
    }
    return cells;
  }

  /**
   * What a build plays: each fault in one of six of its cells, not in the same as the next; and
   * what no fault meets so, a verb of a gateway at a moment of its call, once.
   */
  static List<Cell> part() {
    List<Cell> all = all();
    Map<FaultCase, List<Cell>> byFault =
        all.stream().collect(Collectors.groupingBy(Cell::faultCase));
    List<Cell> part = new ArrayList<>();
    for (int number = 0; number < FAULTS.size(); number++) {
      List<Cell> cells = byFault.get(FAULTS.get(number));
      int step = Math.min(6, cells.size());
      for (int i = number % step; i < cells.size(); i += step) {
        part.add(cells.get(i));
      }
    }
    Set<Object> met = part.stream().map(Cell::situation).collect(Collectors.toSet());
    all.stream().filter(cell -> met.add(cell.situation())).forEach(part::add);
    return part;
  }

  private static List<Cell> of(GatewayUnderTest gateway, Verb verb, FaultCase fault) {
    List<Cell> cells = new ArrayList<>();
    if (!fault.gateways().contains(gateway)) {
      return cells;
    }
    if (fault.chapter() == Chapter.AFTER_A_LOSS || fault.chapter() == Chapter.ANOTHERS) {
      return repeatedOrAnothers(gateway, verb, fault);
    }
    if (fault.chapter() == Chapter.CONTRADICTS
        && (verb == Verb.PREPARE || verb == Verb.GET_TOKEN)) {
      return cells;
    }
    if (fault.chapter() == Chapter.TOKENS) {
      if (gateway == GatewayUnderTest.IAMPORT) {
        cells.add(new Cell(gateway, verb, fault, Timing.TOKEN));
      }
      return cells;
    }
    if (!gateway.sends(verb)) {
      if (readsNeed(fault)) {
        cells.add(new Cell(gateway, verb, fault, Timing.FROM_THEN_ON));
      }
      return cells;
    }
    // Before or after it is executed: to what changes nothing that is one and the same.
    boolean changes = gateway.movesMoney(verb) || verb == Verb.PREPARE;
    if (changes || readsNeed(fault)) {
      cells.add(new Cell(gateway, verb, fault, Timing.ONCE));
      cells.add(new Cell(gateway, verb, fault, Timing.FROM_THEN_ON));
    }
    boolean contradicts = fault.chapter() == Chapter.CONTRADICTS;
    boolean beginsWithALookup = verb == Verb.CANCEL_FULL || verb == Verb.CHARGE;
    if (fault.words().startsWith("closed unannounced")) {
      // Whether the next request still catches the connection open is up to chance.
      return cells;
    }
    if (gateway == GatewayUnderTest.IAMPORT
        && (verb == Verb.FIND_BY_ID || beginsWithALookup)
        && readsNeed(fault)
        && !contradicts) {
      cells.add(new Cell(gateway, verb, fault, Timing.TOKEN));
    }
    // Where nothing stands yet, nothing contradicts itself.
    if (beginsWithALookup && readsNeed(fault) && !(contradicts && verb == Verb.CHARGE)) {
      cells.add(new Cell(gateway, verb, fault, Timing.LOOKUP_BEFORE));
    }
    return cells;
  }

  private static List<Cell> repeatedOrAnothers(
      GatewayUnderTest gateway, Verb verb, FaultCase fault) {
    List<Cell> cells = new ArrayList<>();
    if (!gateway.movesMoney(verb)) {
      return cells;
    }
    if (fault.chapter() == Chapter.ANOTHERS) {
      // After all is refunded, nobody else can refund anything.
      boolean allGone = verb == Verb.CANCEL_FULL && fault.execution() == Execution.AT_ONCE;
      if (verb.isCancel() && !allGone) {
        cells.add(new Cell(gateway, verb, fault, Timing.OTHER_REFUND));
      }
      return cells;
    }
    if (gateway.repeatsMoney()) {
      // Iamport's cancel and charge are repeated by no call.
      cells.add(new Cell(gateway, verb, fault, Timing.REPETITION));
      cells.add(new Cell(gateway, verb, fault, Timing.REPETITIONS));
    }
    cells.add(new Cell(gateway, verb, fault, Timing.AGAIN_AT_ONCE));
    // What is still worked on minutes later is more than the SDK reckons with.
    if (verb.isCancel() && fault.execution() != Execution.LATER) {
      cells.add(new Cell(gateway, verb, fault, Timing.AGAIN_LATER));
    }
    return cells;
  }

  private static boolean readsNeed(FaultCase fault) {
    return fault.execution() == Execution.SAID
        || fault.execution() == Execution.AT_ONCE
        || !hasExecutedTwin(fault);
  }

  private static boolean hasExecutedTwin(FaultCase fault) {
    return FAULTS.stream()
        .anyMatch(
            other -> other.words().equals(fault.words()) && other.execution() == Execution.AT_ONCE);
  }
}
