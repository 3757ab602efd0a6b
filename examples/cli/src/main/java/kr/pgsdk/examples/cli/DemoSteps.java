package kr.pgsdk.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kr.pgsdk.sandbox.Journal;

/** Runs the demo's steps, and tells of each what was sent, and what differs from the expected. */
record DemoSteps(Gateway gateway, Journal journal, Consumer<DemoStep> observer) {
  /**
   * Runs a step; one that fails is told of too.
   *
   * @param requests how many must reach the gateway
   * @param action returns what happened and what it proves
   */
  void run(String title, int requests, Supplier<String> action) {
    List<String> problems = new ArrayList<>();
    String outcome;
    journal.clear();
    try {
      outcome = action.get();
    } catch (RuntimeException e) {
      outcome = e.getClass().getSimpleName() + ": " + e.getMessage();
      problems.add(outcome);
    }
    List<String> sent =
        journal.entries().stream().map(request -> request.method() + " " + request.path()).toList();
    if (sent.size() != requests) {
      problems.add("expected " + requests + " requests, not " + sent.size());
    }
    observer.accept(new DemoStep(gateway, title, sent, outcome, List.copyOf(problems)));
  }
}
